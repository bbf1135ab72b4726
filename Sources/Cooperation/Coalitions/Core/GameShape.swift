import Arithmetic
import GameForms

/// Whether cooperation pays more the more cooperate; where not, the inequality that fails most.
public enum GameShape {
  /// Most actors for the question whether disjoint coalitions gain by joining, 3^n pairs.
  public static let mostForSuperadditivity = 14

  /// `v(first) + v(second) > v(union) + v(intersection)`.
  public struct Violation: Hashable, Sendable {
    /// One coalition.
    public let first: Coalition
    /// The other.
    public let second: Coalition
    /// By how much the left side is larger.
    public let amount: Rational
  }

  /// What keeps the game from being convex, the largest violation; nil where it is convex.
  ///
  /// It is enough to look at coalitions that differ by one actor each.
  ///
  /// - Source: Shapley 1971.
  public static func convexityViolation(_ game: CoalitionalGame) -> Violation? {
    worst(game) { visit in
      for bits in 0..<game.coalitions {
        let others = Coalition(rawValue: bits).complement(of: game.actors).members
        for (place, first) in others.enumerated() {
          for second in others[(place + 1)...] { visit(bits | 1 << first, bits | 1 << second) }
        }
      }
    }
  }

  /// What keeps the game from being superadditive, the largest violation; nil where it is.
  ///
  /// - Precondition: at most ``mostForSuperadditivity`` actors.
  public static func superadditivityViolation(_ game: CoalitionalGame) -> Violation? {
    precondition(game.actors <= mostForSuperadditivity, "3^n pairs of coalitions")
    return worst(game) { visit in
      for bits in 1..<game.coalitions {
        let rest = Coalition(rawValue: bits).complement(of: game.actors)
        for other in rest.subsets where other.rawValue > bits { visit(bits, other.rawValue) }
      }
    }
  }

  private static func worst(
    _ game: CoalitionalGame, _ pairs: ((Int, Int) -> Void) -> Void
  ) -> Violation? {
    worst(game, pairs, as: Int.self) ?? worst(game, pairs, as: Int128.self)
      ?? worst(game, pairs, as: Rational.self) ?? nil
  }

  private static func worst<Number: ExactNumber>(
    _ game: CoalitionalGame, _ pairs: ((Int, Int) -> Void) -> Void, as: Number.Type
  ) -> Violation?? {
    guard let (worths, scale) = Number.worths(of: game),
      worths.allSatisfy({ Number.hasRoom(for: 4 * $0.size) })
    else { return .none }
    var most = Number.zero
    var found: (Int, Int)?
    pairs { first, second in
      let amount = worths[first] + worths[second] - worths[first | second] - worths[first & second]
      if amount > most {
        most = amount
        found = (first, second)
      }
    }
    return .some(
      found.map {
        Violation(
          first: Coalition(rawValue: $0.0), second: Coalition(rawValue: $0.1),
          amount: most.rational * Rational(1, scale))
      })
  }
}
