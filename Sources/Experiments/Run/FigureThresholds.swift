import Arithmetic
import Laboratory
import RelativeGains
import Scenarios

/// The exact points along a figure's horizontal parameter at which the pure equilibria change.
struct FigureThresholds {
  private let evaluator: GameEvaluator
  private let request: FigureRequest
  private let names: [String]
  private var values: [Rational]

  init(
    _ experiment: Experiment, _ series: Int, _ evaluator: GameEvaluator, _ request: FigureRequest
  ) {
    self.evaluator = evaluator
    self.request = request
    names = experiment.parameters.map(\.name)
    values = experiment.parameters.map(\.default)
    for setting in experiment.series[series].settings + request.held { set(setting) }
    for factor in experiment.series[series].factors where factor.levels.count == 1 {
      set(Experiment.Setting(parameter: factor.parameter, value: factor.levels[0]))
    }
  }

  private mutating func set(_ setting: Experiment.Setting) {
    guard let place = names.firstIndex(of: setting.parameter) else { return }
    values[place] = setting.value
  }

  /// The points for each value of `by`; nil where the payoffs are not affine in the parameter.
  func find(_ panel: FigureData.Panel) -> [[Rational]?] {
    panel.by.map { by in
      var here = self
      if let by, let name = request.by { here.set(.init(parameter: name, value: by)) }
      return here.points(from: panel.x.min(), to: panel.x.max())
    }
  }

  private func points(from lower: Rational?, to upper: Rational?) -> [Rational]? {
    guard let place = names.firstIndex(of: request.x), let lower, let upper, lower < upper else {
      return []
    }
    let map = try? evaluator.pureThresholds(
      shape: evaluator.shape, along: place, from: lower, to: upper, at: values)
    return map?.points.map(\.at)
  }
}
