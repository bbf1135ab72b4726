import Arithmetic
import Glibc
public import Laboratory

/// The core of a game of three on the triangle of divisions, one outline a weight on the others'
/// gains: it shrinks as actors mind more.
public struct CoreTriangleFigure: Sendable {
  private let family: CoreFamily
  /// What each corner's opposite side stands for: the least of each actor that is drawn.
  private let floors: [Double]
  /// What is divided above the floors, the height of the triangle.
  private let height: Double

  /// The figure; nil unless there are three actors and something to divide.
  public init?(_ family: CoreFamily) {
    guard family.names.count == 3 else { return nil }
    self.family = family
    let points =
      (family.members + [family.own].compactMap(\.self)).flatMap { $0.vertices ?? [] }
      + family.values.map(\.division)
    floors = (0..<3).map { actor in
      points.reduce(family.floors[actor].double) { min($0, $1[actor].double) }
    }
    height = family.available.double - floors.reduce(0, +)
    guard height > 0 else { return nil }
  }

  private static let width = 760.0
  private static let side = 460.0
  private static let left = 70.0

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: family.title, caption: caption, width: Self.width)
    let top = heading.bottomOfTitle + 30
    let bottom = top + Self.side * 0.75.squareRoot()
    var canvas = Canvas()
    let corners = [[1.0, 0, 0], [0, 1, 0], [0, 0, 1]].map { place($0, bottom) }
    canvas.polygon(corners, fill: "#ffffff", Canvas.Stroke(colour: Palette.faint))
    drawNames(corners, on: &canvas)
    for (index, member) in family.members.enumerated() { draw(member, index, bottom, on: &canvas) }
    if let own = family.own {
      drawOutline(own, Canvas.Stroke(width: 2.5, dashes: [6, 3]), bottom, on: &canvas)
    }
    for (index, value) in family.values.enumerated() {
      let point = place(value.division, bottom, isDivision: true)
      Self.drawMark(index, at: point, on: &canvas)
    }
    drawKey(top: top + 4, on: &canvas)
    heading.draw(on: &canvas, captionTop: bottom + 44)
    return canvas.document(
      width: Self.width, height: bottom + 44 + heading.captionHeight, title: family.title,
      description: caption)
  }

  /// The pixel of shares of what is above the floors, the first actor's corner on top.
  private func place(_ shares: [Double], _ bottom: Double) -> (x: Double, y: Double) {
    (
      Self.left + Self.side * (shares[2] + shares[0] / 2),
      bottom - Self.side * 0.75.squareRoot() * shares[0]
    )
  }

  private func place(
    _ division: [Rational], _ bottom: Double, isDivision: Bool
  ) -> (x: Double, y: Double) {
    place(zip(division, floors).map { ($0.double - $1) / height }, bottom)
  }

  private func draw(
    _ member: CoreFamily.Member, _ index: Int, _ bottom: Double, on canvas: inout Canvas
  ) {
    guard let vertices = member.vertices else { return }
    let points = Self.outline(vertices.map { place($0, bottom, isDivision: true) })
    if points.count > 2 {
      canvas.polygon(points, fill: Self.fill(index), Canvas.Stroke(colour: Palette.ink, width: 1))
    } else {
      drawOutline(
        member, Canvas.Stroke(colour: Self.fill(index), width: 4), bottom, on: &canvas)
    }
  }

  private func drawOutline(
    _ member: CoreFamily.Member, _ stroke: Canvas.Stroke, _ bottom: Double, on canvas: inout Canvas
  ) {
    guard let vertices = member.vertices else { return }
    let points = Self.outline(vertices.map { place($0, bottom, isDivision: true) })
    if points.count == 1 {
      canvas.circle(
        points[0].x, points[0].y, radius: 8, fill: stroke.colour, Canvas.Stroke(width: 1))
    } else {
      canvas.polyline(points + [points[0]], stroke)
    }
  }

  /// Points of a convex outline in order around their middle.
  private static func outline(_ points: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
    let x = points.reduce(0) { $0 + $1.x } / Double(max(1, points.count))
    let y = points.reduce(0) { $0 + $1.y } / Double(max(1, points.count))
    return points.sorted { atan2($0.y - y, $0.x - x) < atan2($1.y - y, $1.x - x) }
  }

  private static func fill(_ index: Int) -> String { Palette.shade(0.1 + 0.2 * Double(index)) }

  private static func drawMark(
    _ index: Int, at point: (x: Double, y: Double), on canvas: inout Canvas
  ) {
    let white = Canvas.Stroke(colour: "#ffffff", width: 1.5)
    let (x, y) = point
    if index == 0 {
      canvas.circle(x, y, radius: 6, fill: Palette.lines[1], white)
    } else {
      canvas.polygon(
        [(x, y - 7), (x + 7, y), (x, y + 7), (x - 7, y)], fill: Palette.ink, white)
    }
  }

  private func drawNames(_ corners: [(x: Double, y: Double)], on canvas: inout Canvas) {
    let verb = family.areCosts ? "pays" : "has"
    for (actor, corner) in corners.enumerated() {
      let most = height + floors[actor]
      let amount = Axis.label(((family.areCosts ? -most : most) * 1000).rounded() / 1000)
      let text = "\(family.names[actor]) \(verb) \(amount)"
      canvas.text(
        text, corner.x, actor == 0 ? corner.y - 10 : corner.y + 22,
        anchor: .middle, bold: true)
    }
  }

  private func drawKey(top: Double, on canvas: inout Canvas) {
    let x = Self.left + Self.side * 0.5 + 190
    var y = top
    for (index, member) in family.members.enumerated() {
      canvas.rectangle(
        x, y, width: 22, height: 14, fill: Self.fill(index), Canvas.Stroke(colour: Palette.ink))
      canvas.text("core, \(member.label)", x + 32, y + 12)
      y += 24
    }
    if let own = family.own {
      canvas.line(x, y + 7, x + 22, y + 7, Canvas.Stroke(width: 2.5, dashes: [6, 3]))
      let empty = own.vertices == nil ? ": empty" : ""
      canvas.text("core, rule \(own.label)\(empty)", x + 32, y + 12)
      y += 24
    }
    for (index, value) in family.values.enumerated() {
      Self.drawMark(index, at: (x + 11, y + 7), on: &canvas)
      canvas.text(value.name, x + 32, y + 12)
      y += 24
    }
  }

  private var caption: String {
    let what = family.areCosts ? "pays" : "has"
    let cores =
      family.members.isEmpty
      ? "There is no core at any weight."
      : "The core at weights r on the others' mean gain, the same for all, from the least to the "
        + "most at which there is one."
    return "Each point divides \(Axis.label(abs(family.available.double))) among three; an actor "
      + "\(what) most in its corner and least on the side opposite. \(cores)"
  }
}
