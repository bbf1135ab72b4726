public import Arithmetic
public import Scenarios

/// One parameter as it is asked for, and the conditions that stay.
public struct ParameterRequest: Sendable {
  /// The parameter; nil if the scenario has only one.
  public var parameter: String?
  /// The lower end; nil for that of the parameter's range.
  public var from: Rational?
  /// The upper end; nil for that of the parameter's range.
  public var to: Rational?
  /// Values of the other parameters.
  public var set: [Setting.ParameterValue]
  /// A rule in place of the scenario's own.
  public var relativeGains: RelativeGainsBlock?

  /// A request of these parts.
  public init(
    parameter: String? = nil, from: Rational? = nil, to: Rational? = nil,
    set: [Setting.ParameterValue] = [], relativeGains: RelativeGainsBlock? = nil
  ) {
    self.parameter = parameter
    self.from = from
    self.to = to
    self.set = set
    self.relativeGains = relativeGains
  }
}

/// A scenario evaluated while one parameter runs.
struct ParameterRun {
  let scenario: Scenario
  let evaluator: GameEvaluator
  let place: Int
  let name: String
  let from: Rational
  let to: Rational
  /// The values of all parameters; that of the one that runs is its own.
  let values: [Rational]

  /// The run that is asked for.
  ///
  /// - Throws: `InputError` and ``LaboratoryError`` for names and intervals that are none.
  init(_ scenario: Scenario, _ request: ParameterRequest) throws {
    evaluator = try GameEvaluator(scenario, relativeGains: request.relativeGains)
    if let name = request.parameter {
      place = try evaluator.index(of: name)
    } else if evaluator.parameters.count == 1 {
      place = 0
    } else {
      throw LaboratoryError.nameAParameter(known: evaluator.parameters)
    }
    let axis = try Regions.Axis(
      .init(evaluator.parameters[place], from: request.from, to: request.to), in: evaluator)
    self.scenario = scenario
    (name, from, to) = (axis.name, axis.from, axis.to)
    values = try evaluator.values(setting: request.set.map { ($0.name, $0.value) })
  }

  /// The values with the parameter that runs at `running`.
  func values<Number: Quantity>(_ running: Number) -> [Number] {
    var quantities = values.map { Number($0) }
    quantities[place] = running
    return quantities
  }

  /// The numbers at one value, and whether they are exact.
  func evaluated(at value: Rational) throws(InputError) -> EvaluatedGame {
    try evaluator.evaluate(values(value))
  }

  /// What `work` finds, its errors in the words of the laboratory.
  func asking<Found>(_ work: () throws -> Found) throws -> Found {
    do {
      return try work()
    } catch QuantityError.notAffine {
      throw LaboratoryError.notAffine(
        parameter: name, reason: "a payoff, a probability or the relative-gains rule is not")
    } catch QuantityError.divisionByZero {
      throw InputError(
        "a division by zero while \(name) runs from \(from) to \(to): choose an interval without "
          + "that point")
    }
  }

  /// `Title (family/id), rule snidal, k = 1/2`: the game and what stays as it is.
  var title: String {
    scenario.title(under: evaluator.relativeGains.rule, with: others)
  }

  /// The values of the others.
  private var others: [Setting.ParameterValue] {
    values.indices.filter { $0 != place }.map { .init(evaluator.parameters[$0], values[$0]) }
  }

  /// The game as JSON has it everywhere.
  var json: JSONValue {
    scenario.json(rule: evaluator.relativeGains.rule, parameters: others)
  }
}
