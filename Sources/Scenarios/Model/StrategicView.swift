public import GameForms

/// A game at some values of its parameters, as one of strategies chosen all at once.
public struct StrategicView: Sendable {
  /// `strategies[actor]`.
  public let strategies: [[StrategicForm.Strategy]]
  /// Whether the payoffs are ranks only.
  public let ordinal: Bool
  /// Absolute gains over the status quo.
  public let gains: StrategicGame
  /// What the actors maximise, after the relative-gains rule.
  public let utilities: StrategicGame

  /// The view of these parts.
  public init(
    strategies: [[StrategicForm.Strategy]], ordinal: Bool = false, gains: StrategicGame,
    utilities: StrategicGame
  ) {
    self.strategies = strategies
    self.ordinal = ordinal
    self.gains = gains
    self.utilities = utilities
  }
}
