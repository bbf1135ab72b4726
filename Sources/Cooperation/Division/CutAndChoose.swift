import Arithmetic

/// One side cuts a line in two where the parts are worth the same to it, the other chooses.
///
/// The line is a row of stretches, such as those of a river; within a stretch value lies evenly, so
/// that densities are constant by parts.
///
/// - Source: Steinhaus 1948; Brams and Taylor 1996.
public enum CutAndChoose {
  /// Where the cut is and who has what.
  public struct Division: Hashable, Sendable {
    /// Who cuts.
    public let cutter: Int
    /// The stretch in which the cut lies.
    public let stretch: Int
    /// The part of that stretch before the cut.
    public let part: Rational
    /// Who has what lies before the cut.
    public let first: Int
    /// `shares[stretch][side]`.
    public let shares: [[Rational]]
    /// The part of the whole, in its own eyes, that each side has.
    public let fractions: [Rational]
  }

  /// The division, the cutter knowing nothing of the other's values.
  ///
  /// - Parameters:
  ///   - values: `[side][stretch]`, not negative, some positive for each side.
  ///   - cutter: who cuts, 0 or 1.
  /// - Precondition: two sides, each with something to gain.
  public static func solve(values: [[Rational]], cutter: Int) -> Division {
    let sums = values.map { $0.reduce(Rational.zero, +) }
    precondition(values.count == 2 && sums.allSatisfy { $0.signum > 0 }, "two sides with values")
    var before = Rational.zero
    var stretch = 0
    let half = sums[cutter] / Rational(2)
    while stretch + 1 < values[cutter].count, before + values[cutter][stretch] < half {
      before += values[cutter][stretch]
      stretch += 1
    }
    let part = (half - before) / values[cutter][stretch]
    func worthBefore(_ side: Int) -> Rational {
      values[side].prefix(stretch).reduce(part * values[side][stretch], +)
    }
    let chooser = 1 - cutter
    // Between parts of the same worth the chooser takes the first.
    let first = worthBefore(chooser) * Rational(2) >= sums[chooser] ? chooser : cutter
    let shares = values[0].indices.map { index -> [Rational] in
      let early: Rational = index < stretch ? .one : index == stretch ? part : .zero
      return first == 0 ? [early, .one - early] : [.one - early, early]
    }
    let fractions = (0..<2).map { side in
      shares.indices.reduce(Rational.zero) { $0 + shares[$1][side] * values[side][$1] } / sums[side]
    }
    return Division(
      cutter: cutter, stretch: stretch, part: part, first: first, shares: shares,
      fractions: fractions)
  }
}
