import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Correlated equilibria` {
  private typealias Kind = CorrelatedEquilibria.Kind

  private func points(
    _ game: StrategicGame, _ kind: CorrelatedEquilibria.Kind = .told
  ) -> [CorrelatedEquilibria.Point] {
    CorrelatedEquilibria.solve(game, kind).points
  }

  /// Whether a distribution satisfies the definition, written out with explicit strategies.
  private func obeys(
    _ distribution: [Rational], in game: StrategicGame, _ kind: CorrelatedEquilibria.Kind
  ) -> Bool {
    (0..<game.actors).allSatisfy { actor in
      (0..<game.shape[actor]).allSatisfy { turn in
        var gains = Array(repeating: Rational.zero, count: game.shape[actor])
        for index in 0..<game.profiles {
          var profile = game.profile(at: index)
          let told = profile[actor]
          profile[actor] = turn
          let gain =
            game.payoff(at: game.index(of: profile), of: actor)
            - game.payoff(at: index, of: actor)
          gains[told] += distribution[index] * gain
        }
        return kind == .told
          ? gains.allSatisfy { $0.signum <= 0 } : gains.reduce(.zero, +).signum <= 0
      }
    }
  }

  /// The distribution over profiles of independent mixed strategies.
  private func product(_ mixed: MixedProfile, in game: StrategicGame) -> [Rational] {
    (0..<game.profiles).map { index in
      (0..<game.actors).reduce(Rational.one) {
        $0 * mixed.probabilities[$1][game.strategy(of: $1, at: index)]
      }
    }
  }

  /// The two-actor games with recorded equilibria that are small enough for many programs.
  private static let bimatrixGames = (Fixture.read("known-games") + Fixture.read("random-bimatrix"))
    .filter { $0.shape(1).reduce(1, *) <= 20 }

  @Test(arguments: Fixture.read("correlated"))
  func `are worth what an independent program finds`(fixture: Fixture) {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    for (kind, field) in [(Kind.told, 3), (.untold, 4)] {
      let points = points(game, kind)
      let recorded = fixture.numbers(field).map(\.double)
      #expect(points.count == recorded.count)
      for (point, value) in zip(points, recorded) {
        // HiGHS works to 1e-7; payoffs are below 100.
        #expect(abs(point.value.double - value) < 1e-5)
        #expect(point.evidence.isProof)
        #expect(obeys(point.distribution, in: game, kind))
        #expect(point.utilities == game.expectedPayoffs(of: point.distribution))
      }
    }
  }

  @Test(arguments: bimatrixGames)
  func `contain every Nash equilibrium, and the coarse ones contain them`(fixture: Fixture) throws {
    let game = StrategicGame(
      shape: fixture.shape(1),
      payoffs: zip(fixture.numbers(2), fixture.numbers(3)).flatMap { [$0, $1] })
    let (correlated, coarse) = (points(game), points(game, .untold))
    for point in correlated { #expect(obeys(point.distribution, in: game, .untold)) }
    for (inner, outer) in zip(correlated, coarse) {
      #expect(inner.evidence.isProof && outer.evidence.isProof)
      #expect(inner.value <= outer.value)
    }
    for equilibrium in try EquilibriumEnumeration().solve(game).extreme {
      #expect(obeys(product(equilibrium.profile, in: game), in: game, .told))
      let payoffs = equilibrium.payoffs
      let values = [payoffs.reduce(.zero, +), payoffs.min() ?? .zero] + payoffs
      #expect(zip(values, correlated).allSatisfy { $0 <= $1.value })
    }
  }

  @Test func `of chicken beat every Nash equilibrium`() throws {
    // Aumann 1974: the sum 21/2 where the best Nash equilibrium, the mixed one, has 28/3.
    let game = StrategicGame(rows: [[6, 2], [7, 0]], columns: [[6, 7], [2, 0]])
    let best = points(game)[0]
    #expect(best.value == Rational(21, 2))
    #expect(best.distribution == [Rational(1, 2), Rational(1, 4), Rational(1, 4), 0])
    let nash = try EquilibriumEnumeration().solve(game).extreme.map { $0.payoffs.reduce(.zero, +) }
    #expect(nash.max() == Rational(28, 3))
    #expect(points(game)[1].value == Rational(21, 4))
    #expect(points(game).suffix(2).map(\.value) == [7, 7])
  }

  @Test(arguments: CorrelatedEquilibria.Kind.allCases)
  func `of the prisoner's dilemma are mutual defection alone`(kind: CorrelatedEquilibria.Kind) {
    let game = StrategicGame(rows: [[3, 1], [4, 2]], columns: [[3, 4], [1, 2]])
    for point in points(game, kind) {
      #expect(point.distribution == [0, 0, 0, 1])
      #expect(point.utilities == [2, 2])
    }
    #expect(points(game)[0].evidence.largestGain == -1)
  }

  @Test func `of a Moulin and Vial game are worth more when all commit before they are told`() {
    // Rock, paper, scissors with -2 for a tie, both: the draw of the six other profiles.
    let game = StrategicGame(
      rows: [[-2, -1, 1], [1, -2, -1], [-1, 1, -2]],
      columns: [[-2, 1, -1], [-1, -2, 1], [1, -1, -2]])
    let (correlated, coarse) = (points(game), points(game, .untold))
    #expect(coarse[0].value == 0)
    #expect(coarse[0].value >= correlated[0].value)
    #expect(!obeys([1, 0, 0, 0, 0, 0, 0, 0, 0], in: game, .untold))
  }

  @Test func `exist for one actor, for a single profile and for equal payoffs`() {
    let alone = StrategicGame(shape: [3], payoffs: [-5, -2, -3])
    let single = StrategicGame(shape: [1, 1, 1], payoffs: [-1, 0, 7])
    let equal = StrategicGame(shape: [2, 2], payoffs: Array(repeating: 0, count: 8))
    for kind in CorrelatedEquilibria.Kind.allCases {
      #expect(points(alone, kind).allSatisfy { $0.distribution == [0, 1, 0] && $0.value == -2 })
      #expect(points(single, kind).map(\.value) == [6, -1, -1, 0, 7])
      #expect(points(equal, kind).allSatisfy { $0.evidence.isProof && $0.value == 0 })
    }
  }

  @Test func `do not depend on the size of payoffs`() {
    var generator = SplitMix64(seed: 31)
    let huge = Rational(10).raised(to: 30)
    for _ in 0..<10 {
      let game = StrategicGame.random(shape: [2, 3, 2], payoffs: -9...9, using: &generator)
      let stretched = StrategicGame(
        shape: game.shape, payoffs: game.payoffs.map { $0 * huge / Rational(7) })
      for (plain, other) in zip(points(game), points(stretched)) {
        #expect(other.evidence.isProof)
        #expect(other.value == plain.value * huge / Rational(7))
      }
    }
  }
}
