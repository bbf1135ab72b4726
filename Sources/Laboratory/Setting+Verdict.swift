public import Scenarios

extension Setting {
  /// What the model says of an outcome, encoded as the form encodes recorded ones: in which sense
  /// it is predicted, or `no`; nil where the form predicts nothing.
  ///
  /// - Throws: what the solver throws.
  public func verdict(on outcome: [Int]) throws -> String? {
    let form = (scenario.form as? RepeatedForm)?.stage ?? scenario.form
    return try (form as? any Predicting)?.verdict(on: outcome, evaluated)
  }

  /// The same game, at the same values, among actors of whom none minds what the others gain.
  ///
  /// - Throws: `InputError` as ``init(_:set:relativeGains:)``.
  public func withoutRelativeGains() throws(InputError) -> Setting {
    try Setting(
      scenario, set: parameters, relativeGains: .absolute(actors: scenario.actors.count))
  }
}
