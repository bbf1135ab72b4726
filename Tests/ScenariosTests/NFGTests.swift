import Arithmetic
import GameForms
import Scenarios
import TestSupport
import Testing

private func read(_ text: String) throws -> Scenario {
  try ScenarioReader.read(text: text, format: .nfg, file: "dir/some-game.nfg")
}

private func strategies(_ scenario: Scenario) -> [[String]] {
  (scenario.form as? StrategicForm)?.strategies.map { $0.map(\.key) } ?? []
}

@Suite struct `Gambit strategic games` {
  @Test func `in the payoff version have the first player's strategy vary fastest`() throws {
    let scenario = try read(
      """
      NFG 1 R "A \\"game\\" of \\\\ two" { "Alice" "Bob" }
      { { "up" "down" }
      { "left" "middle" "right" } }
      "a comment"

      1 2 3 4
      5, 6, 1/3 -1.5e2
      .5 +2 1e-3 -7/2
      """)
    #expect(scenario.id == "some-game")
    #expect(scenario.title == "A \"game\" of \\ two")
    #expect(scenario.story == "a comment")
    #expect(scenario.actors.map(\.key) == ["Alice", "Bob"])
    #expect(strategies(scenario) == [["up", "down"], ["left", "middle", "right"]])
    let game = try GameEvaluator(scenario).evaluate([]).gains
    #expect(
      game == [
        1, 2, 5, 6, Rational(1, 2), 2,
        3, 4, Rational(1, 3), -150, Rational(1, 1000), Rational(-7, 2),
      ])
  }

  @Test func `in the outcome version share outcomes, and outcome 0 brings nothing`() throws {
    let scenario = try read(
      """
      NFG 1 D "" { "1" "2" } { 2 2 }
      { { "both" 1, 2 }
        { "" 3 4 } }
      1 2 0 1
      """)
    #expect(scenario.title == "some-game")
    #expect(try GameEvaluator(scenario).evaluate([]).gains == [1, 2, 0, 0, 3, 4, 1, 2])
  }

  @Test(
    arguments: [
      ("{ \"A\" \"B\" } { 2 2 }", ["A", "B"], [["1", "2"], ["1", "2"]]),
      (
        "{ \"A\" \"A\" } { { \"x\" \"x\" } { \"\" \"y\" } }", ["1", "2"],
        [["1", "2"], ["1", "2"]]
      ),
      ("{\"\" \"\"}{{\"x\" \"y\"}{\" y \" \"z\"}}", ["1", "2"], [["x", "y"], ["y", "z"]]),
      ("{ \"gains\" \"B\" } { 2 2 }", ["1", "2"], [["1", "2"], ["1", "2"]]),
    ])
  func `without names, or with one name twice, are numbered`(
    names: String, players: [String], labels: [[String]]
  ) throws {
    let scenario = try read("NFG 1 R \"t\" \(names) 1 2 3 4 5 6 7 8")
    #expect(scenario.actors.map(\.key) == players)
    #expect(strategies(scenario) == labels)
  }

  @Test(
    arguments: [
      (
        "EFG 2 R",
        "f:1:1: expected NFG (a strategic game); the file starts NFG 1 R \"title\", found \"EFG\""
      ),
      ("NFG 2 R", "f:1:5: expected 1 (version 1); the file starts NFG 1 R \"title\", found \"2\""),
      ("NFG 1 X", "f:1:7: expected R or D, found \"X\""),
      (
        "NFG 1 R { \"A\" }",
        "f:1:9: expected the title in quotation marks, found \"{\""
      ),
      ("NFG 1 R \"t", "f:1:9: the text that starts here is never closed: write \""),
      (
        "NFG 1 R \"t\" { A }",
        "f:1:15: expected the names of the players in quotation marks, or \"}\", found \"A\""
      ),
      ("NFG 1 R \"t\" { } { }", "f:1:17: the file names no player: write { \"1\" \"2\" }"),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 }",
        "f:1:25: there are 2 players but strategies for 1"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 0 } 1",
        "f:1:29: every player needs a strategy: write at least 1"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 x }",
        "f:1:29: expected a number of strategies, or \"{\" before their names, found \"x\""
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 2 } 1 2 3 4 5 6 7",
        "f:1:46: found 7 payoffs, expected 8: 2 x 2 strategies for 2 players"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 2 }\n1 2 3 4 5 6 7 8\n9 10",
        "f:3:1: found 10 payoffs, expected 8: 2 x 2 strategies for 2 players"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 2 }",
        "f:1:32: found 0 payoffs, expected 8: 2 x 2 strategies for 2 players"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 1 1 } 1 nan",
        "f:1:35: a payoff must be a number such as 3, -2.75, 1e-3 or 7/3, found \"nan\""
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 1 1 } 1 2/0",
        "f:1:35: a payoff divides by zero: \"2/0\""
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 1 } { { \"\" 1 2 } } 1 2",
        "f:1:50: there is no outcome 2: write 0 to 1"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 1 } { { \"\" 1 2 } } 1",
        "f:1:49: found the outcomes of 1 profile, expected 2"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 2 1 } { { \"\" 1 2 3 } } 1 1",
        "f:1:35: outcome 1 has 3 payoffs for 2 players"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 99999999999 2 } 1",
        "f:1:27: the strategies make more than 4000000 payoffs"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 4000000 4000000 } 1",
        "f:1:45: the strategies make more than 4000000 payoffs"
      ),
      (
        "NFG 1 R \"t\" { \"A\" \"B\" } { 9999999999999999999999 2 } 1",
        "f:1:27: expected a number of strategies, or \"{\" before their names, "
          + "found \"9999999999999999999999\""
      ),
    ])
  func `that are wrong get one line`(text: String, line: String) {
    #expect(complaint(text, .nfg) == line)
  }

  @Test(arguments: [[2], [2, 3], [3, 2, 2], [1, 4], [2, 2, 2, 2]])
  func `written at parameters read back the same`(shape: [Int]) throws {
    var generator = SplitMix64(seed: 7)
    for _ in 0..<20 {
      let game = StrategicGame.random(shape: shape, payoffs: -9...9, using: &generator)
      let scenario = Scenario(
        id: "some-game", title: "t \"q\" \\", story: "c",
        actors: shape.indices.map { Scenario.Actor(key: "p\($0)", name: "P\($0)") },
        form: StrategicForm(
          strategies: shape.map { (0..<$0).map { .init(key: "s \"\\\($0)") } },
          cells: (0..<game.profiles).map { index in
            Cell(
              gains: shape.indices.map {
                Expression(game.payoff(at: index, of: $0) / 7)
              })
          }))
      let again = try read(ScenarioWriter.nfg(scenario, values: []))
      #expect(again.title == scenario.title)
      #expect(strategies(again) == strategies(scenario))
      #expect(
        try GameEvaluator(again).evaluate([]).gains
          == GameEvaluator(scenario).evaluate([]).gains)
    }
  }

  @Test func `are written with utilities, or with absolute gains if asked`() throws {
    let scenario = try ScenarioReader.read(text: leaseYAML, format: .yaml, file: "f")
    let defaults = try GameEvaluator(scenario).evaluate([Rational(1, 2), 2])
    let utilities = try read(ScenarioWriter.nfg(scenario, values: [Rational(1, 2), 2]))
    let gains = try read(
      ScenarioWriter.nfg(scenario, values: [Rational(1, 2), 2], absolute: true))
    #expect(try GameEvaluator(utilities).evaluate([]).gains == defaults.utilities)
    #expect(try GameEvaluator(gains).evaluate([]).gains == defaults.gains)
  }
}
