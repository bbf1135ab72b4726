import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

/// The polygon (10, 0), (8, 4), (0, 6) over the disagreement point (0, 0).
private let polygon = BargainingProblem(
  utilities: [[10, 0], [8, 4], [0, 6]], disagreement: [0, 0])

@Suite struct `Bargaining solutions` {
  struct Case: CustomTestStringConvertible, Sendable {
    let rule: BargainingRule
    let space: AgreementSet.Space
    let utilities: [Rational]
    var testDescription: String { "\(rule.rawValue) over \(space.rawValue)" }
  }

  @Test(arguments: [
    Case(rule: .nash, space: .lotteries, utilities: [8, 4]),
    Case(
      rule: .kalaiSmorodinsky, space: .lotteries,
      utilities: [Rational(120, 17), Rational(72, 17)]),
    Case(
      rule: .egalitarian, space: .lotteries, utilities: [Rational(24, 5), Rational(24, 5)]),
    Case(rule: .utilitarian, space: .lotteries, utilities: [8, 4]),
    Case(rule: .leximin, space: .lotteries, utilities: [Rational(24, 5), Rational(24, 5)]),
    Case(
      rule: .equalGains, space: .lotteries, utilities: [Rational(24, 5), Rational(24, 5)]),
    Case(rule: .nash, space: .outcomes, utilities: [8, 4]),
    Case(rule: .kalaiSmorodinsky, space: .outcomes, utilities: [8, 4]),
    Case(rule: .egalitarian, space: .outcomes, utilities: [8, 4]),
    Case(rule: .equalGains, space: .outcomes, utilities: [8, 4]),
  ])
  func `of the polygon with corners (10, 0), (8, 4) and (0, 6)`(_ expected: Case) throws {
    let set = try AgreementSet(polygon, space: expected.space)
    let solution = try expected.rule.solve(set)
    #expect(solution.agreement.utilities == expected.utilities)
    #expect(solution.space == expected.space)
    #expect(solution.gap == nil)
  }

  @Test func `say by which lottery they are reached`() throws {
    let solution = try EgalitarianBargaining.solve(AgreementSet(polygon, space: .lotteries))
    #expect(
      solution.agreement.lottery == [
        .init(outcome: 1, probability: Rational(3, 5)),
        .init(outcome: 2, probability: Rational(2, 5)),
      ])
  }

  @Test func `of weighted actors follow the weights`() throws {
    let pie = BargainingProblem(utilities: [[1, 0], [0, 1]], disagreement: [0, 0])
    let set = try AgreementSet(pie, space: .lotteries)
    let solution = try NashBargaining.solve(set, weights: [Rational(2, 3), Rational(1, 3)])
    #expect(solution.agreement.utilities == [Rational(2, 3), Rational(1, 3)])
    #expect(throws: BargainingError.self) { try NashBargaining.solve(set, weights: [1, 0]) }
    #expect(throws: BargainingError.self) {
      try NashBargaining.solve(set, weights: [1, Rational(1, 1_000_003)])
    }
  }

  @Test func `do not exist where nobody can be satisfied`() throws {
    let problem = BargainingProblem(utilities: [[1, 0], [0, 1]], disagreement: [1, 1])
    for space in AgreementSet.Space.allCases {
      let set = try AgreementSet(problem, space: space)
      #expect(set.isEmpty)
      for rule in BargainingRule.allCases {
        #expect(throws: BargainingError.noAgreement) { try rule.solve(set) }
      }
    }
  }

  @Test func `treat an outside option as a floor, not as a point to count from`() throws {
    let pie = { (outside: [Rational?]) in
      BargainingProblem(
        utilities: [[1, 0], [0, 1]], disagreement: [0, 0], outsideOptions: outside)
    }
    let weak = try AgreementSet(pie([Rational(2, 5), nil]), space: .lotteries)
    #expect(try NashBargaining.solve(weak).agreement.utilities == [Rational(1, 2), Rational(1, 2)])
    let strong = try AgreementSet(pie([Rational(3, 5), nil]), space: .lotteries)
    #expect(
      try NashBargaining.solve(strong).agreement.utilities == [Rational(3, 5), Rational(2, 5)])
  }

  @Test func `for three actors in a simplex divide evenly, with a proof`() throws {
    let simplex = BargainingProblem(
      utilities: [[6, 0, 0], [0, 6, 0], [0, 0, 6], [1, 1, 1]], disagreement: [0, 0, 0])
    let set = try AgreementSet(simplex, space: .lotteries)
    for rule in BargainingRule.allCases where rule != .utilitarian {
      let solution = try rule.solve(set)
      for utility in solution.agreement.utilities {
        #expect(abs(utility.double - 2) < 1e-6, "\(rule)")
      }
      #expect((solution.gap ?? 0) < 1e-12)
    }
  }

  @Test func `for three actors raise the second least gain once the least is stuck`() throws {
    let problem = BargainingProblem(
      utilities: [[1, 10, 0], [1, 0, 4]], disagreement: [0, 0, 0])
    let set = try AgreementSet(problem, space: .lotteries)
    let solution = try LexicographicMaximin.solve(set)
    #expect(solution.value == 1)
    #expect(solution.agreement.utilities == [1, Rational(20, 7), Rational(20, 7)])
  }

  @Test func `refuse to mix more outcomes than a floor can cut`() {
    let many = BargainingProblem(
      utilities: (0..<5_000).map { [Rational($0), Rational(5_000 - $0)] }, disagreement: [0, 0],
      ratifiers: [
        .init(actor: 0, values: (0..<5_000).map { Rational($0) }, floor: 2_500)
      ])
    #expect(throws: BargainingError.self) { try AgreementSet(many, space: .lotteries) }
    #expect(throws: Never.self) { try AgreementSet(many, space: .outcomes) }
  }
}

