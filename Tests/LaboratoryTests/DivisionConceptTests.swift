import Arithmetic
import Scenarios
import Testing

@testable import Laboratory

@Suite struct `Division concepts` {
  private func game(_ more: String = "") throws -> Scenario {
    try TestGames.read(
      """
      format: 1
      id: parcels
      title: Parcels
      actors: {a: {name: Ann}, b: {name: Bob}}
      parameters: {r: 0}
      form: division
      parcels:
        x: {gains: {a: 50, b: 20}}
        y: {gains: {a: 30, b: 30}}
        z: {gains: {a: 20, b: 50}}
      relative-gains: {rule: snidal, weights: r}
      \(more)
      """)
  }

  private func json(_ concept: String, _ setting: Setting) throws -> JSONValue {
    let solution = try Concept.named(concept).solution(of: setting)
    return SolutionReport(setting, [solution]).json["solutions"]?[0] ?? .null
  }

  @Test(arguments: [
    "adjusted-winner", "nash-division", "maximin-division", "equitable-division", "envy-free",
  ])
  func `give both sides 65 and cut the middle parcel in half`(concept: String) throws {
    let answer = try json(concept, try Setting(try game()))
    #expect(answer["values"]?.compactText == #"{"a":"65","b":"65"}"#)
    #expect(answer["outcome"]?["y"]?.compactText == #"{"a":"1/2","b":"1/2"}"#)
    #expect(answer["divisions"]?[0]?["envyFree"]?.compactText == "true")
  }

  @Test func `cut and choose serves the chooser`() throws {
    let answer = try json("cut-and-choose", try Setting(try game()))
    #expect(answer["divisions"]?[0]?["points"]?.compactText == #"{"a":"50","b":"80"}"#)
    #expect(answer["divisions"]?[1]?["points"]?.compactText == #"{"a":"80","b":"50"}"#)
  }

  @Test func `a holder who loses little by conflict refuses, and has its price`() throws {
    let setting = try Setting(try game("disagreement: {gains: {a: 90, b: -10}}"))
    let answer = try json("adjusted-winner", setting)["divisions"]?[0]
    #expect(answer?["refusedBy"]?.compactText == #"["a"]"#)
    #expect(answer?["payments"]?[0]?["amount"]?.compactText == #""25""#)
    #expect(try json("envy-free", setting)["agreement"]?.compactText == "false")
  }

  @Test func `a rule under which parcels do not add up is refused`() throws {
    let setting = try Setting(try game(), relativeGains: try game().relativeGains(under: .lead))
    #expect(throws: LaboratoryError.self) { try json("adjusted-winner", setting) }
  }

  @Test func `text, CSV and the page hold the shares`() throws {
    let setting = try Setting(try game())
    let concepts = Concept.all.filter { $0.forms == ["division"] }
    let solutions = try concepts.map { try $0.solution(of: setting) }
    let report = SolutionReport(setting, solutions)
    #expect(report.text().contains("Nobody envies."))
    #expect(report.csv.contains("adjusted-winner,,y,1/2,1/2"))
    #expect(GamePage(setting).text().contains("worth to Ann"))
    #expect(GamePage(setting).json["parcels"]?.count == 3)
  }
}
