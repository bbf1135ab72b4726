import Arithmetic
import GameForms
import Scenarios
import TestSupport
import Testing

private let offerYAML = """
  format: 1
  id: offer
  title: An offer
  actors: {a: {name: Ann}, b: {name: Bob}}
  parameters: {p: {default: 1/3, range: [0, 1], meaning: how likely the pie is large, source: assumed}}
  form: extensive
  sets: {offered: Bob does not know how large the pie is}
  tree:
    chance: {large: p, small: 1 - p}
    actions:
      large:
        actor: a
        actions:
          ask: {actor: b, set: offered, actions: {accept: {gains: {a: 3, b: 1}}, refuse: nothing}}
          leave: nothing
      small: little
  nodes:
    little:
      actor: a
      actions:
        ask:
          actor: b
          set: offered
          actions:
            accept: {end: a bad deal, gains: [1, -p], because: too dear, source: assumed}
            refuse: nothing
        leave: nothing
  ends:
    nothing: {gains: {a: 0, b: 0}, because: nobody deals, source: assumed}
  relative-gains: {rule: snidal, weights: 1/2}
  outcome: {path: [small, ask, accept], source: assumed}
  """

private func tree(_ body: String, ends: String = "ends: {x: {gains: [0, 0]}}") -> String {
  "format: 1\nid: t\ntitle: T\nactors: {a: A, b: B}\nparameters: {p: 1/2}\nform: extensive\n"
    + ends + "\ntree:\n" + body
}

@Suite struct `Extensive game files` {
  @Test func `say the tree, who knows what, and each end once`() throws {
    let scenario = try ScenarioReader.read(text: offerYAML, format: .yaml, file: "f")
    let form = try #require(scenario.form as? ExtensiveForm)
    #expect(form.nodes.count == 11)
    #expect(form.sets.map(\.key) == ["large", "offered", "little"])
    #expect(form.sets[1].meaning == "Bob does not know how large the pie is")
    #expect(form.cellNames == ["nothing", nil, "a bad deal"])
    #expect(form.name(ofCell: 1) == "(large, ask, accept)")
    #expect(form.size == "11 nodes, 3 information sets")
    #expect(scenario.outcome?.profile == [1, 0, 0])
    #expect(form.words(of: [1, 0, 0]) == "small, ask, accept")
    let evaluated = try GameEvaluator(scenario).evaluate([Rational(1, 4)])
    let view = try form.extensiveView(of: evaluated, actors: scenario.actors)
    #expect(view.gains.nodes[0].kind == .chance(probabilities: [Rational(1, 4), Rational(3, 4)]))
    // Snidal's rule with weight 1/2 is applied to every end: 3 - 1/2, 1 - 3/2.
    #expect(view.utilities.nodes[3].kind == .end(payoffs: [Rational(5, 2), Rational(-1, 2)]))
    #expect(view.name(ofNode: 8) == "small, ask, accept")
    let strategic = try #require(
      try form.strategicView(of: evaluated, actors: scenario.actors))
    #expect(
      strategic.strategies.map { $0.map(\.key) } == [
        [
          "large:ask/little:ask", "large:ask/little:leave", "large:leave/little:ask",
          "large:leave/little:leave",
        ], ["accept", "refuse"],
      ])
    // Both ask, Bob accepts: 1/4 of (3, 1) and 3/4 of (1, -1/4).
    #expect(strategic.gains.payoffs.prefix(2) == [Rational(3, 2), Rational(1, 16)])
  }

  @Test func `read back what was written`() throws {
    let scenario = try ScenarioReader.read(text: offerYAML, format: .yaml, file: "f")
    for (text, format) in [
      (ScenarioWriter.yaml(scenario), ScenarioFormat.yaml), (ScenarioWriter.json(scenario), .json),
    ] {
      let again = try ScenarioReader.read(text: text, format: format, file: "f")
      #expect(ScenarioWriter.yaml(again) == ScenarioWriter.yaml(scenario))
      #expect(again.outcome == scenario.outcome)
    }
  }

  @Test func `refuse probabilities that do not add up to 1 wherever they do not`() throws {
    let text = offerYAML.split(separator: "1 - p").joined(separator: "p")
    let scenario = try ScenarioReader.read(text: text, format: .yaml, file: "f")
    let evaluator = try GameEvaluator(scenario)
    #expect(
      throws: InputError(
        "the probabilities of chance add up to 2/3: make them add up to 1",
        at: Position(file: "f", line: 9, column: 3))
    ) { try evaluator.evaluate([Rational(1, 3)]) }
    #expect(try evaluator.evaluate([Rational(1, 2)]).exact)
    #expect(ScenarioCheck.problems(in: scenario).contains { $0.message.contains("add up to") })
  }

  @Test(
    arguments: [
      ("  {gains: [0, 0]}", "f:7:8: no action leads to the end \"x\""),
      ("  {actor: carol, actions: {l: x}}", "f:9:11: unknown actor \"carol\"; known: a, b"),
      ("  {actor: a}", "f:9:3: the tree lacks \"actions\": write actions: {yes: {...}, no: {...}}"),
      (
        "  {actor: a, actions: {l: y}}",
        "f:9:27: there is no node or end \"y\"; did you mean \"x\"?"
      ),
      (
        "  {actor: a, actions: {l: {gains: [1]}, r: x}}",
        "f:9:35: \"gains\" of the node after \"l\" holds 1 number for 2 actors"
      ),
      (
        "  {actor: a, set: s, actions: {l: x, r: {actor: b, set: s, actions: {l: x, r: x}}}}",
        "f:9:49: the set \"s\" belongs to \"a\" at line 9, column 3: name another actor's set otherwise"
      ),
      (
        "  {actor: a, set: s, actions: {l: x, r: {actor: a, set: s, actions: {l: x}}}}",
        "f:9:69: the set \"s\" has the actions l, r at line 9, column 3: write the same here, its "
          + "actor cannot tell the nodes apart"
      ),
      (
        "  {chance: {l: p}, actions: {l: x, r: x}}",
        "f:9:36: chance has no move \"r\"; did you mean \"l\"?"
      ),
      (
        "  {chance: {l: p, r: 1 - p}, actions: {l: x}}",
        "f:9:39: \"actions\" of the tree lacks \"r\": say what follows"
      ),
      ("  {chance: {l: q}, actions: {l: x}}", "f:9:16: unknown parameter \"q\""),
    ])
  func `that are wrong get one line`(body: String, line: String) {
    #expect(complaint(tree(body))?.hasPrefix(line) ?? false, "\(complaint(tree(body)) ?? "none")")
  }

  @Test func `have outcomes that are paths to an end`() {
    let body =
      "  {actor: a, actions: {l: x, r: {actor: b, actions: {u: x, d: x}}}}\noutcome: {path: "
    #expect(complaint(tree(body + "[r, u]}")) == nil)
    #expect(
      complaint(tree(body + "[r]}"))
        == "f:10:17: \"path\" of \"outcome\" stops before the end of the game: go on with one of u, d"
    )
    #expect(
      complaint(tree(body + "[l, u]}"))
        == "f:10:21: \"path\" of \"outcome\" goes on past the end of the game: leave \"u\" out")
    #expect(
      complaint(tree(body + "[m]}"))
        == "f:10:18: there is no action \"m\" here; did you mean \"l\"?")
  }
}