@Suite struct `Bargaining along a curve` {
  /// u = (x, sqrt(1 - x)).
  private let curve = BargainingCurve(from: 0, to: 1) { ($0, (1 - $0).squareRoot()) }

  @Test func `finds the golden section and its neighbours`() {
    let golden = (5.0.squareRoot() - 1) / 2
    let expected = [
      (curve.nash, 2.0 / 3), (curve.kalaiSmorodinsky, golden), (curve.egalitarian, golden),
      (curve.utilitarian, 3.0 / 4),
    ]
    for (point, value) in expected {
      #expect(abs(point.parameter - value) <= max(point.width, 1e-15))
      #expect(point.width < 1e-6)
    }
    #expect(curve.egalitarian.width < 1e-15)
  }

  @Test func `keeps to the part on which nobody loses`() {
    let curve = BargainingCurve(from: 0, to: 1) { ($0 - 0.2, 0.9 - $0) }
    #expect(abs(curve.acceptable.lower - 0.2) < 1e-15)
    #expect(abs(curve.acceptable.upper - 0.9) < 1e-15)
    #expect(abs(curve.nash.parameter - 0.55) < 1e-6)
  }
}

@Suite struct `Issues settled together` {
  @Test func `make one outcome of each feasible combination`() {
    let space = IssueSpace(levels: [2, 3], infeasible: [[1, 2], [0, nil]])
    #expect(space.combinations == 6)
    #expect(space.outcomes == [[1, 0], [1, 1]])
  }

  @Test func `add up over issues by weight`() {
    let space = IssueSpace(levels: [2, 2])
    let gains = space.gains(
      values: [[[0, 3], [2, 1]], [[0, 0], [5, -1]]], weights: [[1, 1], [2, 3]])
    #expect(gains == [[0, 3], [10, 0], [2, 1], [12, -2]])
  }
}

@Suite struct `Bargaining on random problems` {
  /// A thousand problems: half of two actors, half of three or four.
  private func problems(_ count: Int = 1_000) -> [BargainingProblem] {
    var generator = SplitMix64(seed: 20_261_121)
    return (0..<count).map { index in
      .random(
        actors: index % 2 == 0 ? 2 : Int.random(in: 3...4, using: &generator),
        outcomes: Int.random(in: 1...7, using: &generator), using: &generator)
    }
  }

