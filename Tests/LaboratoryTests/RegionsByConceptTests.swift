import Arithmetic
import Cooperation
import Equilibria
import GameForms
import Scenarios
import TestSupport
import Testing

@testable import Laboratory
@testable import RelativeGains

/// Maps over two parameters s and t, held against the game at single points.
@Suite struct `Regions by concept` {
  private static let parameters = """
    parameters:
      s: {default: 0, range: [-1, 1], meaning: m, source: assumed}
      t: {default: 0, range: [0, 2], meaning: m, source: assumed}
    """

  /// A random gain, affine in both parameters, or with their product.
  private static func gain(_ generator: inout SplitMix64, products: Bool = false) -> String {
    let numbers = (0..<4).map { _ in Int.random(in: -3...3, using: &generator) }
    return "\"\(numbers[0]) + (\(numbers[1])) * s + (\(numbers[2])) * t"
      + (products ? " + (\(numbers[3])) * s * t\"" : "\"")
  }

  private static func tree(_ generator: inout SplitMix64, products: Bool) throws -> Scenario {
    func end() -> String {
      "{gains: {a: \(gain(&generator, products: products)), "
        + "b: \(gain(&generator, products: products))}}"
    }
    return try TestGames.read(
      """
      format: 1
      id: tree
      title: A tree
      actors: {a: {name: A}, b: {name: B}}
      \(parameters)
      form: extensive
      tree:
        actor: a
        set: start
        actions:
          l: {actor: b, set: left, actions: {u: \(end()), d: \(end())}}
          m: {chance: {h: 1/3, g: 2/3}, actions: {h: \(end()), g: \(end())}}
          r:
            actor: b
            set: right
            actions: {u: {actor: a, set: last, actions: {x: \(end()), y: \(end())}}, d: \(end())}
      """)
  }

  /// Points of a map where nothing is a coincidence.
  private static func points(_ generator: inout SplitMix64) -> [PlanePoint] {
    (0..<60).map { _ in
      PlanePoint(
        Rational(Int.random(in: -97...97, using: &generator), 97),
        Rational(Int.random(in: 0...202, using: &generator), 101))
    }
  }

  private static func check(
    _ regions: Regions, at points: [PlanePoint], _ answers: (PlanePoint) throws -> [String]
  ) throws {
    let box = regions.map.box
    let area = regions.map.regions.reduce(Rational.zero) { $0 + $1.area }
    #expect(area + regions.map.undecidedShare * box.area == box.area)
    for point in points {
      guard let region = regions.map.region(at: point) else { continue }
      if regions.map.knifeEdges.contains(where: { $0.place.contains(point) }) { continue }
      #expect(Set(region.items.map { regions.answers[$0].words }) == Set(try answers(point)))
    }
  }

  @Test(arguments: [false, true])
  func `of trees agree with backward induction`(products: Bool) throws {
    var generator = SplitMix64(seed: 23)
    for _ in 0..<(products ? 3 : 15) {
      let scenario = try Self.tree(&generator, products: products)
      let form = try #require(scenario.form as? ExtensiveForm)
      let regions = try Regions(
        of: scenario, concept: .subgamePerfect, x: .init("s"), y: .init("t"))
      #expect(products || regions.map.resolution == nil)
      let evaluator = try GameEvaluator(scenario)
      try Self.check(regions, at: Self.points(&generator)) { point in
        let game = try evaluator.evaluate([point.x, point.y])
        return try PerfectInformation(form, scenario.actors) { game }.equilibria(of: game)
          .map { "\($0.path) (\($0.words))" }
      }
    }
  }

  @Test func `of bargaining agree with the zone of agreement`() throws {
    var generator = SplitMix64(seed: 29)
    for _ in 0..<15 {
      let outcomes = ["one", "two", "three"].map {
        "\($0): {gains: {a: \(Self.gain(&generator)), b: \(Self.gain(&generator))}}"
      }.joined(separator: ", ")
      let scenario = try TestGames.read(
        """
        format: 1
        id: deal
        title: A deal
        actors: {a: {name: A}, b: {name: B}}
        \(Self.parameters)
        form: bargaining
        outcomes: {\(outcomes)}
        disagreement: {gains: {a: \(Self.gain(&generator)), b: 0}}
        relative-gains: {rule: grieco, weights: {a: {b: 1/2}}}
        """)
      let form = try #require(scenario.form as? BargainingForm)
      let regions = try Regions(
        of: scenario, concept: .zoneOfAgreement, x: .init("s"), y: .init("t"))
      let evaluator = try GameEvaluator(scenario)
      try Self.check(regions, at: Self.points(&generator)) { point in
        let problem = form.problem(of: try evaluator.evaluate([point.x, point.y]))
        return ZoneOfAgreement.solve(problem).filter(\.isAccepted).map {
          form.name(ofCell: $0.outcome)
        }
      }
    }
  }

