import Arithmetic
import Equilibria
import RelativeGains
public import Scenarios

extension StepThresholds {
  /// Where along a parameter it changes what may come about when each plays its part of a pure
  /// equilibrium of the game that it perceives.
  ///
  /// - Throws: ``LaboratoryError`` for other games, and for numbers that are not affine.
  public init(hypergame scenario: Scenario, _ request: ParameterRequest) throws {
    guard let form = scenario.form as? HypergameForm else {
      throw LaboratoryError.wrongForm(
        asked: "thresholds --concept hypergame", takes: [HypergameForm.name],
        found: scenario.form.name)
    }
    let run = try ParameterRun(scenario, request)
    let truth = form.truth
    let candidates = try run.asking {
      try truth.shape.indices.flatMap { actor in
        try PureThresholds.solve(
          shape: truth.shape, from: run.from, to: run.to,
          affine: { form.perceived(utilities: try run.evaluator.utilities(run.values($0)))[actor] },
          exact: { form.perceived(utilities: try run.evaluator.utilities(run.values($0)))[actor] }
        ).points.map(\.at)
      }
    }
    var finder = PureEquilibria(shape: truth.shape)
    try self.init(
      ThresholdConcept.hypergame.rawValue, ThresholdConcept.hypergame.found, run,
      candidates: candidates
    ) { value in
      let expected = form.perceived(in: try run.evaluated(at: value)).map { payoffs in
        payoffs.withUnsafeBufferPointer { finder.find(in: $0) }
        return finder.found
      }
      return truth.outcomes(ofPerceived: expected).map {
        (truth.name(ofCell: $0), scenario.json(outcome: truth.profile(at: $0)))
      }
    }
  }
}
