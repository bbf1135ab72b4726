/// A ratio of polynomials in parameters that run through a box: what sums, products and quotients
/// make of them, exactly.
///
/// Each parameter is written as the middle of its interval and a part of its width that runs from
/// -1 to 1, so that the constant and the sizes of the other coefficients bound the values. A question
/// about the sign is answered where these bounds, or that nothing is left, settle it;
/// elsewhere ``QuantityError/signUnknown`` asks for parts of the box, on which bounds are tighter.
///
/// - Source: centred forms of interval analysis, Moore 1966.
public struct RatioForm: Quantity, Hashable {
  /// The polynomial above.
  private var numerator: MultivariatePolynomial
  /// The polynomial below, positive all over the box.
  private var denominator: MultivariatePolynomial

  /// The most terms of a polynomial.
  public static let mostTerms = 500

  private init(_ numerator: MultivariatePolynomial, over denominator: MultivariatePolynomial) {
    self.numerator = numerator
    self.denominator = denominator
  }

  /// The constant `value`.
  public init(_ value: Rational) {
    self.init(MultivariatePolynomial(value), over: MultivariatePolynomial(.one))
  }

  /// The parameter number `place` of `count`, on its interval.
  public static func parameter(
    _ place: Int, of count: Int, on range: ClosedRange<Rational>
  ) -> RatioForm {
    let half = Rational(1, 2)
    var powers = Array(repeating: UInt8(0), count: count)
    powers[place] = 1
    return RatioForm(
      MultivariatePolynomial((range.lowerBound + range.upperBound) * half)
        + MultivariatePolynomial(terms: [powers: (range.upperBound - range.lowerBound) * half]),
      over: MultivariatePolynomial(.one))
  }

  /// The constant it is, if it is one.
  public var constant: Rational? {
    guard let numerator = numerator.constant, let denominator = denominator.constant else {
      return nil
    }
    return numerator / denominator
  }

  /// The sum.
  public static func + (a: RatioForm, b: RatioForm) throws -> RatioForm {
    try a.combined(with: b, +)
  }

  /// The difference.
  public static func - (a: RatioForm, b: RatioForm) throws -> RatioForm {
    try a.combined(with: b, -)
  }

  /// The product.
  ///
  /// - Throws: ``QuantityError/notAffine`` where there would be too many terms.
  public static func * (a: RatioForm, b: RatioForm) throws -> RatioForm {
    RatioForm(
      try a.numerator.times(b.numerator), over: try a.denominator.times(b.denominator))
  }

  /// The quotient.
  ///
  /// - Throws: ``QuantityError/divisionByZero``, ``QuantityError/signUnknown`` where the divisor may
  ///   be zero, and ``QuantityError/notAffine`` where there would be too many terms.
  public func divided(by divisor: RatioForm) throws -> RatioForm {
    let sign = try divisor.strictSign()
    let above = try numerator.times(divisor.denominator)
    let below = try denominator.times(divisor.numerator)
    return sign > 0
      ? RatioForm(above, over: below)
      : RatioForm(
        MultivariatePolynomial(.zero) - above, over: MultivariatePolynomial(.zero) - below)
  }

  /// The sign inside the box: -1, 0 or 1.
  ///
  /// - Throws: ``QuantityError/signUnknown`` where the bounds leave it open.
  public func sign() throws -> Int {
    let bounds = numerator.bounds
    if numerator.isZero { return 0 }
    // A bound of zero is met at corners alone.
    if bounds.lowerBound.signum >= 0 { return 1 }
    if bounds.upperBound.signum <= 0 { return -1 }
    throw QuantityError.signUnknown
  }

  /// The sign on the whole box, its border included.
  private func strictSign() throws -> Int {
    guard !numerator.isZero else { throw QuantityError.divisionByZero }
    let bounds = numerator.bounds
    if bounds.lowerBound.signum > 0 { return 1 }
    if bounds.upperBound.signum < 0 { return -1 }
    throw QuantityError.signUnknown
  }

  private func combined(
    with other: RatioForm,
    _ combine: (MultivariatePolynomial, MultivariatePolynomial) -> MultivariatePolynomial
  ) throws -> RatioForm {
    if denominator == other.denominator {
      return RatioForm(combine(numerator, other.numerator), over: denominator)
    }
    return RatioForm(
      combine(
        try numerator.times(other.denominator), try other.numerator.times(denominator)),
      over: try denominator.times(other.denominator))
  }
}

/// A polynomial in numbers from -1 to 1.
private struct MultivariatePolynomial: Hashable {
  /// The coefficient of each product of powers, none of them zero; the constant has no powers.
  private var terms: [[UInt8]: Rational]

  init(_ constant: Rational) { terms = constant.isZero ? [:] : [[]: constant] }

  init(terms: [[UInt8]: Rational]) { self.terms = terms.filter { !$0.value.isZero } }

  var isZero: Bool { terms.isEmpty }

  var constant: Rational? {
    isZero ? .zero : terms.count == 1 ? terms[[]] : nil
  }

  /// Between which numbers its values lie.
  var bounds: ClosedRange<Rational> {
    let middle = terms[[]] ?? .zero
    // A sum does not depend on the order of its terms.
    let width = terms.reduce(Rational.zero) { $1.key.isEmpty ? $0 : $0 + $1.value.magnitude }
    return (middle - width)...(middle + width)
  }

  static func + (a: MultivariatePolynomial, b: MultivariatePolynomial) -> MultivariatePolynomial {
    MultivariatePolynomial(terms: a.terms.merging(b.terms, uniquingKeysWith: +))
  }

  static func - (a: MultivariatePolynomial, b: MultivariatePolynomial) -> MultivariatePolynomial {
    a + MultivariatePolynomial(terms: b.terms.mapValues { Rational.zero - $0 })
  }

  func times(_ other: MultivariatePolynomial) throws -> MultivariatePolynomial {
    if let factor = other.constant { return scaled(by: factor) }
    if let factor = constant { return other.scaled(by: factor) }
    var product: [[UInt8]: Rational] = [:]
    for (powers, coefficient) in terms {
      for (others, factor) in other.terms {
        let sum = try Self.sum(powers, others)
        product[sum, default: .zero] += coefficient * factor
      }
    }
    guard product.count <= RatioForm.mostTerms else { throw QuantityError.notAffine }
    return MultivariatePolynomial(terms: product)
  }

  private func scaled(by factor: Rational) -> MultivariatePolynomial {
    MultivariatePolynomial(terms: terms.mapValues { $0 * factor })
  }

  private static func sum(_ a: [UInt8], _ b: [UInt8]) throws -> [UInt8] {
    if a.isEmpty { return b }
    if b.isEmpty { return a }
    return try zip(a, b).map { a, b in
      let (sum, overflow) = a.addingReportingOverflow(b)
      guard !overflow else { throw QuantityError.notAffine }
      return sum
    }
  }
}
