public import Arithmetic

/// Writes scenarios.
public enum ScenarioWriter {
  /// The scenario as a game file in YAML; what ``ScenarioReader`` reads back.
  public static func yaml(_ scenario: Scenario) -> String { "" }

  /// The scenario as JSON of the same structure.
  public static func json(_ scenario: Scenario) -> String { "" }

  /// The scenario at these values of its parameters as a Gambit `.nfg` file.
  ///
  /// - Parameters:
  ///   - values: one a parameter, in the order of the scenario's.
  ///   - absolute: write absolute gains rather than utilities under the relative-gains rule.
  /// - Throws: ``InputError`` where an expression has no value there.
  public static func nfg(
    _ scenario: Scenario, values: [Rational], absolute: Bool = false
  ) throws(InputError) -> String { "" }
}
