import Scenarios
import Testing

@Suite struct `A conflict in a game file` {
  static let sample = """
    format: 1
    id: quarrel
    title: A quarrel
    actors: {a: {name: Ann}, b: {name: Bob}}
    form: conflict
    options:
      a: {claim: claim the field, fence: put up a fence}
      b: {sue: go to court}
    infeasible:
      - {pattern: NY-, because: a fence is a claim}
    irreversible: {fence: Y}
    states:
      peace: {pattern: NNN, meaning: nobody does anything}
    status-quo: peace
    preferences:
      a: {ranking: [YY N, Y--, [NNY, peace]]}
      b: {statements: [not fence, "sue or not claim", not sue]}
    outcome: {state: {claim: Y, fence: Y, sue: Y}, source: assumed}
    """

  private func read(_ text: String) throws -> Scenario {
    try ScenarioReader.read(text: text, format: .yaml, file: "test.yaml")
  }

  private func form(_ text: String) throws -> ConflictForm {
    try #require(try read(text).form as? ConflictForm)
  }

  @Test func `has the feasible combinations as states, in order`() throws {
    let form = try form(Self.sample)
    #expect(
      form.codes.indices.map { form.pattern(ofState: $0) } == [
        "NNN", "NNY", "YNN", "YNY", "YYN", "YYY",
      ])
    #expect(form.name(ofState: 0) == "peace")
    #expect(form.statusQuo == 0)
    #expect(try read(Self.sample).outcome?.profile == [5])
    #expect(form.size == "3 options, 6 states")
  }

  @Test func `orders states by the first pattern that fits and by prioritised statements`() throws {
    let scenario = try read(Self.sample)
    let form = try #require(scenario.form as? ConflictForm)
    let evaluator = try GameEvaluator(scenario)
    let graph = form.graph(of: try evaluator.evaluate(evaluator.defaults))
    #expect(graph.preferences[0].ranks == [0, 0, 1, 1, 2, 1])
    // peace 111, NNY 110, YNN 101, YNY 110, YYN 001, YYY 010.
    #expect(graph.preferences[1].ranks == [4, 3, 2, 3, 0, 1])
    #expect(!graph.preferences[0].hasStrength)
  }

  @Test func `moves by own options, and never back over what cannot be undone`() throws {
    let scenario = try read(Self.sample)
    let form = try #require(scenario.form as? ConflictForm)
    let evaluator = try GameEvaluator(scenario)
    let graph = form.graph(of: try evaluator.evaluate(evaluator.defaults))
    #expect(Array(graph.moves[0][0]) == [2, 4])
    #expect(Array(graph.moves[0][4]) == [])
    #expect(Array(graph.moves[1][4]) == [5])
  }

  @Test func `takes gains by pattern, under the relative-gains rule, with a threshold for much`()
    throws
  {
    let text = """
      format: 1
      id: share
      title: A share
      actors: {a: {name: Ann}, b: {name: Bob}}
      parameters: {r: {default: 1, range: [0, 1], meaning: weight, source: assumed}}
      form: conflict
      options: {a: [take], b: [give]}
      gains:
        - {state: YY, gains: {a: 3, b: 1}}
        - {state: "--", gains: {a: 2, b: 2}}
      much: 2
      relative-gains: {rule: snidal, weights: r}
      """
    let scenario = try read(text)
    let form = try #require(scenario.form as? ConflictForm)
    let evaluator = try GameEvaluator(scenario)
    func graph(_ r: Int) throws -> [[Int]] {
      form.graph(of: try evaluator.evaluate([.init(r)])).preferences.map(\.ranks)
    }
    #expect(try graph(1) == [[0, 0, 0, 1], [1, 1, 1, 0]])
    let strong = form.graph(of: try evaluator.evaluate([1])).preferences
    #expect(strong[0].muchWorse == [0, 0, 0, 1])
    #expect(strong[1].muchWorse == [1, 1, 1, 0])
    let view = try #require(
      try form.strategicView(
        of: try evaluator.evaluate([1]), actors: scenario.actors))
    #expect(view.strategies.map { $0.map(\.key) } == [["N", "Y"], ["N", "Y"]])
    #expect(view.utilities.payoffs == [0, 0, 0, 0, 0, 0, 2, -2])
    #expect(!view.ordinal)
  }

  @Test func `has no strategic view where moves are not free`() throws {
    let scenario = try read(Self.sample)
    let evaluator = try GameEvaluator(scenario)
    #expect(
      try scenario.form.strategicView(
        of: try evaluator.evaluate([]), actors: scenario.actors) == nil)
  }

  @Test(arguments: [ScenarioFormat.yaml, .json])
  func `is written as it is read`(format: ScenarioFormat) throws {
    func text(_ scenario: Scenario) -> String {
      format == .yaml ? ScenarioWriter.yaml(scenario) : ScenarioWriter.json(scenario)
    }
    let first = try read(Self.sample)
    let second = try ScenarioReader.read(text: text(first), format: format, file: "again")
    #expect(text(second) == text(first))
    let (before, after) = (
      try #require(first.form as? ConflictForm), try #require(second.form as? ConflictForm)
    )
    #expect(before.codes == after.codes)
    #expect(before.named == after.named)
    #expect(before.irreversible == after.irreversible)
    #expect(second.outcome?.profile == first.outcome?.profile)
  }

  /// What is replaced in the sample, by what, and how the error begins.
  static let mistakes: [(String, String, String)] = [
    ("YY N, Y--", "YY, Y--", "test.yaml:16:17: an entry of the preferences of \"a\" has 2 letters"),
    (
      "YY N, Y--", "YXN, Y--", "test.yaml:16:17: an entry of the preferences of \"a\" is no pattern"
    ),
    (", [NNY, peace]", "", "test.yaml:16:16: the preferences of \"a\" leave out the state NNN"),
    ("[YY N, Y--,", "[Y--, YY N,", "test.yaml:16:22: an entry of the preferences of \"a\" fits no"),
    ("not fence,", "not fense,", "test.yaml:17:24: unknown option \"fense\""),
    ("sue: go", "claim: go", "test.yaml:8:7: the option \"claim\" stands here and at line 7"),
    ("{fence: Y}", "{fench: Y}", "test.yaml:11:16: unknown option \"fench\"; did you mean"),
    ("{fence: Y}", "{fence: yes}", "test.yaml:11:23: the option \"fence\" must be Y or N"),
    ("pattern: NY-", "pattern: ---", "test.yaml:10:3: \"infeasible\" leaves no state"),
    ("status-quo: peace", "status-quo: NYN", "test.yaml:14:13: \"status-quo\" is no state: NYN is"),
    ("status-quo: peace", "status-quo: Y--", "test.yaml:14:13: \"status-quo\" must be one state"),
    ("status-quo: peace", "status-quo: pease", "test.yaml:14:13: \"status-quo\" is no pattern"),
    ("peace: {p", "NN: {p", "test.yaml:13:3: \"NN\" cannot name a state"),
    ("  b: {sue: go to court}\n", "", "test.yaml:7:3: \"options\" lacks \"b\""),
    ("  b: {statements", "  c: {statements", "test.yaml:17:3: unknown actor \"c\""),
    ("{statements: [", "{statement: [", "test.yaml:17:7: unknown key \"statement\" in the pref"),
    ("preferences:", "much: 2\npreferences:", "test.yaml:15:1: \"much\" is for gains"),
    ("preferences:", "gains: []\npreferences:", "test.yaml:16:1: \"preferences\" beside \"gains\""),
  ]

  @Test(arguments: mistakes.indices)
  func `that is wrong is refused at its place`(index: Int) throws {
    let (found, replacement, expected) = Self.mistakes[index]
    #expect(Self.sample.contains(found))
    let parts = Self.sample.split(
      separator: found, maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts.joined(separator: replacement)
    let error = try #require(throws: InputError.self) { try read(text) }
    #expect(error.description.hasPrefix(expected), "\(error)")
  }
}
