import Arithmetic
import Equilibria
import GSL
import GameForms
import TestSupport
import Testing

private func populations(_ game: StrategicGame, single: Bool) -> PopulationGame {
  single ? PopulationGame(single: game) : PopulationGame(game)
}

private func numbers(_ text: String) -> [Double] {
  text.split(separator: " ").compactMap { Double($0) }
}

@Suite struct `Dynamics` {
  private let rockPaperScissors = StrategicGame(
    shape: [3, 3], payoffs: [0, 0, -1, 1, 1, -1, 1, -1, 0, 0, -1, 1, -1, 1, 1, -1, 0, 0])
  private let pennies = StrategicGame(shape: [2, 2], payoffs: [1, -1, -1, 1, -1, 1, 1, -1])
  private let stag = StrategicGame(shape: [2, 2], payoffs: [4, 4, 1, 3, 3, 1, 2, 2])

  @Test(arguments: Fixture.read("dynamics"))
  func `go where scipy goes, and their Jacobians have its eigenvalues`(fixture: Fixture) throws {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    let shared = populations(game, single: fixture.fields[3] == "1")
    let process: ContinuousDynamic =
      fixture.fields[4] == "replicator" ? .replicator : .logit(lambda: 1)
    let start = numbers(fixture.fields[5])
    let time = try #require(Double(fixture.fields[6]))
    let end = try #require(try process.trajectory(from: start, at: [time], in: shared).first)
    for (own, recorded) in zip(end, numbers(fixture.fields[7])) {
      #expect(abs(own - recorded) < 1e-8)
    }
    let jacobian = process.jacobian(at: start, in: shared)
    let kept = shared.populations.flatMap { range in
      range.dropLast().map { ($0, range.upperBound - 1) }
    }
    let matrix = kept.map { row in kept.map { jacobian[row.0][$0.0] - jacobian[row.0][$0.1] } }
    // Of nearly equal real parts the order is chance: each is taken by the nearest.
    var left = try Eigenvalues.of(matrix)
    let recorded = numbers(fixture.fields[8])
    for index in stride(from: 0, to: recorded.count, by: 2) {
      func distance(_ value: Eigenvalues.Value) -> Double {
        abs(value.real - recorded[index]) + abs(value.imaginary - recorded[index + 1])
      }
      let nearest = try #require(
        left.indices.min { distance(left[$0]) < distance(left[$1]) })
      #expect(distance(left.remove(at: nearest)) < 1e-5)
    }
    #expect(left.isEmpty)
  }

  @Test func `of zero-sum games keep the product of shares`() throws {
    let game = PopulationGame(single: rockPaperScissors)
    let start = [0.5, 0.3, 0.2]
    let ways = try ContinuousDynamic.replicator.trajectory(
      from: start, at: [5, 20, 80], in: game)
    for state in ways { #expect(abs(state.reduce(1, *) - 0.03) < 1e-7) }
  }

  @Test func `of logit replies rest at the quantal response (A14)`() throws {
    let dilemma = StrategicGame(shape: [2, 2], payoffs: [3, 3, 1, 4, 4, 1, 2, 2])
    let end = try #require(
      try ContinuousDynamic.logit(lambda: 1).trajectory(
        from: [0.5, 0.5, 0.9, 0.1], at: [60], in: PopulationGame(dilemma)
      ).first)
    #expect(abs(end[0] - 0.2689414214) < 1e-9 && abs(end[2] - 0.2689414214) < 1e-9)
  }

  @Test func `of best replies and of learning reach what they should`() throws {
    let game = PopulationGame(pennies)
    let start = [0.9, 0.1, 0.6, 0.4]
    let best = try #require(
      BestResponseDynamic(game).trajectory(from: start, at: [0, 30]).last)
    #expect(best.allSatisfy { abs($0 - 0.5) < 0.01 })
    for process in [LearningProcess.fictitiousPlay, .regretMatching(seed: 3)] {
      let end = try #require(process.shares(from: start, after: [0, 40_000], in: game).last)
      #expect(end.allSatisfy { abs($0 - 0.5) < 0.03 }, "\(process)")
    }
    let coordinated = try #require(
      BestResponseDynamic(PopulationGame(stag)).trajectory(from: [0.6, 0.4, 0.6, 0.4], at: [50])
        .first)
    #expect(coordinated[0] > 0.999999 && coordinated[2] > 0.999999)
  }

  @Test func `of Shapley's game go round and never rest under fictitious play`() {
    // Shapley 1964: the frequencies run round in ever longer cycles.
    let game = StrategicGame(
      shape: [3, 3], payoffs: [0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0])
    let shares = LearningProcess.fictitiousPlay.shares(
      from: [1, 0, 0, 0, 1, 0], after: Array(stride(from: 1000, to: 60_000, by: 500)),
      in: PopulationGame(game))
    let spread = (shares.map { $0[0] }.max() ?? 0) - (shares.map { $0[0] }.min() ?? 0)
    #expect(spread > 0.2)
  }

  @Test func `depend on the seed alone`() {
    let game = PopulationGame(pennies)
    func end(_ seed: UInt64) -> [[Double]] {
      LearningProcess.regretMatching(seed: seed).shares(
        from: [0.5, 0.5, 0.5, 0.5], after: [100], in: game)
    }
    #expect(end(1) == end(1) && end(1) != end(2))
  }
}