  @Test func `of lotteries agree with the set of agreements`() throws {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<6 {
      let outcomes = ["one", "two", "three"].map {
        "\($0): {gains: {a: \(Self.gain(&generator)), b: \(Self.gain(&generator))}}"
      }.joined(separator: ", ")
      let scenario = try TestGames.read(
        """
        format: 1
        id: lots
        title: Lots
        actors: {a: {name: A}, b: {name: B}}
        \(Self.parameters)
        form: bargaining
        outcomes: {\(outcomes)}
        disagreement: {gains: {a: 0, b: 0}}
        """)
      let form = try #require(scenario.form as? BargainingForm)
      let evaluator = try GameEvaluator(scenario)
      func isAccepted(_ s: Rational, _ t: Rational) throws -> Bool {
        let problem = form.problem(of: try evaluator.evaluate([s, t]))
        return try !AgreementSet(problem, space: .lotteries).isEmpty
      }
      let regions = try Regions(of: scenario, concept: .lotteries, x: .init("s"), y: .init("t"))
      for point in Self.points(&generator) {
        guard let region = regions.map.region(at: point) else { continue }
        #expect(try isAccepted(point.x, point.y) == (region.items == [0]))
      }
      let refined = try RefinedRegions(
        of: scenario, concept: .lotteries, over: [.init("s")], set: [.init("t", 1)])
      #expect(refined.undecidedShare < Rational(1, 10_000))
      for region in refined.regions {
        for box in region.boxes {
          let middle = (box[0].lowerBound + box[0].upperBound) * Rational(1, 2)
          #expect(try isAccepted(middle, 1) == (region.items == [0]))
        }
      }
    }
  }

