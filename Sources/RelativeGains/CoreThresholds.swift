public import Arithmetic
import Cooperation
public import GameForms

/// For which values of a parameter a coalitional game has a core, where what coalitions claim is
/// affine in it.
///
/// The values are an interval, as what a balanced collection claims beyond what there is is affine
/// in the parameter, and the core is empty where that is positive for one of them. From an end at
/// which the core is empty, the collection that proves it also bounds the values beyond which it
/// stays so; that bound is the next end to try. Each bound is exact and each collection serves once.
///
/// - Source: parametric linear programming by cuts; Bondareva 1963, Shapley 1967.
public enum CoreThresholds {
  /// The closed interval in which the core is not empty; nil where there is none.
  ///
  /// - Parameters:
  ///   - lower: the lower end of the range.
  ///   - upper: the upper end of the range, above it.
  ///   - seconds: for each linear program.
  ///   - claims: the game at a value.
  /// - Throws: what the closure throws, and `CoalitionRefusal`.
  public static func solve(
    from lower: Rational, to upper: Rational, seconds: Double? = nil,
    claims: (Rational) throws -> CoalitionalGame
  ) throws -> ClosedRange<Rational>? {
    let ends = (try claims(lower), try claims(upper))
    func tightened(_ start: Rational, fromAbove: Bool, until stop: Rational) throws -> Rational? {
      var value = start
      while fromAbove ? value >= stop : value <= stop {
        let least = try LeastCore.solve(claims(value), seconds: seconds)
        guard least.isCoreEmpty else { return value }
        func lacking(_ game: CoalitionalGame) -> Rational {
          least.collection.worth(in: game) - game[game.everyone]
        }
        let (low, high) = (lacking(ends.0), lacking(ends.1))
        // What is lacking must fall on the way inwards, or it stays lacking.
        guard fromAbove ? low < high : high < low else { return nil }
        value = lower + (upper - lower) * low / (low - high)
      }
      return nil
    }
    guard let high = try tightened(upper, fromAbove: true, until: lower),
      let low = try tightened(lower, fromAbove: false, until: high)
    else { return nil }
    return low...high
  }
}
