import Foundation
import Arithmetic
import GameForms
import Scenarios
import Testing

/// A lease with two issues, every block of the form in use.
private let lease = """
  format: 1
  id: lease
  title: Terms
  actors: {t: {name: Tenant}, o: {name: Owner}}
  parameters: {x: 2}
  form: bargaining
  issues:
    years:
      meaning: how long
      weights: {t: 1, o: x}
      levels:
        short: {meaning: ten, gains: {t: 1, o: 1}, because: few, source: assumed}
        long: {gains: [3, -1/2]}
    rent: {levels: {low: {gains: {t: 0, o: 0}}, high: {gains: {t: -x, o: x}}}}
  infeasible:
    - {years: short, rent: high, because: nobody pays}
  disagreement: {gains: {t: 0, o: 0}}
  outside-options: {t: {gains: {t: 1/2, o: -1}}}
  ratifiers: {o: [{name: Parliament, floor: x / 4}]}
  power: {t: 2, o: 1}
  discounts: {t: 9/10, o: x / 3}
  breakdown: 1/10
  attrition:
    favourites: {t: {years: long, rent: low}, o: {years: long, rent: high}}
    round: {gains: {t: -1, o: -1}}
  lotteries: true
  outcome: {agreement: {leaves: t}}
  """

private let listed = """
  format: 1
  id: listed
  title: Listed
  actors: {a: {name: A}, b: {name: B}}
  form: bargaining
  outcomes: {one: {gains: [1, 2]}, two: {meaning: second, gains: [2, 1]}}
  disagreement: {gains: [0, 0]}
  outcome: {agreement: two}
  """

private func read(_ text: String) throws -> Scenario {
  try ScenarioReader.read(text: text, format: .yaml, file: "f")
}

@Suite struct `Bargaining games` {
  @Test func `have one outcome a feasible combination, gains added up by weight`() throws {
    let scenario = try read(lease)
    let form = try #require(scenario.form as? BargainingForm)
    #expect(form.combinations == [[0, 0], [1, 0], [1, 1]])
    let evaluated = try GameEvaluator(scenario).evaluate([2])
    let problem = form.problem(of: evaluated)
    #expect(problem.utilities == [[1, 2], [3, -1], [1, 1]])
    #expect(problem.disagreement == [0, 0])
    #expect(problem.outsideOptions == [Rational(1, 2), nil])
    #expect(problem.ratifiers.map(\.floor) == [Rational(1, 2)])
    #expect(problem.ratifiers[0].values == [2, -1, 1])
    let numbers = form.numbers(of: evaluated)
    #expect(numbers.power == [2, 1])
    #expect(numbers.discounts == [Rational(9, 10), Rational(2, 3)])
    #expect(numbers.breakdown == Rational(1, 10))
    #expect(form.attrition?.favourites == [1, 2])
    #expect(scenario.outcome?.profile == form.cell(leaving: 0).map { [$0] })
    #expect(form.words(of: [4]) == "t leaves")
  }

  @Test(arguments: [lease, listed], ["yaml", "json"])
  func `read back the same`(text: String, format: String) throws {
    let scenario = try read(text)
    let format = try #require(ScenarioFormat(rawValue: format))
    let written = format == .yaml ? ScenarioWriter.yaml(scenario) : ScenarioWriter.json(scenario)
    let again = try ScenarioReader.read(text: written, format: format, file: "f")
    #expect(ScenarioWriter.yaml(again) == ScenarioWriter.yaml(scenario))
    let values = scenario.parameters.map(\.default)
    let before = try GameEvaluator(scenario).evaluate(values)
    let after = try GameEvaluator(again).evaluate(values)
    #expect(before.gains == after.gains && before.numbers == after.numbers)
    #expect(again.outcome?.profile == scenario.outcome?.profile)
  }

  @Test(arguments: [
    (
      "years: short, rent: high, because", "years: shrt, because",
      "f:16:13: \"years\" has no level \"shrt\"; did you mean \"short\"?"
    ),
    (
      "years: short, rent: high, because", "yers: short, because",
      "f:16:6: an entry of \"infeasible\" names an unknown issue \"yers\"; did you mean \"years\"?"
    ),
    (
      "years: short, rent: high, because: nobody pays", "because: nobody pays",
      "f:16:5: an entry of \"infeasible\" rules out everything: name a level"
    ),
    (
      "disagreement: {gains: {t: 0, o: 0}}", "disagreement: {gains: {t: 0}}",
      "f:17:23: \"gains\" of \"disagreement\" lacks \"o\": write o: NUMBER"
    ),
    (
      "disagreement: {gains: {t: 0, o: 0}}\n", "",
      "f:1:1: the game lacks \"disagreement\": write disagreement: {gains: {t: 0, ...}}"
    ),
    (
      "{leaves: t}", "{leaves: o}",
      "f:27:31: \"o\" has no outside option: write disagreement, or add it to \"outside-options\""
    ),
    (
      "{leaves: t}", "{years: short, rent: high}",
      "f:27:22: \"agreement\" of \"outcome\" is infeasible: write a combination that "
        + "\"infeasible\" leaves"
    ),
    (
      "{leaves: t}", "{years: long}",
      "f:27:22: \"agreement\" of \"outcome\" names no level of \"rent\": write rent: low"
    ),
    (
      "floor: x / 4", "flor: 1",
      "f:19:36: unknown key \"flor\" in a ratifier of \"o\"; did you mean \"floor\"?"
    ),
    (
      "round: {gains: {t: -1, o: -1}}", "rounds: 2",
      "f:25:3: unknown key \"rounds\" in \"attrition\"; did you mean \"round\"?"
    ),
    (
      "rent: {levels: {low: {gains: {t: 0, o: 0}}, high: {gains: {t: -x, o: x}}}}",
      "rent: {levels: {}}",
      "f:14:18: the levels of \"rent\" is empty: name at least one level"
    ),
  ])
  func `say what is wrong`(passage: String, replacement: String, line: String) throws {
    let at = try #require(lease.range(of: passage))
    var text = lease
    text.replaceSubrange(at, with: replacement)
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(error?.description == line)
  }

  @Test func `refuse more combinations than can be listed`() {
    let levels = (0..<30).map { "l\($0): {gains: [0, 0]}" }.joined(separator: ", ")
    let text = """
      format: 1
      id: many
      title: Many
      actors: {a: {name: A}, b: {name: B}}
      form: bargaining
      issues: {x: {levels: {\(levels)}}, y: {levels: {\(levels)}}, z: {levels: {\(levels)}}}
      disagreement: {gains: [0, 0]}
      """
    let error = #expect(throws: InputError.self) { try read(text) }
    #expect(
      error?.description
        == "f:6:10: the issues make more than 20000 combinations: leave some levels out")
  }
}
