public import Arithmetic
import Cooperation
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

  /// Whether every division that gives somebody more than these utilities gives another less; nil
  /// where the game divides nothing, where parcels do not add up under its rule, and where there are
  /// too many divisions to look at.
  public func noDivisionImproves(on utilities: [Rational]) -> Bool? {
    guard let form = scenario.form as? DivisionForm, evaluated.rule.rule.isLinear else {
      return nil
    }
    do throws(BargainingError) {
      return try form.problem(of: evaluated).improvement(over: utilities) == nil
    } catch {
      return nil
    }
  }

  /// The same game, at the same values, among actors of whom none minds what the others gain.
  ///
  /// - Throws: `InputError` as ``init(_:set:relativeGains:)``.
  public func withoutRelativeGains() throws(InputError) -> Setting {
    try Setting(
      scenario, set: parameters, relativeGains: .absolute(actors: scenario.actors.count))
  }
}
