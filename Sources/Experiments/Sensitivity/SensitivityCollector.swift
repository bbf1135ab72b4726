import Arithmetic
import Scenarios

/// Gathers the numbers that questions of sensitivity are asked of, and answers them.
struct SensitivityCollector {
  private let experiment: Experiment
  private let kept: KeptMeasures
  /// `values[request][place of the series]`: a number a row, not a number where there is none; of
  /// conditions 1 or 0.
  private var values: [[[Double]]]

  init(_ experiment: Experiment, kept: KeptMeasures) {
    self.experiment = experiment
    self.kept = kept
    values = experiment.sensitivity.map { request in
      request.series.map {
        Array(repeating: Double.nan, count: experiment.series[$0].design.rows)
      }
    }
  }

  mutating func consume(_ chunk: Chunk) {
    let series = experiment.series[chunk.plan.series]
    for (index, request) in experiment.sensitivity.enumerated() {
      guard let place = request.series.firstIndex(of: chunk.plan.series) else { continue }
      for (position, row) in chunk.plan.rows.enumerated() {
        let cells = position * kept.width
        switch request.question {
        case .measure(let measure):
          if let number = chunk.cells[cells + kept.place(of: measure)].number {
            values[index][place][row] = number.double
          }
        case .box(let formula, _):
          if let truth = truth(of: formula, series, row, chunk.cells[cells..<cells + kept.width]) {
            values[index][place][row] = truth ? 1 : 0
          }
        }
      }
    }
  }

  /// Whether a condition holds in a row; nil where it has no value.
  private func truth(
    of formula: Expectation.RowFormula, _ series: Experiment.Series, _ row: Int,
    _ cells: ArraySlice<CellValue>
  ) -> Bool? {
    var numbers: [Rational] = []
    for operand in formula.operands {
      switch operand {
      case .measure(let measure):
        guard let number = cells[cells.startIndex + kept.place(of: measure)].number else {
          return nil
        }
        numbers.append(number)
      case .parameter(let place):
        numbers.append(experiment.value(of: place, in: row, of: series))
      }
    }
    return (try? formula.expression.evaluate(numbers)).map { !$0.isZero }
  }

  /// The answers, one line a number; nil where nothing was asked.
  var answers: [SensitivityAnswer]? {
    guard !experiment.sensitivity.isEmpty else { return nil }
    return experiment.sensitivity.enumerated().flatMap { index, request in
      request.series.enumerated().flatMap { place, number in
        let series = experiment.series[number]
        switch request.question {
        case .measure(let measure):
          let answer = Answering(
            series: series, subject: experiment.measures[measure].name,
            resamples: request.resamples)
          return answer.shares(values[index][place])
        case .box(let formula, let density):
          let answer = Answering(series: series, subject: formula.expression.text, resamples: 0)
          return answer.box(values[index][place], density)
        }
      }
    }
  }
}

/// Answers one question about the parameters of one series.
private struct Answering {
  let series: Experiment.Series
  let subject: String
  let resamples: Int

  private var names: [String] { series.factors.map(\.parameter) }

  private func line(
    _ method: SensitivityAnswer.Method, _ parameter: String, _ index: String, _ value: Double?,
    reach: Double? = nil
  ) -> SensitivityAnswer {
    var interval: SensitivityAnswer.Interval?
    if resamples > 0, let value, let reach {
      interval = SensitivityAnswer.Interval(low: value - reach, high: value + reach)
    }
    return SensitivityAnswer(
      series: series.name ?? "", subject: subject, method: method, parameter: parameter,
      index: index, value: value, interval: interval)
  }

  /// How a measure hangs on each parameter, by the method that the design was made for.
  func shares(_ values: [Double]) -> [SensitivityAnswer] {
    switch series.design.scheme {
    case .morris: effects(values)
    case .saltelli(let secondOrder): indices(values, secondOrder)
    default: []
    }
  }

  private func effects(_ values: [Double]) -> [SensitivityAnswer] {
    let effects = MorrisScreening.elementary(values, factors: names.count) {
      series.design.shares(in: $0)
    }
    let screening = MorrisScreening(effects, resamples: resamples)
    return names.enumerated().flatMap { factor, name -> [SensitivityAnswer] in
      let effect = screening?.effects[factor]
      return [
        line(.morris, name, "mu", effect?.mean),
        line(.morris, name, "mu-star", effect?.magnitude, reach: effect?.reach),
        line(.morris, name, "sigma", effect?.deviation),
      ]
    }
  }

  private func indices(_ values: [Double], _ secondOrder: Bool) -> [SensitivityAnswer] {
    let indices = SobolIndices(
      values, factors: names.count, secondOrder: secondOrder, resamples: resamples)
    func line(_ parameter: String, _ order: String, _ index: SobolIndices.Index?)
      -> SensitivityAnswer
    { self.line(.sobol, parameter, order, index?.value, reach: index?.reach) }
    let single = names.enumerated().flatMap { factor, name in
      [
        line(name, "first", indices?.first[factor]), line(name, "total", indices?.total[factor]),
      ]
    }
    guard secondOrder else { return single }
    return single
      + SobolIndices.pairs(of: names.count).enumerated().map { place, pair in
        line("\(names[pair.0]) * \(names[pair.1])", "second", indices?.second[place])
      }
  }

  /// The box of parameters in which a condition holds.
  func box(_ values: [Double], _ density: Double) -> [SensitivityAnswer] {
    let rows = values.indices.filter { values[$0].isFinite }
    let points = rows.map { series.design.values(in: $0).map(\.double) }
    let box = RuleInduction(points, rows.map { values[$0] == 1 }, goal: density)
    return names.enumerated().flatMap { factor, name in
      [
        line(.prim, name, "from", box?.ends[factor].low),
        line(.prim, name, "to", box?.ends[factor].high),
      ]
    } + [
      line(.prim, "", "coverage", box?.coverage), line(.prim, "", "density", box?.density),
      line(.prim, "", "mass", box?.mass),
    ]
  }
}

extension Experiment {
  /// The value of the parameter with this index in a row of a series.
  func value(of place: Int, in row: Int, of series: Series) -> Rational {
    let name = parameters[place].name
    if let factor = series.factors.firstIndex(where: { $0.parameter == name }) {
      return series.design.values(in: row)[factor]
    }
    return series.settings.last { $0.parameter == name }?.value ?? parameters[place].default
  }
}

extension Design {
  /// Where each factor of a Morris design stands in a row, from 0 to 1.
  func shares(in row: Int) -> [Double] {
    guard case .morris(let levels) = scheme else { return [] }
    let length = factors.count + 1
    let path = MorrisPath(
      factors: factors.count, levels: levels,
      seed: Seeds.seed(seed, point: row / length, replicate: 0))
    return factors.indices.map { path.share(of: $0, at: row % length).double }
  }
}
