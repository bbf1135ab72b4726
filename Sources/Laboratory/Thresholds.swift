public import Arithmetic
import Equilibria
import GameForms
public import RelativeGains
public import Scenarios

/// Where, along one parameter of a scenario, its pure equilibria change: exact.
public struct Thresholds: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Its form.
  public let form: StrategicForm
  /// The rule in force.
  public let relativeGains: RelativeGainsBlock
  /// The parameter that runs.
  public let parameter: String
  /// The values of the other parameters.
  public let others: [Setting.ParameterValue]
  /// The lower end of the range.
  public let from: Rational
  /// The upper end of the range.
  public let to: Rational
  /// The regions and points.
  public let map: ThresholdMap
  /// Whether the payoffs are exact; false where constants in them were rounded.
  public let isExact: Bool

  /// Finds the thresholds of `scenario` in one parameter.
  ///
  /// - Parameters:
  ///   - scenario: the scenario.
  ///   - parameter: the parameter; nil if the scenario has only one.
  ///   - from: the lower end; nil for that of the parameter's range.
  ///   - to: the upper end; nil for that of the parameter's range.
  ///   - set: values of the other parameters.
  ///   - relativeGains: a rule in place of the scenario's own.
  /// - Throws: ``LaboratoryError/notAffine(parameter:reason:)`` with the payoff that is not
  ///   affine, and `InputError` for values that no expression has.
  public init(
    of scenario: Scenario, parameter: String? = nil, from: Rational? = nil, to: Rational? = nil,
    set: [Setting.ParameterValue] = [], relativeGains: RelativeGainsBlock? = nil
  ) throws {
    guard let form = scenario.form as? StrategicForm else {
      throw LaboratoryError.wrongForm(
        asked: "thresholds", takes: [StrategicForm.name], found: scenario.form.name)
    }
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    let index = try Self.index(of: parameter, in: evaluator)
    let chosen = evaluator.declared[index]
    guard let lower = from ?? chosen.range?.lowerBound, let upper = to ?? chosen.range?.upperBound
    else { throw LaboratoryError.noRange(parameter: chosen.name) }
    guard lower < upper else {
      throw LaboratoryError.emptyInterval(from: lower.description, to: upper.description)
    }
    var values = try evaluator.values(setting: set.map { ($0.name, $0.value) })
    values[index] = lower

    do {
      map = try evaluator.pureThresholds(
        shape: form.shape, along: index, from: lower, to: upper, at: values)
    } catch QuantityError.notAffine {
      let culprit = AffineCulprit(evaluator, form, values, index, lower, upper)
      throw LaboratoryError.notAffine(parameter: chosen.name, reason: culprit.description)
    } catch QuantityError.divisionByZero {
      throw InputError(
        "a division by zero while \(chosen.name) runs from \(lower) to \(upper): choose an "
          + "interval without that point")
    }
    values[index] = upper
    isExact = try evaluator.evaluate(values).exact
    self.scenario = scenario
    self.form = form
    self.relativeGains = evaluator.relativeGains
    self.parameter = chosen.name
    self.from = lower
    self.to = upper
    others = evaluator.parameters.indices.filter { $0 != index }.map {
      .init(evaluator.parameters[$0], values[$0])
    }
  }

  private static func index(
    of name: String?, in evaluator: GameEvaluator
  ) throws -> Int {
    if let name { return try evaluator.index(of: name) }
    guard evaluator.parameters.count == 1 else {
      throw LaboratoryError.nameAParameter(known: evaluator.parameters)
    }
    return 0
  }
}

/// Which payoff is not affine in a parameter, in words.
private struct AffineCulprit {
  var description: String

  init(
    _ evaluator: GameEvaluator, _ form: StrategicForm, _ values: [Rational], _ index: Int,
    _ lower: Rational, _ upper: Rational
  ) {
    let scenario = evaluator.scenario
    for (profile, cell) in form.cells.enumerated() {
      for (actor, gain) in cell.gains.enumerated() {
        let isAffine = Self.isAffine(.init(lower: lower, upper: upper), pieces: 1000) { parameter in
          let quantities = gain.parameters.map { name in
            let place = evaluator.parameters.firstIndex(of: name) ?? index
            return place == index ? parameter : AffineForm(values[place])
          }
          var exact = true
          _ = try gain.evaluate(quantities: quantities, exact: &exact)
        }
        guard isAffine else {
          description =
            "the gain of \(scenario.actors[actor].key) at "
            + "\(form.name(ofCell: profile)), \(quoted(gain.text)), is not"
          return
        }
      }
    }
    description =
      "rule \(quoted(evaluator.relativeGains.rule.rawValue)) makes utilities that are not"
  }

  /// Whether `evaluate` stays affine on the interval, cut where signs change.
  private static func isAffine(
    _ interval: AffineForm.Interval, pieces: Int, _ evaluate: (AffineForm) throws -> Void
  ) -> Bool {
    var pending = [interval]
    for _ in 0..<pieces {
      guard let piece = pending.popLast() else { return true }
      do {
        try evaluate(.parameter(on: piece))
      } catch QuantityError.signChanges(let point) {
        pending.append(.init(lower: point, upper: piece.upper))
        pending.append(.init(lower: piece.lower, upper: point))
      } catch QuantityError.notAffine {
        return false
      } catch {
        return true
      }
    }
    return false
  }
}
