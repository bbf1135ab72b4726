import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import Scenarios

extension PlaneRun {
  /// Where a coalitional game has a core: exact polygons where the parameters move worths, squares
  /// certified by their corners where one of them moves the weights, the same for all.
  func core() throws -> Found {
    guard let form = scenario.form as? CoalitionalForm else {
      throw wrongForm(CoalitionalForm.name)
    }
    try form.refuseKinks(asked: StepThresholds.askedCore)
    let map: RegionMap
    do {
      map = try moves() ? certified() : exact()
    } catch let error as CoalitionRefusal {
      throw try question(at: own).refusal(error)
    }
    return Found(
      map: map, answers: [.init(words: "there is a core", json: true)],
      recorded: scenario.outcome.flatMap { Set($0.profile).count == 1 ? [0] : nil })
  }

  private func question(at point: PlanePoint) throws -> CoalitionQuestion {
    let set = zip(evaluator.parameters, values(at: point)).map { Setting.ParameterValue($0, $1) }
    return try CoalitionQuestion(
      Setting(scenario, set: set, relativeGains: evaluator.relativeGains), .init(),
      concept: StepThresholds.askedCore)
  }

  private func worths(_ s: PlaneForm, _ t: PlaneForm) throws -> [PlaneForm] {
    let running = values(s, t)
    return try evaluator.gains(running) + evaluator.numbers(running)
  }

  private func exact() throws -> RegionMap {
    let pieces = try PlanePieces(over: box) { try worths($0, $1) }
    guard pieces.resolution == nil,
      pieces.pieces.allSatisfy({ $0.payoffs.allSatisfy(\.isAffine) })
    else { throw QuantityError.notAffine }
    return CoreRegions.map(
      over: box,
      try pieces.pieces.map { piece, _ in
        (piece, try CoreRegions.ground(in: piece) { try question(at: $0).claims() })
      })
  }

  /// Whether the weights depend on a parameter that runs.
  private func moves() throws -> Bool {
    try evaluator.rule(
      values(PlaneForm(intercept: .zero, x: .one), .init(intercept: .zero, y: .one))
    )
    .moves
  }

  /// Claims are affine in theta, which rises with a weight, and in worths.
  private func certified() throws -> RegionMap {
    let (s, t) = (
      PlaneForm(intercept: .zero, x: .one, on: box), PlaneForm(intercept: .zero, y: .one, on: box)
    )
    let constants = (PlaneForm(own.x), PlaneForm(own.y))
    let weightsMove = try (
      evaluator.rule(values(s, constants.1)).moves, evaluator.rule(values(constants.0, t)).moves
    )
    let forms: [PlaneForm]
    do {
      forms = try worths(s, t)
    } catch QuantityError.signChangesAcross {
      throw QuantityError.notAffine
    }
    let worthsMove = (
      forms.contains { !$0.x.isZero || !$0.xy.isZero },
      forms.contains { !$0.y.isZero || !$0.xy.isZero }
    )
    let areAlike = try box.vertices.allSatisfy { corner in
      Set(try question(at: corner).weights).count == 1
    }
    guard areAlike, weightsMove.0 != weightsMove.1,
      !(weightsMove.0 && worthsMove.0), !(weightsMove.1 && worthsMove.1)
    else {
      throw LaboratoryError.notAffine(
        parameter: axes.map(\.name).joined(separator: " and "),
        reason:
          "a map of the core takes one of them in the weights, the same for all, and the other "
          + "in the worths, or both in the worths; fix one with --set")
    }
    return try CoreRegions.certified(over: box) { try question(at: $0).claims() }
  }
}

extension CoalitionalForm {
  /// Refuses worths that are told by a rule with kinks.
  func refuseKinks(asked: String) throws {
    switch content {
    case .votes, .bankruptcy, .largestCost:
      throw LaboratoryError.wrongSize(
        concept: asked, takes: "worths told coalition by coalition, by a formula or by projects",
        found: "votes, claims or costs by the largest", instead: "solve at single values")
    case .table, .vector, .formula, .projects, .partitions: break
    }
  }
}
