/// A fraction of two machine integers in lowest terms: a ``Rational`` where a word suffices, without
/// the reference that the others need. Loops over many numbers copy it for nothing.
///
/// Every operation gives nil where numerator or denominator outgrows a word.
public struct WordFraction: BitwiseCopyable, Hashable, Sendable {
  /// The numerator; never `Int.min`.
  public let numerator: Int
  /// The denominator, positive.
  public let denominator: Int

  /// A fraction already in lowest terms, its denominator positive.
  @inlinable init(reduced numerator: Int, over denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// A fraction already in lowest terms; nil where the numerator is `Int.min`.
  @inlinable init?(checked numerator: Int, over denominator: Int) {
    guard numerator != Int.min else { return nil }
    self.init(reduced: numerator, over: denominator)
  }

  /// Zero.
  @inlinable public static var zero: WordFraction { WordFraction(reduced: 0, over: 1) }
  /// One.
  @inlinable public static var one: WordFraction { WordFraction(reduced: 1, over: 1) }

  /// Whether it is zero.
  @inlinable public var isZero: Bool { numerator == 0 }

  /// The integer it is, if it is one.
  @inlinable public var integer: Int? { denominator == 1 ? numerator : nil }

  /// The number with the other sign.
  @inlinable public var negated: WordFraction {
    WordFraction(reduced: 0 &- numerator, over: denominator)
  }

  /// The absolute value.
  @inlinable public var magnitude: WordFraction { numerator < 0 ? negated : self }

  /// One over the number; nil for zero.
  @inlinable public var reciprocal: WordFraction? {
    switch numerator.signum() {
    case 1: WordFraction(reduced: denominator, over: numerator)
    case -1: WordFraction(reduced: 0 &- denominator, over: 0 &- numerator)
    default: nil
    }
  }

  /// The sum.
  ///
  /// - Source: D. E. Knuth, The Art of Computer Programming, volume 2, section 4.5.1: what numerator
  ///   and denominator share is in the greatest common divisor of the denominators.
  @inlinable public func adding(_ other: WordFraction) -> WordFraction? {
    if denominator == other.denominator {
      let (sum, overflow) = numerator.addingReportingOverflow(other.numerator)
      guard !overflow else { return nil }
      guard denominator != 1 else { return WordFraction(checked: sum, over: 1) }
      let shared = Self.commonDivisor(sum, denominator)
      return WordFraction(
        checked: Self.quotient(sum, shared), over: Self.quotient(denominator, shared))
    }
    let shared =
      denominator == 1 || other.denominator == 1
      ? 1 : Self.commonDivisor(denominator, other.denominator)
    let own = Self.quotient(denominator, shared)
    let (left, overflowLeft) = numerator.multipliedReportingOverflow(
      by: Self.quotient(other.denominator, shared))
    let (right, overflowRight) = other.numerator.multipliedReportingOverflow(by: own)
    let (sum, overflowSum) = left.addingReportingOverflow(right)
    guard !overflowLeft, !overflowRight, !overflowSum else { return nil }
    let rest = shared == 1 ? 1 : Self.commonDivisor(sum, shared)
    let (product, overflow) = own.multipliedReportingOverflow(
      by: Self.quotient(other.denominator, rest))
    guard !overflow else { return nil }
    return WordFraction(checked: Self.quotient(sum, rest), over: product)
  }

  /// The product.
  ///
  /// - Source: as ``adding(_:)``: each numerator shares with the other's denominator only.
  @inlinable public func multiplied(by other: WordFraction) -> WordFraction? {
    let left = other.denominator == 1 ? 1 : Self.commonDivisor(numerator, other.denominator)
    let right = denominator == 1 ? 1 : Self.commonDivisor(other.numerator, denominator)
    let (top, overflowTop) = Self.quotient(numerator, left).multipliedReportingOverflow(
      by: Self.quotient(other.numerator, right))
    let (bottom, overflowBottom) = Self.quotient(denominator, right).multipliedReportingOverflow(
      by: Self.quotient(other.denominator, left))
    guard !overflowTop, !overflowBottom else { return nil }
    return WordFraction(checked: top, over: bottom)
  }

  /// The number raised to a power that is not negative; `0^0 = 1`.
  public func raised(to exponent: Int) -> WordFraction? {
    var power = WordFraction.one
    for _ in 0..<exponent {
      guard let next = power.multiplied(by: self) else { return nil }
      power = next
    }
    return power
  }

  @inlinable static func quotient(_ number: Int, _ divisor: Int) -> Int {
    divisor == 1 ? number : number / divisor
  }

  @inlinable static func commonDivisor(_ a: Int, _ b: Int) -> Int {
    Int(greatestCommonDivisor(a.magnitude, b.magnitude))
  }
}

extension WordFraction: Comparable {
  /// Whether the first is smaller.
  @inlinable public static func < (a: WordFraction, b: WordFraction) -> Bool {
    if a.denominator == b.denominator { return a.numerator < b.numerator }
    let left = a.numerator.multipliedFullWidth(by: b.denominator)
    let right = b.numerator.multipliedFullWidth(by: a.denominator)
    return left.high == right.high ? left.low < right.low : left.high < right.high
  }
}

/// The greatest common divisor, by Stein's binary algorithm after one remainder where one number is
/// much smaller; `gcd(0, b) = b`.
@inlinable func greatestCommonDivisor(_ a: UInt, _ b: UInt) -> UInt {
  var (a, b) = (min(a, b), max(a, b))
  if a <= 1 { return a == 0 ? b : 1 }
  if a.leadingZeroBitCount > b.leadingZeroBitCount &+ 4 {
    (a, b) = (b % a, a)
    if a <= 1 { return a == 0 ? b : 1 }
  }
  let shift = (a | b).trailingZeroBitCount
  a &>>= UInt(truncatingIfNeeded: a.trailingZeroBitCount)
  // Smaller and difference without a branch: which of the two is larger cannot be predicted.
  repeat {
    b &>>= UInt(truncatingIfNeeded: b.trailingZeroBitCount)
    let smaller = min(a, b)
    b = max(a, b) &- smaller
    a = smaller
  } while b != 0
  return a << shift
}
