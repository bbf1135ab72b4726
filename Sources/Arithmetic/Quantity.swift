/// What a payoff may be made of while it is computed: a plain ``Rational``, or an ``AffineForm``
/// that still holds a free parameter. Rules and expressions are written once over this protocol.
public protocol Quantity: Sendable {
  /// The constant `value`.
  init(_ value: Rational)
  /// The sum.
  static func + (a: Self, b: Self) throws -> Self
  /// The difference.
  static func - (a: Self, b: Self) throws -> Self
  /// The product.
  static func * (a: Self, b: Self) throws -> Self
  /// The quotient.
  ///
  /// - Throws: ``QuantityError/divisionByZero``.
  func divided(by divisor: Self) throws -> Self
  /// The sign: -1, 0 or 1.
  func sign() throws -> Int
  /// The constant it is, if it is one.
  var constant: Rational? { get }
}

/// Why a quantity cannot be computed.
public enum QuantityError: Error, Equatable, Sendable {
  /// A division by zero.
  case divisionByZero
  /// A product, quotient or function whose result is not affine in the free parameter.
  case notAffine
  /// The sign changes inside the interval, at this point: ask again on either side of it.
  case signChanges(at: Rational)
  /// The sign changes inside the cell, along the curve on which this form is zero: ask again on
  /// either side of it.
  case signChangesAcross(PlaneForm)
  /// The sign changes, or may change, inside the cell, along the hyperplane on which this form is
  /// zero: ask again on either side of it.
  case signChangesOver(SpaceForm)
  /// The sign may change inside the box: ask again on parts of it.
  case signUnknown
}

extension Quantity {
  /// The larger of the two.
  public static func larger(_ a: Self, _ b: Self) throws -> Self {
    try (a - b).sign() >= 0 ? a : b
  }

  /// The smaller of the two.
  public static func smaller(_ a: Self, _ b: Self) throws -> Self {
    try (a - b).sign() <= 0 ? a : b
  }

  /// The absolute value.
  public func absolute() throws -> Self {
    try sign() >= 0 ? self : Self(.zero) - self
  }
}

extension Rational: Quantity {
  /// The number itself.
  @inlinable public init(_ value: Rational) { self = value }

  /// The quotient.
  @inlinable public func divided(by divisor: Rational) throws -> Rational {
    guard !divisor.isZero else { throw QuantityError.divisionByZero }
    return self / divisor
  }

  /// The sign: -1, 0 or 1.
  @inlinable public func sign() -> Int { signum }

  /// The constant it is, if it is one.
  @inlinable public var constant: Rational? { self }
}
