public import GameForms

/// A scenario at some values of its parameters: numbers only.
public struct EvaluatedGame: Sendable {
  /// Absolute gains over the status quo.
  public let gains: StrategicGame
  /// What the actors maximise, after the relative-gains rule.
  public let utilities: StrategicGame
  /// Whether every number is exact; false if a root, exponential or logarithm was rounded.
  public let exact: Bool

  /// The game of these gains and utilities.
  public init(gains: StrategicGame, utilities: StrategicGame, exact: Bool) {
    self.gains = gains
    self.utilities = utilities
    self.exact = exact
  }
}
