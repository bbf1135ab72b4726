/// The rectangle of a plot with its axes.
struct Frame {
  var x: Axis
  var y: Axis

  var left: Double { x.start }
  var right: Double { x.end }
  var top: Double { y.end }
  var bottom: Double { y.start }

  /// The room that the numbers on the vertical axis take, to its left.
  static func roomForNumbers(_ ticks: [Double]) -> Double {
    14 + (ticks.map { TextSize.width(Axis.label($0), size: TextSize.small) }.max() ?? 0)
  }

  /// Draws grid lines behind what is to come.
  func drawGrid(on canvas: inout Canvas) {
    let stroke = Canvas.Stroke(colour: Palette.grid)
    for tick in y.ticks { canvas.line(left, y.pixel(tick), right, y.pixel(tick), stroke) }
    for tick in x.ticks { canvas.line(x.pixel(tick), top, x.pixel(tick), bottom, stroke) }
  }

  /// Draws the axes with ticks, numbers and labels.
  ///
  /// - Parameters:
  ///   - xLabel: below the numbers, centred.
  ///   - yLabel: upright, left of the numbers; empty for none.
  ///   - numbers: whether the vertical axis is numbered.
  func drawAxes(on canvas: inout Canvas, xLabel: String, yLabel: String, numbers: Bool = true) {
    let stroke = Canvas.Stroke()
    canvas.line(left, top, left, bottom, stroke)
    x.drawBelow(bottom, label: xLabel, on: &canvas)
    for tick in y.ticks {
      let pixel = y.pixel(tick)
      canvas.line(left - 5, pixel, left, pixel, stroke)
      guard numbers else { continue }
      canvas.text(Axis.label(tick), left - 9, pixel + 4, size: TextSize.small, anchor: .end)
    }
    guard !yLabel.isEmpty else { return }
    let offset = Self.roomForNumbers(y.ticks) + 8
    canvas.text(yLabel, left - offset, (top + bottom) / 2, anchor: .middle, upright: true)
  }
}
