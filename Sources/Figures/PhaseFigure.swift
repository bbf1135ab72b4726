import Glibc

/// The ways of a dynamic over the square of two actors with two strategies each, or the triangle of
/// one population with three.
public struct PhaseFigure: Sendable {
  /// The title.
  public var title: String
  /// The room of states.
  public var room: Room
  /// The ways, each a list of states from its start on.
  public var ways: [[State]]
  /// The rest points, drawn over the ways.
  public var points: [Point]
  /// What to know, below the figure.
  public var caption: String

  /// A state: in the square the shares of both first strategies, in the triangle those of the first
  /// two strategies.
  public struct State: Hashable, Sendable {
    /// The share that runs to the right; in the triangle that of its left corner.
    public var x: Double
    /// The share that runs upwards; in the triangle that of its right corner.
    public var y: Double

    /// A state.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// Where states lie.
  public enum Room: Hashable, Sendable {
    /// What the share to the right and the share upwards are of.
    case square(xLabel: String, yLabel: String)
    /// The strategies at the left, the right and the upper corner.
    case triangle(left: String, right: String, top: String)
  }

  /// A rest point.
  public struct Point: Hashable, Sendable {
    /// Where.
    public var state: State
    /// What happens nearby.
    public var kind: Kind

    /// How a rest point is drawn.
    public enum Kind: String, CaseIterable, Sendable {
      /// Ways near it lead to it.
      case stable
      /// Some ways near it lead to it and others away.
      case saddle
      /// Ways near it lead away.
      case source
      /// Ways near it turn around it.
      case centre
      /// The linearisation does not tell.
      case undecided
    }

    /// A rest point of a kind.
    public init(_ state: State, _ kind: Kind) {
      self.state = state
      self.kind = kind
    }
  }

  /// A figure of these parts.
  public init(
    title: String, room: Room, ways: [[State]], points: [Point] = [], caption: String = ""
  ) {
    self.title = title
    self.room = room
    self.ways = ways
    self.points = points
    self.caption = caption
  }

  private static let width = 560.0
  private static let side = 420.0
  private static let wayColour = Palette.lines[0]

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let top = heading.bottomOfTitle + (isTriangle ? 26 : 10)
    let height = isTriangle ? Self.side * 3.squareRoot() / 2 : Self.side
    let left = isTriangle ? (Self.width - Self.side) / 2 : 74
    let bottom = top + height
    var canvas = Canvas()
    switch room {
    case .square(let xLabel, let yLabel):
      let x = Axis(over: [0, 1], start: left, end: left + Self.side, ticks: 5, padded: false)
      let y = Axis(over: [0, 1], start: bottom, end: top, ticks: 5, padded: false)
      let frame = Frame(x: x, y: y)
      frame.drawGrid(on: &canvas)
      frame.drawAxes(on: &canvas, xLabel: xLabel, yLabel: yLabel)
    case .triangle(let leftName, let right, let topName):
      drawTriangle(left, bottom, [leftName, right, topName], on: &canvas)
    }
    func place(_ state: State) -> (x: Double, y: Double) {
      guard isTriangle else {
        return (left + state.x * Self.side, bottom - state.y * Self.side)
      }
      let upper = max(0, 1 - state.x - state.y)
      return (left + (state.y + upper / 2) * Self.side, bottom - upper * height)
    }
    for way in ways { draw(way.map(place), on: &canvas) }
    for point in points {
      let (x, y) = place(point.state)
      Self.draw(point.kind, x, y, on: &canvas)
    }
    let keyTop = bottom + (isTriangle ? 40 : 58)
    let keyHeight = drawKey(keyTop, on: &canvas)
    heading.draw(on: &canvas, captionTop: keyTop + keyHeight)
    return canvas.document(
      width: Self.width, height: keyTop + keyHeight + heading.captionHeight, title: title,
      description: summary)
  }

  private var isTriangle: Bool { if case .triangle = room { true } else { false } }

  private func drawTriangle(
    _ left: Double, _ bottom: Double, _ names: [String], on canvas: inout Canvas
  ) {
    let right = left + Self.side
    let (middle, top) = (left + Self.side / 2, bottom - Self.side * 3.squareRoot() / 2)
    let grid = Canvas.Stroke(colour: Palette.grid)
    for share in [0.25, 0.5, 0.75] {
      let (half, up) = (share * Self.side / 2, share * (bottom - top))
      canvas.line(left + half, bottom - up, right - half, bottom - up, grid)
      canvas.line(left + 2 * half, bottom, left + half, bottom - up, grid)
      canvas.line(right - 2 * half, bottom, right - half, bottom - up, grid)
    }
    canvas.polygon(
      [(left, bottom), (right, bottom), (middle, top)], fill: "none", Canvas.Stroke(width: 1.2))
    canvas.text(names[0], left, bottom + 22, anchor: .middle)
    canvas.text(names[1], right, bottom + 22, anchor: .middle)
    canvas.text(names[2], middle, top - 10, anchor: .middle)
  }

