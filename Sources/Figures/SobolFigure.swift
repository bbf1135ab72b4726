/// How much of the variance of a number each parameter explains: two bars a parameter, alone and
/// with all that it takes part in, each with its interval; the largest total first.
public struct SobolFigure: Sendable {
  /// The title.
  public var title: String
  /// What runs to the right.
  public var xLabel: String
  /// The parameters, in groups of their own where there are several series.
  public var groups: [Group]
  /// What to know, below the figure.
  public var caption: String

  /// The parameters of one series.
  public struct Group: Sendable {
    /// The name of the series; empty for none.
    public var name: String
    /// Its parameters, in any order.
    public var bars: [Bar]

    /// A group of bars.
    public init(name: String, bars: [Bar]) {
      self.name = name
      self.bars = bars
    }
  }

  /// The indices of one parameter.
  public struct Bar: Sendable {
    /// The parameter.
    public var label: String
    /// What it explains alone, and the ends of the interval; nil without one.
    public var first: (value: Double, interval: (low: Double, high: Double)?)
    /// What it explains with all others.
    public var total: (value: Double, interval: (low: Double, high: Double)?)

    /// The two bars of a parameter.
    public init(
      label: String, first: (value: Double, interval: (low: Double, high: Double)?),
      total: (value: Double, interval: (low: Double, high: Double)?)
    ) {
      self.label = label
      self.first = first
      self.total = total
    }
  }

  /// A figure of bars.
  public init(title: String, xLabel: String, groups: [Group], caption: String = "") {
    self.title = title
    self.xLabel = xLabel
    self.groups = groups
    self.caption = caption
  }

  private static let width = 760.0
  private static let barHeight = 13.0
  private static let rowHeight = 40.0
  private static let nameHeight = 24.0
  /// Most parameters drawn of a group.
  static let mostBars = 20

  /// The figure as an SVG document.
  public var svg: String {
    let shown = groups.map { group in
      Group(name: group.name, bars: Array(Self.ordered(group.bars).prefix(Self.mostBars)))
    }
    let left = groups.reduce(0) { $0 + max(0, $1.bars.count - Self.mostBars) }
    let words = caption + (left > 0 ? " \(left) parameters with smaller totals are left out." : "")
    let heading = Heading(title: title, caption: words, width: Self.width)
    let bars = shown.flatMap(\.bars)
    let nameRoom =
      bars.map { TextSize.width(Self.name($0), size: TextSize.normal) }.max() ?? 0
    let top = heading.bottomOfTitle + 8
    let rows = Double(max(bars.count, 1)) * Self.rowHeight
    let names = Double(shown.count { !$0.name.isEmpty }) * Self.nameHeight
    let bottom = top + rows + names + 4
    let ends = bars.flatMap { bar in
      [bar.first, bar.total].flatMap { index in
        [index.value] + (index.interval.map { [$0.low, $0.high] } ?? [])
      }
    }
    let x = Axis(
      over: ends + [0, 1], start: Heading.margin + nameRoom + 14, end: Self.width - 60, ticks: 5,
      padded: true)
    var canvas = Canvas()
    for tick in x.ticks {
      canvas.line(x.pixel(tick), top, x.pixel(tick), bottom, Canvas.Stroke(colour: Palette.grid))
    }
    var y = top
    for group in shown {
      if !group.name.isEmpty {
        canvas.text(
          TextSize.fitted(group.name, size: TextSize.normal, width: Self.width - 100),
          Heading.margin, y + 17, bold: true)
        y += Self.nameHeight
      }
      for bar in group.bars {
        draw(bar, y + 6, x, on: &canvas)
        y += Self.rowHeight
      }
    }
    canvas.line(x.pixel(0), top - 2, x.pixel(0), bottom, Canvas.Stroke(width: 1.2))
    x.drawBelow(bottom, label: xLabel, on: &canvas)
    let keyTop = bottom + 52
    drawKey(keyTop, hasIntervals: bars.contains { $0.total.interval != nil }, on: &canvas)
    heading.draw(on: &canvas, captionTop: keyTop + 26)
    return canvas.document(
      width: Self.width, height: keyTop + 26 + heading.captionHeight, title: title,
      description: summary(shown))
  }

  /// The largest total first; of equal ones the first given.
  private static func ordered(_ bars: [Bar]) -> [Bar] {
    bars.enumerated().sorted {
      ($1.element.total.value, $0.offset) < ($0.element.total.value, $1.offset)
    }.map(\.element)
  }

  private static func name(_ bar: Bar) -> String {
    TextSize.fitted(bar.label, size: TextSize.normal, width: 220)
  }

  private func draw(_ bar: Bar, _ top: Double, _ x: Axis, on canvas: inout Canvas) {
    canvas.text(Self.name(bar), Heading.margin, top + Self.barHeight + 4.5)
    for (place, (index, fill)) in [(bar.first, BarKey.light), (bar.total, BarKey.dark)]
      .enumerated()
    {
      let upper = top + Double(place) * (Self.barHeight + 1)
      let middle = upper + Self.barHeight / 2
      let (zero, end) = (x.pixel(0), x.pixel(index.value))
      canvas.rectangle(
        min(zero, end), upper, width: abs(end - zero), height: Self.barHeight, fill: fill,
        Canvas.Stroke(colour: Palette.ink, width: 0.8))
      var right = max(zero, end)
      if let interval = index.interval {
        let (low, high) = (x.pixel(interval.low), x.pixel(interval.high))
        right = max(right, high)
        // White below black, to be seen on a dark bar too.
        for stroke in [
          Canvas.Stroke(colour: "#ffffff", width: 4),
          Canvas.Stroke(colour: Palette.ink, width: 1.6),
        ] {
          canvas.line(low, middle, high, middle, stroke)
          for end in [low, high] { canvas.line(end, middle - 4, end, middle + 4, stroke) }
        }
      }
      canvas.text(
        Axis.label((index.value * 1000).rounded() / 1000), right + 6, middle + 4.2,
        size: TextSize.small, colour: Palette.faint)
    }
  }

  private func drawKey(_ top: Double, hasIntervals: Bool, on canvas: inout Canvas) {
    let x = BarKey.draw(
      light: "alone (first order)", dark: "with all others (total)", top: top, on: &canvas)
    guard hasIntervals else { return }
    let stroke = Canvas.Stroke(width: 1.6)
    canvas.line(x, top + 7, x + 18, top + 7, stroke)
    for end in [x, x + 18] { canvas.line(end, top + 3, end, top + 11, stroke) }
    canvas.text("95 % interval", x + 24, top + 12, size: TextSize.small)
  }

  private func summary(_ shown: [Group]) -> String {
    shown.map { group in
      let words = group.bars.map {
        "\($0.label): alone \(Axis.label($0.first.value)), with all others "
          + Axis.label($0.total.value)
      }
      return (group.name.isEmpty ? "" : "\(group.name). ") + words.joined(separator: "; ") + "."
    }.joined(separator: " ")
  }
}
