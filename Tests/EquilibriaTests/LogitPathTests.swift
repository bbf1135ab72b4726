import Arithmetic
import Equilibria
import GameForms
import Glibc
import TestSupport
import Testing

@Suite struct `Logit quantal responses` {
  /// The prisoner's dilemma 4, 3, 2, 1 under Snidal's rule with this weight.
  private func dilemma(r: Rational) -> StrategicGame {
    func own(_ a: Rational, _ b: Rational) -> Rational { a - r * b }
    return StrategicGame(
      rows: [[own(3, 3), own(1, 4)], [own(4, 1), own(2, 2)]],
      columns: [[own(3, 3), own(4, 1)], [own(1, 4), own(2, 2)]])
  }

  private func coordination(_ first: Rational, _ second: Rational) -> StrategicGame {
    StrategicGame(rows: [[first, 0], [0, second]], columns: [[first, 0], [0, second]])
  }

  private func largestDifference(_ one: [[Double]], _ other: [[Double]]) -> Double {
    zip(one.joined(), other.joined()).reduce(0) { max($0, abs($1.0 - $1.1)) }
  }

  private func split(_ flat: [Double], _ shape: [Int]) -> [[Double]] {
    var rest = flat[...]
    return shape.map { count in
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
  }

  @Test(arguments: [
    (Rational.zero, 1.0, 0.2689414213699951), (Rational("1/2") ?? .zero, 1, 0.11920292202211756),
    (Rational("1/4") ?? .zero, 2, 1 / (1 + exp(3.0))), (.zero, 0, 0.5),
    (.zero, 30, 1 / (1 + exp(30.0))),
  ])
  func `cooperation in the prisoner's dilemma is 1 over 1 + exp(lambda(1 + 2r))`(
    r: Rational, lambda: Double, expected: Double
  ) throws {
    let branch = LogitPath(dilemma(r: r)).principalBranch(to: lambda)
    let point = try #require(branch.points.last)
    #expect(point.lambda == lambda)
    #expect(branch.ends == [.lambda])
    for actor in 0..<2 {
      #expect(abs(point.probabilities[actor][0] - expected) <= 1e-12 * max(expected, 1e-3))
    }
  }

  @Test(arguments: Fixture.read("logit-branches"))
  func `agree with pygambit on the branch, its limit and the estimate`(_ fixture: Fixture) throws {
    let shape = fixture.shape(1)
    let path = LogitPath(StrategicGame(shape: shape, payoffs: fixture.numbers(2)))
    for recorded in fixture.fields[3].split(separator: ";") {
      let parts = recorded.split(separator: ":")
      let lambda = try #require(parts[0].split(separator: " ").compactMap { Double($0) }.first)
      let point = try #require(path.principalBranch(to: lambda).points.last)
      let expected = parts[1].split(separator: " ").compactMap { Double($0) }
      // The peer stops its corrector at 1e-4.
      #expect(largestDifference(point.probabilities, split(expected, shape)) < 1e-4)
      #expect(point.lambda == lambda && point.residual < 1e-12)
    }
    let branch = path.principalBranch()
    let limit = try #require(branch.limits.first)
    let end = fixture.fields[4].split(separator: " ").compactMap { Double($0) }
    #expect(largestDifference(limit.probabilities, split(end, shape)) < 1e-4)
    #expect(limit.isRefined && limit.regret < 1e-9)
    #expect(branch.points.allSatisfy { $0.residual < 1e-10 })

    let counts = fixture.numbers(5).map(\.double)
    let found = path.estimate(frequencies: split(counts, shape))
    let recorded = fixture.fields[6].split(separator: " ").compactMap { Double($0) }
    // The peer's points are right to 1e-4 only: its lambda is judged by the points of this branch.
    let there = try #require(path.principalBranch(to: recorded[0]).points.last)
    let likelihood = zip(counts, there.probabilities.joined()).reduce(0) { $0 + $1.0 * log($1.1) }
    #expect(found.logLikelihood >= likelihood - 1e-9)
    #expect(found.logLikelihood >= recorded[1] - 0.05)
    if found.logLikelihood < likelihood + 0.05 {
      #expect(abs(found.best.lambda - recorded[0]) < 0.15 * max(0.02, recorded[0]))
    }
  }

  @Test func `start at even chances and satisfy their equations at every point`() throws {
    var generator = SplitMix64(seed: 11)
    for shape in [[2, 2], [3, 4], [2, 2, 2], [3, 2, 4], [2, 2, 2, 2], [7, 7], [1, 3], [3]] {
      for _ in 0..<6 {
        let game = StrategicGame.random(shape: shape, payoffs: -9...9, using: &generator)
        let branch = LogitPath(game).principalBranch()
        let first = try #require(branch.points.first)
        #expect(first.lambda == 0)
        for (row, count) in zip(first.probabilities, shape) {
          #expect(row.allSatisfy { abs($0 - 1 / Double(count)) < 1e-15 })
        }
        #expect(branch.points.allSatisfy { $0.residual < 1e-10 && $0.lambda >= 0 })
        #expect(branch.ends == [.limit])
        #expect(try #require(branch.limits.first).regret < 1e-6)
        // Lambda falls somewhere along the branch just where folds were told.
        let falls = zip(branch.points, branch.points.dropFirst()).contains { $0.lambda > $1.lambda }
        #expect(falls ? branch.folds.count >= 2 : true)
      }
    }
  }

  @Test func `end in the solution of games that dominance solves`() throws {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<40 {
      // Whatever the others do, each actor's strategy k earns k * 100 and a little.
      let shape = [3, 4, 2]
      let noise = StrategicGame.random(shape: shape, payoffs: 0...9, using: &generator)
      let payoffs = (0..<noise.profiles).flatMap { profile in
        (0..<3).map { actor in
          noise.payoff(at: profile, of: actor)
            + Rational(100 * noise.strategy(of: actor, at: profile))
        }
      }
      let branch = LogitPath(StrategicGame(shape: shape, payoffs: payoffs)).principalBranch()
      #expect(branch.limits.first?.probabilities == [[0, 0, 1], [0, 0, 0, 1], [0, 1]])
    }
  }

  @Test func `follow the branch through folds`() throws {
    // Number 5 of the fixtures' 8x8 games turns back four times.
    let games = Fixture.read("logit-branches").filter { $0.shape(1) == [8, 8] }
    let branches = games.map {
      LogitPath(StrategicGame(shape: $0.shape(1), payoffs: $0.numbers(2))).principalBranch()
    }
    #expect(branches.contains { $0.folds.count >= 4 })
    for branch in branches {
      #expect(branch.folds.count % 2 == 0)
      for (index, fold) in branch.folds.enumerated() {
        #expect(fold.residual < 1e-10)
        // Lambda is largest at the first of two folds, smallest at the second.
        if index % 2 == 1 { #expect(fold.lambda < branch.folds[index - 1].lambda) }
      }
    }
  }

  @Test func `report the pitchfork of symmetric coordination at lambda 2`() throws {
    let branch = LogitPath(coordination(1, 1)).principalBranch()
    let crossing = try #require(branch.bifurcations.first)
    #expect(branch.bifurcations.count == 1)
    #expect(abs(crossing.lambda - 2) < 1e-3)
    #expect(branch.limits.first?.probabilities == [[0.5, 0.5], [0.5, 0.5]])
  }

  @Test func `follow another branch both ways from a start`() throws {
    // Off the principal branch, which leads to the first strategies, lies one that joins the second
    // strategies to the mixed equilibrium (1/3, 2/3).
    let path = LogitPath(coordination(2, 1))
    let branch = try #require(path.branch(near: [[0, 1], [0, 1]], lambda: 8))
    #expect(branch.ends == [.limit, .limit])
    #expect(branch.folds.count == 1)
    let limits = branch.limits.map(\.probabilities).sorted { $0[0][0] < $1[0][0] }
    #expect(limits[0] == [[0, 1], [0, 1]])
    #expect(largestDifference(limits[1], [[1.0 / 3, 2.0 / 3], [1.0 / 3, 2.0 / 3]]) < 1e-12)
    #expect(path.principalBranch().limits.first?.probabilities == [[1, 0], [1, 0]])
    let start = try #require(path.point(near: [[0, 1], [0, 1]], lambda: 8))
    #expect(start.lambda == 8 && start.residual < 1e-12 && start.probabilities[0][1] > 0.9)
  }

  @Test func `estimate a lambda no less likely than the one that frequencies were made with`()
    throws
  {
    var generator = SplitMix64(seed: 13)
    for shape in [[2, 2], [3, 3], [2, 3, 2]] {
      for lambda in [0.2, 1, 3.5] {
        let game = StrategicGame.random(shape: shape, payoffs: 0...3, using: &generator)
        let path = LogitPath(game)
        let made = try #require(path.principalBranch(to: lambda).points.last)
        let estimate = path.estimate(frequencies: made.probabilities.map { $0.map { 1000 * $0 } })
        let gain =
          estimate.logLikelihood
          - made.probabilities.joined().reduce(0) {
            $0 + 1000 * $1 * log($1)
          }
        #expect(abs(gain) < 1e-7)
      }
    }
  }

  @Test func `say when no lambda is large enough, and when none is small enough`() {
    let path = LogitPath(dilemma(r: .zero))
    let rational = path.estimate(frequencies: [[0, 10], [0, 7]])
    #expect(rational.isRisingAtEnd && rational.maxima.isEmpty)
    let contrary = path.estimate(frequencies: [[10, 0], [7, 0]])
    #expect(contrary.best.lambda == 0 && !contrary.isRisingAtEnd)
    #expect(abs(contrary.logLikelihood - 17 * log(0.5)) < 1e-12)
  }

  @Test func `stop when time is over and say so`() {
    let branch = LogitPath(dilemma(r: .zero), seconds: 1e-9).principalBranch()
    #expect(branch.ends == [.time] && branch.limits.isEmpty && !branch.points.isEmpty)
  }

  @Test func `need no differences between payoffs`() {
    let flat = StrategicGame(shape: [2, 3], payoffs: Array(repeating: 5, count: 12))
    let branch = LogitPath(flat).principalBranch()
    #expect(
      branch.limits.first.map {
        largestDifference($0.probabilities, [[0.5, 0.5], [1 / 3, 1 / 3, 1 / 3]]) < 1e-9
      } ?? false)
  }
}
