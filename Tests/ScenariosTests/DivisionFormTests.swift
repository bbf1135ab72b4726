import Arithmetic
import Foundation
import GameForms
import Scenarios
import Testing

private let islands = """
  format: 1
  id: islands
  title: Islands
  actors: {n: {name: North}, s: {name: South}}
  parameters: {r: 1/2, x: 4}
  form: division
  parcels:
    east: {meaning: a rock, divisible: false, held-by: n, benchmark: s, gains: {n: x, s: 2}}
    west: {gains: [1, 1], because: the same to both, source: assumed}
  disagreement: {gains: {n: 1, s: -1}}
  relative-gains: {rule: snidal, weights: r}
  outcome: {shares: {east: n, west: {n: 1/3, s: 2/3}}}
  """

private func read(_ text: String) throws -> Scenario {
  try ScenarioReader.read(text: text, format: .yaml, file: "f")
}

@Suite struct `Division games` {
  @Test func `have a cell for each parcel and holder, to which the rule applies`() throws {
    let scenario = try read(islands)
    let form = try #require(scenario.form as? DivisionForm)
    let evaluated = try GameEvaluator(scenario).evaluate([Rational(1, 2), 4])
    let problem = form.problem(of: evaluated)
    let half = Rational(1, 2)
    #expect(problem.worths == [[[4, -2], [-1, 2]], [[1, -half], [-half, 1]]])
    #expect(problem.disagreement == [Rational(3, 2), Rational(-3, 2)])
    #expect(problem.divisible == [false, true])
    #expect(form.holders(\.heldBy) == nil)
    let shares = try #require(form.allocation(of: scenario.outcome?.profile ?? []))
    #expect(shares == [[1, 0], [Rational(1, 3), Rational(2, 3)]])
    #expect(
      form.words(of: scenario.outcome?.profile ?? []) == "east: n, west: n 1/3 + s 2/3")
  }

  @Test(arguments: ["{east: n, west: {n: 1/3, s: 2/3}}", "unknown"], ["yaml", "json"])
  func `read back the same`(shares: String, format: String) throws {
    let text = islands.replacingOccurrences(of: "{east: n, west: {n: 1/3, s: 2/3}}", with: shares)
    let scenario = try read(text)
    let format = try #require(ScenarioFormat(rawValue: format))
    let written = format == .yaml ? ScenarioWriter.yaml(scenario) : ScenarioWriter.json(scenario)
    let again = try ScenarioReader.read(text: written, format: format, file: "f")
    #expect(ScenarioWriter.yaml(again) == ScenarioWriter.yaml(scenario))
    #expect(again.outcome?.profile == scenario.outcome?.profile)
    let values: [Rational] = [Rational(1, 2), 4]
    #expect(
      try GameEvaluator(again).evaluate(values).utilities
        == GameEvaluator(scenario).evaluate(values).utilities)
  }

  @Test(arguments: [
    (
      "west: {n: 1/3, s: 2/3}", "west: {n: 1/3, s: 1/3}",
      "f:12:35: the shares of \"west\" do not add up to 1: write {n: 1/2, s: 1/2}"
    ),
    (
      ", west: {n: 1/3, s: 2/3}", "",
      "f:12:19: \"shares\" of \"outcome\" lacks \"west\": write west: n"
    ),
    (
      "east: n, west", "est: n, west",
      "f:12:20: \"shares\" of \"outcome\" names an unknown parcel \"est\"; did you mean \"east\"?"
    ),
    (
      "held-by: n", "held-by: m", "f:8:54: unknown actor \"m\"; did you mean \"n\"?"
    ),
    (
      "divisible: false", "divisible: no",
      "f:8:38: \"divisible\" of parcel \"east\" must be true or false, found \"no\""
    ),
  ])
  func `say what is wrong`(passage: String, replacement: String, line: String) throws {
    let at = try #require(islands.range(of: passage))
    var text = islands
    text.replaceSubrange(at, with: replacement)
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.description == line)
  }
}
