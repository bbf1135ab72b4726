/// A number line cut into regions at exact points: one bar, named piece by piece.
public struct ThresholdFigure: Sendable {
  /// The title.
  public var title: String
  /// The parameter that runs to the right.
  public var label: String
  /// The pieces, from left to right.
  public var regions: [Region]
  /// The exact points between them.
  public var points: [LineFigure.Threshold]
  /// A marked value, such as the default, and what it is.
  public var mark: Mark?
  /// What to know, below the figure.
  public var caption: String

  /// A marked value.
  public struct Mark: Hashable, Sendable {
    /// Where.
    public var x: Double
    /// What it is.
    public var label: String

    /// The value `x`, called `label`.
    public init(x: Double, label: String) {
      self.x = x
      self.label = label
    }
  }

  /// One piece of the line.
  public struct Region: Hashable, Sendable {
    /// Its lower end.
    public var from: Double
    /// Its upper end.
    public var to: Double
    /// What holds there.
    public var label: String

    /// The piece from `from` to `to`, where `label` holds.
    public init(from: Double, to: Double, label: String) {
      self.from = from
      self.to = to
      self.label = label
    }
  }

  /// A figure of regions.
  public init(
    title: String, label: String, regions: [Region], points: [LineFigure.Threshold],
    mark: Mark? = nil, caption: String = ""
  ) {
    self.title = title
    self.label = label
    self.regions = regions
    self.points = points
    self.mark = mark
    self.caption = caption
  }

  private static let width = 760.0
  private static let barHeight = 44.0

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let marks = ThresholdMarks(points)
    var names: [String] = []
    for region in regions where !names.contains(region.label) { names.append(region.label) }
    let key = FillKey(.names(names), values: [])
    let x = Axis(
      over: regions.flatMap { [$0.from, $0.to] }, start: Heading.margin + 14,
      end: Self.width - Heading.margin - 14, ticks: 8, padded: false)
    let top = heading.bottomOfTitle + 6 + marks.height(over: x)
    let bottom = top + Self.barHeight
    let y = Axis(over: [0, 1], start: bottom, end: top, ticks: 1, padded: false)

    var canvas = Canvas()
    key.definePatterns(on: &canvas)
    for region in regions {
      let from = x.pixel(region.from)
      let place = names.firstIndex(of: region.label) ?? 0
      canvas.rectangle(
        from, top, width: x.pixel(region.to) - from, height: Self.barHeight,
        fill: key.fill(of: Double(place)), Canvas.Stroke(colour: "#ffffff", width: 0.8))
    }
    let frame = Frame(x: x, y: y)
    marks.draw(on: &canvas, frame)
    drawMark(frame, on: &canvas)
    drawScale(frame, on: &canvas)
    let keyTop = bottom + 58
    let keyHeight = key.draw(on: &canvas, top: keyTop, width: Self.width, hasGaps: false)
    heading.draw(on: &canvas, captionTop: keyTop + keyHeight + 4)
    return canvas.document(
      width: Self.width, height: keyTop + keyHeight + 4 + heading.captionHeight, title: title,
      description: summary)
  }

  private func drawMark(_ frame: Frame, on canvas: inout Canvas) {
    guard let mark else { return }
    let x = frame.x.pixel(mark.x)
    let y = (frame.top + frame.bottom) / 2
    canvas.circle(x, y, radius: 5, fill: Palette.ink, Canvas.Stroke(colour: "#ffffff", width: 1.5))
    let room = TextSize.width(mark.label, size: TextSize.small) + 8
    let start = x > (frame.left + frame.right) / 2 ? x - 9 - room : x + 9
    canvas.rectangle(start, y - 9, width: room, height: 17, fill: "#ffffff")
    canvas.text(mark.label, start + 4, y + 3.5, size: TextSize.small)
  }

  private func drawScale(_ frame: Frame, on canvas: inout Canvas) {
    canvas.line(frame.left, frame.bottom, frame.right, frame.bottom, Canvas.Stroke())
    for tick in frame.x.ticks {
      let pixel = frame.x.pixel(tick)
      canvas.line(pixel, frame.bottom, pixel, frame.bottom + 5, Canvas.Stroke())
      canvas.text(
        Axis.label(tick), pixel, frame.bottom + 19, size: TextSize.small, anchor: .middle)
    }
    canvas.text(label, (frame.left + frame.right) / 2, frame.bottom + 40, anchor: .middle)
  }

  private var summary: String {
    let pieces = regions.map { region in
      "from \(Axis.label(region.from)) to \(Axis.label(region.to)): \(region.label)"
    }
    let at =
      points.isEmpty
      ? "" : ". Changes at " + points.map(\.label).joined(separator: ", ")
    return "Regions of \(label): " + pieces.joined(separator: "; ") + at + "."
  }
}
