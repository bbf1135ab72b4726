import Arithmetic
import RelativeGains
public import Scenarios

extension StepThresholds {
  /// Where along a parameter the subgame-perfect equilibria of a tree of perfect information change,
  /// all ties kept.
  ///
  /// - Throws: ``LaboratoryError`` for other games, for too many ties, and for numbers that are not
  ///   affine.
  public init(subgamePerfect scenario: Scenario, _ request: ParameterRequest) throws {
    guard let form = scenario.form as? ExtensiveForm else {
      throw LaboratoryError.wrongForm(
        asked: PerfectInformation.asked, takes: [ExtensiveForm.name], found: scenario.form.name)
    }
    let run = try ParameterRun(scenario, request)
    let trees = try PerfectInformation(form, scenario.actors) { try run.evaluated(at: run.from) }
    // Where every comparison has one sign.
    let pieces = try run.asking {
      try trees.following {
        try PureThresholds.pieces(from: run.from, to: run.to) { running in
          let values = run.values(running)
          return try form.continuations(
            utilities: run.evaluator.utilities(values), numbers: run.evaluator.numbers(values),
            actors: scenario.actors.count)
        }
      }
    }
    try self.init(
      "subgame-perfect", "subgame-perfect equilibria", run,
      candidates: pieces.map(\.interval.upper)
    ) { value in
      try trees.equilibria(of: run.evaluated(at: value)).map { ($0.words, $0.json) }
    }
  }
}
