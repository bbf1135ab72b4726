/// Equations in one unknown more than there are equations, whose solutions form a curve.
///
/// The unknowns are the logarithms of the probabilities of all pure strategies, the first actor's
/// first, and one parameter at last. There is one equation a strategy: its log-probability less
/// what a smoothed best reply makes it. Where a strategy's probability vanishes, its column of the
/// Jacobian becomes that of the identity.
protocol Homotopy {
  /// How many equations there are: one less than unknowns.
  var equations: Int { get }

  /// Writes how far the equations are from holding at `point`.
  mutating func evaluate(at point: [Double], residual: inout [Double])

  /// Writes the same and the derivatives: `jacobian[equation * (equations + 1) + unknown]`.
  mutating func evaluate(
    at point: [Double], residual: inout [Double], jacobian: inout [Double])

  /// Writes by how much each unknown counts in the square of a distance near `point`.
  func metric(at point: [Double], weights: inout [Double])
}

/// A point of a curve, with the direction in which it goes on.
struct CurvePoint: Sendable {
  /// The unknowns, the parameter last.
  var unknowns: [Double]
  /// The unit vector along the curve, in the metric at the point.
  var tangent: [Double]
  /// The length of the curve up to here.
  var length: Double
  /// The sign of the determinant of the derivatives bordered by the tangent; it turns where an odd
  /// number of other branches crosses the curve.
  var orientation: Int

  /// The parameter.
  var parameter: Double { unknowns[unknowns.count - 1] }
  /// How fast the parameter grows along the curve.
  var slope: Double { tangent[tangent.count - 1] }
}
