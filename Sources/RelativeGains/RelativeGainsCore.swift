import Arithmetic
import Cooperation
import GameForms

/// The core where actors mind how much the others gain.
///
/// With `u_i = a_i - rho_i sum_j a_j` over the others, a coalition S that leaves keeps v(S) and
/// leaves the rest v(N\S). It gains by leaving a division x just where
/// `x(S) < v(S) + theta(S) [v(N) - v(S) - v(N\S)]`, with `theta_i = rho_i / (1 + rho_i)` added up
/// over its members. So the core is that of another game. Ours.
public enum RelativeGainsCore {
  /// `theta` of an actor whose weight on each other's gain is `rho` (Snidal's r over n - 1).
  ///
  /// - Precondition: `rho` is above -1.
  public static func theta(rho: Rational) -> Rational { rho / (.one + rho) }

  /// The game of claims, whose core is the core under relative gains; weights of zero give the game
  /// itself.
  public static func claims(in game: CoalitionalGame, weights: [Rational]) -> CoalitionalGame {
    guard weights.contains(where: { !$0.isZero }) else { return game }
    return game.adding { CoalitionalGame.total(weights, of: $0) * surplus(game, $0) }
  }

  /// What is lost to all together when a coalition leaves.
  private static func surplus(_ game: CoalitionalGame, _ coalition: Coalition) -> Rational {
    game[game.everyone] - game[coalition] - game[coalition.complement(of: game.actors)]
  }

  /// For which of Snidal's weights r in [0, 1], the same for all, the core is not empty.
  public struct Range: Hashable, Sendable {
    /// The smallest such weight.
    public let least: Rational
    /// The largest such weight.
    public let most: Rational
  }

  /// The weights with a nonempty core, an interval; nil where there are none.
  ///
  /// From an end at which the core is empty, the balanced collection that proves it also bounds the
  /// weights beyond which it stays so; that bound is the next end to try, until the core there is
  /// not empty. Each bound is exact and each collection serves once.
  ///
  /// - Throws: `CoalitionRefusal` when there are too many actors or the seconds are up.
  public static func range(
    _ game: CoalitionalGame, seconds: Double? = nil
  ) throws(CoalitionRefusal) -> Range? {
    let n = game.actors
    guard n > 1 else { return Range(least: .zero, most: .one) }
    var bounds = (low: Rational.zero, high: theta(rho: Rational(1, n - 1)))
    guard try tighten(game, &bounds, fromAbove: true, seconds),
      try tighten(game, &bounds, fromAbove: false, seconds)
    else { return nil }
    return Range(least: weight(bounds.low, n), most: weight(bounds.high, n))
  }

  private static func tighten(
    _ game: CoalitionalGame, _ bounds: inout (low: Rational, high: Rational), fromAbove: Bool,
    _ seconds: Double?
  ) throws(CoalitionRefusal) -> Bool {
    while bounds.low <= bounds.high {
      let theta = fromAbove ? bounds.high : bounds.low
      let weights = Array(repeating: theta, count: game.actors)
      let least = try LeastCore.solve(claims(in: game, weights: weights), seconds: seconds)
      guard least.isCoreEmpty else { return true }
      // The collection claims base + theta * slope in all.
      let base = least.collection.worth(in: game)
      let slope = least.collection.reduce(Rational.zero) {
        $0 + $1.weight * Rational($1.coalition.count) * surplus(game, $1.coalition)
      }
      let bound = slope.isZero ? nil : (game[game.everyone] - base) / slope
      guard let bound, fromAbove == (slope.signum > 0) else { return false }
      if fromAbove { bounds.high = bound } else { bounds.low = bound }
    }
    return false
  }

  /// r = (n - 1) theta / (1 - theta).
  private static func weight(_ theta: Rational, _ actors: Int) -> Rational {
    Rational(actors - 1) * theta / (.one - theta)
  }

  /// The least share of a gain that needs everyone with which an actor of weight r agrees:
  /// r / (n - 1 + r).
  public static func unanimityShare(actors: Int, weight: Rational) -> Rational {
    theta(rho: weight / Rational(actors - 1))
  }
}
