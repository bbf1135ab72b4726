public import Arithmetic
public import RelativeGains
public import Scenarios

extension GameEvaluator {
  /// Where the pure equilibria change as one parameter runs and the others stay.
  ///
  /// - Parameters:
  ///   - shape: how many strategies each actor has.
  ///   - place: which parameter runs, and what its entry in `values` is does not matter.
  ///   - values: one a parameter.
  /// - Throws: what `PureThresholds.solve` throws.
  /// - Precondition: `lower` is below `upper`.
  public func pureThresholds(
    shape: [Int], along place: Int, from lower: Rational, to upper: Rational,
    at values: [Rational]
  ) throws -> ThresholdMap {
    try PureThresholds.solve(
      shape: shape, from: lower, to: upper,
      affine: { form in
        var forms = values.map { AffineForm($0) }
        forms[place] = form
        return try utilities(forms)
      },
      exact: { value in
        var numbers = values
        numbers[place] = value
        return try utilities(numbers)
      })
  }
}
