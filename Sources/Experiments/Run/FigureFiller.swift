import Arithmetic
import Scenarios

/// Fills the numbers of a figure from the lines of `results.csv`: a line belongs where its
/// parameters say, so that neither order nor gaps matter.
struct FigureFiller {
  private let request: FigureRequest
  private var data: FigureData
  private let panels: [Place]
  private let seriesColumn: Int?
  private let measureColumn: Int

  /// Where the lines of one panel are recognised.
  private struct Place {
    let series: [UInt8]
    let xColumn: Int
    let x: [[UInt8]: Int]
    let byColumn: Int?
    let by: [[UInt8]: Int]
    /// Columns that must hold a text: parameters the figure holds.
    let held: [(column: Int, text: [UInt8])]
  }

  init(_ request: FigureRequest, _ experiment: Experiment, _ headings: [String]) {
    self.request = request
    data = FigureCollector(request, experiment).data
    seriesColumn = experiment.hasNamedSeries ? headings.firstIndex(of: "series") : nil
    measureColumn = headings.lastIndex(of: experiment.measures[request.measure].name) ?? 0
    func column(_ name: String) -> Int { headings.firstIndex(of: name) ?? 0 }
    func text(_ number: Rational) -> [UInt8] { Array(NumberText.text(number).utf8) }
    panels = zip(request.series, data.panels).map { index, panel in
      let factors = experiment.series[index].factors.map(\.parameter)
      var x: [[UInt8]: Int] = [:]
      for (place, value) in panel.x.enumerated() { x[text(value)] = place }
      var by: [[UInt8]: Int] = [:]
      for (place, value) in panel.by.enumerated() { if let value { by[text(value)] = place } }
      return Place(
        series: Array((panel.series ?? "").utf8), xColumn: column(request.x), x: x,
        byColumn: by.isEmpty ? nil : request.by.map(column), by: by,
        held: request.held.filter { factors.contains($0.parameter) }
          .map { (column($0.parameter), text($0.value)) })
    }
  }

  /// Takes in a line.
  mutating func take(_ cells: [[UInt8]]) {
    for (index, panel) in panels.enumerated() {
      if let seriesColumn, cells[seriesColumn] != panel.series { continue }
      guard let x = panel.x[cells[panel.xColumn]],
        panel.held.allSatisfy({ cells[$0.column] == $0.text })
      else { continue }
      var row = 0
      if let byColumn = panel.byColumn {
        guard let by = panel.by[cells[byColumn]] else { continue }
        row = by
      }
      data.panels[index].cells[row * data.panels[index].x.count + x] = value(cells[measureColumn])
    }
  }

  private func value(_ cell: [UInt8]) -> CellValue {
    guard !cell.isEmpty else { return .empty }
    let text = String(decoding: cell, as: UTF8.self)
    guard !data.measure.isText, let number = try? Rational.read(text) else { return .text(text) }
    return .number(number)
  }

  /// The numbers, with exact thresholds where they are wanted.
  func data(_ experiment: Experiment, _ evaluators: [GameEvaluator]) -> FigureData {
    guard request.showsThresholds else { return data }
    var data = data
    for (index, series) in request.series.enumerated() {
      data.panels[index].thresholds = FigureThresholds(
        experiment, series, evaluators[series], request
      ).find(data.panels[index])
    }
    return data
  }
}
