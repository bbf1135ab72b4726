import Arithmetic
import RelativeGains
import Scenarios

/// A scenario evaluated while some of its parameters run, each over an interval of its own.
struct BoxRun {
  let scenario: Scenario
  let evaluator: GameEvaluator
  let axes: [Regions.Axis]
  /// Where the parameters that run stand among all.
  let places: [Int]
  /// The values of all parameters; those of the ones that run are their own.
  let values: [Rational]

  /// The run that is asked for.
  ///
  /// - Throws: `InputError` and ``LaboratoryError`` for names and intervals that are none.
  init(
    _ scenario: Scenario, over requests: [Regions.Request], set: [Setting.ParameterValue],
    relativeGains: RelativeGainsBlock?
  ) throws {
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    axes = try requests.map { try .init($0, in: evaluator) }
    places = try axes.map { try evaluator.index(of: $0.name) }
    for (index, place) in places.enumerated() where places[..<index].contains(place) {
      throw LaboratoryError.sameParameter(axes[index].name)
    }
    values = try evaluator.values(setting: set.map { ($0.name, $0.value) })
    self.scenario = scenario
    self.evaluator = evaluator
  }

  /// The interval of each parameter that runs.
  var ranges: [ClosedRange<Rational>] { axes.map { $0.from...$0.to } }

  /// All values with those that run at `running`.
  func values<Number: Quantity>(_ running: [Number]) -> [Number] {
    var quantities = values.map { Number($0) }
    for (place, number) in zip(places, running) { quantities[place] = number }
    return quantities
  }

  /// The scenario's own values of those that run, or those set.
  var own: [Rational] { places.map { values[$0] } }

  /// The values of the others.
  var others: [Setting.ParameterValue] {
    values.indices.filter { !places.contains($0) }
      .map { .init(evaluator.parameters[$0], values[$0]) }
  }

  /// Whether the payoffs are exact; false where constants in them were rounded.
  func isExact() throws -> Bool { try evaluator.evaluate(values(axes.map(\.from))).exact }

  /// What `work` finds, its errors in the words of the laboratory.
  ///
  /// - Parameters:
  ///   - reason: what to say of payoffs that the method does not follow.
  ///   - separator: what stands between the names of the parameters there.
  func asking<Found>(
    notAffine reason: String, separator: String = " and ", _ work: () throws -> Found
  ) throws -> Found {
    let names = axes.map(\.name)
    do {
      return try work()
    } catch let refusal as SpaceRefusal {
      throw LaboratoryError.tooLarge(
        concept: "a map", size: refusal.size, limit: refusal.limit,
        instead: "fix some of them with --set and map the others")
    } catch QuantityError.notAffine {
      throw LaboratoryError.notAffine(
        parameter: names.joined(separator: separator), reason: reason)
    } catch QuantityError.divisionByZero {
      throw InputError(
        "a division by zero while \(Words.list(names)) run through the map: choose intervals "
          + "without that point")
    }
  }
}

extension Regions.Axis {
  /// The axis that is asked for.
  ///
  /// - Throws: `InputError` for an unknown name, ``LaboratoryError`` for an interval that is none.
  init(_ request: Regions.Request, in evaluator: GameEvaluator) throws {
    let parameter = evaluator.declared[try evaluator.index(of: request.name)]
    guard let from = request.from ?? parameter.range?.lowerBound,
      let to = request.to ?? parameter.range?.upperBound
    else { throw LaboratoryError.noRange(parameter: parameter.name) }
    guard from < to else {
      throw LaboratoryError.emptyInterval(from: from.description, to: to.description)
    }
    self.init(name: parameter.name, from: from, to: to)
  }
}
