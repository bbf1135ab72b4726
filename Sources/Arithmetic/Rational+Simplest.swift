extension Rational {
  /// The largest integer that is not greater.
  public var floor: Rational {
    guard large == nil else { return asLarge.floor }
    let (whole, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
    return Rational(rest < 0 ? whole - 1 : whole)
  }

  /// The fraction with the smallest denominator from `lower` to `upper`, both included; of those
  /// the one nearest to 0.
  ///
  /// - Precondition: `lower <= upper`.
  /// - Source: the Stern-Brocot tree, walked by continued fractions (Graham, Knuth and Patashnik
  ///   1994, section 4.5).
  public static func simplest(from lower: Rational, to upper: Rational) -> Rational {
    precondition(lower <= upper, "an interval has its lower end first")
    if lower.signum <= 0 {
      return upper.signum >= 0 ? .zero : -simplest(from: -upper, to: -lower)
    }
    let whole = lower.floor
    if whole == lower { return lower }
    if whole + .one <= upper { return whole + .one }
    return whole
      + simplest(from: (upper - whole).reciprocal, to: (lower - whole).reciprocal)
      .reciprocal
  }

  /// The fraction with the smallest denominator within `distance` of this double, nil where it is
  /// not finite.
  public static func simplest(near value: Double, within distance: Double) -> Rational? {
    guard let centre = Rational(value), let reach = Rational(distance) else { return nil }
    return simplest(from: centre - reach.magnitude, to: centre + reach.magnitude)
  }
}
