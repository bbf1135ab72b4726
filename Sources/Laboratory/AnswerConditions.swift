import Arithmetic
import RelativeGains
import Scenarios

/// What a concept may say of a game, each with the numbers that must not be positive for it to hold:
/// over fractions or any kind of form.
struct AnswerConditions {
  let answers: [Regions.Answer]
  /// The answers that agree with the record; nil where nothing is recorded that could.
  let recorded: Set<Int>?
  private let evaluator: GameEvaluator
  private let question: Question

  private enum Question {
    case pure(UnilateralDeviations)
    case hypergame(HypergameForm, UnilateralDeviations)
    case zone(BargainingForm)
  }

  /// What `concept` may say; nil where it is not told by such conditions.
  init?(_ concept: ThresholdConcept, _ evaluator: GameEvaluator) {
    let scenario = evaluator.scenario
    self.evaluator = evaluator
    func profiles(_ form: StrategicForm) -> [Regions.Answer] {
      form.cells.indices.map {
        .init(words: form.name(ofCell: $0), json: scenario.json(outcome: form.profile(at: $0)))
      }
    }
    let outcome = scenario.outcome?.profile
    switch (concept, scenario.form) {
    case (.pure, let form as StrategicForm):
      question = .pure(UnilateralDeviations(shape: form.shape))
      answers = profiles(form)
      recorded = outcome.map { [form.index(of: $0)] }
    case (.hypergame, let form as HypergameForm):
      question = .hypergame(form, UnilateralDeviations(shape: form.truth.shape))
      answers = profiles(form.truth)
      recorded = outcome.map { [form.truth.index(of: $0)] }
    case (.zoneOfAgreement, let form as BargainingForm):
      question = .zone(form)
      answers = form.combinations.indices.map {
        .init(words: form.name(ofCell: $0), json: scenario.json(outcome: [$0]))
      }
      // Disagreement is no outcome that anyone accepts.
      recorded = outcome.flatMap { form.combinations.indices.contains($0[0]) ? [$0[0]] : nil }
    default: return nil
    }
  }

  /// `[condition]`, numbers that must not be positive, at these values of all parameters.
  func conditions<Number: Quantity>(_ values: [Number]) throws -> [[Number]] {
    switch question {
    case .pure(let deviations): return try deviations.gains(in: evaluator.utilities(values))
    case .hypergame(let form, let deviations):
      return try form.perceived(utilities: evaluator.utilities(values)).flatMap {
        try deviations.gains(in: $0)
      }
    case .zone(let form):
      return try form.margins(
        gains: evaluator.gains(values), utilities: evaluator.utilities(values),
        numbers: evaluator.numbers(values)
      ).map { try $0.map { try Number(.zero) - $0 } }
    }
  }

  /// The answers that hold where these conditions are met.
  func items(_ met: [Int]) -> [Int] {
    guard case .hypergame(let form, _) = question else { return met }
    let profiles = form.truth.cells.count
    return form.truth.outcomes(
      ofPerceived: form.truth.shape.indices.map { actor in
        met.filter { $0 / profiles == actor }.map { $0 % profiles }
      })
  }
}

extension StrategicForm {
  /// The profiles in which each actor plays its part of one of the equilibria that it perceives.
  ///
  /// - Parameter equilibria: `[actor]`, profile indices.
  func outcomes(ofPerceived equilibria: [[Int]]) -> [Int] {
    let parts = equilibria.enumerated().map { actor, equilibria in
      Set(equilibria.map { profile(at: $0)[actor] })
    }
    return cells.indices.filter { index in
      zip(parts, profile(at: index)).allSatisfy { $0.contains($1) }
    }
  }
}
