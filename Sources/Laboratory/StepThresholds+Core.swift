import Arithmetic
import Cooperation
import GameForms
import RelativeGains
public import Scenarios

extension StepThresholds {
  static let askedCore = "thresholds --concept core"

  /// Where along a parameter a coalitional game has a core.
  ///
  /// Either the worths run and the weights stay, or the weights run, the same for all, and the
  /// worths stay.
  ///
  /// - Throws: ``LaboratoryError`` for other games, for worths that are told by a rule with kinks, and
  ///   for numbers that are not affine.
  public init(core scenario: Scenario, _ request: ParameterRequest) throws {
    let asked = Self.askedCore
    guard let form = scenario.form as? CoalitionalForm else {
      throw LaboratoryError.wrongForm(
        asked: asked, takes: [CoalitionalForm.name], found: scenario.form.name)
    }
    try form.refuseKinks(asked: asked)
    let run = try ParameterRun(scenario, request)
    let search = CoreSearch(run: run, asked: asked)
    var candidates: [Rational] = []
    for (interval, moved) in try search.pieces() {
      candidates.append(interval.upper)
      if let found = try search.range(in: interval, moved) {
        candidates += [found.lowerBound, found.upperBound]
      }
    }
    try self.init("core", "whether there is a core", run, candidates: candidates) { value in
      let question = try search.question(at: value)
      let game = try question.claims()
      let isEmpty = try question.asking { () throws(CoalitionRefusal) in
        try LeastCore.solve(game).isCoreEmpty
      }
      return [(isEmpty ? "empty" : "not empty", .bool(!isEmpty))]
    }
  }
}

/// Looks for the values of a parameter at which a game has a core.
private struct CoreSearch {
  let run: ParameterRun
  let asked: String

  /// What the parameter moves.
  struct Moved {
    let worths: Bool
    let weights: Bool
  }

  func question(at value: Rational) throws -> CoalitionQuestion {
    let set = zip(run.evaluator.parameters, run.values(value)).map {
      Setting.ParameterValue($0, $1)
    }
    return try CoalitionQuestion(
      Setting(run.scenario, set: set, relativeGains: run.evaluator.relativeGains), .init(),
      concept: asked)
  }

  /// Where worths and weights are affine.
  func pieces() throws -> [(interval: AffineForm.Interval, payoffs: Moved)] {
    try run.asking {
      try PureThresholds.pieces(from: run.from, to: run.to) { running in
        let values = run.values(running)
        let numbers = try run.evaluator.gains(values) + run.evaluator.numbers(values)
        return Moved(
          worths: numbers.contains { $0.constant == nil },
          weights: try run.evaluator.rule(values).moves)
      }
    }
  }

  /// The values in an interval at which there is a core.
  func range(
    in interval: AffineForm.Interval, _ moved: Moved
  ) throws -> ClosedRange<Rational>? {
    guard !(moved.worths && moved.weights) else {
      throw LaboratoryError.notAffine(
        parameter: run.name,
        reason: "it moves worths and weights at once; ask for one that moves one of them")
    }
    let middle = try question(at: interval.midpoint)
    do {
      return moved.weights
        ? try rangeOfWeights(in: interval, middle)
        : try CoreThresholds.solve(from: interval.lower, to: interval.upper) {
          try question(at: $0).claims()
        }
    } catch let error as CoalitionRefusal {
      throw middle.refusal(error)
    }
  }

  /// Claims are affine in theta, which the parameter moves by a ratio.
  private func rangeOfWeights(
    in interval: AffineForm.Interval, _ middle: CoalitionQuestion
  ) throws -> ClosedRange<Rational>? {
    let actors = middle.actors.count
    let ends = try [interval.lower, interval.upper].map { try question(at: $0).weights }
    guard ends.allSatisfy({ Set($0).count == 1 }), ends[0][0] != ends[1][0] else {
      throw LaboratoryError.notAffine(
        parameter: run.name, reason: "the weights of all actors must run alike")
    }
    let game = try middle.game(limit: Nucleolus.mostActors)
    let found = try CoreThresholds.solve(
      from: min(ends[0][0], ends[1][0]), to: max(ends[0][0], ends[1][0])
    ) {
      RelativeGainsCore.claims(in: game, weights: Array(repeating: $0, count: actors))
    }
    // theta = k / (1 + c k) of a weight k that is affine in the parameter.
    let c = run.evaluator.relativeGains.rule == .grieco ? Rational(actors) : .one
    func weight(_ theta: Rational) -> Rational { theta / (.one - c * theta) }
    let (first, last) = (weight(ends[0][0]), weight(ends[1][0]))
    return found.map { range in
      let places = [range.lowerBound, range.upperBound].map { theta in
        interval.lower
          + (interval.upper - interval.lower) * (weight(theta) - first) / (last - first)
      }
      return min(places[0], places[1])...max(places[0], places[1])
    }
  }
}
