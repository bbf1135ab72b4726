import Arithmetic
import GameForms

/// What each actor adds on average to those who came before it, over all orders of coming.
///
/// - Complexity: two additions a coalition, O(2^n).
/// - Source: Shapley 1953; for voting games Shapley and Shubik 1954.
public enum ShapleyValue {
  /// The value of each actor; together they are worth what everyone is.
  public static func values(_ game: CoalitionalGame) -> [Rational] {
    let n = game.actors
    let sums = WorthSums(game)
    // An actor joins k others in k! (n - k - 1)! of the n! orders.
    let weights = (0..<n).map { share(joining: $0, of: n) }
    return (0..<n).map { actor in
      (0..<n).reduce(.zero) { value, k in
        let joined = sums.with[actor][k + 1]
        let before = sums.all[k] - sums.with[actor][k]
        return value + weights[k] * (joined - before)
      }
    }
  }

  /// The share of orders in which one joins these `k` of the other `n - 1`: k! (n - k - 1)! / n!.
  static func share(joining k: Int, of n: Int) -> Rational {
    (0..<k).reduce(Rational(1, n)) { $0 * Rational($1 + 1, n - 1 - $1) }
  }
}