  /// One outcome brings 3 and -1, the other -1 and s: some lottery brings both enough from s = 1/3.
  @Test func `of a lottery begin where the two just balance`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: toss
      title: A toss
      actors: {a: {name: A}, b: {name: B}}
      parameters: {s: {default: 0, range: [0, 1]}}
      form: bargaining
      outcomes: {mine: {gains: {a: 3, b: -1}}, yours: {gains: {a: -1, b: s}}}
      disagreement: {gains: {a: 0, b: 0}}
      """)
    let refined = try RefinedRegions(of: scenario, concept: .lotteries, over: [.init("s")])
    let none = refined.regions.first { $0.items.isEmpty }?.boxes.last?[0].upperBound
    let some = refined.regions.first { $0.items == [0] }?.boxes.first?[0].lowerBound
    let (low, high) = (try #require(none), try #require(some))
    #expect(low <= Rational(1, 3) && Rational(1, 3) <= high)
    #expect(high - low < Rational(1, 100_000))
  }

  @Test func `of coalitions agree with the least core, with kinks in worths`() throws {
    var generator = SplitMix64(seed: 31)
    for _ in 0..<10 {
      let worths = ["[a, b]", "[a, c]", "[b, c]", "[a, b, c]"].map {
        let text = Self.gain(&generator).filter { $0 != "\"" }
        return "  - {coalition: \($0), worth: \"max(0, \(text))\"}"
      }.joined(separator: "\n")
      let scenario = try TestGames.read(
        """
        format: 1
        id: band
        title: A band
        actors: {a: {name: A}, b: {name: B}, c: {name: C}}
        \(Self.parameters)
        form: coalitional
        worths:
        \(worths)
        otherwise: 0
        """)
      let form = try #require(scenario.form as? CoalitionalForm)
      let regions = try Regions(of: scenario, concept: .core, x: .init("s"), y: .init("t"))
      let evaluator = try GameEvaluator(scenario)
      try Self.check(regions, at: Self.points(&generator)) { point in
        let game = form.game(in: try evaluator.evaluate([point.x, point.y]))
        return try LeastCore.solve(game).isCoreEmpty ? [] : ["there is a core"]
      }
    }
  }

  @Test func `of games seen in different ways agree with the equilibria that each sees`() throws {
    var generator = SplitMix64(seed: 37)
    for _ in 0..<15 {
      let profiles = ["A", "B"].flatMap { a in ["A", "B"].map { (a, $0) } }
      let payoffs = profiles.map {
        "  - {a: \($0), b: \($1), gains: [\(Self.gain(&generator)), \(Self.gain(&generator))]}"
      }.joined(separator: "\n")
      let scenario = try TestGames.read(
        """
        format: 1
        id: seen
        title: Seen
        actors: {a: {name: A}, b: {name: B}}
        \(Self.parameters)
        form: hypergame
        strategies: {a: [A, B], b: [A, B]}
        payoffs:
        \(payoffs)
        perceived:
          a: [{a: A, b: B, gains: {b: \(Self.gain(&generator))}}]
          b: [{a: B, b: A, gains: {a: \(Self.gain(&generator))}}]
        """)
      let form = try #require(scenario.form as? HypergameForm)
      let regions = try Regions(of: scenario, concept: .hypergame, x: .init("s"), y: .init("t"))
      let evaluator = try GameEvaluator(scenario)
      func outcomes(_ point: PlanePoint) throws -> [String] {
        let parts = form.perceived(in: try evaluator.evaluate([point.x, point.y])).enumerated()
          .map { actor, payoffs -> Set<Int> in
            let game = StrategicGame(shape: [2, 2], payoffs: payoffs)
            return Set(PureEquilibria.solve(game).map { game.profile(at: $0)[actor] })
          }
        return (0..<4).filter { parts[0].contains($0 / 2) && parts[1].contains($0 % 2) }
          .map { form.truth.name(ofCell: $0) }
      }
      try Self.check(regions, at: Self.points(&generator), outcomes)
      let steps = try StepThresholds(
        hypergame: scenario, ParameterRequest(parameter: "s", set: [.init("t", 1)]))
      for step in steps.steps {
        let middle = (step.from + step.to) * Rational(1, 2)
        #expect(step.answers == (try outcomes(PlanePoint(middle, 1))))
      }
    }
  }

  @Test func `of a misread neighbour change where the other seems to prefer to arm`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: hunt
      title: A hunt
      actors: {Row: {name: Row}, Col: {name: Col}}
      parameters: {f: {default: 5, range: [0, 9]}}
      form: hypergame
      strategies: {Row: [stag, hare], Col: [stag, hare]}
      payoffs:
        - {Row: stag, Col: stag, gains: [4, 4]}
        - {Row: stag, Col: hare, gains: [1, 3]}
        - {Row: hare, Col: stag, gains: [3, 1]}
        - {Row: hare, Col: hare, gains: [2, 2]}
      perceived:
        Row: [{Row: stag, Col: hare, gains: {Col: f}}]
        Col: [{Row: hare, Col: stag, gains: {Row: f}}]
      """)
    let steps = try StepThresholds(hypergame: scenario, ParameterRequest()).steps
    #expect(steps.map(\.to) == [4, 9])
    #expect(steps.map(\.holdsTo) == [true, true])
    #expect(steps.map(\.answers.count) == [4, 1])
  }

  @Test func `squares of a parameter are bounded part by part`() throws {
    let scenario = try TestGames.read(
      """
      format: 1
      id: bent
      title: Bent
      actors: {a: {name: A}, b: {name: B}}
      \(Self.parameters)
      form: strategic
      strategies: {a: [x, y], b: [z]}
      payoffs:
        - {a: x, b: z, gains: {a: "s * s + t ^ 2", b: 1}}
        - {a: y, b: z, gains: {a: 1, b: 1}}
      """)
    let regions = try Regions(of: scenario, x: .init("s"), y: .init("t"))
    for region in regions.map.regions {
      for corner in region.polygons.flatMap(\.vertices) {
        let outside = (corner.x * corner.x + corner.y * corner.y - 1).signum
        #expect(region.items == [0] ? outside >= 0 : outside <= 0)
      }
    }
    #expect(regions.map.resolution == 128 && regions.map.undecidedShare < Rational(3, 100))
    let refined = try RefinedRegions(of: scenario, over: [.init("t")])
    let high = refined.regions.first { $0.items == [0] }?.boxes.first?[0].lowerBound
    #expect(try #require(high) - 1 < Rational(1, 100_000) && (try #require(high)) >= 1)
  }
}
