import Arithmetic
import Experiments
import Laboratory

// The tables of the report: in the page, and as LaTeX beside it.
extension RunReport {
  /// One row an expectation and series.
  var expectationTable: ResultTable {
    let hasSeries = run.summary.verdicts.contains { $0.series != nil }
    return ResultTable(
      columns: ["expectation", "as written"] + (hasSeries ? ["series"] : []) + ["outcome"],
      rows: run.summary.verdicts.map { verdict in
        [.text(verdict.claim), .text(verdict.text)]
          + (hasSeries ? [.text(verdict.series ?? "")] : []) + [.text(verdict.description)]
      })
  }

  /// One row a column of the results: what varies first, then what was measured.
  var summaryTable: ResultTable {
    let names = experiment.columns + experiment.measures.map(\.name)
    let columns = run.columns.filter { names.contains($0.name) }
    var table = ResultTable(
      caption: "Every column in brief",
      columns: ["column", "rows", "no value", "least", "mean", "greatest"])
    for column in columns {
      let start: [ResultTable.Cell] = [
        .text(column.name), .count(column.values), .count(column.empty),
      ]
      guard column.texts.isEmpty else {
        table.notes.append(Self.shares(of: column))
        table.rows.append(start + ["-", "-", "-"])
        continue
      }
      table.rows.append(
        start + [column.least, column.mean, column.greatest].map { .init(floating: $0) })
    }
    return table
  }

  /// `kind: chicken in 12 rows, stag hunt in 3`.
  private static func shares(of column: ColumnSummary) -> String {
    let texts = column.texts.map { "\($0.text) in \(Words.count($0.count, "row"))" }
    let others = column.otherTexts > 0 ? ["others in \(Words.count(column.otherTexts, "row"))"] : []
    return "\(column.name): " + (texts + others).joined(separator: ", ") + "."
  }

  /// The first rows as they stand in the results; columns without anything in them are left out.
  var firstRowsTable: ResultTable {
    let shown = run.columns.indices.filter {
      run.columns[$0].values > 0 && run.columns[$0].name != "error"
        && !run.columns[$0].name.hasSuffix(".exact")
    }
    let rows = run.firstRows.count
    return ResultTable(
      caption: rows < run.rows ? "The first \(rows) rows" : "All rows",
      columns: shown.map { run.columns[$0].name },
      rows: run.firstRows.map { row in
        shown.map { run.columns[$0].name == "series" ? .text(row[$0]) : .init(written: row[$0]) }
      })
  }
}