  /// A way with an arrowhead at a third and at two thirds of its length.
  private func draw(_ way: [(x: Double, y: Double)], on canvas: inout Canvas) {
    let thinned = Self.thinned(way)
    guard thinned.count > 1, let start = thinned.first else { return }
    canvas.polyline(thinned, Canvas.Stroke(colour: Self.wayColour, width: 1.3))
    canvas.circle(start.x, start.y, radius: 1.8, fill: Self.wayColour)
    let lengths = zip(thinned, thinned.dropFirst()).map { hypot($1.x - $0.x, $1.y - $0.y) }
    let total = lengths.reduce(0, +)
    guard total > 14 else { return }
    var gone = 0.0
    // A way that goes round and round wants its arrows early.
    var wanted =
      total > 900 ? [120.0, 420] : total > 120 ? [total / 3, total * 2 / 3] : [total / 2]
    for (index, length) in lengths.enumerated() {
      while let next = wanted.first, gone + length >= next, length > 0 {
        let share = (next - gone) / length
        let (a, b) = (thinned[index], thinned[index + 1])
        arrow(
          at: (a.x + share * (b.x - a.x), a.y + share * (b.y - a.y)),
          along: ((b.x - a.x) / length, (b.y - a.y) / length), on: &canvas)
        wanted.removeFirst()
      }
      gone += length
    }
  }

  private func arrow(
    at point: (x: Double, y: Double), along way: (x: Double, y: Double), on canvas: inout Canvas
  ) {
    let (length, half) = (8.0, 3.6)
    let tail = (x: point.x - way.x * length / 2, y: point.y - way.y * length / 2)
    canvas.polygon(
      [
        (point.x + way.x * length / 2, point.y + way.y * length / 2),
        (tail.x - way.y * half, tail.y + way.x * half),
        (tail.x + way.y * half, tail.y - way.x * half),
      ], fill: Self.wayColour)
  }

  /// The points at least half a pixel apart, and the last.
  private static func thinned(_ way: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    var kept: [(x: Double, y: Double)] = []
    for (index, point) in way.enumerated() {
      if let last = kept.last, hypot(point.x - last.x, point.y - last.y) < 0.5,
        index + 1 < way.count
      {
        continue
      }
      kept.append(point)
    }
    return kept
  }

  /// Filled where what starts nearby stays, hollow where it leaves, half where it depends.
  private static func draw(
    _ kind: Point.Kind, _ x: Double, _ y: Double, on canvas: inout Canvas
  ) {
    let outline = Canvas.Stroke(colour: Palette.ink, width: 1.4)
    let radius = 5.2
    switch kind {
    case .stable: canvas.circle(x, y, radius: radius, fill: Palette.ink, outline)
    case .source: canvas.circle(x, y, radius: radius, fill: "#ffffff", outline)
    case .saddle:
      canvas.circle(x, y, radius: radius, fill: "#ffffff", outline)
      let half = (0...16).map { step in
        let angle = Double.pi / 2 + Double(step) * Double.pi / 16
        return (x: x + radius * cos(angle), y: y + radius * sin(angle))
      }
      canvas.polygon(half, fill: Palette.ink)
    case .centre:
      canvas.circle(x, y, radius: radius, fill: "#ffffff", outline)
      canvas.circle(x, y, radius: 1.8, fill: Palette.ink)
    case .undecided:
      canvas.rectangle(x - 4.4, y - 4.4, width: 8.8, height: 8.8, fill: "#ffffff", outline)
    }
  }

  private func drawKey(_ top: Double, on canvas: inout Canvas) -> Double {
    let kinds = Point.Kind.allCases.filter { kind in points.contains { $0.kind == kind } }
    var x = Heading.margin + 6
    for kind in kinds {
      Self.draw(kind, x, top + 8, on: &canvas)
      canvas.text(kind.rawValue, x + 12, top + 12, size: TextSize.small)
      x += 12 + TextSize.width(kind.rawValue, size: TextSize.small) + 26
    }
    return kinds.isEmpty ? 0 : 26
  }

  private var summary: String {
    let counts = Point.Kind.allCases.compactMap { kind -> String? in
      let count = points.filter { $0.kind == kind }.count
      return count == 0 ? nil : "\(count) \(kind.rawValue)"
    }
    let ways = "\(ways.count) \(ways.count == 1 ? "way" : "ways")"
    return ways + (counts.isEmpty ? "." : "; rest points: " + counts.joined(separator: ", ") + ".")
  }
}
