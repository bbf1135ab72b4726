import Arithmetic
import GameForms
import Testing

@testable import Scenarios

/// A game of three whose worths stand in `content`.
private func file(_ content: String) -> String {
  """
  format: 1
  id: coalitions
  title: Coalitions
  actors: {a: {name: Ann}, b: {name: Bob}, c: {name: Cyd}}
  parameters: {x: 2}
  form: coalitional
  \(content)
  """
}

/// The worths of a game in binary order, the empty coalition left out.
private func worths(_ text: String) throws -> String {
  let scenario = try ScenarioReader.read(text: text, format: .yaml, file: "f")
  let form = try #require(scenario.form as? CoalitionalForm)
  let evaluator = try GameEvaluator(scenario)
  let game = form.game(in: try evaluator.evaluate(evaluator.defaults))
  return (1..<game.coalitions).map { game[Coalition(rawValue: $0)].description }
    .joined(separator: " ")
}

@Suite struct `Coalitional form` {
  /// Each way to tell worths and what it comes to: a, b, ab, c, ac, bc, abc.
  static let contents: [(content: String, worths: String)] = [
    ("worths: {order: binary, values: [1, 2, 3, 4, 5, 6, 7 * x]}", "1 2 3 4 5 6 14"),
    ("worths: {order: lexicographic, values: [1, 2, 3, 4, 5, 6, 7]}", "1 2 4 3 5 6 7"),
    (
      """
      worths:
        - {coalition: [b, a], worth: x / 3, because: why, source: assumed}
        - {coalition: [a, b, c], worth: 1}
      otherwise: 0
      """, "0 0 2/3 0 0 0 1"
    ),
    ("worth: (size >= 2 and a) * x", "0 0 2 0 2 0 2"),
    (
      """
      projects:
        - {together: [a, b], gains: {a: 2, c: -1}}
        - {together: [a, b, c], gains: {b: x}}
      others: together
      unions: [[c, a]]
      links: [[a, b], [c, b]]
      """, "0 0 2 -1 0 0 3"
    ),
    ("votes: {weights: {a: 2, b: 1, c: 1}, quota: 3}", "0 0 1 0 1 0 1"),
    ("bankruptcy: {claims: [1, 2, 3], estate: 2 * x}", "0 0 1 1 2 3 4"),
    ("costs: {largest-of: {a: 1, b: 2, c: 3}}", "-1 -2 -2 -3 -3 -3 -3"),
    ("costs: [{coalition: [a], cost: 5}]\notherwise: 1", "-5 -1 -1 -1 -1 -1 -1"),
    (
      """
      partitions:
        - {structure: [[a, b, c]], worths: [9]}
        - {structure: [[c, a]], worths: [4, 1]}
        - {structure: [[a, b]], worths: [3, 0]}
        - {structure: [[b, c]], worths: [2, x]}
        - {structure: [], worths: [0, 1, 5]}
      """, "0 1 3 5 4 2 9"
    ),
  ]

  @Test(arguments: contents)
  func `reads every way to tell worths, and writes it so that it reads the same`(
    content: String, expected: String
  ) throws {
    let text = file(content)
    #expect(try worths(text) == expected)
    let scenario = try ScenarioReader.read(text: text, format: .yaml, file: "f")
    for format in [ScenarioFormat.yaml, .json] {
      let written = format == .yaml ? ScenarioWriter.yaml(scenario) : ScenarioWriter.json(scenario)
      let again = try ScenarioReader.read(text: written, format: format, file: "g")
      #expect(ScenarioWriter.yaml(again) == ScenarioWriter.yaml(scenario))
    }
  }

  @Test(arguments: [
    (
      "worths: [1, 2, 3, 4, 5, 6, 7]",
      "lexicographic ({c} = 3, {a, b} = 4) or binary ({a, b} = 3, {c} = 4)"
    ),
    ("worths: {values: [1, 2, 3]}", "must say its order"),
    ("worths: {order: alphabetic, values: [1]}", "must be lexicographic or binary"),
    ("worths: {order: binary, values: [1, 2]}", "7 coalitions that are not empty, found 2 numbers"),
    ("worths: [{coalition: [a], worth: 1}]", "lacks the coalition [b] and 5 more"),
    ("worths: [{coalition: [a, d], worth: 1}]", "\"d\""),
    ("worths: [{coalition: [a, a], worth: 1}]", "names \"a\" twice"),
    ("worths: [{coalition: [], worth: 1}]", "is empty"),
    ("worth: sise", "\"sise\""),
    ("", "lacks its worths"),
    ("worth: size\nvotes: {weights: [1, 1, 1], quota: 2}", "keep one of the two"),
    ("votes: {weights: [1, 1, 1], quota: 0}", "must be above 0"),
    ("votes: {weights: [1, 1], quota: 1}", "2 numbers for 3 actors"),
    ("partitions: [{structure: [[a, b, c]], worths: [1]}]", "1 of 5 structures and lacks"),
    ("partitions: [{structure: [[a, b], [b, c]], worths: [1]}]", "\"b\" in two blocks"),
    ("worth: size\nlinks: [[a, b, c]]", "joins two actors, found 3"),
    ("worth: size\nothers: gone", "must be alone or together"),
  ])
  func `says what is wrong`(content: String, expected: String) {
    let found = complaint(file(content))
    #expect(found?.contains(expected) == true, "\(found ?? "nothing")")
    #expect(found?.hasPrefix("f:") == true)
  }
}
