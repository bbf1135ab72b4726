import Arithmetic
import GameForms

/// Two sides spread 100 points over parcels; each parcel goes to who gives it more points, and then
/// back from the one with more, nearest ratio first, until both have the same. At most one parcel
/// is cut.
///
/// The division is efficient, envy-free and equitable if the points are true.
///
/// - Source: Brams and Taylor 1996.
public enum AdjustedWinner {
  /// What is divided how.
  public struct Division: Hashable, Sendable {
    /// Who has how much of each parcel.
    public let allocation: DivisionProblem.Allocation
    /// The points of each side at first, by winning parcels.
    public let won: [Rational]
    /// The points that each side has in the end: the same unless points of 0 stand in the way.
    public let points: [Rational]
    /// The parcels that changed hands, in whole or in part, in that order.
    public let adjusted: [Int]
    /// The parcel that is cut, if one is.
    public let cut: Int?
  }

  /// The division.
  ///
  /// - Parameter points: `[side][parcel]`, not negative; each row should add up to 100.
  /// - Precondition: two sides with as many parcels.
  public static func solve(points: [[Rational]]) -> Division {
    precondition(points.count == 2 && points[0].count == points[1].count, "two sides")
    let parcels = points[0].indices
    var share = parcels.map { points[0][$0] >= points[1][$0] ? Rational.one : .zero }
    func totals() -> [Rational] {
      let first = parcels.reduce(Rational.zero) { $0 + share[$1] * points[0][$1] }
      let second = parcels.reduce(Rational.zero) { $0 + (.one - share[$1]) * points[1][$1] }
      return [first, second]
    }
    let won = totals()
    let ahead = won[0] >= won[1] ? 0 : 1
    let behind = 1 - ahead
    var gap = won[ahead] - won[behind]
    var adjusted: [Int] = []
    var cut: Int?
    let held = parcels.filter { share[$0] == (ahead == 0 ? .one : .zero) }
    // Nearest ratio first: a/b < c/d is compared as a d < c b.
    let ordered = held.sorted { p, q in
      let left = points[ahead][p] * points[behind][q]
      let right = points[ahead][q] * points[behind][p]
      return left == right ? p < q : left < right
    }
    for parcel in ordered where gap.signum > 0 && !points[behind][parcel].isZero {
      let weight = points[ahead][parcel] + points[behind][parcel]
      let moved = min(.one, gap / weight)
      share[parcel] = ahead == 0 ? .one - moved : moved
      gap -= moved * weight
      adjusted.append(parcel)
      if moved < .one { cut = parcel }
    }
    return Division(
      allocation: share.map { [$0, .one - $0] }, won: won, points: totals(), adjusted: adjusted,
      cut: cut)
  }
}
