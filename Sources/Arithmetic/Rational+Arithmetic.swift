extension Rational: Hashable, Comparable, SignedNumeric {
  /// The integer `source`, if a machine word holds it.
  @inlinable public init?<Source: BinaryInteger>(exactly source: Source) {
    guard let value = Int(exactly: source) else { return nil }
    self.init(value)
  }

  /// The integer of a literal.
  @inlinable public init(integerLiteral value: Int) { self.init(value) }

  /// The sum.
  @inlinable public static func + (a: Rational, b: Rational) -> Rational {
    guard let left = a.fraction, let right = b.fraction, let sum = left.adding(right) else {
      return addLarge(a, b)
    }
    return Rational(sum)
  }

  /// The difference.
  @inlinable public static func - (a: Rational, b: Rational) -> Rational { a + -b }

  /// The number with the other sign.
  @inlinable prefix public static func - (a: Rational) -> Rational {
    guard a.large == nil else { return negateLarge(a) }
    return Rational(reduced: 0 &- a.numerator, over: a.denominator)
  }

  /// The product.
  @inlinable public static func * (a: Rational, b: Rational) -> Rational {
    guard let left = a.fraction, let right = b.fraction, let product = left.multiplied(by: right)
    else { return multiplyLarge(a, b) }
    return Rational(product)
  }

  /// The quotient.
  ///
  /// - Precondition: `b` is not zero.
  @inlinable public static func / (a: Rational, b: Rational) -> Rational { a * b.reciprocal }

  /// One over the number.
  ///
  /// - Precondition: the number is not zero.
  @inlinable public var reciprocal: Rational {
    precondition(!isZero, "division by zero")
    guard large == nil else { return Rational.reciprocalLarge(self) }
    return numerator < 0
      ? Rational(reduced: 0 &- denominator, over: 0 &- numerator)
      : Rational(reduced: denominator, over: numerator)
  }

  /// Adds in place.
  @inlinable public static func += (a: inout Rational, b: Rational) { a = a + b }
  /// Subtracts in place.
  @inlinable public static func -= (a: inout Rational, b: Rational) { a = a - b }
  /// Multiplies in place.
  @inlinable public static func *= (a: inout Rational, b: Rational) { a = a * b }
  /// Divides in place.
  @inlinable public static func /= (a: inout Rational, b: Rational) { a = a / b }

  /// Whether the two are equal.
  @inlinable public static func == (a: Rational, b: Rational) -> Bool {
    guard a.large == nil, b.large == nil else { return compareLarge(a, b) == 0 }
    return a.numerator == b.numerator && a.denominator == b.denominator
  }

  /// Whether the first is smaller.
  @inlinable public static func < (a: Rational, b: Rational) -> Bool {
    guard let left = a.fraction, let right = b.fraction else { return compareLarge(a, b) < 0 }
    return left < right
  }

  /// Feeds the value to a hasher.
  public func hash(into hasher: inout Hasher) {
    guard let large else {
      hasher.combine(numerator)
      hasher.combine(denominator)
      return
    }
    large.hash(into: &hasher)
  }

  /// The number raised to an integer power; `0^0 = 1`.
  ///
  /// - Precondition: the number is not zero when `exponent` is negative.
  public func raised(to exponent: Int) -> Rational {
    var base = exponent < 0 ? reciprocal : self
    var remaining = exponent.magnitude
    var power = Rational.one
    while remaining > 0 {
      if remaining & 1 == 1 { power *= base }
      remaining >>= 1
      if remaining > 0 { base *= base }
    }
    return power
  }
}

// The way out of the machine word, kept out of line so that the fast path stays small.
extension Rational {
  @usableFromInline var asLarge: LargeRational { large ?? LargeRational(numerator, denominator) }

  @usableFromInline @inline(never)
  static func addLarge(_ a: Rational, _ b: Rational) -> Rational {
    a.asLarge.adding(b.asLarge).rational
  }

  @usableFromInline @inline(never)
  static func multiplyLarge(_ a: Rational, _ b: Rational) -> Rational {
    a.asLarge.multiplied(by: b.asLarge).rational
  }

  @usableFromInline @inline(never)
  static func negateLarge(_ a: Rational) -> Rational { a.asLarge.negated.rational }

  @usableFromInline @inline(never)
  static func reciprocalLarge(_ a: Rational) -> Rational { a.asLarge.reciprocal.rational }

  @usableFromInline @inline(never)
  static func compareLarge(_ a: Rational, _ b: Rational) -> Int {
    a.asLarge.compared(to: b.asLarge)
  }
}
