import Arithmetic
import Scenarios
import Testing

@testable import Laboratory

@Suite struct `The page of a game` {
  @Test func `says of every profile what it brings, to whom it is best, and why`() throws {
    let setting = try Setting(
      try TestGames.symmetric(4, 3, 2, 1), set: [.init("r", Rational(1, 4))])
    let page = GamePage(setting)
    #expect(
      page.json["payoffs"]?[1]?.compactText == """
        {"profile":{"Row":"C","Col":"D"},"gains":{"Row":"1","Col":"4"},\
        "utilities":{"Row":"0","Col":"15/4"},"bestReplies":["Col"],\
        "expressions":{"Row":"1","Col":"4"},"because":null,"source":null}
        """)
    #expect(
      page.json["parameters"]?.compactText == """
        [{"name":"r","value":"1/4","default":"0","range":["0","1"],"meaning":"weight",\
        "source":"assumed"}]
        """)
    #expect(page.csv.contains("\nC,D,1,4,0,15/4,,\n"))
    #expect(page.latex.contains("$") == false && page.latex.contains("4*, 1"))
  }

  @Test func `shows a game of three as one table for each choice of the third`() throws {
    let page = GamePage(try Setting(try TestGames.three()))
    let text = page.text(brief: true)
    #expect(text.contains("Absolute gains; Cyd: in\nAnn \\ Bob  in"))
    #expect(text.contains("Absolute gains; Cyd: out\n"))
    #expect(text.contains("[1*, 1*, 1*]"))
  }

  @Test func `a value out of range and an unknown parameter are refused`() throws {
    let scenario = try TestGames.symmetric(4, 3, 2, 1)
    #expect(throws: InputError.self) { try Setting(scenario, set: [.init("r", Rational(2))]) }
    #expect(throws: InputError.self) { try Setting(scenario, set: [.init("q", .one)]) }
  }

  @Test func `another rule takes the weights over, or asks for them`() throws {
    let scenario = try TestGames.symmetric(4, 3, 2, 1)
    #expect(try scenario.relativeGains(under: .grieco).rule == .grieco)
    #expect(try scenario.relativeGains(under: .none).rule == .none)
    #expect(
      throws: LaboratoryError.needsFile(rule: "power", missing: "the capabilities of the actors")
    ) {
      try scenario.relativeGains(under: .power)
    }
    #expect(throws: LaboratoryError.needsWeights(rule: "snidal")) {
      try TestGames.three().relativeGains(under: .snidal)
    }
  }
}
