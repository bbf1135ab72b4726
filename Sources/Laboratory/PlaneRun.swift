import Arithmetic
import RelativeGains
import Scenarios

/// A scenario evaluated while two parameters run.
struct PlaneRun {
  let scenario: Scenario
  let evaluator: GameEvaluator
  let axes: [Regions.Axis]
  let box: ConvexPolygon
  private let places: [Int]
  /// The values of all parameters; those of the two that run are their own.
  private let values: [Rational]

  /// What is found over the plane.
  struct Found {
    let map: RegionMap
    let answers: [Regions.Answer]
    let recorded: Set<Int>?
  }

  /// The run that is asked for.
  ///
  /// - Throws: `InputError` and ``LaboratoryError`` for names and intervals that are none.
  init(
    _ scenario: Scenario, x: Regions.Request, y: Regions.Request, set: [Setting.ParameterValue],
    relativeGains: RelativeGainsBlock?
  ) throws {
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    axes = try [x, y].map { try .init($0, in: evaluator) }
    places = try axes.map { try evaluator.index(of: $0.name) }
    guard places[0] != places[1] else { throw LaboratoryError.sameParameter(axes[0].name) }
    values = try evaluator.values(setting: set.map { ($0.name, $0.value) })
    box = ConvexPolygon(x: axes[0].from...axes[0].to, y: axes[1].from...axes[1].to)
    self.scenario = scenario
    self.evaluator = evaluator
  }

  /// All values with the two that run at `s` and `t`.
  func values<Number: Quantity>(_ s: Number, _ t: Number) -> [Number] {
    var quantities = values.map { Number($0) }
    quantities[places[0]] = s
    quantities[places[1]] = t
    return quantities
  }

  /// All values at a point of the plane.
  func values(at point: PlanePoint) -> [Rational] { values(point.x, point.y) }

  /// The numbers at a point of the plane.
  func evaluated(at point: PlanePoint) throws(InputError) -> EvaluatedGame {
    try evaluator.evaluate(values(at: point))
  }

  /// The scenario's own values of the two, or those set.
  var own: PlanePoint { PlanePoint(values[places[0]], values[places[1]]) }

  /// The values of the others.
  var others: [Setting.ParameterValue] {
    values.indices.filter { !places.contains($0) }
      .map { .init(evaluator.parameters[$0], values[$0]) }
  }

  /// Where each answer holds: by lines and hyperbolas where its conditions are forms, else square by
  /// square by bounds.
  func map(_ asked: AnswerConditions, seconds: Double) throws -> Found {
    let map: RegionMap
    do {
      map = try PlaneRegions.solve(over: box) { try asked.conditions(values($0, $1)) }
        .mapped(asked.items)
    } catch QuantityError.notAffine {
      let ranges = axes.map { $0.from...$0.to }
      map = RegionMap(
        try BoxRefinement(over: ranges, seconds: seconds) {
          try asked.conditions(values($0[0], $0[1]))
        },
        items: asked.items)
    }
    return Found(map: map, answers: asked.answers, recorded: asked.recorded)
  }

  /// Where everyone accepts some lottery over outcomes, square by square.
  func lotteries(seconds: Double) throws -> Found {
    guard let asked = LotteryQuestion(evaluator) else { throw wrongForm(BargainingForm.name) }
    return Found(
      map: RegionMap(
        try asked.map(
          over: axes.map { $0.from...$0.to }, places: places, values: values, seconds: seconds)),
      answers: LotteryQuestion.answers, recorded: nil)
  }

  func wrongForm(_ takes: String) -> LaboratoryError {
    .wrongForm(asked: "thresholds", takes: [takes], found: scenario.form.name)
  }

  /// What `work` finds, its errors in the words of the laboratory.
  func asking<Found>(_ work: () throws -> Found) throws -> Found {
    let names = axes.map(\.name).joined(separator: " and ")
    do {
      return try work()
    } catch QuantityError.notAffine {
      throw LaboratoryError.notAffine(
        parameter: names,
        reason: "a payoff squares or divides by one of them, or has too many pieces; ask for one "
          + "parameter, or sweep both in an experiment")
    } catch QuantityError.divisionByZero {
      throw InputError(
        "a division by zero while \(names) run through the map: choose intervals without that "
          + "point")
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
