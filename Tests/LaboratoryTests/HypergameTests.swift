import Arithmetic
import Scenarios
import Testing

@testable import Laboratory

/// A stag hunt in which each takes the other's gain from hunting the hare alone to be f.
private func hunt(_ perceived: String, rule: String = "") throws -> Scenario {
  try TestGames.read(
    """
    format: 1
    id: hunt
    title: A hunt
    actors: {Row: {name: Row}, Col: {name: Col}}
    parameters: {f: {default: 5, range: [0, 9]}}
    form: hypergame
    strategies: {Row: [stag, hare], Col: [stag, hare]}
    payoffs:
      - {Row: stag, Col: stag, gains: [4, 4]}
      - {Row: stag, Col: hare, gains: [1, 3]}
      - {Row: hare, Col: stag, gains: [3, 1]}
      - {Row: hare, Col: hare, gains: [2, 2]}
    \(rule)
    perceived: \(perceived)
    """)
}

private let bothFear = """
  {Row: [{Row: stag, Col: hare, gains: {Col: f}}], Col: [{Row: hare, Col: stag, gains: {Row: f}}]}
  """

@Suite struct `Hypergames` {
  private func solution(_ scenario: Scenario, f: Rational = 5) throws -> JSONValue {
    let setting = try Setting(scenario, set: [.init("f", f)])
    let solution = try Concept.hypergame.solution(of: setting)
    return SolutionReport(setting, [solution]).json["solutions"]?[0] ?? .null
  }

  @Test func `end where each fears the other, and surprise nobody`() throws {
    let scenario = try hunt(bothFear)
    #expect(Concept.byDefault(for: scenario).name == "hypergame")
    let found = try solution(scenario)
    #expect(found["outcomes"]?.count == 1)
    let outcome = found["outcomes"]?[0]
    #expect(outcome?["profile"]?.compactText == #"{"Row":{"hare":"1"},"Col":{"hare":"1"}}"#)
    #expect(outcome?["surprised"]?.compactText == "[]" && outcome?["trueEquilibrium"] == true)
    #expect(outcome?["regret"]?.compactText == #"{"Row":"0","Col":"0"}"#)
    #expect(scenario.form.name(ofCell: 4) == "(stag, hare) as Row sees it")
  }

  @Test func `surprise the one who does not know what the other believes`() throws {
    // Only Row fears Col; Col may go for the stag, and then each is surprised.
    let found = try solution(
      try hunt("{Row: [{Row: stag, Col: hare, gains: {Col: f}}]}"))
    let outcomes = (0..<(found["outcomes"]?.count ?? 0)).compactMap { found["outcomes"]?[$0] }
    #expect(outcomes.count == 3)
    let stag = try #require(
      outcomes.first { $0["profile"]?["Col"]?.compactText == #"{"stag":"1"}"# })
    #expect(stag["surprised"]?.compactText == #"["Row","Col"]"#)
    #expect(stag["hoped"]?.compactText == #"{"Row":"2","Col":"4"}"#)
    #expect(stag["utilities"]?.compactText == #"{"Row":"3","Col":"1"}"#)
    // Against the stag Row could have had 4, against the hare Col 2.
    #expect(stag["regret"]?.compactText == #"{"Row":"1","Col":"1"}"#)
  }

  @Test func `seen as they are have the equilibria of the true game`() throws {
    let found = try solution(try hunt(bothFear), f: 3)
    #expect(found["expected"]?["Row"]?.count == 3 && found["expected"]?["Col"]?.count == 3)
    #expect(found["outcomes"]?.count == 9)
    let calm = (0..<9).compactMap { found["outcomes"]?[$0] }.filter {
      $0["surprised"]?.compactText == "[]"
    }
    #expect(calm.count == 3 && calm.allSatisfy { $0["trueEquilibrium"] == true })
  }

  @Test func `apply relative gains to what is seen as well`() throws {
    let rule = "relative-gains: {rule: snidal, weights: 1/2}"
    let setting = try Setting(try hunt(bothFear, rule: rule))
    let form = try #require(setting.scenario.form as? HypergameForm)
    let seen = form.perceived(in: setting.evaluated)
    // Row at (stag, hare): 1 - 5/2 in its own eyes, 1 - 3/2 in truth and in Col's.
    #expect(seen[0][2] == Rational(-3, 2) && seen[1][2] == Rational(-1, 2))
    #expect(setting.utilities.payoffs[2] == Rational(-1, 2))
  }

  @Test func `written and read again are the same`() throws {
    let scenario = try hunt(bothFear)
    let again = try TestGames.read(ScenarioWriter.yaml(scenario))
    let form = try #require(again.form as? HypergameForm)
    #expect(form.views.map(\.actor) == [0, 1] && form.views.map(\.cell) == [1, 2])
    #expect(form.views.map { $0.seen.gains.map(\.text) } == [["1", "f"], ["f", "1"]])
    #expect(form.views.map(\.named) == [[1], [0]])
  }

  @Test(arguments: [
    ("[]", "perceived"), ("{Rwo: []}", "did you mean \"Row\"?"),
    ("{Row: [{Row: stag, gains: {Col: 1}}]}", "names no strategy for \"Col\""),
    ("{Row: [{Row: stag, Col: rabbit, gains: {Col: 1}}]}", "no strategy \"rabbit\""),
    ("{Row: [{Row: stag, Col: hare}]}", "\"gains\""),
    ("{Row: [{Row: stag, Col: hare, gains: {Cal: 1}}]}", "did you mean \"Col\"?"),
    ("{Row: [{Row: stag, Col: hare, gains: {Col: g}}]}", "\"g\""),
    (
      "{Row: [{Row: stag, Col: hare, gains: {Col: 1}}, {Row: stag, Col: hare, gains: {Col: 2}}]}",
      "twice"
    ),
  ])
  func `with a fault are refused in one line`(perceived: String, complaint: String) {
    let error = #expect(throws: InputError.self) { try hunt(perceived) }
    #expect(error?.description.contains(complaint) == true, "\(error?.description ?? "")")
    #expect(error?.position != nil)
  }
}
