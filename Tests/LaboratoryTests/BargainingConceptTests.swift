import Arithmetic
import Scenarios
import Testing

@testable import Laboratory

@Suite struct `Bargaining concepts` {
  /// A pie under Snidal weights, with patience, a parliament, and a quarrel over who has all.
  private func pie(_ more: String = "lotteries: true") throws -> Scenario {
    try TestGames.read(
      """
      format: 1
      id: pie
      title: A pie
      actors: {a: {name: A}, b: {name: B}}
      parameters: {r: 1/2, s: 1/4, floor: 0}
      form: bargaining
      outcomes: {to-a: {gains: {a: 1, b: 0}}, to-b: {gains: {a: 0, b: 1}}}
      disagreement: {gains: {a: 0, b: 0}}
      discounts: {a: 9/10, b: 9/10}
      ratifiers: {a: [{name: Parliament, floor: floor}]}
      attrition: {favourites: {a: to-a, b: to-b}, round: {gains: {a: -1, b: -1}}}
      relative-gains: {rule: snidal, weights: {a: r, b: s}}
      \(more)
      """)
  }

  private func json(_ concept: String, _ setting: Setting, _ options: Concept.Options = .init())
    throws -> JSONValue
  {
    let solution = try Concept.named(concept).solution(of: setting, options: options)
    return SolutionReport(setting, [solution]).json["solutions"]?[0] ?? .null
  }

  @Test func `Nash gives the more envious the larger share`() throws {
    let setting = try Setting(try pie())
    let answer = try json("nash-bargaining", setting)
    #expect(answer["gains"]?.compactText == #"{"a":"17/30","b":"13/30"}"#)
    #expect(answer["space"]?.compactText == #""lotteries""#)
    let outcomes = Concept.Options(texts: [("space", "outcomes")])
    #expect(
      try json("nash-bargaining", setting, outcomes)["agreement"]?.compactText == "false")
    #expect(throws: LaboratoryError.self) {
      try json("nash-bargaining", setting, .init(texts: [("space", "shares")]))
    }
  }

  @Test func `power moves the share`() throws {
    let setting = try Setting(
      try pie("lotteries: true\npower: {a: 3, b: 1}"), set: [.init("r", 0), .init("s", 0)])
    #expect(
      try json("nash-bargaining", setting)["gains"]?.compactText == #"{"a":"3/4","b":"1/4"}"#)
  }

  @Test func `alternating offers agree with theory`() throws {
    let setting = try Setting(try pie(), set: [.init("s", Rational(1, 2))])
    let proposals = try json("rubinstein", setting)["proposals"]
    #expect(proposals?[0]?["gains"]?.compactText == #"{"a":"29/57","b":"28/57"}"#)
  }

  @Test func `a floor at home is worth something until it prevents the agreement`() throws {
    let half = try Setting(
      try pie(), set: [.init("floor", Rational(3, 5)), .init("s", Rational(1, 2))])
    let answer = try json("win-sets", half)
    #expect(answer["sides"]?["a"]?["tiedHands"]?.compactText == #""3/20""#)
    let none = try Setting(
      try pie(), set: [.init("floor", Rational(7, 10)), .init("s", Rational(1, 2))])
    #expect(try json("win-sets", none)["sides"]?["a"]?["blocks"]?.compactText == "true")
    #expect(
      try json("zone-of-agreement", none)["corners"]?.compactText == "[]")
  }

  @Test func `a refusal is turned by the least payment`() throws {
    let setting = try Setting(try pie(), set: [.init("s", Rational(1, 2))])
    let refused = try json("side-payments", setting)["refused"]
    #expect(refused?[0]?["payments"]?[0]?["amount"]?.compactText == #""1/3""#)
    let lead = try Setting(try pie(), relativeGains: try pie().relativeGains(under: .lead))
    #expect(throws: LaboratoryError.self) { try json("side-payments", lead) }
  }

  @Test func `history calls an agreement predicted where all accept it`() throws {
    let agreed = try #require(try Laboratory.History(try pie("outcome: {agreement: to-a}")))
    #expect(!agreed.withRule.atDefaults && agreed.absolute.atDefaults)
    let none = try #require(try Laboratory.History(try pie("outcome: {agreement: disagreement}")))
    #expect(none.withRule.atDefaults && !none.absolute.atDefaults)
    let lottery = try #require(
      try Laboratory.History(try pie("lotteries: true\noutcome: {agreement: disagreement}")))
    #expect(!lottery.withRule.atDefaults)
  }

  @Test func `a game that lacks a block is refused with what to write`() throws {
    let bare = try TestGames.read(
      """
      format: 1
      id: bare
      title: Bare
      actors: {a: {name: A}, b: {name: B}}
      form: bargaining
      outcomes: {x: {gains: [1, 1]}}
      disagreement: {gains: [0, 0]}
      """)
    let setting = try Setting(bare)
    for concept in ["rubinstein", "war-of-attrition", "win-sets", "proposal-distance"] {
      #expect(throws: LaboratoryError.self) { try json(concept, setting) }
    }
    #expect(Concept.byDefault(for: bare).name == "nash-bargaining")
    #expect(throws: LaboratoryError.self) { try json("nash", setting) }
  }

  @Test func `thresholds are where someone changes its mind`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: deals
      title: Deals
      actors: {a: {name: A}, b: {name: B}}
      parameters: {r: {default: 0, range: [0, 1]}, floor: 0}
      form: bargaining
      outcomes: {two: {gains: {a: 1, b: 2}}, four: {gains: {a: 1, b: 4}}}
      disagreement: {gains: {a: 0, b: 0}}
      outside-options: {b: {gains: {a: 0, b: 1}}}
      ratifiers: {b: [{name: Parliament, floor: 2 * r + floor}]}
      relative-gains: {rule: snidal, weights: r}
      """)
    let found = try #require(try AgreementThresholds(of: scenario, parameter: "r"))
    #expect(found.map.points.map(\.at) == [Rational(1, 4), Rational(1, 2)])
    #expect(found.json["regions"]?[1]?["accepted"]?.compactText == #"["two"]"#)
    #expect(found.text().contains("(1/4, 1/2)"))
    #expect(found.csv.contains("point,1/4,1/4,two"))
    let floor = try #require(
      try AgreementThresholds(of: scenario, parameter: "floor", from: 0, to: 5))
    #expect(floor.map.points.map(\.at) == [2, 4])
    #expect(throws: LaboratoryError.self) { try AgreementThresholds(of: scenario) }
    #expect(try AgreementThresholds(of: TestGames.symmetric(4, 3, 2, 1), parameter: "r") == nil)
  }

  @Test func `text, CSV and LaTeX hold what JSON holds`() throws {
    let setting = try Setting(try pie(), set: [.init("floor", Rational(3, 5))])
    let concepts = Concept.all.filter { $0.forms == ["bargaining"] }
    let solutions = concepts.compactMap { try? $0.solution(of: setting) }
    #expect(solutions.count >= concepts.count - 2)
    let report = SolutionReport(setting, solutions)
    #expect(report.text().contains("all accept"))
    #expect(report.csv.contains("nash-bargaining,to-a,3/5"))
    #expect(report.latex.contains("side-payments"))
    let page = GamePage(setting)
    #expect(page.text().contains("Parliament"))
    #expect(page.json["ratifiers"]?.count == 1)
  }
}
