import Arithmetic
import Scenarios

/// Computes chunks on one thread.
final class ChunkWorker {
  private let experiment: Experiment
  private let kept: KeptMeasures
  private let stop: Stop
  private let evaluators: [GameEvaluator]
  private var current: SeriesWorker?

  /// Most errors a chunk keeps in words.
  static let mostFailures = 20

  /// - Parameters:
  ///   - evaluators: the compiled game of each series.
  ///   - kept: the measures that chunks carry besides their text.
  ///   - stop: asked between any two rows.
  init(
    _ experiment: Experiment, _ evaluators: [GameEvaluator], kept: KeptMeasures, stop: Stop
  ) {
    self.experiment = experiment
    self.evaluators = evaluators
    self.kept = kept
    self.stop = stop
  }

  /// Fills `chunk` with the rows of its plan; false if it was asked to stop before its end.
  func compute(_ chunk: Chunk) -> Bool {
    let worker: SeriesWorker
    if let current, current.index == chunk.plan.series {
      worker = current
    } else {
      worker = SeriesWorker(experiment, chunk.plan.series, evaluators[chunk.plan.series])
      current = worker
    }
    return worker.compute(chunk, kept, stop)
  }
}

/// Computes rows of one series.
private final class SeriesWorker {
  let index: Int
  private let design: FactorialDesign
  private let measures: [Measure]
  private var evaluator: RowEvaluator
  private var parameters: [Rational]
  /// The place of each factor among the parameters.
  private let places: [Int]
  /// The column of each factor among ``columns``.
  private let factorColumns: [Int]
  /// The text of each leading cell: the series' name, and the parameters in their columns.
  private var columns: [[UInt8]]
  /// The level each factor has.
  private var levels: [Int]
  private let checks: [RowCheck?]

  init(_ experiment: Experiment, _ index: Int, _ compiled: GameEvaluator) {
    self.index = index
    let series = experiment.series[index]
    design = series.design
    measures = experiment.measures
    evaluator = RowEvaluator(experiment, compiled)
    let names = experiment.parameters.map(\.name)
    var parameters = experiment.parameters.map(\.default)
    for setting in series.settings {
      guard let place = names.firstIndex(of: setting.parameter) else { continue }
      parameters[place] = setting.value
    }
    for (place, value) in parameters.enumerated() { evaluator.set(place, to: value) }

    var columns: [[UInt8]] = []
    if experiment.hasNamedSeries { columns.append(CSVText.cell(series.name ?? "")) }
    let named = columns.count
    for name in experiment.columns {
      let value = names.firstIndex(of: name).map { parameters[$0] } ?? .zero
      columns.append(Array(NumberText.text(value).utf8))
    }
    self.columns = columns
    self.parameters = parameters
    places = series.factors.map { factor in names.firstIndex(of: factor.parameter) ?? 0 }
    factorColumns = series.factors.map { factor in
      named + (experiment.columns.firstIndex(of: factor.parameter) ?? 0)
    }
    levels = Array(repeating: -1, count: series.factors.count)
    checks = experiment.expectations.map {
      $0.series.contains(index) ? RowCheck($0) : nil
    }
  }

  func compute(_ chunk: Chunk, _ kept: KeptMeasures, _ stop: Stop) -> Bool {
    for check in checks { check?.reset() }
    let rows = chunk.plan.rows
    for factor in levels.indices { move(factor, to: design.level(of: factor, in: rows.lowerBound)) }
    var row = rows.lowerBound
    while row < rows.upperBound {
      if stop.isAsked { return false }
      evaluator.evaluate()
      if let trouble = evaluator.trouble {
        chunk.failures += 1
        if chunk.firstFailures.count < ChunkWorker.mostFailures {
          chunk.firstFailures.append((row, trouble))
        }
      }
      write(to: &chunk.text)
      for measure in kept.measures { chunk.cells.append(evaluator.cells[measure]) }
      for check in checks { check?.test(row, parameters: parameters, cells: evaluator.cells) }
      row += 1
      if row < rows.upperBound { advance() }
    }
    chunk.findings = checks.map { $0?.finding }
    return true
  }

  /// Goes on to the next row: the last factor first, like the last digit of a number.
  private func advance() {
    for factor in levels.indices.reversed() {
      let next = levels[factor] + 1
      if next < design.levels[factor].count {
        move(factor, to: next)
        return
      }
      move(factor, to: 0)
    }
  }

  private func move(_ factor: Int, to level: Int) {
    guard levels[factor] != level else { return }
    levels[factor] = level
    let value = design.levels[factor][level]
    parameters[places[factor]] = value
    evaluator.set(places[factor], to: value)
    let column = factorColumns[factor]
    columns[column].removeAll(keepingCapacity: true)
    NumberText.append(value, to: &columns[column])
  }

  private func write(to text: inout CSVText) {
    for column in columns.indices { text.append(cell: columns[column]) }
    for index in measures.indices {
      switch evaluator.cells[index] {
      case .empty:
        text.appendEmpty()
        if measures[index].isExactToo { text.appendEmpty() }
      case .number(let number):
        text.append(number: number)
        if measures[index].isExactToo { text.append(exact: number) }
      case .text(let name):
        text.append(text: name)
      }
    }
    if let trouble = evaluator.trouble { text.append(text: trouble) } else { text.appendEmpty() }
    text.endLine()
  }
}
