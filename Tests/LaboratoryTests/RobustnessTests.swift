import Arithmetic
import GameForms
import RelativeGains
import Scenarios
import TestSupport
import Testing

@testable import Laboratory

private let stagHunt = """
  {"format": 1, "id": "hunt", "title": "Hunt", "actors": {"a": "A", "b": "B"},
   "parameters": {"r": {"default": "1/10", "range": [0, 1]}},
   "form": "strategic", "strategies": {"a": ["C", "D"], "b": ["C", "D"]},
   "payoffs": [{"a": "C", "b": "C", "gains": [4, 4]}, {"a": "C", "b": "D", "gains": [1, 3]},
               {"a": "D", "b": "C", "gains": [3, 1]}, {"a": "D", "b": "D", "gains": [2, 2]}],
   "relative-gains": {"rule": "snidal", "weights": "r"}}
  """

private func robustness(_ claim: String, _ text: String = stagHunt) throws -> Robustness {
  let scenario = try ScenarioReader.read(text: text, format: .json, file: "hunt.json")
  let form = try #require(scenario.form as? StrategicForm)
  return try Robustness(Claim(claim, about: scenario, form), in: Setting(scenario))
}

@Suite struct `The robustness of a claim` {
  @Test func `names the error that all payoffs may have, the share, and what tips first`() throws {
    let found = try robustness("(C, C) is an equilibrium")
    #expect(found.holds)
    // Utilities 3.6 against 2.9, and each of them moves by 1.1 for a unit of both gains.
    #expect(found.radius?.size == Rational(7, 22))
    #expect(found.radius?.isExact == true)
    #expect(found.share == .exact(Rational(1, 3)))
    #expect(found.parameters.map(\.tips) == [Rational(1, 3)])
    let tipping = found.gains.filter { $0.tips != nil }
    #expect(
      tipping.map(\.subject).prefix(2) == [
        .gain(actor: 0, profile: 0), .gain(actor: 1, profile: 0),
      ])
    #expect(tipping[0].tips == Rational(33, 10))
  }

  @Test func `has the largest box of all numbers together`() throws {
    guard case .box(let weights) = try robustness("(C, C) is an equilibrium").box else {
      Issue.record("there is a box")
      return
    }
    // The temptation -1 + 3 r: from 1/10 there are 7/30 of the range to go, down only 1/10.
    #expect(weights.part == Rational(7, 30) && weights.payoffs == nil)
    #expect(weights.parameters == [.init(name: "r", from: 0, to: Rational(1, 3))])
    #expect(weights.restriction != nil)

    let affine = stagHunt.replacing("[4, 4]", with: "[\"g\", 4]")
      .replacing(
        "\"r\": {\"default\": \"1/10\", \"range\": [0, 1]}",
        with: "\"g\": {\"default\": 4, \"range\": [0, 8]}"
      )
      .replacing("{\"rule\": \"snidal\", \"weights\": \"r\"}", with: "{\"rule\": \"none\"}")
    guard case .box(let box) = try robustness("(C, C) is an equilibrium", affine).box else {
      Issue.record("there is a box")
      return
    }
    // A is tempted by 3 - g: 1 is left for 8 parts of g and twice 3 parts of every payoff.
    #expect(box.part == Rational(1, 14) && box.payoffs == Rational(3, 14))
    #expect(box.parameters == [.init(name: "g", from: Rational(24, 7), to: 8)])
    #expect(box.restriction == nil)
  }

  @Test func `of what does not hold says what would make it hold`() throws {
    let found = try robustness("probability(a: D) = 1")
    #expect(!found.holds)
    #expect(found.radius == nil)
    #expect(found.parameters[0].tips == Rational(1, 3))
    #expect(found.share == .exact(Rational(2, 3)))
  }

  @Test func `tips exactly where brute force tips, on both sides`() throws {
    var generator = SplitMix64(seed: 3)
    let step = Rational(1, 1000)
    for _ in 0..<20 {
      let game = StrategicGame.random(shape: [3, 2], payoffs: -5...5, using: &generator)
      let scenario = Scenario(
        id: "random", title: "", actors: ["a", "b"].map { .init(key: $0, name: $0) },
        form: StrategicForm(
          strategies: [3, 2].map { (0..<$0).map { .init(key: "\($0)") } },
          cells: (0..<6).map { cell in
            Cell(gains: (0..<2).map { Expression(game.payoff(at: cell, of: $0)) })
          }))
      let form = try #require(scenario.form as? StrategicForm)
      for text in ["(0, 0) is an equilibrium", "probability(a: 1) = 0", "probability(b: 0) = 1"] {
        let claim = try Claim(text, about: scenario, form)
        let found = try Robustness(claim, in: Setting(scenario))
        func holds(_ place: Int, _ value: Rational) -> Bool {
          var payoffs = game.payoffs
          payoffs[place] = value
          let changed = StrategicGame(shape: [3, 2], payoffs: payoffs)
          return claim.holds(
            (0..<6).filter { changed.isPureEquilibrium($0) }, in: form)
        }
        for judgment in found.gains {
          guard case .gain(let actor, let profile) = judgment.subject else { continue }
          let place = profile * 2 + actor
          guard let tips = judgment.tips else {
            #expect(
              stride(from: -10, through: 10, by: 1).map { judgment.value + Rational($0) }
                .filter(judgment.reach.contains).allSatisfy { holds(place, $0) == found.holds })
            continue
          }
          // A value that stands on a knife edge tips at once, to one side at least.
          let beyond =
            tips == judgment.value
            ? [tips - step, tips + step] : [tips + (tips < judgment.value ? -step : step)]
          #expect(([tips] + beyond).contains { holds(place, $0) != found.holds })
          if (tips - judgment.value).magnitude > step {
            #expect(holds(place, tips + (tips < judgment.value ? step : -step)) == found.holds)
          }
        }
      }
    }
  }

  @Test(arguments: [
    ("it rains", "is not understood: write \"outcome"),
    ("outcome is an equilibrium", "records no outcome"),
    ("(C) is an equilibrium", "names a strategy of each of a, b"),
    ("(C, X) is an equilibrium", "b has no strategy \"X\""),
    ("probability(c: C) = 1", "there is no actor \"c\""),
    ("probability(a C) = 1", "write probability(ACTOR: STRATEGY) = 1"),
    ("probability(a: C) = 1/2", "a probability is 1 or 0"),
  ])
  func `a claim that says nothing is refused in one line`(claim: String, expected: String) throws {
    let error = #expect(throws: LaboratoryError.self) { try robustness(claim) }
    #expect(error?.description.contains(expected) == true, "\(error?.description ?? "")")
  }
}
