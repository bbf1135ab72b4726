import Arithmetic
import GameForms

/// How small the largest complaint can be made, a division that does it, and why no other does better.
///
/// The level is negative where there is room to spare: every coalition may be given that much more
/// than it is worth by itself. The core is empty just where the level is positive, and then the
/// balanced collection proves it: its coalitions together claim more than there is.
///
/// - Source: Shapley and Shubik 1966; Maschler, Peleg and Shapley 1979; Bondareva 1963 and Shapley
///   1967 for balanced collections.
public struct LeastCore: Sendable {
  /// The smallest largest excess, of coalitions neither empty nor everyone.
  public let level: Rational
  /// A division of the worth of everyone under which no excess is larger.
  public let division: [Rational]
  /// A balanced collection whose claims cannot all be met better.
  public let collection: [WeightedCoalition]

  /// Whether no division satisfies every coalition.
  public var isCoreEmpty: Bool { level.signum > 0 }

  /// The least core of `game`, proved.
  ///
  /// - Throws: ``CoalitionRefusal`` when there are too many actors or the seconds are up.
  public static func solve(
    _ game: CoalitionalGame, seconds: Double? = nil
  ) throws(CoalitionRefusal) -> LeastCore {
    let everyone = game.everyone
    guard game.actors > 1 else {
      return LeastCore(
        level: .zero, division: [game[everyone]], collection: [WeightedCoalition(everyone, .one)])
    }
    let rest = Coalition(of: 0).complement(of: game.actors)
    let optimum = try CoalitionProgram(
      game: game, objective: Array(repeating: 0, count: game.actors) + [1],
      fixed: [(everyone.rawValue, game[everyone])],
      start: [.fixed(0), .open(1), .open(rest.rawValue)]
        + (0..<game.actors).map { .open(1 << $0) }
    ).optimum(seconds: seconds)
    // Weights add up to 1 there; here every actor's do.
    let held = optimum.coalitions
    let share = held.members(of: game.actors)[0].reciprocal
    let least = LeastCore(
      level: optimum.level, division: optimum.point,
      collection: held.map { WeightedCoalition($0.coalition, $0.weight * share) })
    precondition(least.proves(game), "the program ends at a least core")
    return least
  }

  /// Whether the answer holds, computed anew from the game alone: no excess is above the level, and
  /// the collection allows no lower one.
  public func proves(_ game: CoalitionalGame) -> Bool {
    let weights = collection.reduce(Rational.zero) { $0 + $1.weight }
    return division.reduce(.zero, +) == game[game.everyone]
      && collection.isBalanced(of: game.actors)
      && collection.worth(in: game) - game[game.everyone] == level * weights
      && (game.actors == 1
        || LargestExcess.among(game, division).map { $0.excess <= level } ?? true)
  }
}

/// The coalition that complains most of a division.
public enum LargestExcess {
  /// The coalition, neither empty nor everyone, with the largest excess; nil where there is none.
  public static func among(
    _ game: CoalitionalGame, _ division: [Rational]
  ) -> (coalition: Coalition, excess: Rational)? {
    search(game, division, as: Int.self) ?? search(game, division, as: Int128.self)
      ?? search(game, division, as: Rational.self) ?? nil
  }

  private static func search<Number: ExactNumber>(
    _ game: CoalitionalGame, _ division: [Rational], as: Number.Type
  ) -> (Coalition, Rational)?? {
    guard let excesses = Excesses<Number>(game, division) else { return .none }
    let largest = (1..<(game.coalitions - 1)).max { excesses[$0] < excesses[$1] }
    return .some(largest.map { (Coalition(rawValue: $0), excesses.exact(excesses[$0])) })
  }
}
