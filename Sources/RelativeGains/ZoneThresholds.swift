import Arithmetic

/// Where, along one parameter, the outcomes change that everyone accepts.
public struct ZoneMap: Hashable, Sendable {
  /// An open interval on which the same outcomes are accepted throughout.
  public struct Region: Hashable, Sendable {
    /// The lower end.
    public let from: Rational
    /// The upper end.
    public let to: Rational
    /// The outcomes that nobody refuses, ascending.
    public let accepted: [Int]
  }

  /// A single value of the parameter, with the outcomes accepted right there.
  public struct Point: Hashable, Sendable {
    /// The value.
    public let at: Rational
    /// The outcomes that nobody refuses, ascending.
    public let accepted: [Int]
  }

  /// The regions, from low to high.
  public let regions: [Region]
  /// The points between two regions, from low to high.
  public let points: [Point]
}

/// Exact thresholds of the zone of agreement in one parameter, for utilities that are affine in it,
/// or piecewise affine.
///
/// An actor changes its mind about an outcome only where its utility equals what it has without:
/// at a rational root. Ours.
public enum ZoneThresholds {
  /// The map over the closed range from `lower` to `upper`.
  ///
  /// - Parameters:
  ///   - affine: `margins[outcome][k]`, each a utility less the floor it must reach, on an open
  ///     interval of the parameter; throws `QuantityError.signChanges(at:)` where they are affine
  ///     only on parts of it.
  ///   - exact: the margins at one value.
  /// - Throws: what the two closures throw, `QuantityError.notAffine` among it.
  /// - Precondition: `lower` is below `upper`.
  public static func solve(
    from lower: Rational, to upper: Rational,
    affine: (AffineForm) throws -> [[AffineForm]], exact: (Rational) throws -> [[Rational]]
  ) throws -> ZoneMap {
    precondition(lower < upper, "a range needs room between its ends")
    var roots: Set<Rational> = []
    for (interval, margins) in try PureThresholds.pieces(from: lower, to: upper, affine) {
      if interval.upper < upper { roots.insert(interval.upper) }
      for root in margins.joined().compactMap(\.root)
      where interval.lower < root && root < interval.upper {
        roots.insert(root)
      }
    }
    func accepted(at value: Rational) throws -> [Int] {
      try exact(value).enumerated().filter { $0.element.allSatisfy { $0.signum >= 0 } }
        .map(\.offset)
    }
    var regions: [ZoneMap.Region] = []
    var points: [ZoneMap.Point] = []
    let ordered = [lower] + roots.sorted() + [upper]
    for (low, high) in zip(ordered, ordered.dropFirst()) {
      let here = try accepted(at: (low + high) * Rational(1, 2))
      let between = try accepted(at: low)
      if let last = regions.last, last.accepted == here, between == here {
        regions[regions.count - 1] = .init(from: last.from, to: high, accepted: here)
        continue
      }
      if !regions.isEmpty { points.append(.init(at: low, accepted: between)) }
      regions.append(.init(from: low, to: high, accepted: here))
    }
    return ZoneMap(regions: regions, points: points)
  }
}
