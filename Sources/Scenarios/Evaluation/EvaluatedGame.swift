public import Arithmetic
public import RelativeGains

/// A scenario at some values of its parameters: numbers only, cell by cell of its form.
public struct EvaluatedGame: Sendable {
  /// Absolute gains over the status quo: `gains[cell * actors + actor]`.
  public let gains: [Rational]
  /// What the actors maximise, after the relative-gains rule, in the same order.
  public let utilities: [Rational]
  /// The form's other numbers, in the order of `GameForm.numbers`.
  public let numbers: [Rational]
  /// The relative-gains rule in force, with its numbers.
  public let rule: RelativeGains<Rational>
  /// Whether every number is exact; false if a root, exponential or logarithm was rounded.
  public let exact: Bool

  /// The game of these numbers.
  public init(
    gains: [Rational], utilities: [Rational], numbers: [Rational] = [],
    rule: RelativeGains<Rational> = .none, exact: Bool
  ) {
    self.gains = gains
    self.utilities = utilities
    self.numbers = numbers
    self.rule = rule
    self.exact = exact
  }
}
