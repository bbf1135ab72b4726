import Arithmetic
import GameForms
import Scenarios
import TestSupport
import Testing

@testable import Laboratory

@Suite struct `Concepts` {
  private func json(
    _ concept: String, _ setting: Setting
  ) throws -> JSONValue {
    let solution = try Concept.named(concept).solution(of: setting)
    return SolutionReport(setting, [solution]).json["solutions"]?[0] ?? .null
  }

  private func value(_ number: (Int, Int)) -> Rational { Rational(number.0, number.1) }

  @Test func `every concept has a name of its own, a question and a source`() {
    #expect(Set(Concept.names).count == Concept.all.count)
    for concept in Concept.all {
      #expect(!concept.answers.isEmpty && !concept.source.isEmpty && !concept.takes.isEmpty)
    }
  }

  @Test func `a misspelt concept is told with the nearest name`() {
    #expect(throws: LaboratoryError.unknownConcept("nahs")) { try Concept.named("nahs") }
    #expect(LaboratoryError.unknownConcept("nahs").description.contains("did you mean \"nash\"?"))
  }

  @Test func `two actors are solved by nash, more by pure, unless something is said`() throws {
    #expect(Concept.byDefault(for: try TestGames.symmetric(4, 3, 2, 1)).name == "nash")
    #expect(Concept.byDefault(for: try TestGames.three()).name == "pure")
  }

