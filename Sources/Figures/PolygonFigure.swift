/// A map of regions with straight borders over two numbers: each named on the map and in the key.
public struct PolygonFigure: Sendable {
  /// The title.
  public var title: String
  /// What runs to the right, and from where to where.
  public var x: Side
  /// What runs upwards, and from where to where.
  public var y: Side
  /// The regions, in the order of the key.
  public var regions: [Region]
  /// Marked places, such as the defaults.
  public var marks: [Mark]
  /// What to know, below the figure.
  public var caption: String

  /// One side of the map.
  public struct Side: Hashable, Sendable {
    /// What runs along it.
    public var label: String
    /// The lower end.
    public var from: Double
    /// The upper end.
    public var to: Double

    /// The side called `label`.
    public init(label: String, from: Double, to: Double) {
      self.label = label
      self.from = from
      self.to = to
    }
  }

  /// A region.
  public struct Region: Sendable {
    /// Its name on the map; empty for ground of which nothing is known.
    public var name: String
    /// What holds there.
    public var meaning: String
    /// Its pieces, by their corners.
    public var polygons: [[(x: Double, y: Double)]]
    /// Whether its border is drawn heavy.
    public var isMarked: Bool

    /// The region of these pieces.
    public init(
      name: String, meaning: String, polygons: [[(x: Double, y: Double)]], isMarked: Bool = false
    ) {
      self.name = name
      self.meaning = meaning
      self.polygons = polygons
      self.isMarked = isMarked
    }
  }

  /// A marked place.
  public struct Mark: Hashable, Sendable {
    /// Where on the horizontal axis.
    public var x: Double
    /// Where on the vertical axis.
    public var y: Double
    /// What it is.
    public var label: String

    /// The place `(x, y)`.
    public init(x: Double, y: Double, label: String) {
      self.x = x
      self.y = y
      self.label = label
    }
  }

  /// A figure of regions.
  public init(
    title: String, x: Side, y: Side, regions: [Region], marks: [Mark] = [], caption: String = ""
  ) {
    self.title = title
    self.x = x
    self.y = y
    self.regions = regions
    self.marks = marks
    self.caption = caption
  }

  private static let width = 760.0
  private static let height = 440.0

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let named = regions.filter { !$0.name.isEmpty }
    let key = FillKey(.names(named.map { "\($0.name): \($0.meaning)" }), values: [])
    let hasGaps = named.count < regions.count
    let top = heading.bottomOfTitle + 6
    let vertical = Axis(
      over: [y.from, y.to], start: top + Self.height, end: top, ticks: 6, padded: false)
    let left = Heading.margin + 22 + Frame.roomForNumbers(vertical.ticks)
    let frame = Frame(
      x: Axis(
        over: [x.from, x.to], start: left, end: Self.width - Heading.margin - 10, ticks: 7,
        padded: false),
      y: vertical)

    var canvas = Canvas()
    key.definePatterns(on: &canvas)
    var place = 0
    for region in regions {
      let fill = region.name.isEmpty ? key.fill(of: nil) : key.fill(of: Double(place))
      if !region.name.isEmpty { place += 1 }
      draw(region, fill: fill, frame, on: &canvas)
    }
    for region in named { label(region, frame, on: &canvas) }
    drawMarks(frame, on: &canvas)
    canvas.rectangle(
      frame.left, top, width: frame.right - frame.left, height: Self.height, fill: "none",
      Canvas.Stroke(colour: Palette.faint, width: 0.6))
    frame.drawAxes(on: &canvas, xLabel: x.label, yLabel: y.label)
    let keyTop = top + Self.height + 56
    let keyHeight = key.draw(
      on: &canvas, top: keyTop, width: Self.width, hasGaps: hasGaps, gapName: "undecided")
    heading.draw(on: &canvas, captionTop: keyTop + keyHeight + 4)
    return canvas.document(
      width: Self.width, height: keyTop + keyHeight + 4 + heading.captionHeight, title: title,
      description: named.map { "\($0.name): \($0.meaning)" }.joined(separator: ". "))
  }

  private func draw(_ region: Region, fill: String, _ frame: Frame, on canvas: inout Canvas) {
    for polygon in region.polygons {
      let points = polygon.map { (x: frame.x.pixel($0.x), y: frame.y.pixel($0.y)) }
      // An outline of the same fill closes the seams between pieces.
      canvas.polygon(points, fill: fill, Canvas.Stroke(colour: fill, width: 0.8))
    }
  }

  /// The name in the middle of the largest piece, if there is room.
  private func label(_ region: Region, _ frame: Frame, on canvas: inout Canvas) {
    let pieces = region.polygons.map { polygon in
      polygon.map { (x: frame.x.pixel($0.x), y: frame.y.pixel($0.y)) }
    }
    guard let largest = pieces.max(by: { Self.area($0) < Self.area($1) }), Self.area(largest) > 300
    else { return }
    let text = region.isMarked ? region.name + "\u{2605}" : region.name
    let radius = 8 + 4 * Double(text.count)
    func extent(_ numbers: [Double]) -> Double { (numbers.max() ?? 0) - (numbers.min() ?? 0) }
    guard min(extent(largest.map(\.x)), extent(largest.map(\.y))) >= 2 * radius - 6 else { return }
    let count = Double(largest.count)
    let x = largest.reduce(0) { $0 + $1.x } / count
    let y = largest.reduce(0) { $0 + $1.y } / count
    canvas.circle(
      x, y, radius: radius, fill: "#ffffff",
      Canvas.Stroke(colour: Palette.faint, width: 0.6))
    canvas.text(text, x, y + 4.5, anchor: .middle, bold: true)
  }

  private func drawMarks(_ frame: Frame, on canvas: inout Canvas) {
    for mark in marks {
      let (x, y) = (frame.x.pixel(mark.x), frame.y.pixel(mark.y))
      canvas.circle(
        x, y, radius: 5, fill: Palette.ink, Canvas.Stroke(colour: "#ffffff", width: 1.5))
      let room = TextSize.width(mark.label, size: TextSize.small) + 8
      let start = x > (frame.left + frame.right) / 2 ? x - 9 - room : x + 9
      let line = y < frame.top + 30 ? y + 22 : y - 12
      canvas.rectangle(start, line - 12, width: room, height: 17, fill: "#ffffff")
      canvas.text(mark.label, start + 4, line, size: TextSize.small)
    }
  }

  private static func area(_ polygon: [(x: Double, y: Double)]) -> Double {
    abs(
      polygon.indices.reduce(0.0) { sum, index in
        let (a, b) = (polygon[index], polygon[(index + 1) % polygon.count])
        return sum + a.x * b.y - b.x * a.y
      }) / 2
  }
}
