import Arithmetic
import GameForms
import RelativeGains
import Scenarios
import TestSupport
import Testing

private func sample(rule: String, owner: String = "berth-price") throws -> GameEvaluator {
  let text = lease(
    "relative-gains:\n  rule: grieco\n  weights: {owner: {tenant: k}}\n",
    "relative-gains: \(rule)\n")
  let varied = text.replacing("owner: berth-price}", with: "owner: \"\(owner)\"}")
  return try GameEvaluator(ScenarioReader.read(text: varied, format: .yaml, file: "f"))
}

@Suite struct `The evaluator` {
  @Test(
    arguments: [
      ("{rule: none}", "(4, 2)"), ("none", "(4, 2)"), ("{rule: grieco, weights: 1/2}", "(5, 1)"),
      ("{rule: snidal, weights: k}", "(3, 0)"),
      ("{rule: snidal, weights: {owner: 1}, among: 3}", "(4, 0)"),
      ("{rule: snidal, weights: {owner: {tenant: 1}}, among: 3}", "(4, -2)"),
      ("{rule: lead, weights: 1}", "(4, 0)"), ("{rule: convex, weights: 1}", "(4, -2)"),
      ("{rule: ally, weights: {tenant: {owner: 1/4}}}", "(9/2, 2)"),
      (
        "{rule: power, weights: {owner: 1}, capabilities: {tenant: 1, owner: 1}, scale: 8}",
        "(4, -1)"
      ),
    ])
  func `applies every rule`(rule: String, utilities: String) throws {
    let evaluator = try sample(rule: rule)
    let game = try evaluator.evaluate(evaluator.defaults)
    #expect("(\(game.utilities[0]), \(game.utilities[1]))" == utilities)
  }

  @Test func `takes another rule and further parameters`() throws {
    let scenario = try ScenarioReader.read(text: leaseYAML, format: .yaml, file: "f")
    let extra = try Scenario.Parameter.decode(
      Document.read(yaml: "n: {default: 2, range: [2, 5]}", file: "e"))
    let block = try RelativeGainsBlock.decode(
      Document.read(yaml: "{rule: snidal, weights: 1, among: n}", file: "e"),
      actors: scenario.actors, names: scenario.parameters.map(\.name) + ["n"])
    let evaluator = try GameEvaluator(scenario, relativeGains: block, extra: extra)
    #expect(evaluator.parameters == ["k", "berth-price", "n"])
    #expect(evaluator.defaults == [Rational(1, 2), 2, 2])
    #expect(try evaluator.evaluate([0, 2, 5]).utilities[0] == Rational(7, 2))
    let error = #expect(throws: InputError.self) { try evaluator.evaluate([0, 2, 1]) }
    #expect(
      error?.description == "e:1:35: \"among\" of \"relative-gains\" is 1: write at least 2")
    #expect(throws: InputError.self) { try GameEvaluator(scenario, extra: scenario.parameters) }
    #expect(throws: InputError.self) { try GameEvaluator(scenario, relativeGains: block) }
  }

  @Test(
    arguments: [
      ("kk", Rational(1), "unknown parameter \"kk\"; did you mean \"k\"?"),
      ("k", 4, "k = 4 is out of its range: write a value from 0 to 3"),
      (
        "berth-price", Rational(1, 2),
        "berth-price = 1/2 is out of its range: write a value from 1 to 4"
      ),
    ])
  func `refuses values it does not know or that are out of range`(
    name: String, value: Rational, line: String
  ) throws {
    let evaluator = try sample(rule: "none")
    let error = #expect(throws: InputError.self) {
      try evaluator.values(setting: [(name, value)])
    }
    #expect(error?.description == line)
  }

  @Test func `allows values out of range when told to`() throws {
    let evaluator = try sample(rule: "none")
    #expect(
      try evaluator.values(setting: [("k", 4), ("berth-price", 3), ("k", 5)], outOfRange: true)
        == [5, 3])
  }

  @Test func `says where a number has no value`() throws {
    let evaluator = try sample(rule: "none", owner: "1/(k - 2)")
    let error = #expect(throws: InputError.self) { try evaluator.evaluate([2, 2]) }
    #expect(
      error?.description
        == "f:24:73: division by zero in \"1/(k - 2)\": change a parameter, or guard it with if(...)"
    )
    let power = try sample(
      rule: "{rule: power, weights: 1, capabilities: {tenant: 0, owner: 0}, scale: 8}")
    let sum = #expect(throws: InputError.self) { try power.evaluate(power.defaults) }
    #expect(
      sum?.description
        == "f:28:17: the relative-gains rule divides by zero: capabilities and gains must not sum to 0"
    )
  }

  @Test func `over an affine form agrees with the numbers`() throws {
    let evaluator = try sample(rule: "{rule: lead, weights: k}")
    let interval = AffineForm.Interval(lower: 0, upper: 1)
    let base = evaluator.defaults
    let forms = try evaluator.utilities(evaluator.values(base, freeing: 0, on: interval))
    for k in [Rational(1, 3), Rational(2, 7)] {
      #expect(
        forms.map { $0.value(at: k) } == (try evaluator.evaluate([k, 2]).utilities))
    }
    // Where the lead changes sides the form must be split: 6 - p = p.
    let wide = AffineForm.Interval(lower: 1, upper: 4)
    #expect(throws: QuantityError.signChanges(at: 3)) {
      try evaluator.utilities(evaluator.values(base, freeing: 1, on: wide))
    }
  }
}

@Suite struct `The workspace of sweeps` {
  @Test(
    arguments: [
      ("none", "berth-price"), ("{rule: grieco, weights: k}", "berth-price"),
      ("{rule: convex, weights: 1/3}", "k^3*berth-price - max(k, 1)"),
      ("none", "if(k < 1, sqrt(k), 1)"), ("none", "1/(k - 1)"), ("none", "k^200 - k^(1/2)"),
      ("none", "not k or berth-price > 2 and k == 1/2"), ("none", "abs(k - 2) - min(k, -k)"),
      ("{rule: snidal, weights: 1/(berth-price - 2)}", "k"),
    ])
  func `agrees with the evaluator, whatever was set before`(rule: String, owner: String) throws {
    let evaluator = try sample(rule: rule, owner: owner)
    var workspace = try evaluator.makeWorkspace(values: [2, 3])
    var generator = SplitMix64(seed: 3)
    for _ in 0..<300 {
      for parameter in 0..<2 where Bool.random(using: &generator) {
        workspace.set(
          parameter,
          Rational(
            Int.random(in: 0...6, using: &generator), Int.random(in: 1...2, using: &generator)))
      }
      let expected = outcome { try evaluator.evaluate(workspace.values) }
      let found = outcome {
        try workspace.update()
        return try workspace.evaluated()
      }
      #expect(found.error?.description == expected.error?.description)
      #expect(found.value?.gains == expected.value?.gains)
      #expect(found.value?.utilities == expected.value?.utilities)
      #expect(found.value?.numbers == expected.value?.numbers)
      #expect(found.value?.exact == expected.value?.exact)
    }
  }

  private func outcome<Value>(
    _ work: () throws -> Value
  ) -> (value: Value?, error: InputError?) {
    do {
      return (try work(), nil)
    } catch {
      return (nil, error as? InputError)
    }
  }
}
