/// An exact rational number of any size.
///
/// Numbers whose numerator and denominator fit a machine word are kept as two integers; a result
/// that does not fit moves to GMP, and back as soon as it fits again. Nothing overflows silently.
///
/// The form is canonical: lowest terms, positive denominator, and GMP only where the words do not
/// suffice, so that equal numbers have equal representations.
///
/// Division by zero is a programmer's error (`precondition`); expressions typed by a user go
/// through ``Quantity/divided(by:)``, which throws.
public struct Rational: Sendable {
  /// The numerator, meaningful when `large` is nil; never `Int.min`.
  @usableFromInline var numerator: Int
  /// The denominator, positive, meaningful when `large` is nil.
  @usableFromInline var denominator: Int
  /// The number itself when a word does not hold it.
  @usableFromInline var large: LargeRational?

  @inlinable init(reduced numerator: Int, over denominator: Int) {
    self.numerator = numerator
    self.denominator = denominator
    self.large = nil
  }

  @usableFromInline init(large: LargeRational) {
    self.numerator = 0
    self.denominator = 1
    self.large = large
  }

  /// The integer `value`.
  @inlinable public init(_ value: Int) {
    guard value != Int.min else {
      self = LargeRational(Int.min, 1).rational
      return
    }
    self.init(reduced: value, over: 1)
  }

  /// The fraction `numerator / denominator`, reduced.
  ///
  /// - Precondition: `denominator` is not zero.
  @inlinable public init(_ numerator: Int, _ denominator: Int) {
    precondition(denominator != 0, "a rational number needs a denominator other than zero")
    guard numerator != Int.min, denominator != Int.min else {
      self = LargeRational(numerator, denominator).rational
      return
    }
    let divisor = Int(greatestCommonDivisor(numerator.magnitude, denominator.magnitude))
    self.init(
      reduced: (denominator < 0 ? -numerator : numerator) / divisor,
      over: Int(denominator.magnitude) / divisor)
  }

  /// The number zero.
  @inlinable public static var zero: Rational { Rational(reduced: 0, over: 1) }
  /// The number one.
  @inlinable public static var one: Rational { Rational(reduced: 1, over: 1) }

  /// Whether the number is zero.
  @inlinable public var isZero: Bool { large == nil && numerator == 0 }

  /// Whether the number is an integer.
  public var isInteger: Bool { large.map(\.isInteger) ?? (denominator == 1) }

  /// The integer the number is, if it is one and fits a machine word.
  @inlinable public var integer: Int? { large == nil && denominator == 1 ? numerator : nil }

  /// The numerator and denominator in lowest terms, if both fit a machine word.
  @inlinable public var words: (numerator: Int, denominator: Int)? {
    large == nil ? (numerator, denominator) : nil
  }

  /// The number as a fraction of two words, if both suffice.
  @inlinable public var fraction: WordFraction? {
    large == nil ? WordFraction(reduced: numerator, over: denominator) : nil
  }

  /// The number that a fraction of two words is.
  @inlinable public init(_ fraction: WordFraction) {
    self.init(reduced: fraction.numerator, over: fraction.denominator)
  }

  /// -1, 0 or 1.
  @inlinable public var signum: Int { large.map(\.signum) ?? numerator.signum() }

  /// The absolute value.
  @inlinable public var magnitude: Rational { signum < 0 ? -self : self }

  /// Bits needed for the numerator and the denominator together: the size of the number.
  public var bitWidth: Int {
    large.map(\.bitWidth)
      ?? (2 * Int.bitWidth - numerator.magnitude.leadingZeroBitCount
        - denominator.leadingZeroBitCount)
  }
}

extension Rational {
  /// The denominator in lowest terms, as a number.
  public var denominatorPart: Rational {
    large.map(\.denominatorRational) ?? Rational(reduced: denominator, over: 1)
  }

  /// The least positive integer that the denominators of all these numbers divide.
  @inlinable
  public static func commonDenominator(_ numbers: some Sequence<Rational>) -> Rational {
    var common = Rational.one
    for number in numbers where number.integer == nil {
      let product = common * number
      if !product.isInteger { common *= product.denominatorPart }
    }
    return common
  }
}

extension Rational {
  /// The integer `value`.
  public init(_ value: Int128) {
    guard let small = Int(exactly: value) else {
      let half = Int128(1) << 62
      let (top, bottom) = value.quotientAndRemainder(dividingBy: half)
      self = Rational(top) * Rational(1 << 62) + Rational(Int(bottom))
      return
    }
    self.init(small)
  }
}
