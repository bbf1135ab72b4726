import Arithmetic
import Scenarios

/// Computes rows of one series, with room of its own to work in.
struct SeriesWorker {
  let index: Int
  private let design: Design
  /// The grid, where rows follow each other on it and nothing is drawn; a copy of the thread's own,
  /// as threads that count references to the same storage wait for each other.
  private let grid: FactorialDesign?
  /// Which measures have a column with the fraction itself.
  private let areExactToo: [Bool]
  private var evaluator: RowEvaluator
  private var parameters: [Rational]
  /// The place of each factor among the parameters.
  private let places: [Int]
  /// The column of each factor among ``columns``.
  private let factorColumns: [Int]
  /// The text of each leading cell: row, series and replicate, and the parameters.
  private var columns: [[UInt8]]
  private let rowColumn: Int?
  private let replicateColumn: Int?
  private let offset: Int
  /// The level each factor has on the grid.
  private var levels: [Int]
  /// Room for the values of a row.
  private var values: [Rational]
  private let checks: [RowCheck?]
  private let constraints: [RowCondition]

  init(_ experiment: Experiment, _ index: Int, _ compiled: GameEvaluator) {
    self.index = index
    let series = experiment.series[index]
    design = series.design
    grid = design.isPlainGrid ? design.grid.flatMap { FactorialDesign($0.levels.map { $0 }) } : nil
    offset = experiment.offsets[index]
    areExactToo = experiment.measures.map(\.isExactToo)
    evaluator = RowEvaluator(experiment, compiled)
    let names = experiment.parameters.map(\.name)
    var parameters = experiment.parameters.map(\.default)
    for setting in series.settings {
      guard let place = names.firstIndex(of: setting.parameter) else { continue }
      parameters[place] = setting.value
    }
    for (place, value) in parameters.enumerated() { evaluator.set(place, to: value) }

    var columns: [[UInt8]] = []
    rowColumn = experiment.hasRowNumbers ? columns.count : nil
    if experiment.hasRowNumbers { columns.append([]) }
    if experiment.hasNamedSeries { columns.append(CSVText.cell(series.name ?? "")) }
    replicateColumn = experiment.hasReplicates ? columns.count : nil
    if experiment.hasReplicates { columns.append([]) }
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
    values = Array(repeating: .zero, count: series.factors.count)
    checks = experiment.expectations.map {
      $0.series.contains(index) ? RowCheck($0) : nil
    }
    constraints = series.constraints.map { RowCondition($0) }
  }

  /// Fills `chunk` with the rows of its plan; false if it was asked to stop before its end.
  mutating func compute(_ chunk: Chunk, _ kept: KeptMeasures, _ stop: Stop) -> Bool {
    for check in checks { check?.reset() }
    let rows = chunk.plan.rows
    // Taken out: a property of a class is asked for leave at every access.
    var text = CSVText()
    swap(&text, &chunk.text)
    defer { swap(&text, &chunk.text) }
    start(at: rows.lowerBound)
    var row = rows.lowerBound
    while row < rows.upperBound {
      if stop.isAsked { return false }
      if constraints.allSatisfy({ $0.holds(parameters) }) {
        evaluator.evaluate()
        if let trouble = evaluator.trouble {
          chunk.failures += 1
          if chunk.firstFailures.count < ChunkWorker.mostFailures {
            chunk.firstFailures.append((row, trouble))
          }
        }
        number(row)
        write(to: &text)
        for measure in kept.measures { chunk.cells.append(evaluator.cells[measure]) }
        for check in checks { check?.test(row, parameters: parameters, cells: evaluator.cells) }
      } else {
        chunk.skipped.append(row)
        for _ in kept.measures { chunk.cells.append(.empty) }
      }
      row += 1
      if row < rows.upperBound { advance(to: row) }
    }
    chunk.findings = checks.map { $0?.finding }
    return true
  }

  private mutating func start(at row: Int) {
    guard let grid else { return place(row) }
    for factor in levels.indices { move(factor, to: grid.level(of: factor, in: row), of: grid) }
  }

  /// Goes on to the next row: on a grid the last factor first, like the last digit of a number.
  private mutating func advance(to row: Int) {
    guard let grid else { return place(row) }
    for factor in levels.indices.reversed() {
      let next = levels[factor] + 1
      if next < grid.levels[factor].count { return move(factor, to: next, of: grid) }
      move(factor, to: 0, of: grid)
    }
  }

  private mutating func move(_ factor: Int, to level: Int, of grid: FactorialDesign) {
    guard levels[factor] != level else { return }
    levels[factor] = level
    set(factor, to: grid.levels[factor][level])
  }

  /// Takes the values of a row from the design.
  private mutating func place(_ row: Int) {
    design.fill(&values, row)
    for factor in values.indices { set(factor, to: values[factor]) }
  }

  private mutating func set(_ factor: Int, to value: Rational) {
    parameters[places[factor]] = value
    evaluator.set(places[factor], to: value)
    let column = factorColumns[factor]
    columns[column].removeAll(keepingCapacity: true)
    NumberText.append(value, to: &columns[column])
  }

  /// Writes the numbers of the row and the replicate into their columns.
  private mutating func number(_ row: Int) {
    if let rowColumn {
      columns[rowColumn].removeAll(keepingCapacity: true)
      NumberText.append(offset + row + 1, to: &columns[rowColumn])
    }
    if let replicateColumn {
      columns[replicateColumn].removeAll(keepingCapacity: true)
      NumberText.append(row % design.replicates + 1, to: &columns[replicateColumn])
    }
  }

  private func write(to text: inout CSVText) {
    for column in columns.indices { text.append(cell: columns[column]) }
    for index in areExactToo.indices {
      switch evaluator.cells[index] {
      case .empty:
        text.appendEmpty()
        if areExactToo[index] { text.appendEmpty() }
      case .number(let number):
        text.append(number: number)
        if areExactToo[index] { text.append(exact: number) }
      case .text(let name):
        text.append(text: name)
      }
    }
    if let trouble = evaluator.trouble { text.append(text: trouble) } else { text.appendEmpty() }
    text.endLine()
  }
}

/// A condition on the parameters of a row, with room of its own to work in.
final class RowCondition {
  private let formula: Expression
  private let places: [Int]
  private var values: [Rational]

  init(_ condition: Expectation.RowFormula) {
    formula = condition.expression
    places = condition.operands.map { if case .parameter(let place) = $0 { place } else { 0 } }
    values = Array(repeating: .zero, count: places.count)
  }

  /// Whether the row belongs to the design; where the condition has no value it does not.
  func holds(_ parameters: [Rational]) -> Bool {
    for index in places.indices { values[index] = parameters[places[index]] }
    guard let value = try? formula.evaluate(values) else { return false }
    return !value.isZero
  }
}
