import Arithmetic

/// A strategic game played again and again, what was done before being known to all.
public struct RepeatedGame: Hashable, Sendable {
  /// What is played in each period.
  public let stage: StrategicGame
  /// What one unit of the next period is worth to each actor now; at least 0, and below 1 where
  /// the game does not end.
  public let discounts: [Rational]
  /// How many periods are played, nil for a game without end.
  public let periods: Int?

  /// The stage game repeated.
  ///
  /// - Precondition: one discount factor an actor, in `0..<1`, or in `0...1` where there are
  ///   `periods`; at least one period.
  public init(stage: StrategicGame, discounts: [Rational], periods: Int? = nil) {
    precondition(discounts.count == stage.actors, "each actor needs a discount factor")
    precondition(
      discounts.allSatisfy { $0.signum >= 0 && ($0 < .one || (periods != nil && $0 == .one)) },
      "a discount factor lies from 0 to below 1, or to 1 where the game ends")
    precondition(periods.map { $0 > 0 } ?? true, "at least one period is played")
    self.stage = stage
    self.discounts = discounts
    self.periods = periods
  }

  /// The discount factor of all actors where they have the same, otherwise nil.
  public var commonDiscount: Rational? {
    discounts.allSatisfy { $0 == discounts[0] } ? discounts[0] : nil
  }
}
