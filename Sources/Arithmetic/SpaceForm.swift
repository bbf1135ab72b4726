/// `intercept + coefficients . t` for any number of parameters `t` that run through the inside of a
/// convex cell of a box.
///
/// A product needs a constant factor, a quotient a constant divisor. A question about the sign is
/// answered where the box or what is known of the cell settles it; elsewhere
/// ``QuantityError/signChangesOver(_:)`` names the hyperplane along which to split.
public struct SpaceForm: Quantity, Hashable {
  /// The value at the origin.
  public var intercept: Rational
  /// The change per unit of each parameter; none for a constant.
  public var coefficients: [Rational]
  /// The cell; nil for a constant, which holds everywhere.
  public var cell: SpaceCell?

  /// A form with these coefficients on a cell.
  public init(intercept: Rational, _ coefficients: [Rational], on cell: SpaceCell? = nil) {
    self.intercept = intercept
    self.coefficients = coefficients.allSatisfy(\.isZero) ? [] : coefficients
    self.cell = cell
  }

  /// The constant `value`.
  public init(_ value: Rational) { self.init(intercept: value, []) }

  /// The parameter number `place` of a cell.
  public static func parameter(_ place: Int, on cell: SpaceCell) -> SpaceForm {
    SpaceForm(
      intercept: .zero, cell.ranges.indices.map { $0 == place ? .one : .zero }, on: cell)
  }

  /// The constant it is, if it is one.
  public var constant: Rational? { coefficients.isEmpty ? intercept : nil }

  /// The value at a point.
  public func value(at point: [Rational]) -> Rational {
    zip(coefficients, point).reduce(intercept) { $1.0.isZero ? $0 : $0 + $1.0 * $1.1 }
  }

  /// The sum.
  public static func + (a: SpaceForm, b: SpaceForm) -> SpaceForm { a.combined(with: b, +) }
  /// The difference.
  public static func - (a: SpaceForm, b: SpaceForm) -> SpaceForm { a.combined(with: b, -) }

  /// The product.
  ///
  /// - Throws: ``QuantityError/notAffine`` where parameters would be multiplied.
  public static func * (a: SpaceForm, b: SpaceForm) throws -> SpaceForm {
    let (form, factor): (SpaceForm, Rational)
    if let constant = b.constant {
      (form, factor) = (a, constant)
    } else if let constant = a.constant {
      (form, factor) = (b, constant)
    } else {
      throw QuantityError.notAffine
    }
    return SpaceForm(
      intercept: form.intercept * factor, form.coefficients.map { $0 * factor },
      on: a.cell ?? b.cell)
  }

  /// The quotient.
  public func divided(by divisor: SpaceForm) throws -> SpaceForm {
    guard let constant = divisor.constant else { throw QuantityError.notAffine }
    guard !constant.isZero else { throw QuantityError.divisionByZero }
    return try self * SpaceForm(constant.reciprocal)
  }

  /// The sign inside the cell: -1, 0 or 1.
  public func sign() throws -> Int {
    guard let cell, constant == nil else { return intercept.signum }
    guard let sign = cell.sign(of: self) else { throw QuantityError.signChangesOver(self) }
    return sign
  }

  /// The same hyperplane with 1 as its first coefficient, and the sign that was divided out.
  public var hyperplane: (numbers: [Rational], sign: Int) {
    guard let leading = coefficients.first(where: { !$0.isZero }) else {
      return ([intercept], 1)
    }
    let factor = leading.reciprocal
    return (([intercept] + coefficients).map { $0 * factor }, leading.signum)
  }

  private func combined(
    with other: SpaceForm, _ combine: (Rational, Rational) -> Rational
  ) -> SpaceForm {
    let count = max(coefficients.count, other.coefficients.count)
    func padded(_ numbers: [Rational]) -> [Rational] {
      numbers.isEmpty ? Array(repeating: .zero, count: count) : numbers
    }
    return SpaceForm(
      intercept: combine(intercept, other.intercept),
      zip(padded(coefficients), padded(other.coefficients)).map(combine),
      on: cell ?? other.cell)
  }
}

/// A box of parameters and the signs that some forms are known to have inside a part of it.
public struct SpaceCell: Hashable, Sendable {
  /// One interval a parameter.
  public let ranges: [ClosedRange<Rational>]
  private var signs: [[Rational]: Int] = [:]

  /// The whole box.
  public init(_ ranges: [ClosedRange<Rational>]) { self.ranges = ranges }

  /// The part in which `form` has this sign.
  public func with(_ form: SpaceForm, sign: Int) -> SpaceCell {
    var part = self
    let (numbers, turned) = form.hyperplane
    part.signs[numbers] = sign * turned
    return part
  }

  /// The smallest and the largest value of a form in the box.
  public func bounds(of form: SpaceForm) -> ClosedRange<Rational> {
    var (low, high) = (form.intercept, form.intercept)
    for (coefficient, range) in zip(form.coefficients, ranges) where !coefficient.isZero {
      let ends = (coefficient * range.lowerBound, coefficient * range.upperBound)
      low += min(ends.0, ends.1)
      high += max(ends.0, ends.1)
    }
    return low...high
  }

  /// The sign of a form inside, nil where it is not known to be one.
  public func sign(of form: SpaceForm) -> Int? {
    guard form.constant == nil else { return form.intercept.signum }
    let bounds = bounds(of: form)
    if bounds.lowerBound.signum >= 0 { return 1 }
    if bounds.upperBound.signum <= 0 { return -1 }
    let (numbers, turned) = form.hyperplane
    return signs[numbers].map { $0 * turned }
  }
}
