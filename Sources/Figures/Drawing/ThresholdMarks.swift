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
    for (threshold, row) in zip(thresholds, rows(over: frame.x)) {
      let pixel = frame.x.pixel(threshold.x)
      guard (frame.left - 0.5...frame.right + 0.5).contains(pixel) else { continue }
      let height = frame.top - 5 - Double(row ?? 0) * Self.leading
      let stroke = Canvas.Stroke(colour: Palette.faint, width: 1, dashes: [3, 3])
      canvas.line(pixel, height + 1, pixel, frame.bottom, stroke)
      guard row != nil else { continue }
      canvas.text(
        threshold.label, pixel, height - 2, size: TextSize.small, anchor: .middle,
        colour: Palette.faint)
    }
  }
}
