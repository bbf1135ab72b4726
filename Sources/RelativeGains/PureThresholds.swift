import Arithmetic
import Equilibria
import GameForms

/// Where, along one parameter, the set of pure equilibria of a game changes.
public struct ThresholdMap: Hashable, Sendable {
  /// An open interval on which the set of pure equilibria is the same throughout.
  public struct Region: Hashable, Sendable {
    /// The lower end.
    public let from: Rational
    /// The upper end.
    public let to: Rational
    /// Profile indices, ascending.
    public let equilibria: [Int]
  }

  /// A single value of the parameter, with the set of pure equilibria right there.
  public struct Point: Hashable, Sendable {
    /// The value.
    public let at: Rational
    /// Profile indices, ascending.
    public let equilibria: [Int]
  }

  /// The regions, from low to high; together with ``points`` they fill the range.
  public let regions: [Region]
  /// The points at which the set changes, from low to high: those between two regions, those where
  /// the set differs from both sides, and an end of the range that differs from what follows.
  public let points: [Point]
}

/// Exact thresholds of pure equilibria in one parameter, for payoffs that are affine in it, or
/// piecewise affine.
///
/// On an interval where all payoffs are affine, the set of pure equilibria can change only where
/// two payoffs of one actor, a unilateral deviation apart, are equal: at a rational root. The set
/// is computed at every root and between neighbouring roots. Ours.
public enum PureThresholds {
  /// The most breakpoints that piecewise affine payoffs may have in the range.
  static let mostPieces = 10_000

  /// The map of pure equilibria over the closed range from `lower` to `upper`.
  ///
  /// - Parameters:
  ///   - shape: strategies of each actor.
  ///   - affine: the payoffs, laid out as in `StrategicGame.payoffs`, on an open interval of the
  ///     parameter; throws `QuantityError.signChanges(at:)` where they are affine only on parts
  ///     of it.
  ///   - exact: the payoffs at one value.
  /// - Throws: what the two closures throw, `QuantityError.notAffine` among it.
  /// - Precondition: `lower` is below `upper`.
  public static func solve(
    shape: [Int], from lower: Rational, to upper: Rational,
    affine: (AffineForm) throws -> [AffineForm],
    exact: (Rational) throws -> [Rational]
  ) throws -> ThresholdMap {
    precondition(lower < upper, "a range needs room between its ends")
    var candidates: Set<Rational> = [lower, upper]
    for piece in try pieces(from: lower, to: upper, affine) {
      candidates.insert(piece.interval.upper)
      collectRoots(shape: shape, piece, into: &candidates)
    }

    let ordered = candidates.sorted()
    var finder = PureEquilibria(shape: shape)
    func equilibria(at value: Rational) throws -> [Int] {
      try exact(value).withUnsafeBufferPointer { finder.find(in: $0) }
      return finder.found
    }
    var regions: [ThresholdMap.Region] = []
    var points: [ThresholdMap.Point] = [.init(at: lower, equilibria: try equilibria(at: lower))]
    for (low, high) in zip(ordered, ordered.dropFirst()) {
      let between = AffineForm.Interval(lower: low, upper: high).midpoint
      regions.append(.init(from: low, to: high, equilibria: try equilibria(at: between)))
      points.append(.init(at: high, equilibria: try equilibria(at: high)))
    }
    return merged(regions, points)
  }

  /// The payoffs, or what else is asked for, on each interval on which they are affine, from low to
  /// high.
  ///
  /// - Throws: what the closure throws, but for `QuantityError.signChanges(at:)`, at which the
  ///   interval is cut; `QuantityError.notAffine` where there are too many.
  public static func pieces<Payoffs>(
    from lower: Rational, to upper: Rational, _ affine: (AffineForm) throws -> Payoffs
  ) throws -> [(interval: AffineForm.Interval, payoffs: Payoffs)] {
    var pending = [AffineForm.Interval(lower: lower, upper: upper)]
    var pieces: [(interval: AffineForm.Interval, payoffs: Payoffs)] = []
    while let interval = pending.popLast() {
      do {
        pieces.append((interval, try affine(.parameter(on: interval))))
      } catch QuantityError.signChanges(let split) {
        guard pieces.count + pending.count < mostPieces else { throw QuantityError.notAffine }
        pending.append(.init(lower: split, upper: interval.upper))
        pending.append(.init(lower: interval.lower, upper: split))
      }
    }
    return pieces
  }

  /// Adds the points inside the piece at which an actor is indifferent between two strategies.
  private static func collectRoots(
    shape: [Int], _ piece: (interval: AffineForm.Interval, payoffs: [AffineForm]),
    into roots: inout Set<Rational>
  ) {
    let layout = StrategicGame(
      shape: shape, payoffs: Array(repeating: .zero, count: piece.payoffs.count))
    for profile in 0..<layout.profiles {
      for actor in 0..<layout.actors {
        for strategy in (layout.strategy(of: actor, at: profile) + 1)..<max(shape[actor], 1)
        where strategy < shape[actor] {
          let other = layout.deviation(from: profile, of: actor, to: strategy)
          let difference =
            piece.payoffs[profile * layout.actors + actor]
            - piece.payoffs[other * layout.actors + actor]
          if let root = difference.root, piece.interval.lower < root, root < piece.interval.upper {
            roots.insert(root)
          }
        }
      }
    }
  }

  /// Joins neighbouring regions with the same set, that set holding at the point between as well.
  private static func merged(
    _ regions: [ThresholdMap.Region], _ points: [ThresholdMap.Point]
  ) -> ThresholdMap {
    var joined: [ThresholdMap.Region] = []
    var kept: [ThresholdMap.Point] = []
    for (index, region) in regions.enumerated() {
      let point = points[index]
      if let last = joined.last, last.equilibria == region.equilibria,
        point.equilibria == region.equilibria
      {
        joined[joined.count - 1] = .init(
          from: last.from, to: region.to, equilibria: region.equilibria)
        continue
      }
      if index > 0 || point.equilibria != region.equilibria { kept.append(point) }
      joined.append(region)
    }
    if let end = points.last, let last = joined.last, end.equilibria != last.equilibria {
      kept.append(end)
    }
    return ThresholdMap(regions: joined, points: kept)
  }
}
