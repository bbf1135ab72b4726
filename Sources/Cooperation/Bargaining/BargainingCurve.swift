/// Two actors bargain along a curve of utilities, given by its parameter, in floating point.
///
/// Along the curve the first actor's utility must rise and the second's fall, and the gains of both
/// over disagreement must be concave: then each solution is where a monotone function changes sign,
/// and halving the interval certifies it between two neighbouring doubles.
public struct BargainingCurve: Sendable {
  /// The least parameter.
  public let from: Double
  /// The largest parameter.
  public let to: Double
  /// The gains of the two actors over disagreement at a parameter.
  public let gains: @Sendable (Double) -> (Double, Double)

  /// The curve over these parameters.
  ///
  /// - Precondition: `from` is below `to`.
  public init(
    from: Double, to: Double, gains: @escaping @Sendable (Double) -> (Double, Double)
  ) {
    precondition(from < to, "a curve needs room between its ends")
    self.from = from
    self.to = to
    self.gains = gains
  }

  /// A point on the curve, and how wide the interval is that holds it for certain.
  public struct Point: Hashable, Sendable {
    /// The parameter.
    public let parameter: Double
    /// The width of the interval.
    public let width: Double
  }

  /// Where both gains are the same: Kalai 1977.
  public var egalitarian: Point { crossing { gains($0).1 - gains($0).0 } }

  /// Where both have the same share of their best: Kalai and Smorodinsky 1975. Best is the largest
  /// gain on the part of the curve where neither has less than nothing.
  public var kalaiSmorodinsky: Point {
    let best = (gains(acceptable.upper).0, gains(acceptable.lower).1)
    return crossing { gains($0).1 / best.1 - gains($0).0 / best.0 }
  }

  /// Where the product of gains is largest: Nash 1950.
  public var nash: Point { summit { $0.0 * $0.1 } }

  /// Where the sum of gains is largest.
  public var utilitarian: Point { summit { $0.0 + $0.1 } }

  /// The part of the curve on which neither has less than by disagreement.
  public var acceptable: (lower: Double, upper: Double) {
    let first = gains(from).0 >= 0 ? from : crossing { -gains($0).0 }.parameter
    let last = gains(to).1 >= 0 ? to : crossing { gains($0).1 }.parameter
    return (first, last)
  }

  /// Where a falling function changes sign.
  private func crossing(_ value: (Double) -> Double) -> Point {
    var (low, high) = (from, to)
    while true {
      let middle = low + (high - low) / 2
      guard middle > low, middle < high else { break }
      if value(middle) > 0 { low = middle } else { high = middle }
    }
    return Point(parameter: low + (high - low) / 2, width: high - low)
  }

  /// The top of a concave function, by golden sections; a flat top can be told apart only to about
  /// the square root of the precision, which the width says.
  private func summit(_ value: ((Double, Double)) -> Double) -> Point {
    let golden = (5.0.squareRoot() - 1) / 2
    var (low, high) = acceptable
    var (left, right) = (high - golden * (high - low), low + golden * (high - low))
    var (atLeft, atRight) = (value(gains(left)), value(gains(right)))
    let enough = 1e-9 * max(abs(low), abs(high))
    while high - low > enough {
      if atLeft < atRight {
        (low, left, atLeft) = (left, right, atRight)
        right = low + golden * (high - low)
        atRight = value(gains(right))
      } else {
        (high, right, atRight) = (right, left, atLeft)
        left = high - golden * (high - low)
        atLeft = value(gains(left))
      }
    }
    // Rounding hides differences of a few units in the last place near the top.
    let blur = max(high - low, 1e-7 * (to - from))
    return Point(parameter: low + (high - low) / 2, width: blur)
  }
}
