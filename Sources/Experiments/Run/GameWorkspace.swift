import Arithmetic
import Scenarios

/// The payoffs of a game at parameter values that change from row to row.
struct GameWorkspace {
  private let evaluator: GameEvaluator
  /// The value of each parameter.
  private(set) var values: [Rational]
  /// Absolute gains, as `StrategicGame.payoffs`.
  private(set) var gains: [Rational] = []
  /// Utilities, as `StrategicGame.payoffs`.
  private(set) var utilities: [Rational] = []

  init(_ evaluator: GameEvaluator) {
    self.evaluator = evaluator
    values = evaluator.defaults
  }

  mutating func set(_ parameter: Int, to value: Rational) { values[parameter] = value }

  mutating func update() throws(InputError) {
    let game = try evaluator.evaluate(values)
    gains = game.gains.payoffs
    utilities = game.utilities.payoffs
  }
}