@Suite struct `Rest points` {
  private func kinds(_ found: RestPoints) -> [RestPoint.Kind] { found.points.map(\.kind) }

  @Test func `of the stag hunt are four corners and a saddle between them`() throws {
    let stag = StrategicGame(shape: [2, 2], payoffs: [4, 4, 1, 3, 3, 1, 2, 2])
    let found = try RestPoints.solve(stag, single: false)
    #expect(kinds(found) == [.stable, .source, .source, .stable, .saddle])
    #expect(
      found.points[4].shares == [
        [Rational(1, 2), Rational(1, 2)], [Rational(1, 2), Rational(1, 2)],
      ])
    #expect(found.points.map(\.isEquilibrium) == [true, false, false, true, true])
    let single = try RestPoints.solve(stag, single: true)
    #expect(kinds(single) == [.stable, .stable, .source])
  }

  @Test func `of matching pennies and of rock, paper, scissors have a centre`() throws {
    let pennies = StrategicGame(shape: [2, 2], payoffs: [1, -1, -1, 1, -1, 1, 1, -1])
    #expect(
      kinds(try RestPoints.solve(pennies, single: false)) == [
        .saddle, .saddle, .saddle, .saddle, .centre,
      ])
    let game = StrategicGame(
      shape: [3, 3], payoffs: [0, 0, -1, 1, 1, -1, 1, -1, 0, 0, -1, 1, -1, 1, 1, -1, 0, 0])
    let found = try RestPoints.solve(game, single: true)
    #expect(kinds(found) == [.saddle, .saddle, .saddle, .centre])
    #expect(
      abs((found.points.last?.eigenvalues.first?.imaginary ?? 0) - 1 / 3.0.squareRoot()) < 1e-12)
  }

  @Test func `on faces without end are counted, not listed`() throws {
    let zero = StrategicGame(shape: [2, 2], payoffs: Array(repeating: 0, count: 8))
    let found = try RestPoints.solve(zero, single: false)
    #expect(found.points.count == 4 && found.continua == 5 && found.isComplete)
    #expect(kinds(found).allSatisfy { $0 == .undecided })
  }

  @Test func `are at rest, hold every equilibrium, and strict ones are stable`() throws {
    var generator = SplitMix64(seed: 81)
    for shape in [[2, 2], [2, 3], [3, 3]] {
      for _ in 0..<25 {
        let game = StrategicGame.random(shape: shape, payoffs: 0...9, using: &generator)
        let shared = PopulationGame(game)
        let found = try RestPoints.solve(game, single: false)
        for point in found.points {
          let state = point.shares.flatMap { $0.map(\.double) }
          var velocity = Array(repeating: 1.0, count: state.count)
          ContinuousDynamic.replicator.velocity(at: state, in: shared, &velocity)
          #expect(velocity.allSatisfy { abs($0) < 1e-12 })
          #expect(point.isEquilibrium == (shared.regret(at: state) < 1e-9))
          // A stable rest point is an equilibrium: the folk theorem of evolutionary game theory.
          if point.kind == .stable { #expect(point.isEquilibrium) }
        }
        for profile in PureEquilibria.solve(game) {
          let shares = MixedProfile(pure: game.profile(at: profile), shape: shape).probabilities
          #expect(found.points.contains { $0.shares == shares })
        }
      }
    }
  }
}

@Suite struct `GSL's equations and eigenvalues` {
  @Test func `solve the harmonic oscillator`() throws {
    let equation = OrdinaryDifferentialEquation(dimension: 2) { _, x, result in
      result[0] = x[1]
      result[1] = -x[0]
    }
    let found = try equation.solution(from: [1, 0], at: [0, Double.pi, 2 * Double.pi])
    #expect(found[0] == [1, 0])
    #expect(abs(found[1][0] + 1) < 1e-8 && abs(found[2][0] - 1) < 1e-8)
  }

  @Test func `report a solution that leaves the numbers`() {
    let equation = OrdinaryDifferentialEquation(dimension: 1) { _, x, result in
      result[0] = x[0] * x[0]
    }
    #expect(throws: GSLError.self) { try equation.solution(from: [1], at: [2]) }
  }

  @Test func `find complex eigenvalues, greatest first`() throws {
    let values = try Eigenvalues.of([[0, -2, 0], [2, 0, 0], [0, 0, 3]])
    #expect(values.map(\.real).map { $0.rounded() } == [3, 0, 0])
    #expect(values.map(\.imaginary).map { $0.rounded() } == [0, 2, -2])
    #expect(try Eigenvalues.of([]).isEmpty)
  }
}
