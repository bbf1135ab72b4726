import Arithmetic
import Laboratory
import Scenarios
import Testing

/// Games of forms whose record is held against more than one equilibrium.
private func verdict(
  _ form: String, _ outcome: String, payoffs: [(String, String)]? = nil
) throws -> (atDefaults: Bool, words: String) {
  let cells =
    payoffs ?? [
      ("a: C, b: C", "3, 3"), ("a: C, b: D", "0, 5"), ("a: D, b: C", "5, 0"),
      ("a: D, b: D", "1, 1"),
    ]
  let scenario = try TestGames.read(
    """
    format: 1
    id: test
    title: Test
    actors: {a: {name: A}, b: {name: B}}
    \(form)
    strategies: {a: [C, D], b: [C, D]}
    payoffs: [\(cells.map { "{\($0), gains: [\($1)]}" }.joined(separator: ", "))]
    outcome: {profile: \(outcome), source: assumed}
    """)
  let history = try #require(try Laboratory.History(scenario))
  return (history.withRule.atDefaults, history.withRule.words)
}

@Suite struct `What history makes of` {
  @Test(arguments: [
    ("discount: 1/2", "{a: C, b: C}", "held by a threat"),
    ("discount: 0.499", "{a: C, b: C}", "no"),
    ("discount: 0", "{a: D, b: D}", "equilibrium of the stage"),
    ("discount: 0.99\nperiods: 100", "{a: C, b: C}", "no"),
    ("discount: {a: 0.9, b: 0.4}", "{a: C, b: C}", "no"),
    ("discount: 0.99", "{a: C, b: D}", "no"),
  ])
  func `a profile played all along, by the grim trigger's (5 - 3) / (5 - 1)`(
    discount: String, outcome: String, words: String
  ) throws {
    let found = try verdict("form: repeated\n\(discount)", outcome)
    #expect(found.words == words)
    #expect(found.atDefaults == (words != "no"))
  }

  @Test func `a hypergame: what each plays in the game it sees`() throws {
    // A truly has a prisoner's dilemma, and takes B for one who cooperates whatever A does.
    let seen = """
      form: hypergame
      perceived:
        a:
          - {a: C, b: C, gains: {a: 9, b: 9}, because: hope, source: assumed}
          - {a: D, b: C, gains: {b: 9}, because: hope, source: assumed}
      """
    #expect(try verdict(seen, "{a: C, b: D}").words == "may come about")
    #expect(try verdict(seen, "{a: C, b: C}").words == "no")
    #expect(try verdict(seen, "{a: D, b: D}").words == "no")
  }

  @Test(arguments: [
    ("{types: {a: strong}, a: D, b: D}", true), ("{types: {a: weak}, a: C, b: D}", true),
    ("{types: {a: weak}, a: D, b: D}", false), ("{types: {a: strong}, a: C, b: D}", false),
  ])
  func `what a type did, among the equilibria of all types`(outcome: String, expected: Bool) throws
  {
    let form = """
      form: bayesian
      types: {a: [strong, weak]}
      prior: [{a: strong, probability: 1/2}, {a: weak, probability: 1/2}]
      """
    // The strong does better with D, the weak with C, and B with D, whatever the others do.
    let payoffs = ["strong", "weak"].flatMap { type in
      ["C", "D"].flatMap { own in
        ["C", "D"].map { other in
          (
            "types: {a: \(type)}, a: \(own), b: \(other)",
            "\((own == "D") == (type == "strong") ? 1 : 0), \(other == "D" ? 1 : 0)"
          )
        }
      }
    }
    #expect(try verdict(form, outcome, payoffs: payoffs).atDefaults == expected)
  }
}