  @Test func `the mixed equilibrium of chicken comes with gains, utilities and no regret`() throws {
    let setting = try Setting(
      try TestGames.symmetric(4, 3, 1, 2), set: [.init("r", Rational(1, 5))])
    let equilibria = try json("nash", setting)["equilibria"]
    // A7: Pr(C) = 1/4 at r = 1/5.
    #expect(
      equilibria?[1]?.compactText == """
        {"profile":{"Row":{"C":"1/4","D":"3/4"},"Col":{"C":"1/4","D":"3/4"}},\
        "gains":{"Row":"15/8","Col":"15/8"},"utilities":{"Row":"3/2","Col":"3/2"},"regret":"0"}
        """)
  }

  @Test func `degenerate games list their maximal sets and components`() throws {
    let setting = try Setting(try TestGames.symmetric(0, 0, 0, 0))
    let solution = try json("nash", setting)
    #expect(solution["equilibria"]?.count == 4)
    #expect(solution["components"]?.compactText == "[[0]]")
    #expect(solution["indices"]?.compactText == "[1]")
    #expect(
      solution["maximalSubsets"]?.compactText == """
        [{"vertices":{"Row":[{"C":"1"},{"D":"1"}],"Col":[{"C":"1"},{"D":"1"}]},\
        "equilibria":[0,1,2,3]}]
        """)
  }

  @Test func `nash of three actors is exact where all equilibria are pure`() throws {
    let setting = try Setting(try TestGames.three())
    let solution = try json("nash", setting)
    #expect(solution["arithmetic"]?.compactText == "\"exact\"")
    #expect(solution["equilibria"]?[0]?["radius"]?.compactText == "\"0\"")
    let error = #expect(throws: LaboratoryError.self) {
      try Concept.nash.solution(of: try large([5, 5, 5]))
    }
    #expect(error?.description.contains("combinations of supports") == true)
  }

  /// A game of zeros of this shape, or with a seed of random payoffs.
  private func large(_ shape: [Int], seed: UInt64? = nil) throws -> Setting {
    var generator = SplitMix64(seed: seed ?? 0)
    let game = StrategicGame.random(
      shape: shape, payoffs: 0...(seed == nil ? 0 : 999), using: &generator)
    return try Setting(
      Scenario(
        id: "zeros", title: "", actors: shape.indices.map { .init(key: "\($0)", name: "\($0)") },
        form: StrategicForm(
          strategies: shape.map { (0..<$0).map { .init(key: "\($0)") } },
          cells: (0..<game.profiles).map { profile in
            Cell(gains: shape.indices.map { Expression(game.payoff(at: profile, of: $0)) })
          })))
  }

  @Test(arguments: [
    ("nash", [40, 40], "40 x 40, about 50 years of work, and the limit is 60 minutes"),
    ("nash", [70, 70], "140 strategies together"),
    ("dominance", [2, 20_000], "and the limit is 60 seconds"),
    ("security", [3, 3, 3, 3, 3, 3, 3, 3, 3], "entries"),
    ("pareto", [150, 150], "22500 profiles, and the limit is 20000 profiles"),
  ])
  func `a game out of reach is refused before work starts`(
    concept: String, shape: [Int], expected: String
  ) throws {
    let setting = try large(shape)
    let error = #expect(throws: LaboratoryError.self) {
      try Concept.named(concept).solution(of: setting)
    }
    #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
  }

  @Test func `a limit on time gives what is found and says so`() throws {
    let answer = try Concept.nash.solution(
      of: try large([20, 20], seed: 1), options: .init(seconds: 0.000_001))
    #expect(answer.status.name == "limit")
    #expect(SolutionReport(try large([1, 1]), [answer]).isCutShort)
  }

  @Test func `a list with a profile that is no equilibrium is not shown`() throws {
    let setting = try Setting(try TestGames.symmetric(4, 3, 2, 1))
    #expect(throws: LaboratoryError.failedCheck(concept: "pure")) {
      try EquilibriaAnswer([.init(pure: [0, 0], shape: [2, 2])], in: setting, concept: "pure")
    }
  }

  /// A5: where each class turns into a prisoner's dilemma.
  @Test(arguments: [
    ([3, 4, 2, 1], (1, 3), "stag hunt"), ([4, 3, 1, 2], (1, 3), "chicken"),
    ([3, 4, 1, 2], (1, 2), "harmony"),
  ])
  func `the class changes with the weight`(payoffs: [Int], at: (Int, Int), name: String) throws {
    let scenario = try TestGames.symmetric(payoffs[0], payoffs[1], payoffs[2], payoffs[3])
    let threshold = value(at)
    for (weight, expected) in [
      (threshold - Rational(1, 100), name), (threshold + Rational(1, 100), "prisoner's dilemma"),
    ] {
      let answer = try json("class", try Setting(scenario, set: [.init("r", weight)]))
      #expect(answer["gains"]?["class"] == .string(name))
      #expect(answer["utilities"]?["class"] == .string(expected))
    }
  }

  /// A1: delta* = (1 + 2r) / (2 + r).
  @Test(arguments: [((0, 1), "1/2"), ((1, 4), "2/3"), ((1, 2), "4/5"), ((3, 4), "10/11")])
  func `critical discount factors of the prisoner's dilemma`(
    weight: (Int, Int), expected: String
  ) throws {
    let setting = try Setting(
      try TestGames.symmetric(4, 3, 2, 1), set: [.init("r", value(weight))])
    let answer = try json("critical-discount", setting)
    #expect(answer["utilities"]?["grim"]?["overall"] == .string(expected))
    #expect(answer["gains"]?["grim"]?["overall"] == "1/2")
    #expect(answer["cooperation"]?.compactText == #"{"Row":"C","Col":"C"}"#)
  }

  @Test func `dominance says who loses what to what, in which round`() throws {
    let answer = try json("dominance", try Setting(try TestGames.symmetric(4, 3, 2, 1)))
    #expect(
      answer["variants"]?[0]?.compactText == """
        {"kind":"strict","by":"pure","steps":[{"round":1,"actor":"Row","strategy":"C",\
        "by":{"D":"1"}},{"round":1,"actor":"Col","strategy":"C","by":{"D":"1"}}],\
        "remaining":{"Row":["D"],"Col":["D"]}}
        """)
  }

  @Test func `security, pareto, best replies and selection of the stag hunt`() throws {
    let setting = try Setting(try TestGames.symmetric(3, 4, 2, 1))
    #expect(
      try json("security", setting)["levels"]?["Row"]?.compactText == """
        {"maximin":{"pure":"2","pureStrategies":["D"],"mixed":"2","strategy":{"D":"1"}},\
        "minimax":{"pure":"2","mixed":"2"}}
        """)
    #expect(
      try json("pareto", setting)["gains"]?.compactText == #"[{"Row":"C","Col":"C"}]"#)
    #expect(
      try json("best-replies", setting)["replies"]?[0]?.compactText
        == #"{"actor":"Row","against":{"Col":"C"},"replies":["C"],"utility":"4"}"#)
    let selection = try json("selection", setting)
    #expect(selection["payoffDominant"]?.compactText == #"{"Row":"C","Col":"C"}"#)
    #expect(selection["riskDominant"] == .null)
  }

  @Test func `a correlated equilibrium comes with what is drawn and with its proof`() throws {
    let setting = try Setting(try TestGames.symmetric(7, 6, 0, 2))
    let points = try json("correlated", setting)["points"]
    #expect(
      points?[0]?.compactText == """
        {"objective":"welfare","actor":null,"value":"21/2","distribution":[\
        {"profile":{"Row":"C","Col":"C"},"probability":"1/2"},\
        {"profile":{"Row":"C","Col":"D"},"probability":"1/4"},\
        {"profile":{"Row":"D","Col":"C"},"probability":"1/4"}],\
        "gains":{"Row":"21/4","Col":"21/4"},"utilities":{"Row":"21/4","Col":"21/4"},\
        "proof":{"largestGain":"0","weights":{"Row":"1","Col":"1"},"prices":[\
        {"actor":"Row","told":"C","turnsTo":"D","price":"3/4"},\
        {"actor":"Col","told":"C","turnsTo":"D","price":"3/4"}]}}
        """)
    #expect(points?[3]?["actor"] == "Col")
    #expect(
      try json("coarse-correlated", setting)["points"]?[0]?["proof"]?["prices"]?[0]?["told"]
        == .null)
  }

  @Test func `the value of a zero-sum game is told, another game refused with a profile`() throws {
    // Who weighs the other's gain as much as its own is in a zero-sum game.
    let scenario = try TestGames.symmetric(4, 3, 2, 1)
    let answer = try json("zero-sum", try Setting(scenario, set: [.init("r", 1)]))
    #expect(answer["status"] == "complete" && answer["unique"] == .bool(true))
    #expect(answer["sum"] == "0")
    #expect(answer["values"]?.compactText == #"{"Row":"0","Col":"0"}"#)
    #expect(answer["strategies"]?.compactText == #"{"Row":{"D":"1"},"Col":{"D":"1"}}"#)
    let error = #expect(throws: LaboratoryError.self) {
      try Concept.zeroSum.solution(of: try Setting(scenario))
    }
    #expect(
      error?.description == """
        zero-sum takes two actors whose utilities add up to the same in every profile, and this \
        game has a sum of 6 at (C, C) but of 5 at (C, D): use --concept nash, or security for \
        what each can be sure of
        """)
  }

  @Test func `refinements say why`() throws {
    let setting = try Setting(try TestGames.symmetric(7, 6, 0, 2))
    let perfect = try json("perfect", setting)
    #expect(perfect["verdicts"]?.count == 3 && perfect["perfectSubsets"]?.count == 3)
    #expect(perfect["verdicts"]?[0]?["perfect"] == .bool(true))
    #expect(perfect["verdicts"]?[0]?["proof"]?["Row"]?["belief"] != nil)
    #expect(
      try json("proper", setting)["verdicts"]?[1]?.compactText
        == #"{"proper":true,"rankings":{"Row":[["C","D"]],"Col":[["C","D"]]}}"#)
    let stable = try json("ess", setting)["equilibria"]
    #expect(stable?.count == 1 && stable?[0]?["profile"]?["Row"]?["C"] == "2/3")
    #expect(try json("symmetric", setting)["maximalSets"]?.compactText == "[[0]]")
    #expect(
      try json("degeneracy", setting)["degenerate"] == .bool(false))
    #expect(try json("best", setting)["best"]?[1]?["value"] == "14/3")
    #expect(
      try json("rationalizable", setting)["strategies"]?["Row"]?.count == 2)
    let dilemma = try Setting(try TestGames.symmetric(4, 3, 2, 1))
    #expect(
      try json("rationalizable", dilemma)["strategies"]?["Row"]?.compactText
        == #"[{"strategy":"D","belief":[{"against":{"Col":"D"},"probability":"1"}]}]"#)
  }

  @Test func `every concept that takes a game shows it in every format`() throws {
    for scenario in [try TestGames.symmetric(3, 4, 2, 1), try TestGames.three()] {
      let setting = try Setting(scenario)
      for concept in Concept.all {
        guard let solution = try? concept.solution(of: setting) else { continue }
        let report = SolutionReport(setting, [solution])
        #expect(report.text().contains("\n\(concept.name): "))
        #expect(report.csv.hasPrefix("concept,"))
        #expect(report.latex.contains("\\begin{tabular}"))
        let arithmetic: JSONValue = solution.isExact ? "exact" : "floating"
        #expect(report.json["solutions"]?[0]?["arithmetic"] == arithmetic)
      }
    }
  }

  @Test func `rounded payoffs make floating numbers`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: rounded
      title: Rounded
      actors: {a: {name: A}, b: {name: B}}
      form: strategic
      strategies: {a: [x], b: [y]}
      payoffs: [{a: x, b: y, gains: {a: "sqrt(2)", b: 1}}]
      """)
    let setting = try Setting(scenario)
    let solution = try json("nash", setting)
    #expect(solution["arithmetic"] == "floating")
    #expect(solution["equilibria"]?[0]?["gains"]?.compactText == #"{"a":1.4142135623730951,"b":1}"#)
    #expect(setting.remarks.count == 1)
  }
}

extension JSONValue {
  /// An element of an array, nil for other values.
  subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }

  /// How many elements an array has, nil for other values.
  var count: Int? {
    guard case .array(let elements) = self else { return nil }
    return elements.count
  }
}
