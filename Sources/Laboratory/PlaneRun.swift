import Arithmetic
import RelativeGains
import Scenarios

/// A scenario evaluated while two parameters run.
struct PlaneRun {
  private let run: BoxRun
  let box: ConvexPolygon

  var scenario: Scenario { run.scenario }
  var evaluator: GameEvaluator { run.evaluator }
  var axes: [Regions.Axis] { run.axes }

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
    run = try BoxRun(scenario, over: [x, y], set: set, relativeGains: relativeGains)
    box = ConvexPolygon(x: run.ranges[0], y: run.ranges[1])
  }

  /// All values with the two that run at `s` and `t`.
  func values<Number: Quantity>(_ s: Number, _ t: Number) -> [Number] { run.values([s, t]) }

  /// All values at a point of the plane.
  func values(at point: PlanePoint) -> [Rational] { values(point.x, point.y) }

  /// The numbers at a point of the plane.
  func evaluated(at point: PlanePoint) throws(InputError) -> EvaluatedGame {
    try evaluator.evaluate(values(at: point))
  }

  /// The scenario's own values of the two, or those set.
  var own: PlanePoint { PlanePoint(run.own[0], run.own[1]) }

  /// The values of the others.
  var others: [Setting.ParameterValue] { run.others }

  /// Whether the payoffs are exact; false where constants in them were rounded.
  func isExact() throws -> Bool { try run.isExact() }

  /// Where each answer holds: by lines and hyperbolas where its conditions are forms, else square by
  /// square by bounds.
  func map(_ asked: AnswerConditions, seconds: Double) throws -> Found {
    let map: RegionMap
    do {
      map = try PlaneRegions.solve(over: box) { try asked.conditions(values($0, $1)) }
        .mapped(asked.items)
    } catch QuantityError.notAffine {
      map = RegionMap(
        try BoxRefinement(over: run.ranges, seconds: seconds) {
          try asked.conditions(run.values($0))
        },
        items: asked.items)
    }
    return Found(map: map, answers: asked.answers, recorded: asked.recorded)
  }

  /// Where everyone accepts some lottery over outcomes, square by square.
  func lotteries(seconds: Double) throws -> Found {
    guard let asked = LotteryQuestion(evaluator) else { throw wrongForm(BargainingForm.name) }
    return Found(
      map: RegionMap(try asked.map(run, seconds: seconds)),
      answers: LotteryQuestion.answers, recorded: nil)
  }

  func wrongForm(_ takes: String) -> LaboratoryError {
    .wrongForm(asked: "thresholds", takes: [takes], found: scenario.form.name)
  }

  /// What `work` finds, its errors in the words of the laboratory.
  func asking<Found>(_ work: () throws -> Found) throws -> Found {
    try run.asking(
      notAffine: "a payoff squares or divides by one of them, or has too many pieces; ask for one "
        + "parameter, or sweep both in an experiment", work)
  }
}
