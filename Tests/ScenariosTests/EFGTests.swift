import Arithmetic
import Equilibria
import GameForms
import Scenarios
import TestSupport
import Testing

private func read(_ text: String) throws -> Scenario {
  try ScenarioReader.read(text: text, format: .efg, file: "dir/some-tree.efg")
}

private func file(_ name: String) throws -> (scenario: Scenario, form: ExtensiveForm) {
  let scenario = try read(FixtureFile.text("efg/\(name).efg"))
  return (scenario, try #require(scenario.form as? ExtensiveForm))
}

private func view(_ scenario: Scenario) throws -> ExtensiveView {
  let form = try #require(scenario.form as? ExtensiveForm)
  return try form.extensiveView(
    of: GameEvaluator(scenario).evaluate(scenario.parameters.map(\.default)),
    actors: scenario.actors)
}

/// Payoff vectors in ascending order, as fixtures list them.
private func sorted(_ rows: [[Rational]]) -> [[Rational]] {
  rows.sorted { $0.lexicographicallyPrecedes($1) }
}

private func rows(_ fixture: Fixture, _ field: Int) -> [[Rational]] {
  guard fixture.fields.count > field else { return [] }
  return fixture.fields[field].split(separator: ";").map { Fixture.numbers($0) }
}

@Suite struct `Gambit extensive games` {
  private static let recorded =
    Fixture.read("efg-files").map { ($0, FixtureFile.text("efg/\($0.fields[0]).efg"), 1) }
    + Fixture.read("random-trees").map { ($0, $0.fields[1], 2) }

  @Test(arguments: recorded)
  func `mean what an independent program makes of them`(
    fixture: Fixture, text: String, field: Int
  ) throws {
    let game = try view(read(text)).utilities
    #expect(game.hasPerfectRecall == (fixture.fields[field + 1] == "perfect"))
    let form = try ReducedStrategicForm(game).game
    #expect(form.shape == fixture.shape(field))
    guard fixture.fields.count > field + 2 else { return }
    let payoffs = (0..<form.profiles).map { profile in
      (0..<form.actors).map { form.payoff(at: profile, of: $0) }
    }
    #expect(sorted(payoffs) == rows(fixture, field + 2))
    #expect(
      sorted(PureEquilibria.solve(form).map { payoffs[$0] }) == rows(fixture, field + 3))
  }

  @Test(arguments: FixtureFile.names(in: "efg"))
  func `are the same after writing, as trees and as game files`(name: String) throws {
    let (scenario, _) = try file(name)
    let before = try view(scenario)
    let again = try read(ScenarioWriter.efg(scenario, values: []))
    #expect(again.title == scenario.title && again.story == scenario.story)
    for (text, format) in [
      (try ScenarioWriter.efg(scenario, values: []), ScenarioFormat.efg),
      (ScenarioWriter.yaml(scenario), .yaml), (ScenarioWriter.json(scenario), .json),
    ] {
      let other = try view(ScenarioReader.read(text: text, format: format, file: "f"))
      #expect(other.utilities == before.utilities)
      #expect(other.sets == before.sets && other.actions == before.actions)
      #expect(other.moves == before.moves)
    }
  }

  @Test func `have names where the file gives good ones`() throws {
    let (scenario, form) = try file("labels")
    #expect(scenario.title == "Names twice, \"quoted\" and \\ escaped")
    #expect(scenario.story == "A comment\nof two lines with \"marks\"")
    #expect(scenario.actors.map(\.key) == ["1", "2"])
    #expect(form.sets.map(\.key) == ["1-1", "2-1", "2-2"])
    #expect(
      form.sets.map(\.actions) == [["1", "2"], ["x \"y\"", "x \\ z"], ["gauche", "derrière"]])
    #expect(form.cellNames == [nil, nil, "Größe", nil])
    #expect(form.name(ofCell: 3) == "(2, derrière)")
    let entry = try file("entry").form
    #expect(entry.sets.map(\.key) == ["market", "entered"])
    #expect(entry.cellNames == ["Left alone", "War", "Shared"])
  }

  @Test func `add the payoffs along a path`() throws {
    let game = try view(file("along").scenario).gains
    let half = Rational(1, 2)
    let ends = game.ends.map { end -> [Rational] in
      if case .end(let payoffs) = game.nodes[end].kind { payoffs } else { [] }
    }
    let expected: [[Rational]] = [
      [Rational(9, 2), 3], [-half, 2], [Rational(9, 2), 3], [Rational(-7, 2), -1], [-1, 1],
    ]
    #expect(ends == expected)
    #expect(try file("along").form.cellNames.first == "toll + trip + bonus + good")
  }

  @Test func `may have decimals that miss one by their last digit, or outcomes used early`() throws
  {
    let thirds = try view(file("thirds").scenario).gains
    #expect(
      thirds.nodes[0].kind == .chance(probabilities: Array(repeating: Rational(1, 3), count: 3)))
    let numbers = try view(file("numbers").scenario).gains
    #expect(numbers.nodes[1].kind == .end(payoffs: [-10, Rational(1, 5)]))
    #expect(numbers.nodes[2].kind == .end(payoffs: [3, Rational(1, 2)]))
    #expect(try file("later").form.cells.count == 1)
  }

  @Test func `as deep as a million moves would need are read without recursion`() throws {
    var text = "EFG 2 R \"centipede\" { \"A\" \"B\" }\n"
    for move in 0..<5000 {
      text += "p \"\" \(move % 2 + 1) \(move / 2 + 1) \"\" { \"stop\" \"go\" } 0\n"
      text += "t \"\" \(move + 1) \"\" { \(move), \(move % 3) }\n"
    }
    let scenario = try read(text + "t \"\" 0\n")
    let form = try #require(scenario.form as? ExtensiveForm)
    #expect(form.nodes.count == 10001)
    let again = try ScenarioReader.read(
      text: ScenarioWriter.yaml(scenario), format: .yaml, file: "f")
    #expect(try view(again).gains == view(scenario).gains)
  }

  @Test(
    arguments: [
      (
        "",
        "f:1:1: expected EFG (an extensive game); the file starts EFG 2 R \"title\", found the end of the file"
      ),
      ("EFG 1 R", "f:1:5: expected 2 (version 2); the file starts EFG 2 R \"title\", found \"1\""),
      ("EFG 2 Q", "f:1:7: expected R or D, found \"Q\""),
      ("EFG 2 R { }", "f:1:9: expected the title in quotation marks, found \"{\""),
      ("EFG 2 R \"\" { }", "f:1:12: the file names no player: write { \"1\" \"2\" }"),
      (
        "EFG 2 R \"\" { \"A\" }",
        "f:1:19: expected a node, c, p or t, found the end of the file: 1 action still leads nowhere"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\np \"\" 1 1 \"\" { \"l\" \"r\" } 0\nt \"\" 0",
        "f:3:7: expected a node, c, p or t, found the end of the file: 1 action still leads nowhere"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\nt \"\" 0\nt \"\" 0",
        "f:3:1: found \"t\" after the last node: every action leads somewhere already"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\np \"\" 2 1 \"\" { \"l\" } 0",
        "f:2:6: there is no player 2: write 1 to 1"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\np \"\" 1 1 0",
        "f:2:10: expected \"{\" before the actions, which set 1 of player 1 does not have yet, found \"0\""
      ),
      (
        "EFG 2 R \"\" { \"A\" }\np \"\" 1 1 \"\" { } 0",
        "f:2:8: an information set needs an action: write { \"a\" }"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\np \"\" 1 1 { \"l\" } 0\np \"\" 1 1 { \"l\" \"r\" } 0",
        "f:3:8: set 1 of player 1 has 2 actions here and had 1 before"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\nc \"\" 1 \"\" { \"l\" 1/2 \"r\" 1/3 } 0",
        "f:2:6: the probabilities of chance add up to 5/6: make them add up to 1"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\nc \"\" 1 \"\" { \"l\" 3/2 \"r\" -1/2 } 0",
        "f:2:25: the probability of \"r\" is -1/2: write 0 or more"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\nt \"\" 1 \"\" { 1, 2 }",
        "f:2:6: outcome 1 has 2 payoffs for 1 player"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\nt \"\" 1 \"win\"",
        "f:2:6: outcome 1 has no payoffs anywhere: write { 0 } after it"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\np \"\" 1 1 { \"l\" \"r\" } 0\nt \"\" 1 { 1 }\nt \"\" 1 { 2 }",
        "f:4:6: outcome 1 has other payoffs at line 3, column 6: give it another number"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\nt \"\" 0 { 1 }",
        "f:2:6: outcome 0 stands for no payoffs: give the outcome another number"
      ),
      (
        "EFG 2 R \"\" { \"A\" }\nt \"\" 1 { one }",
        "f:2:10: a payoff must be a number such as 3, -2.75, 1e-3 or 7/3, found \"one\""
      ),
    ])
  func `that are wrong get one line`(text: String, line: String) {
    #expect(complaint(text, .efg) == line)
  }
}
