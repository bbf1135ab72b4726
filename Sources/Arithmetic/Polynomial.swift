/// A polynomial in one variable with exact coefficients.
public struct Polynomial: Hashable, Sendable {
  /// The coefficients from the constant upwards, the last one not zero; none for the polynomial 0.
  public let coefficients: [Rational]

  /// The polynomial with these coefficients, the constant first.
  public init(_ coefficients: [Rational]) {
    let end = coefficients.lastIndex { !$0.isZero }.map { $0 + 1 } ?? 0
    self.coefficients = Array(coefficients.prefix(end))
  }

  /// The variable raised to `exponent`.
  public static func power(_ exponent: Int) -> Polynomial {
    Polynomial(Array(repeating: .zero, count: exponent) + [.one])
  }

  /// The degree, -1 of the polynomial 0.
  public var degree: Int { coefficients.count - 1 }

  /// The value at `x`, by Horner's rule.
  public func value(at x: Rational) -> Rational {
    coefficients.reversed().reduce(.zero) { $0 * x + $1 }
  }

  /// The derivative.
  public var derivative: Polynomial {
    Polynomial(coefficients.enumerated().dropFirst().map { Rational($0.offset) * $0.element })
  }

  /// The sum.
  public static func + (a: Polynomial, b: Polynomial) -> Polynomial {
    let (long, short) = a.degree >= b.degree ? (a, b) : (b, a)
    return Polynomial(
      long.coefficients.enumerated().map { place, own in
        place <= short.degree ? own + short.coefficients[place] : own
      })
  }

  /// The difference.
  public static func - (a: Polynomial, b: Polynomial) -> Polynomial { a + Rational(-1) * b }

  /// The multiple.
  public static func * (factor: Rational, a: Polynomial) -> Polynomial {
    Polynomial(a.coefficients.map { factor * $0 })
  }

  /// The product.
  public static func * (a: Polynomial, b: Polynomial) -> Polynomial {
    guard a.degree >= 0, b.degree >= 0 else { return Polynomial([]) }
    var product = Array(repeating: Rational.zero, count: a.degree + b.degree + 1)
    for (i, left) in a.coefficients.enumerated() where !left.isZero {
      for (j, right) in b.coefficients.enumerated() { product[i + j] += left * right }
    }
    return Polynomial(product)
  }

  /// The polynomial of highest degree that divides both, with 1 as its leading coefficient; 0 of
  /// two zeros.
  public static func greatestCommonDivisor(_ a: Polynomial, _ b: Polynomial) -> Polynomial {
    var (larger, smaller) = a.degree >= b.degree ? (a.monic, b.monic) : (b.monic, a.monic)
    while smaller.degree >= 0 {
      (larger, smaller) = (smaller, larger.divided(by: smaller).remainder.monic)
    }
    return larger
  }

  /// The multiple with 1 as its leading coefficient.
  public var monic: Polynomial { coefficients.last.map { $0.reciprocal * self } ?? self }

  /// Quotient and remainder of the division by `divisor`.
  ///
  /// - Precondition: `divisor` is not 0.
  public func divided(by divisor: Polynomial) -> (quotient: Polynomial, remainder: Polynomial) {
    guard let leading = divisor.coefficients.last else { preconditionFailure("division by zero") }
    var rest = coefficients
    var quotient = Array(repeating: Rational.zero, count: max(0, degree - divisor.degree + 1))
    for place in quotient.indices.reversed() {
      let factor = rest[place + divisor.degree] / leading
      quotient[place] = factor
      guard !factor.isZero else { continue }
      for (offset, coefficient) in divisor.coefficients.enumerated() {
        rest[place + offset] -= factor * coefficient
      }
    }
    return (Polynomial(quotient), Polynomial(rest))
  }
}
