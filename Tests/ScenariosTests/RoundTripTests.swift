import Arithmetic
import Scenarios
import Testing

/// Games that between them use every key of a game file.
private let samples = [
  leaseYAML,
  """
  format: 1
  id: ranks
  title: "Ranks: a game"
  situations: [C2, D12]
  story: "one\\ntwo"
  actors: {a: {name: A, wants: w, fears: f}, b: {name: B}, "c d": {name: 'C "D"'}}
  form: strategic
  gains: ordinal
  strategies: {a: [x, "no"], b: {y: null, z: "why: not"}, "c d": ["null"]}
  payoffs:
    - {a: x, b: y, "c d": "null", ranks: [4, 3, 2]}
    - {a: x, b: z, "c d": "null", ranks: [1, 2, 3]}
    - {a: no, b: y, "c d": "null", ranks: [3, 1, 1]}
    - {a: no, b: z, "c d": "null", ranks: [2, 4, 4]}
  cooperation: [x, y, "null"]
  punishment: {a: no, b: z, "c d": "null"}
  contradictions: ["A says so", "B: says # not"]
  leaves-out: ["the others"]
  sources: {ZT: "A long title, 2003"}
  """,
  """
  format: 1
  id: power
  title: Power
  actors: {a: {name: A}, b: {name: B}}
  parameters: {r: 1/3, s: {default: 1e-2, range: [0, 1.5]}}
  form: strategic
  strategies: {a: [x, y], b: [x]}
  payoffs:
    - {a: x, b: x, gains: {a: "max(r, s, 1/7)", b: "if(r < s, 1, -2.50)"}}
    - {a: y, b: x, gains: {a: -r, b: (r + s)^2}}
  relative-gains: {rule: power, weights: {a: r}, capabilities: {a: 2*s, b: 3}, scale: 10}
  """,
  """
  format: 1
  id: snidal
  title: Snidal
  actors: {a: {name: A}, b: {name: B}}
  parameters: {r: 1/3, n: 3}
  form: strategic
  strategies: {a: [x], b: [x]}
  payoffs: [{a: x, b: x, gains: [3, 1]}]
  relative-gains: {rule: snidal, weights: {a: r, b: {a: 1/2}}, among: n}
  """,
]

@Suite struct `Scenarios written` {
  @Test(arguments: samples.indices, ["yaml", "json"])
  func `read back the same`(index: Int, format: String) throws {
    let scenario = try ScenarioReader.read(text: samples[index], format: .yaml, file: "f")
    let format = try #require(ScenarioFormat(rawValue: format))
    let text =
      format == .yaml ? ScenarioWriter.yaml(scenario) : ScenarioWriter.json(scenario)
    let again = try ScenarioReader.read(text: text, format: format, file: "g")
    // The two writers tell all there is to tell, so that equal texts mean equal scenarios.
    #expect(ScenarioWriter.json(again) == ScenarioWriter.json(scenario))
    #expect(ScenarioWriter.yaml(again) == ScenarioWriter.yaml(scenario))
    #expect(again.story == scenario.story)
    #expect(again.sources == scenario.sources)
    #expect(again.situations == scenario.situations)
    #expect(again.contradictions == scenario.contradictions)
    #expect(again.punishment == scenario.punishment)
    #expect(again.seminar == scenario.seminar)
    #expect(again.outcome == scenario.outcome)
    let evaluator = try GameEvaluator(scenario)
    let values = evaluator.defaults
    #expect(
      try GameEvaluator(again).evaluate(values).utilities == evaluator.evaluate(values).utilities)
  }

  @Test func `are laid out for reading`() throws {
    let scenario = try ScenarioReader.read(text: samples[3], format: .yaml, file: "f")
    #expect(
      ScenarioWriter.yaml(scenario) == """
        format: 1
        id: snidal
        title: Snidal
        actors: {a: {name: A}, b: {name: B}}
        parameters: {r: {default: 1/3}, n: {default: 3}}
        form: strategic
        strategies: {a: [x], b: [x]}
        payoffs: [{a: x, b: x, gains: {a: 3, b: 1}}]
        relative-gains: {rule: snidal, weights: {a: r, b: {a: 1/2}}, among: n}

        """)
  }
}
