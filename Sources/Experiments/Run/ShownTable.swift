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
    for (place, row) in chunk.plan.rows.enumerated() {
      var cells: [ResultTable.Cell] = []
      if experiment.hasNamedSeries { cells.append(.text(series.name ?? "")) }
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

  private func value(of name: String, in row: Int, _ series: Experiment.Series) -> Rational {
    if let index = series.factors.firstIndex(where: { $0.parameter == name }) {
      return series.factors[index].levels[series.design.level(of: index, in: row)]
    }
    return series.settings.last { $0.parameter == name }?.value
      ?? experiment.parameters.first { $0.name == name }?.default ?? .zero
  }

  var table: ResultTable {
    ResultTable(
      columns: (experiment.hasNamedSeries ? ["series"] : []) + experiment.columns
        + experiment.measures.map(\.name), rows: rows)
  }
}
