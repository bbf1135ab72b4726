/// A closed interval of reals; arithmetic rounds outwards, so that it always holds the true result.
struct Interval: Hashable, Sendable {
  var low: Double
  var high: Double

  init(_ low: Double, _ high: Double) { (self.low, self.high) = (low, high) }
  init(_ point: Double) { (low, high) = (point, point) }

  static let zero = Interval(0)
  static let one = Interval(1)

  var width: Double { high - low }
  var middle: Double { low + (high - low) / 2 }
  /// The largest absolute value.
  var magnitude: Double { max(abs(low), abs(high)) }

  func contains(_ other: Interval) -> Bool { low <= other.low && other.high <= high }
  /// Whether the other lies in the interior.
  func surrounds(_ other: Interval) -> Bool { low < other.low && other.high < high }

  /// What both have in common, nil where that is nothing.
  func intersection(_ other: Interval) -> Interval? {
    let (low, high) = (max(low, other.low), min(high, other.high))
    return low <= high ? Interval(low, high) : nil
  }

  static func + (a: Interval, b: Interval) -> Interval {
    Interval((a.low + b.low).nextDown, (a.high + b.high).nextUp)
  }

  static func - (a: Interval, b: Interval) -> Interval {
    Interval((a.low - b.high).nextDown, (a.high - b.low).nextUp)
  }

  static func * (a: Interval, b: Interval) -> Interval {
    let (p, q, r, s) = (a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high)
    return Interval(min(min(p, q), min(r, s)).nextDown, max(max(p, q), max(r, s)).nextUp)
  }

  static func * (a: Double, b: Interval) -> Interval {
    a >= 0
      ? Interval((a * b.low).nextDown, (a * b.high).nextUp)
      : Interval((a * b.high).nextDown, (a * b.low).nextUp)
  }

  static func += (a: inout Interval, b: Interval) { a = a + b }
}
