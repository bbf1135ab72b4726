/// Lines over a number line, each named at its end.
public struct LineFigure: Sendable {
  /// The title.
  public var title: String
  /// What runs to the right.
  public var xLabel: String
  /// What runs upwards.
  public var yLabel: String
  /// The lines, in the order of their colours.
  public var lines: [Line]
  /// Exact points on the horizontal axis to mark, with what to write at them.
  public var thresholds: [Threshold]
  /// What to know, below the figure.
  public var caption: String
  /// Whether equal steps to the right are equal ratios; takes numbers above 0.
  public var isLogarithmic = false

  /// One line: where it has no value, it has a gap.
  public struct Line: Sendable {
    /// The name written at its end.
    public var label: String
    /// The points from left to right.
    public var points: [(x: Double, y: Double?)]

    /// The colour, dashes and mark, counted like lines; nil for those of its place.
    public var style: Int?
    /// Whether it stands back behind the others: thin, without marks.
    public var isThin: Bool

    /// The line through `points`, called `label`; without a name where that is empty.
    public init(
      label: String, points: [(x: Double, y: Double?)], style: Int? = nil, isThin: Bool = false
    ) {
      self.label = label
      self.points = points
      self.style = style
      self.isThin = isThin
    }
  }

  /// A marked point of the horizontal axis.
  public struct Threshold: Hashable, Sendable {
    /// Where.
    public var x: Double
    /// What is written there, such as `1/3`.
    public var label: String

    /// The point `x`, marked `label`.
    public init(x: Double, label: String) {
      self.x = x
      self.label = label
    }
  }

  /// A figure of lines.
  public init(
    title: String, xLabel: String, yLabel: String, lines: [Line], thresholds: [Threshold] = [],
    caption: String = ""
  ) {
    self.title = title
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.lines = lines
    self.thresholds = thresholds
    self.caption = caption
  }

  private static let width = 760.0
  private static let plotHeight = 360.0
  /// The most room for the names of lines.
  static let mostNameRoom = 260.0
  /// Above this many points a line shows marks at some of them only.
  private static let mostMarks = 40

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let marks = ThresholdMarks(thresholds)
    let numbers = lines.flatMap { $0.points.compactMap(\.y) }
    let places = lines.flatMap { $0.points.map(\.x) }
    let top = heading.bottomOfTitle + 8
    let bottom = top + Self.plotHeight
    let y = Axis(
      over: numbers, start: bottom, end: top, ticks: 5, padded: true,
      whole: Axis.areWhole(numbers))
    let left = Heading.margin + 22 + Frame.roomForNumbers(y.ticks)
    let names = lines.count > 1 ? lines.map(\.label) : []
    let nameWidth = names.map { TextSize.width($0, size: TextSize.normal) }.max() ?? 0
    let right =
      Self.width - Heading.margin - (names.isEmpty ? 8 : 22 + min(nameWidth, Self.mostNameRoom))
    var frame = Frame(x: xAxis(places, from: left, to: right), y: y)
    frame.y.end = top + marks.height(over: frame.x)

    var canvas = Canvas()
    frame.drawGrid(on: &canvas)
    marks.draw(on: &canvas, frame)
    frame.drawAxes(on: &canvas, xLabel: xLabel, yLabel: yLabel)
    for (index, line) in lines.enumerated() {
      draw(line, LineStyle(line.style ?? index), frame, on: &canvas)
    }
    if !names.isEmpty { LineNames(lines, frame).draw(on: &canvas) }
    heading.draw(on: &canvas, captionTop: bottom + 52)
    return canvas.document(
      width: Self.width, height: bottom + 52 + heading.captionHeight, title: title,
      description: summary)
  }

  private func xAxis(_ places: [Double], from left: Double, to right: Double) -> Axis {
    if isLogarithmic, let lower = places.min(), let upper = places.max(), 0 < lower, lower < upper {
      return Axis(logarithmicFrom: lower, to: upper, start: left, end: right)
    }
    return Axis(
      over: places, start: left, end: right, ticks: 6, padded: false, whole: Axis.areWhole(places))
  }

  /// The figure in a sentence, for readers who do not see it.
  private var summary: String {
    let named = lines.filter { !$0.isThin }
    var text = "\(yLabel) against \(xLabel), \(named.count) \(named.count == 1 ? "line" : "lines")"
    if named.count > 1 { text += ": " + named.map(\.label).joined(separator: "; ") }
    if !thresholds.isEmpty {
      text += ". Marked at " + thresholds.map(\.label).joined(separator: ", ")
    }
    return text + (caption.isEmpty ? "." : ". " + caption)
  }

  private func draw(_ line: Line, _ style: LineStyle, _ frame: Frame, on canvas: inout Canvas) {
    var run: [(x: Double, y: Double)] = []
    var runs: [[(x: Double, y: Double)]] = []
    for point in line.points {
      if let value = point.y, abs(value) < Axis.largest {
        run.append((frame.x.pixel(point.x), frame.y.pixel(value)))
      } else if !run.isEmpty {
        runs.append(run)
        run = []
      }
    }
    if !run.isEmpty { runs.append(run) }
    var stroke = style.stroke
    if line.isThin { stroke.width = 0.9 }
    for run in runs where run.count > 1 { canvas.polyline(run, stroke) }
    if line.isThin { return }
    let points = runs.joined().map { $0 }
    let step = points.count <= Self.mostMarks ? 1 : points.count / 8
    // Marks of different lines start at different points, so that equal lines show both.
    let first = step == 1 ? 0 : step / 2 + style.index * step / 4 % step
    for index in stride(from: first, to: points.count, by: step) {
      style.drawMark(at: points[index].x, points[index].y, on: &canvas)
    }
    for run in runs where run.count == 1 && step > 1 {
      style.drawMark(at: run[0].x, run[0].y, on: &canvas)
    }
  }
}
