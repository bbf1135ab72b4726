/// Upright dashed lines at exact points of the horizontal axis, labelled above the plot in as many
/// rows as keep the labels apart.
struct ThresholdMarks {
  private let thresholds: [LineFigure.Threshold]
  private static let leading = 16.0
  private static let mostRows = 4

  init(_ thresholds: [LineFigure.Threshold]) { self.thresholds = thresholds.sorted { $0.x < $1.x } }

  /// The room the labels take above the plot.
  func height(over x: Axis) -> Double {
    thresholds.isEmpty
      ? 0 : Double((rows(over: x).compactMap(\.self).max() ?? 0) + 1) * Self.leading + 4
  }

  /// The row of each label, 0 the lowest: the first in which it has room, if any.
  private func rows(over x: Axis) -> [Int?] {
    var ends: [Double] = []
    return thresholds.map { threshold in
      let half = TextSize.width(threshold.label, size: TextSize.small) / 2
      let pixel = x.pixel(threshold.x)
      if let free = ends.firstIndex(where: { $0 + 6 < pixel - half }) {
        ends[free] = pixel + half
        return free
      }
      guard ends.count < Self.mostRows else { return nil }
      ends.append(pixel + half)
      return ends.count - 1
    }
  }

  func draw(on canvas: inout Canvas, _ frame: Frame) {
    let placed = zip(thresholds, rows(over: frame.x)).map { threshold, row in
      (
        label: row == nil ? "" : threshold.label, x: frame.x.pixel(threshold.x),
        y: frame.top - 5 - Double(row ?? 0) * Self.leading
      )
    }.filter { (frame.left - 0.5...frame.right + 0.5).contains($0.x) }
    let stroke = Canvas.Stroke(colour: Palette.faint, width: 1, dashes: [3, 3])
    for mark in placed { canvas.line(mark.x, mark.y + 1, mark.x, frame.bottom, stroke) }
    for mark in placed where !mark.label.isEmpty {
      let width = TextSize.width(mark.label, size: TextSize.small)
      canvas.rectangle(
        mark.x - width / 2, mark.y - 12, width: width, height: 12.5, fill: "#ffffff")
      canvas.text(
        mark.label, mark.x, mark.y - 2, size: TextSize.small, anchor: .middle,
        colour: Palette.faint)
    }
  }
}