  @Test func `every solution is accepted, and no outcome improves on it`() throws {
    for problem in problems() {
      for space in AgreementSet.Space.allCases {
        let set = try AgreementSet(problem, space: space)
        for rule in BargainingRule.allCases where !set.isEmpty {
          let solution = try rule.solve(set)
          for agreement in solution.agreements {
            #expect(agreement.lottery.reduce(.zero) { $0 + $1.probability } == .one)
            let recomputed = problem.disagreement.indices.map { actor in
              agreement.lottery.reduce(Rational.zero) {
                $0 + $1.probability * problem.utilities[$1.outcome][actor]
              }
            }
            #expect(recomputed == agreement.utilities)
            if solution.gap == nil {
              #expect(zip(agreement.utilities, problem.reservations).allSatisfy { $0 >= $1 })
            }
            if rule != .equalGains || problem.actors == 2 {
              #expect(
                !problem.utilities.enumerated().contains {
                  Agreement(outcome: $0.offset, utilities: $0.element).dominates(agreement)
                    && solution.gap == nil
                }, "\(rule) \(space) \(problem)")
            }
          }
        }
      }
    }
  }

  @Test func `exchanging the actors exchanges what they get`() throws {
    for problem in problems(500) where problem.actors == 2 {
      let mirrored = BargainingProblem(
        utilities: problem.utilities.map { $0.reversed() },
        disagreement: problem.disagreement.reversed())
      let set = try AgreementSet(problem, space: .lotteries)
      let other = try AgreementSet(mirrored, space: .lotteries)
      for rule in BargainingRule.allCases where !set.isEmpty && rule != .utilitarian {
        let solution = try rule.solve(set)
        let mirror = try rule.solve(other)
        #expect(solution.agreement.utilities == mirror.agreement.utilities.reversed(), "\(rule)")
      }
    }
  }

  @Test func `scale changes neither Nash nor Kalai and Smorodinsky`() throws {
    for problem in problems() {
      let factors = [Rational(3), Rational(1, 2), Rational(7, 5), Rational(2)]
      func scaled(_ values: [Rational]) -> [Rational] {
        values.enumerated().map { factors[$0] * $1 + Rational($0) }
      }
      let other = BargainingProblem(
        utilities: problem.utilities.map(scaled), disagreement: scaled(problem.disagreement))
      for space in AgreementSet.Space.allCases where problem.actors == 2 || space == .outcomes {
        let set = try AgreementSet(problem, space: space)
        for rule in [BargainingRule.nash, .kalaiSmorodinsky] where !set.isEmpty {
          let solution = try rule.solve(set)
          let same = try rule.solve(try AgreementSet(other, space: space))
          #expect(same.agreement.utilities == scaled(solution.agreement.utilities))
        }
      }
    }
  }

  @Test func `what is not chosen does not matter to Nash`() throws {
    for problem in problems() where problem.actors == 2 {
      let set = try AgreementSet(problem, space: .lotteries)
      guard !set.isEmpty else { continue }
      let chosen = try NashBargaining.solve(set).agreement
      let used = chosen.lottery.map { problem.utilities[$0.outcome] }
      let fewer = BargainingProblem(utilities: used, disagreement: problem.disagreement)
      let again = try NashBargaining.solve(AgreementSet(fewer, space: .lotteries)).agreement
      #expect(again.utilities == chosen.utilities)
    }
  }

  @Test func `Nash's product is the largest: no lottery does better in its own measure`() throws {
    for problem in problems() {
      let set = try AgreementSet(problem, space: .lotteries)
      guard !set.isEmpty else { continue }
      let solution = try NashBargaining.solve(set)
      let gains = set.gains(solution.agreement).map(\.double)
      guard gains.allSatisfy({ $0 > 1e-9 }) else { continue }
      for agreement in set.agreements {
        let bound = zip(set.gains(agreement), gains).reduce(0) { $0 + $1.0.double / $1.1 }
        #expect(bound <= Double(problem.actors) * (1 + 1e-9))
      }
    }
  }
}
