import Arithmetic
import Laboratory

/// Gathers every row of a small run as a table with exact numbers.
struct ShownTable {
  private let experiment: Experiment
  private var rows: [[ResultTable.Cell]] = []

  init(_ experiment: Experiment) { self.experiment = experiment }

  mutating func consume(_ chunk: Chunk) {
    let series = experiment.series[chunk.plan.series]
    let width = experiment.measures.count
    for (place, row) in chunk.plan.rows.enumerated() where !chunk.skipped.contains(row) {
      var cells: [ResultTable.Cell] = []
      if experiment.hasRowNumbers { cells.append(.count(offset(of: chunk) + row + 1)) }
      if experiment.hasNamedSeries { cells.append(.text(series.name ?? "")) }
      if experiment.hasReplicates { cells.append(.count(row % series.design.replicates + 1)) }
      for name in experiment.columns {
        cells.append(.number(value(of: name, in: row, series), exact: true))
      }
      for cell in chunk.cells[place * width..<(place + 1) * width] {
        switch cell {
        case .empty: cells.append(.text("-"))
        case .number(let number): cells.append(.number(number, exact: true))
        case .text(let text): cells.append(.text(text))
        }
      }
      rows.append(cells)
    }
  }

  private func offset(of chunk: Chunk) -> Int { experiment.offsets[chunk.plan.series] }

  private func value(of name: String, in row: Int, _ series: Experiment.Series) -> Rational {
    if let index = series.factors.firstIndex(where: { $0.parameter == name }) {
      return series.design.values(in: row)[index]
    }
    return series.settings.last { $0.parameter == name }?.value
      ?? experiment.parameters.first { $0.name == name }?.default ?? .zero
  }

  var table: ResultTable {
    ResultTable(
      columns: (experiment.hasRowNumbers ? ["row"] : [])
        + (experiment.hasNamedSeries ? ["series"] : [])
        + (experiment.hasReplicates ? ["replicate"] : []) + experiment.columns
        + experiment.measures.map(\.name), rows: rows)
  }
}
