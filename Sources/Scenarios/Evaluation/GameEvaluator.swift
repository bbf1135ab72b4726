public import Arithmetic
public import GameForms
public import RelativeGains

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

/// A scenario compiled once, to be evaluated at many values of its parameters.
public struct GameEvaluator: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The rule applied: the scenario's own or the one given instead.
  public let relativeGains: RelativeGainsBlock
  /// The parameters in the order of values: the scenario's, then the extra ones.
  public let declared: [Scenario.Parameter]

  /// The names of the parameters in the order of values.
  public var parameters: [String] { declared.map(\.name) }
  /// The default of each parameter.
  public var defaults: [Rational] { declared.map(\.default) }

  /// Compiles a scenario.
  ///
  /// - Parameters:
  ///   - scenario: the game.
  ///   - relativeGains: the rule to apply instead of the scenario's own.
  ///   - extra: parameters that the scenario does not have, such as an experiment's own.
  /// - Throws: ``InputError`` for a parameter declared twice or one that is not declared.
  public init(
    _ scenario: Scenario, relativeGains: RelativeGainsBlock? = nil,
    extra: [Scenario.Parameter] = []
  ) throws(InputError) {
    self.scenario = scenario
    self.relativeGains = relativeGains ?? scenario.relativeGains
    declared = scenario.parameters + extra
  }

  /// The place of the parameter `name` among values.
  ///
  /// - Throws: ``InputError`` with the nearest known name.
  public func index(of name: String, at position: Position? = nil) throws(InputError) -> Int {
    guard let index = declared.firstIndex(where: { $0.name == name }) else {
      let hint =
        declared.isEmpty
        ? "; \(quoted(scenario.id)) has no parameters" : Suggestion.hint(for: name, in: parameters)
      throw InputError("unknown parameter \(quoted(name))\(hint)", at: position)
    }
    return index
  }

  /// The defaults with some values set.
  ///
  /// - Parameters:
  ///   - settings: names and their values; the last of a name wins.
  ///   - outOfRange: whether a value outside its parameter's range is allowed.
  /// - Throws: ``InputError`` for an unknown name or a value out of range.
  public func values(
    setting settings: [(name: String, value: Rational)], outOfRange: Bool = false
  ) throws(InputError) -> [Rational] {
    var values = defaults
    for (name, value) in settings {
      let index = try index(of: name)
      if !outOfRange, let range = declared[index].range, !range.contains(value) {
        throw InputError(
          "\(name) = \(value) is out of its range: write a value from \(range.lowerBound) "
            + "to \(range.upperBound)")
      }
      values[index] = value
    }
    return values
  }

  /// The game at these values of the parameters.
  ///
  /// - Throws: ``InputError`` where an expression has no value there.
  public func evaluate(_ values: [Rational]) throws(InputError) -> EvaluatedGame {
    throw InputError("not built yet")
  }

  /// The gains over any kind of number, in the order of `StrategicGame.payoffs`.
  public func gains<Number: Quantity>(_ values: [Number]) throws -> [Number] { [] }

  /// The utilities over any kind of number, in the order of `StrategicGame.payoffs`.
  ///
  /// - Throws: ``InputError`` where an expression has no value, ``QuantityError`` where it is not
  ///   affine or changes sign.
  public func utilities<Number: Quantity>(_ values: [Number]) throws -> [Number] { [] }

  /// The rule with its numbers at these values.
  public func rule<Number: Quantity>(_ values: [Number]) throws -> RelativeGains<Number> { .none }
}
