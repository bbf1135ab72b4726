extension Rational {
  /// The fraction `numerator / denominator` of two integers of 128 bits, reduced.
  ///
  /// - Precondition: `denominator` is not zero.
  public init(_ numerator: Int128, _ denominator: Int128) {
    if let top = Int(exactly: numerator), let bottom = Int(exactly: denominator) {
      self.init(top, bottom)
    } else {
      precondition(denominator != 0, "a rational number needs a denominator other than zero")
      self = LargeRational(wide: numerator, denominator).rational
    }
  }

  /// The numerator and denominator in lowest terms, if 127 bits and a sign hold each.
  public var wideWords: (numerator: Int128, denominator: Int128)? {
    guard let large else { return (Int128(numerator), Int128(denominator)) }
    return large.wideWords
  }
}
