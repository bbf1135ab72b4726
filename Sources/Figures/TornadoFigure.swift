/// What a number does to a result while all others stay: one bar a number, the longest first, on
/// both sides of where the result stands at the base.
public struct TornadoFigure: Sendable {
  /// The title.
  public var title: String
  /// What runs to the right.
  public var xLabel: String
  /// The result at the base.
  public var base: Double
  /// The bars, in any order.
  public var bars: [Bar]
  /// What to know, below the figure.
  public var caption: String

  /// What one number does.
  public struct Bar: Sendable {
    /// The name of the number.
    public var label: String
    /// The result at its least value, and that value in words.
    public var low: (result: Double, value: String)
    /// The result at its greatest value, and that value in words.
    public var high: (result: Double, value: String)

    /// A bar.
    public init(
      label: String, low: (result: Double, value: String), high: (result: Double, value: String)
    ) {
      self.label = label
      self.low = low
      self.high = high
    }

    var length: Double { abs(high.result - low.result) }
  }

  /// A figure of bars.
  public init(title: String, xLabel: String, base: Double, bars: [Bar], caption: String = "") {
    self.title = title
    self.xLabel = xLabel
    self.base = base
    self.bars = bars
    self.caption = caption
  }

  private static let width = 760.0
  private static let rowHeight = 32.0
  /// Most bars drawn.
  static let mostBars = 24

  /// The figure as an SVG document.
  public var svg: String {
    let shown = bars.enumerated().sorted {
      ($1.element.length, $0.offset) < ($0.element.length, $1.offset)
    }
    .prefix(Self.mostBars).map(\.element)
    let left = bars.count - shown.count
    let words = caption + (left > 0 ? " \(left) shorter bars are left out." : "")
    let heading = Heading(title: title, caption: words, width: Self.width)
    let names = shown.map { TextSize.fitted($0.label, size: TextSize.normal, width: 220) }
    let nameRoom = names.map { TextSize.width($0, size: TextSize.normal) }.max() ?? 0
    let valueRoom =
      shown.flatMap { [$0.low.value, $0.high.value] }
      .map { TextSize.width($0, size: TextSize.small) }.max() ?? 0
    let top = heading.bottomOfTitle + 12
    let bottom = top + Double(max(shown.count, 1)) * Self.rowHeight + 6
    let x = Axis(
      over: shown.flatMap { [$0.low.result, $0.high.result] } + [base],
      start: Heading.margin + nameRoom + 14 + valueRoom + 6,
      end: Self.width - Heading.margin - valueRoom - 8, ticks: 6, padded: true)
    var canvas = Canvas()
    for tick in x.ticks {
      canvas.line(x.pixel(tick), top, x.pixel(tick), bottom, Canvas.Stroke(colour: Palette.grid))
    }
    for (index, bar) in shown.enumerated() {
      draw(bar, names[index], top + Double(index) * Self.rowHeight + 4, x, on: &canvas)
    }
    canvas.line(x.pixel(base), top - 2, x.pixel(base), bottom, Canvas.Stroke(width: 1.6))
    x.drawBelow(bottom, label: xLabel, on: &canvas)
    let keyTop = bottom + 52
    drawKey(keyTop, on: &canvas)
    heading.draw(on: &canvas, captionTop: keyTop + 26)
    return canvas.document(
      width: Self.width, height: keyTop + 26 + heading.captionHeight, title: title,
      description: summary(shown))
  }

  private func draw(
    _ bar: Bar, _ name: String, _ top: Double, _ x: Axis, on canvas: inout Canvas
  ) {
    let height = Self.rowHeight - 10
    canvas.text(name, Heading.margin, top + height / 2 + 4.5)
    let middle = x.pixel(base)
    for (side, fill) in [(bar.low, BarKey.light), (bar.high, BarKey.dark)] {
      let end = x.pixel(side.result)
      guard abs(end - middle) > 0.2 else { continue }
      canvas.rectangle(
        min(end, middle), top, width: abs(end - middle), height: height, fill: fill,
        Canvas.Stroke(colour: Palette.ink, width: 0.8))
    }
    // Of two ends on one side the farther one is written; the nearer is inside its bar.
    let ends = [bar.low, bar.high].map { (x.pixel($0.result), $0.value) }
    for (index, end) in ends.enumerated() where abs(end.0 - middle) > 0.2 {
      let other = ends[1 - index].0
      let isRight = end.0 > middle
      if (other > middle) == isRight, abs(other - middle) > abs(end.0 - middle) { continue }
      canvas.text(
        end.1, end.0 + (isRight ? 5 : -5), top + height / 2 + 4.5, size: TextSize.small,
        anchor: isRight ? .start : .end, colour: Palette.faint)
    }
  }

  private func drawKey(_ top: Double, on canvas: inout Canvas) {
    let x = BarKey.draw(
      light: "at the least value", dark: "at the greatest value", top: top, on: &canvas)
    canvas.line(x + 9, top, x + 9, top + 14, Canvas.Stroke(width: 1.6))
    canvas.text("base", x + 24, top + 12, size: TextSize.small)
  }

  private func summary(_ shown: [Bar]) -> String {
    let words = shown.map {
      "\($0.label): from \(Axis.label($0.low.result)) at \($0.low.value) to "
        + "\(Axis.label($0.high.result)) at \($0.high.value)"
    }
    return "\(xLabel), \(Axis.label(base)) at the base. " + words.joined(separator: "; ") + "."
  }
}
