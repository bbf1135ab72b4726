public import Arithmetic

/// The numbers of one figure, gathered while the rows go by.
public struct FigureData: Sendable {
  /// What to draw.
  public let request: FigureRequest
  /// The measure drawn.
  public let measure: Measure
  /// The numbers of lines and maps, one panel a series.
  public internal(set) var panels: [Panel]
  /// The indices that Sobol bars show.
  public internal(set) var indices: [SensitivityAnswer] = []
  /// What a tornado shows, nil where the rows do not tell.
  public internal(set) var alone: OneAtATime?

  /// The numbers of one series.
  public struct Panel: Sendable {
    /// The series, if it has a name.
    public let series: String?
    /// The values of the horizontal parameter.
    public let x: [Rational]
    /// The values of `by`; a single nil when the figure has none, or the series does not vary it.
    public let by: [Rational?]
    /// How many values of the two there were before some were left out for the drawing.
    public let fullSize: (x: Int, by: Int)
    /// `cells[by * x.count + x]`.
    public internal(set) var cells: [CellValue]
    /// `thresholds[by]`: the exact points of the horizontal parameter at which the set of pure
    /// equilibria changes; nil where they cannot be computed, empty where not asked for.
    public internal(set) var thresholds: [[Rational]?]
  }
}

extension FigureData {
  /// The figure with what bars show, out of all that is known of the run.
  func with(
    _ answers: [SensitivityAnswer], _ alone: [OneAtATime], of experiment: Experiment
  ) -> FigureData {
    var data = self
    let names = request.series.map { experiment.series[$0].name ?? "" }
    switch request.kind {
    case .line, .region: break
    case .sobol:
      data.indices = answers.filter {
        $0.method == .sobol && $0.subject == measure.name && names.contains($0.series)
      }
    case .tornado:
      data.alone = alone.first { $0.measure == measure.name && names.contains($0.series ?? "") }
    }
    return data
  }
}

/// Picks the rows a figure shows out of those that go by.
struct FigureCollector {
  /// Most points of a figure.
  static let mostPoints = 200_000

  private(set) var data: FigureData
  private var pickers: [RowPicker?]

  init(_ request: FigureRequest, _ experiment: Experiment) {
    var panels: [FigureData.Panel] = []
    var pickers = [RowPicker?](repeating: nil, count: experiment.series.count)
    for index in request.kind.showsPoints ? request.series : [] {
      let picker = RowPicker(
        request, experiment.series[index], panel: panels.count,
        room: Self.mostPoints / request.series.count)
      pickers[index] = picker
      panels.append(picker.emptyPanel(experiment.series[index]))
    }
    data = FigureData(
      request: request, measure: experiment.measures[request.measure], panels: panels)
    self.pickers = pickers
  }

  /// Takes in a chunk.
  mutating func consume(_ chunk: Chunk, kept: KeptMeasures) {
    guard let picker = pickers[chunk.plan.series] else { return }
    let measure = kept.place(of: data.request.measure)
    for (place, row) in chunk.plan.rows.enumerated() {
      guard let cell = picker.cell(of: row) else { continue }
      data.panels[picker.panel].cells[cell] = chunk.cells[place * kept.width + measure]
    }
  }

  /// Adds the exact thresholds to each panel.
  mutating func addThresholds(_ find: (Int, FigureData.Panel) -> [[Rational]?]) {
    for (index, picker) in pickers.enumerated() {
      guard let picker else { continue }
      data.panels[picker.panel].thresholds = find(index, data.panels[picker.panel])
    }
  }
}

/// Which rows of a series a figure shows, and where.
private struct RowPicker {
  /// Some of the levels of a factor, evenly spread, both ends among them.
  struct Selection {
    let full: Int
    var kept: Int

    func level(_ index: Int) -> Int {
      kept == 1 ? 0 : (2 * index * (full - 1) + (kept - 1)) / (2 * (kept - 1))
    }

    /// The place of a level among those kept.
    func place(of level: Int) -> Int? {
      guard kept < full else { return level }
      guard kept > 1 else { return level == 0 ? 0 : nil }
      let near = level * (kept - 1) / (full - 1)
      return [near, near + 1].first { $0 < kept && self.level($0) == level }
    }
  }

  let panel: Int
  private let design: Design
  private let xFactor: Int
  private let byFactor: Int?
  private var x: Selection
  private var by: Selection
  /// The level at which each other factor is shown.
  private let fixed: [(factor: Int, level: Int)]

  init(_ request: FigureRequest, _ series: Experiment.Series, panel: Int, room: Int) {
    self.panel = panel
    design = series.design
    func factor(_ name: String?) -> Int? { series.factors.firstIndex { $0.parameter == name } }
    xFactor = factor(request.x) ?? 0
    byFactor = factor(request.by)
    let xFull = series.factors[xFactor].levels.count
    let byFull = byFactor.map { series.factors[$0].levels.count } ?? 1
    x = Selection(full: xFull, kept: xFull)
    by = Selection(full: byFull, kept: byFull)
    if request.kind == .line {
      by.kept = min(by.kept, max(2, Self.mostLines / request.series.count))
    }
    while x.kept * by.kept > room {
      if x.kept >= by.kept { x.kept = (x.kept + 1) / 2 } else { by.kept = (by.kept + 1) / 2 }
    }
    let shown = [xFactor, byFactor].compactMap(\.self)
    fixed = series.factors.indices.filter { !shown.contains($0) }.map { index in
      let setting = request.held.first { $0.parameter == series.factors[index].parameter }
      return (index, setting.flatMap { series.factors[index].levels.index(of: $0.value) } ?? 0)
    }
  }

  /// Most lines of a line figure, so that each can be named at its end.
  private static let mostLines = 18

  func emptyPanel(_ series: Experiment.Series) -> FigureData.Panel {
    let xLevels = series.factors[xFactor].levels
    let byValues: [Rational?] =
      byFactor.map { factor in
        (0..<by.kept).map { series.factors[factor].levels[by.level($0)] }
      } ?? [nil]
    return FigureData.Panel(
      series: series.name, x: (0..<x.kept).map { xLevels[x.level($0)] }, by: byValues,
      fullSize: (x.full, by.full),
      cells: Array(repeating: .empty, count: x.kept * by.kept), thresholds: [])
  }

  /// Where the row is drawn, nil if it is not.
  func cell(of row: Int) -> Int? {
    for (factor, level) in fixed where design.level(of: factor, in: row) != level { return nil }
    guard let place = x.place(of: design.level(of: xFactor, in: row)) else { return nil }
    guard let byFactor else { return place }
    return by.place(of: design.level(of: byFactor, in: row)).map { $0 * x.kept + place }
  }
}
