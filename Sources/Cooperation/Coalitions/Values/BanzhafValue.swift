import Arithmetic
import GameForms

/// What each actor adds on average to a coalition of others, all coalitions being equally likely.
///
/// - Complexity: two additions a coalition, O(2^n).
/// - Source: Penrose 1946, Banzhaf 1965; for games other than voting Owen 1975.
public struct BanzhafValue: Sendable {
  /// What each actor adds to all coalitions of others together; in voting games the number of its
  /// swings.
  public let raw: [Rational]

  /// The value of `game`.
  public init(_ game: CoalitionalGame) {
    let sums = WorthSums(game)
    let all = sums.all.reduce(.zero, +)
    raw = sums.with.map { sizes in
      let joined = sizes.reduce(Rational.zero, +)
      return joined + joined - all
    }
  }

  /// What each adds on average: raw over 2^(n-1).
  public var average: [Rational] {
    let share = Rational(2).raised(to: 1 - raw.count)
    return raw.map { $0 * share }
  }

  /// Shares of the total; nil where it is zero.
  public var normalised: [Rational]? {
    let total = raw.reduce(.zero, +)
    guard !total.isZero else { return nil }
    return raw.map { $0 / total }
  }
}
