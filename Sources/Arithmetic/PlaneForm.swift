/// `intercept + x * s + y * t + xy * s * t` for two parameters `s` and `t` that run through the
/// inside of a convex cell.
///
/// Products stay in the form while neither parameter is squared. A question about the sign is
/// answered where the sign is the same on the whole cell; where it is not,
/// ``QuantityError/signChangesAcross(_:)`` names the curve along which to split. So `max`, `abs` and
/// `if` are followed exactly in two parameters, as ``AffineForm`` does it in one.
public struct PlaneForm: Quantity, Hashable {
  /// The value at the origin.
  public var intercept: Rational
  /// The change per unit of the first parameter at the origin.
  public var x: Rational
  /// The change per unit of the second parameter at the origin.
  public var y: Rational
  /// The coefficient of the product of both.
  public var xy: Rational
  /// The cell; nil for a constant, which holds everywhere.
  public var cell: ConvexPolygon?

  /// A form with these coefficients on a cell.
  public init(
    intercept: Rational, x: Rational = .zero, y: Rational = .zero, xy: Rational = .zero,
    on cell: ConvexPolygon? = nil
  ) {
    self.intercept = intercept
    self.x = x
    self.y = y
    self.xy = xy
    self.cell = cell
  }

  /// The constant `value`.
  public init(_ value: Rational) { self.init(intercept: value) }

  /// Whether the product of both parameters is absent, so that the form is zero along a line.
  public var isAffine: Bool { xy.isZero }

  /// The constant it is, if it is one.
  public var constant: Rational? { x.isZero && y.isZero && xy.isZero ? intercept : nil }

  /// The value at a point.
  public func value(at point: PlanePoint) -> Rational {
    var value = intercept
    if !x.isZero { value += x * point.x }
    if !y.isZero { value += y * point.y }
    if !xy.isZero { value += xy * point.x * point.y }
    return value
  }

  /// The sum.
  public static func + (a: PlaneForm, b: PlaneForm) -> PlaneForm {
    PlaneForm(
      intercept: a.intercept + b.intercept, x: a.x + b.x, y: a.y + b.y, xy: a.xy + b.xy,
      on: a.cell ?? b.cell)
  }

  /// The difference.
  public static func - (a: PlaneForm, b: PlaneForm) -> PlaneForm {
    PlaneForm(
      intercept: a.intercept - b.intercept, x: a.x - b.x, y: a.y - b.y, xy: a.xy - b.xy,
      on: a.cell ?? b.cell)
  }

  /// The product.
  ///
  /// - Throws: ``QuantityError/notAffine`` where a parameter would be squared.
  public static func * (a: PlaneForm, b: PlaneForm) throws -> PlaneForm {
    let squares = [
      a.x * b.x, a.y * b.y, a.x * b.xy, a.xy * b.x, a.y * b.xy, a.xy * b.y, a.xy * b.xy,
    ]
    guard squares.allSatisfy(\.isZero) else { throw QuantityError.notAffine }
    return PlaneForm(
      intercept: a.intercept * b.intercept,
      x: a.intercept * b.x + a.x * b.intercept,
      y: a.intercept * b.y + a.y * b.intercept,
      xy: a.intercept * b.xy + a.xy * b.intercept + a.x * b.y + a.y * b.x,
      on: a.cell ?? b.cell)
  }

  /// The quotient.
  public func divided(by divisor: PlaneForm) throws -> PlaneForm {
    guard let constant = divisor.constant else { throw QuantityError.notAffine }
    guard !constant.isZero else { throw QuantityError.divisionByZero }
    return try self * PlaneForm(constant.reciprocal)
  }

  /// The sign inside the cell: -1, 0 or 1.
  public func sign() throws -> Int {
    guard let cell, constant == nil else { return intercept.signum }
    guard let sign = sign(inside: cell) else { throw QuantityError.signChangesAcross(self) }
    return sign
  }

  /// The sign on the inside of a polygon, nil where it changes or, of a product of both parameters,
  /// may change: then the corners of the box around it are looked at, where such a form has its
  /// extremes.
  public func sign(inside polygon: ConvexPolygon) -> Int? {
    let corners = isAffine ? polygon.vertices : polygon.box.vertices
    var (positive, negative) = (false, false)
    for corner in corners {
      let sign = value(at: corner).signum
      positive = positive || sign > 0
      negative = negative || sign < 0
      if positive && negative { return nil }
    }
    return positive ? 1 : negative ? -1 : 0
  }
}
