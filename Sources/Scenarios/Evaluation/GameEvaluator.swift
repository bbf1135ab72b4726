public import Arithmetic
public import RelativeGains

/// A scenario compiled once, to be evaluated at many values of its parameters.
public struct GameEvaluator: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// The rule applied: the scenario's own or the one given instead.
  public let relativeGains: RelativeGainsBlock
  /// The parameters in the order of values: the scenario's, then the extra ones.
  public let declared: [Scenario.Parameter]

  /// `cells[cell * actors + actor]`; of a strategic form the order of `StrategicGame.payoffs`.
  let cells: [CompiledExpression]
  /// The form's other numbers.
  let numbers: [CompiledExpression]
  let compiledRule: CompiledRule

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
    let block = relativeGains ?? scenario.relativeGains
    let declared = scenario.parameters + extra
    for (index, parameter) in declared.enumerated() {
      if declared[..<index].contains(where: { $0.name == parameter.name }) {
        throw InputError(
          "the parameter \(quoted(parameter.name)) is declared twice: give one another name",
          at: parameter.position)
      }
    }
    let names = declared.map(\.name)
    var cells: [CompiledExpression] = []
    cells.reserveCapacity(scenario.form.cells.count * scenario.actors.count)
    for cell in scenario.form.cells {
      for gain in cell.gains { cells.append(try CompiledExpression(gain, among: names)) }
    }
    var numbers: [CompiledExpression] = []
    for number in scenario.form.numbers {
      numbers.append(try CompiledExpression(number, among: names))
    }
    self.scenario = scenario
    self.relativeGains = block
    self.declared = declared
    self.cells = cells
    self.numbers = numbers
    compiledRule = try CompiledRule(block, actors: scenario.actors.count, among: names)
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
          "\(name) = \(brief(value)) is out of its range: write a value from \(brief(range.lowerBound)) "
            + "to \(brief(range.upperBound))")
      }
      values[index] = value
    }
    return values
  }

  /// The game at these values of the parameters.
  ///
  /// - Throws: ``InputError`` where an expression has no value there.
  public func evaluate(_ values: [Rational]) throws(InputError) -> EvaluatedGame {
    do {
      var exact = true
      let gains = try gains(values, exact: &exact)
      let rule = try compiledRule.rule(values, exact: &exact)
      var numbers: [Rational] = []
      for number in self.numbers { numbers.append(try number.value(values, exact: &exact)) }
      let evaluated = EvaluatedGame(
        gains: gains, utilities: try utilities(of: gains, under: rule), numbers: numbers,
        rule: rule, exact: exact)
      try scenario.form.refuse(evaluated, actors: scenario.actors)
      return evaluated
    } catch {
      throw InputError(rethrowing: error, at: relativeGains.position ?? scenario.position)
    }
  }

  /// The gains over any kind of number, cell by cell and in each actor by actor.
  ///
  /// - Throws: ``InputError`` where an expression has no value, `QuantityError` where it is not
  ///   affine or changes sign.
  public func gains<Number: Quantity>(_ values: [Number]) throws -> [Number] {
    var exact = true
    return try gains(values, exact: &exact)
  }

  /// The utilities over any kind of number, cell by cell and in each actor by actor.
  ///
  /// - Throws: as ``gains(_:)``.
  public func utilities<Number: Quantity>(_ values: [Number]) throws -> [Number] {
    try utilities(of: gains(values), under: rule(values))
  }

  /// The form's other numbers over any kind of number, in the order of `GameForm.numbers`.
  ///
  /// - Throws: as ``gains(_:)``.
  public func numbers<Number: Quantity>(_ values: [Number]) throws -> [Number] {
    var exact = true
    return try numbers.map { try $0.value(values, exact: &exact) }
  }

  /// The rule with its numbers at these values.
  public func rule<Number: Quantity>(_ values: [Number]) throws -> RelativeGains<Number> {
    var exact = true
    return try compiledRule.rule(values, exact: &exact)
  }

  /// `values` with the parameter at `index` left free on `interval`, for exact thresholds.
  public func values(
    _ values: [Rational], freeing index: Int, on interval: AffineForm.Interval
  ) -> [AffineForm] {
    var forms = values.map { AffineForm($0) }
    forms[index] = .parameter(on: interval)
    return forms
  }

  private func gains<Number: Quantity>(
    _ values: [Number], exact: inout Bool
  ) throws -> [Number] {
    precondition(values.count == declared.count, "one value for each parameter")
    var gains: [Number] = []
    gains.reserveCapacity(cells.count)
    for cell in cells { gains.append(try cell.value(values, exact: &exact)) }
    return gains
  }

  private func utilities<Number: Quantity>(
    of gains: [Number], under rule: RelativeGains<Number>
  ) throws -> [Number] {
    guard rule.rule != .none else { return gains }
    let actors = scenario.actors.count
    var utilities: [Number] = []
    utilities.reserveCapacity(gains.count)
    for start in stride(from: 0, to: gains.count, by: actors) {
      utilities += try rule.utilities(of: Array(gains[start..<(start + actors)]))
    }
    return utilities
  }
}
