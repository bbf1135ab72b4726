/// `intercept + slope * t` for a parameter `t` that runs through an open interval.
///
/// Sums stay affine; a product needs a constant factor, a quotient a constant divisor. A question
/// about the sign is answered where the sign is the same on the whole interval; where it is not,
/// ``QuantityError/signChanges(at:)`` names the point at which to split. Piecewise affine functions
/// (`max`, `abs`, `if`) are thereby followed exactly.
public struct AffineForm: Quantity, Hashable {
  /// The value at `t = 0`.
  public var intercept: Rational
  /// The change per unit of `t`.
  public var slope: Rational
  /// The interval that `t` runs through; nil for a constant, which holds on every interval.
  public var interval: Interval?

  /// An open interval of the parameter.
  public struct Interval: Hashable, Sendable {
    /// The lower end, excluded.
    public var lower: Rational
    /// The upper end, excluded.
    public var upper: Rational

    /// The open interval from `lower` to `upper`.
    public init(lower: Rational, upper: Rational) {
      precondition(lower < upper, "an open interval needs room between its ends")
      self.lower = lower
      self.upper = upper
    }

    /// The point half way.
    public var midpoint: Rational { (lower + upper) * Rational(1, 2) }
  }

  /// The constant `value`.
  public init(_ value: Rational) {
    intercept = value
    slope = .zero
    interval = nil
  }

  /// The parameter itself on `interval`.
  public static func parameter(on interval: Interval) -> AffineForm {
    var form = AffineForm(.zero)
    form.slope = .one
    form.interval = interval
    return form
  }

  /// The constant it is, if it is one.
  public var constant: Rational? { slope.isZero ? intercept : nil }

  /// The value at `t`.
  public func value(at t: Rational) -> Rational { intercept + slope * t }

  /// The one point at which the form is zero; nil for a constant.
  public var root: Rational? { slope.isZero ? nil : -intercept / slope }

  /// The sum.
  public static func + (a: AffineForm, b: AffineForm) -> AffineForm {
    a.combined(with: b, intercept: a.intercept + b.intercept, slope: a.slope + b.slope)
  }

  /// The difference.
  public static func - (a: AffineForm, b: AffineForm) -> AffineForm {
    a.combined(with: b, intercept: a.intercept - b.intercept, slope: a.slope - b.slope)
  }

  /// The product.
  public static func * (a: AffineForm, b: AffineForm) throws -> AffineForm {
    guard a.slope.isZero || b.slope.isZero else { throw QuantityError.notAffine }
    return a.combined(
      with: b, intercept: a.intercept * b.intercept,
      slope: a.slope * b.intercept + a.intercept * b.slope)
  }

  /// The quotient.
  public func divided(by divisor: AffineForm) throws -> AffineForm {
    guard let constant = divisor.constant else { throw QuantityError.notAffine }
    guard !constant.isZero else { throw QuantityError.divisionByZero }
    return try self * AffineForm(constant.reciprocal)
  }

  /// The sign: -1, 0 or 1.
  public func sign() throws -> Int {
    guard let interval, let root else { return intercept.signum }
    guard root <= interval.lower || root >= interval.upper else {
      throw QuantityError.signChanges(at: root)
    }
    return value(at: interval.midpoint).signum
  }

  private func combined(
    with other: AffineForm, intercept: Rational, slope: Rational
  ) -> AffineForm {
    var form = AffineForm(intercept)
    form.slope = slope
    form.interval = interval ?? other.interval
    return form
  }
}
