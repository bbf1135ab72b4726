import Arithmetic
import Laboratory
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
  var table: ResultTable? {
    guard !experiment.sensitivity.isEmpty else { return nil }
    var rows: [[ResultTable.Cell]] = []
    for (index, request) in experiment.sensitivity.enumerated() {
      for (place, number) in request.series.enumerated() {
        rows += answer(request, experiment.series[number], values[index][place])
      }
    }
    return ResultTable(
      columns: ["series", "of", "method", "parameter", "index", "value", "low", "high"], rows: rows)
  }

  private func answer(
    _ request: SensitivityRequest, _ series: Experiment.Series, _ values: [Double]
  ) -> [[ResultTable.Cell]] {
    let names = series.factors.map(\.parameter)
    func line(
      _ of: String, _ method: String, _ parameter: String, _ index: String, _ value: Double?,
      reach: Double? = nil
    ) -> [ResultTable.Cell] {
      func cell(_ number: Double?) -> ResultTable.Cell {
        number.flatMap { Rational($0) }.map { .number($0, exact: false) } ?? .text("")
      }
      let reach = request.resamples > 0 ? reach : nil
      return [
        .text(series.name ?? ""), .text(of), .text(method), .text(parameter), .text(index),
        cell(value), cell(reach.flatMap { reach in value.map { $0 - reach } }),
        cell(reach.flatMap { reach in value.map { $0 + reach } }),
      ]
    }
    switch request.question {
    case .measure(let measure):
      let name = experiment.measures[measure].name
      if case .morris = series.design.scheme {
        let effects = MorrisScreening.elementary(values, factors: names.count) {
          series.design.shares(in: $0)
        }
        let screening = MorrisScreening(effects, resamples: request.resamples)
        return names.indices.flatMap { factor -> [[ResultTable.Cell]] in
          let effect = screening?.effects[factor]
          return [
            line(name, "morris", names[factor], "mu", effect?.mean),
            line(
              name, "morris", names[factor], "mu-star", effect?.magnitude, reach: effect?.reach),
            line(name, "morris", names[factor], "sigma", effect?.deviation),
          ]
        }
      }
      let indices = SobolIndices(values, factors: names.count, resamples: request.resamples)
      return names.indices.flatMap { factor -> [[ResultTable.Cell]] in
        let (first, total) = (indices?.first[factor], indices?.total[factor])
        return [
          line(name, "sobol", names[factor], "first", first?.value, reach: first?.reach),
          line(name, "sobol", names[factor], "total", total?.value, reach: total?.reach),
        ]
      }
    case .box(let formula, let density):
      let rows = values.indices.filter { values[$0].isFinite }
      let points = rows.map { series.design.values(in: $0).map(\.double) }
      let box = RuleInduction(points, rows.map { values[$0] == 1 }, goal: density)
      let text = formula.expression.text
      return names.indices.flatMap { factor -> [[ResultTable.Cell]] in
        [
          line(text, "prim", names[factor], "from", box?.ends[factor].low),
          line(text, "prim", names[factor], "to", box?.ends[factor].high),
        ]
      } + [
        line(text, "prim", "", "coverage", box?.coverage),
        line(text, "prim", "", "density", box?.density),
        line(text, "prim", "", "mass", box?.mass),
      ]
    }
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
