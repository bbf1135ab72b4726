import Arithmetic
public import Experiments
import Laboratory

extension Illustration {
  /// The numbers that a figure draws, one row a point or a bar: for `name.csv` beside `name.svg`.
  public static func csv(_ data: FigureData) -> String {
    switch data.request.kind {
    case .line, .region: points(data)
    case .tornado: data.alone?.csv ?? OneAtATime.emptyTable(data.measure.name).csv
    case .sobol: SensitivityAnswer.table(data.indices).csv
    }
  }

  private static func points(_ data: FigureData) -> String {
    let request = data.request
    let hasSeries = data.panels.contains { $0.series != nil }
    var table = ResultTable(
      columns: (hasSeries ? ["series"] : []) + [request.by, request.x].compactMap(\.self)
        + [data.measure.name])
    for panel in data.panels {
      for (row, by) in panel.by.enumerated() {
        for (column, x) in panel.x.enumerated() {
          var cells: [ResultTable.Cell] = hasSeries ? [.text(panel.series ?? "")] : []
          if request.by != nil { cells.append(by.map { .number($0, exact: false) } ?? "") }
          cells.append(.number(x, exact: false))
          switch panel.cells[row * panel.x.count + column] {
          case .empty: cells.append("")
          case .number(let number): cells.append(.number(number, exact: false))
          case .text(let text): cells.append(.text(text))
          }
          table.rows.append(cells)
        }
      }
    }
    return table.csv
  }

  /// The exact thresholds that a figure marks, as fractions and as decimals; nil where it marks none.
  public static func thresholdCSV(_ data: FigureData) -> String? {
    let request = data.request
    let hasSeries = data.panels.contains { $0.series != nil }
    var table = ResultTable(
      columns: (hasSeries ? ["series"] : []) + [request.by].compactMap(\.self)
        + [request.x, "\(request.x).exact"])
    for panel in data.panels {
      for (by, points) in zip(panel.by, panel.thresholds) {
        for point in points ?? [] {
          var cells: [ResultTable.Cell] = hasSeries ? [.text(panel.series ?? "")] : []
          if request.by != nil { cells.append(by.map { .number($0, exact: false) } ?? "") }
          table.rows.append(
            cells + [.number(point, exact: false), .number(point, exact: true)])
        }
      }
    }
    return table.rows.isEmpty ? nil : table.csv
  }
}
