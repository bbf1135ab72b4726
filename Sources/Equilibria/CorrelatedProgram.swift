import Arithmetic
import GameForms
import LinearPrograms

/// The linear programs over the correlated equilibria of one game.
///
/// A variable a profile, its probability; a row a way to disobey, which may gain nothing; and the
/// probabilities sum to 1 at most. All but the last are homogeneous: an objective whose every
/// coefficient is positive is largest where the sum is 1, and payoffs are shifted to make it so.
struct CorrelatedProgram {
  private let game: StrategicGame
  private let ways: [Disobedience]
  /// `gains[w][profile]`: what way `w` gains at a profile.
  private let gains: [[Rational]]
  /// Taken from every payoff, so that all are positive.
  private let shift: Rational

  /// What is common to all objectives.
  init(_ game: StrategicGame, _ kind: CorrelatedEquilibria.Kind) {
    self.game = game
    ways = Disobedience.all(in: game, kind)
    gains = ways.map { way in (0..<game.profiles).map { way.gain(at: $0, in: game) } }
    shift = (game.payoffs.min() ?? .zero) - .one
  }

  /// The best distribution, the weights of the actors' utilities, and the prices not zero.
  func optimum(
    _ objective: CorrelatedEquilibria.Objective, until deadline: Deadline
  ) throws(OutOfTime) -> (
    distribution: [Rational], weights: [Rational], prices: [CorrelatedEvidence.Price]
  ) {
    switch objective {
    case .welfare: try weighted(Array(repeating: .one, count: game.actors), deadline)
    case .egalitarian: try egalitarian(deadline)
    case .actor(let actor):
      try weighted((0..<game.actors).map { $0 == actor ? .one : .zero }, deadline)
    }
  }

  private typealias Found = (
    distribution: [Rational], weights: [Rational], prices: [CorrelatedEvidence.Price]
  )

  /// The largest weighted sum of utilities.
  private func weighted(
    _ weights: [Rational], _ deadline: Deadline
  ) throws(OutOfTime) -> Found {
    let optimum = try solve(
      LinearProgram(
        maximise: (0..<game.profiles).map { profile in
          weights.dot((0..<game.actors).map { shifted(profile, $0) })
        },
        rows: gains + [Array(repeating: .one, count: game.profiles)],
        limits: gains.map { _ in .zero } + [.one]), deadline)
    return (optimum.point, weights, prices(optimum.prices))
  }

  /// The largest `v` that no actor's utility is below. The prices of these rows are the weights
  /// with which the least utility is bounded by a weighted sum.
  private func egalitarian(_ deadline: Deadline) throws(OutOfTime) -> Found {
    let floors = (0..<game.actors).map { actor in
      (0..<game.profiles).map { -shifted($0, actor) } + [.one]
    }
    let optimum = try solve(
      LinearProgram(
        maximise: Array(repeating: .zero, count: game.profiles) + [.one],
        rows: gains.map { $0 + [.zero] } + floors
          + [Array(repeating: .one, count: game.profiles) + [.zero]],
        limits: (gains + floors).map { _ in .zero } + [.one]), deadline)
    return (
      Array(optimum.point.dropLast()), Array(optimum.prices.dropFirst(ways.count).dropLast()),
      prices(optimum.prices)
    )
  }

  private func shifted(_ profile: Int, _ actor: Int) -> Rational {
    game.payoff(at: profile, of: actor) - shift
  }

  private func solve(
    _ program: LinearProgram, _ deadline: Deadline
  ) throws(OutOfTime) -> LinearProgram.Optimum {
    guard let optimum = try program.solve(until: deadline) else {
      preconditionFailure("probabilities are bounded, and so is every objective")
    }
    return optimum
  }

  private func prices(_ prices: [Rational]) -> [CorrelatedEvidence.Price] {
    zip(ways, prices).filter { !$0.1.isZero }.map { .init(way: $0.0, price: $0.1) }
  }
}
