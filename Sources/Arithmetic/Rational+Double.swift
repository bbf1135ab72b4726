extension Rational {
  /// The exact value of a finite double, nil for infinities and NaN.
  public init?(_ double: Double) {
    guard double.isFinite else { return nil }
    if let small = Int(exactly: double), small != Int.min {
      self.init(reduced: small, over: 1)
    } else {
      self = LargeRational(double).rational
    }
  }

  /// The nearest double, ties to even; infinite when the number is out of range.
  public var double: Double {
    let exactRange = 1 << 53
    if large == nil, numerator.magnitude <= exactRange, denominator <= exactRange {
      // Both are exact doubles, so that one division rounds correctly.
      return Double(numerator) / Double(denominator)
    }
    let towardsZero = asLarge.truncatedDouble
    guard towardsZero.isFinite else { return towardsZero }
    let away = signum < 0 ? towardsZero.nextDown : towardsZero.nextUp
    guard let near = Rational(towardsZero), let far = Rational(away) else { return away }
    let toNear = (self - near).magnitude
    let toFar = (far - self).magnitude
    if toNear == toFar {
      return towardsZero.significandBitPattern & 1 == 0 ? towardsZero : away
    }
    return toNear < toFar ? towardsZero : away
  }

  /// The exact square root where the number is the square of a rational, otherwise nil.
  public var exactSquareRoot: Rational? {
    guard signum >= 0, let words else { return nil }
    func root(_ value: Int) -> Int? {
      let guess = Int(Double(value).squareRoot())
      return (max(0, guess - 1)...(guess + 1)).first {
        let (square, overflow) = $0.multipliedReportingOverflow(by: $0)
        return !overflow && square == value
      }
    }
    guard let top = root(words.numerator), let bottom = root(words.denominator) else { return nil }
    return Rational(reduced: top, over: bottom)
  }
}
