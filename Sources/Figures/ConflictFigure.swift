import Cooperation
import GameForms
import Glibc
public import Laboratory

/// A conflict as a graph: states on a ring, a line for each move in the mover's colour with an arrow
/// where the mover gains, equilibria filled.
public struct ConflictFigure: Sendable {
  private let question: ConflictQuestion
  private let title: String

  /// Most states that a figure has room for.
  public static let mostStates = 48

  /// The figure of a conflict; nil where it has more than ``mostStates`` states.
  public init?(_ question: ConflictQuestion) {
    guard question.graph.states <= Self.mostStates else { return nil }
    self.question = question
    title = question.setting.title
  }

  private static let nodeRadius = 9.0
  private static let labelRoom = 150.0

  private struct Node {
    let x: Double
    let y: Double
    let cosine: Double
    let sine: Double
  }

  /// The figure as an SVG document.
  public var svg: String {
    let count = Double(question.graph.states)
    let radius = max(150, count * 44 / (2 * .pi))
    let width = max(760, 2 * (radius + Self.labelRoom) + 2 * Heading.margin)
    let heading = Heading(title: title, caption: caption, width: width)
    let top = heading.bottomOfTitle + 64
    let nodes = nodes(x: width / 2, y: top + radius, radius: radius)

    var canvas = Canvas()
    for actor in 0..<question.graph.actors { drawMoves(of: actor, between: nodes, on: &canvas) }
    for state in nodes.indices { draw(state, at: nodes[state], on: &canvas) }
    var bottom = top + 2 * radius + 66
    drawKey(top: &bottom, on: &canvas)
    heading.draw(on: &canvas, captionTop: bottom)
    return canvas.document(
      width: width, height: bottom + heading.captionHeight, title: title, description: summary)
  }

  private func nodes(x: Double, y: Double, radius: Double) -> [Node] {
    let count = question.graph.states
    return (0..<count).map { state in
      // Clockwise from the top.
      let angle = 2 * Double.pi * Double(state) / Double(count) - .pi / 2
      let (cosine, sine) = (cos(angle), sin(angle))
      return Node(x: x + radius * cosine, y: y + radius * sine, cosine: cosine, sine: sine)
    }
  }

  private func drawMoves(of actor: Int, between nodes: [Node], on canvas: inout Canvas) {
    let order = question.graph.preferences[actor]
    let moves = question.graph.moves[actor]
    let colour = Palette.lines[actor % Palette.lines.count]
    let dashes = Palette.dashes[actor % Palette.dashes.count]
    for from in nodes.indices {
      for target in moves[from] {
        let to = Int(target)
        let isMutual = moves[to].contains(Int32(from))
        // Each pair once, at its better end; equal ends and losing moves get no arrow.
        if isMutual, order.prefers(from, to: to) { continue }
        if isMutual, !order.prefers(to, to: from), from > to { continue }
        draw(
          from: nodes[from], to: nodes[to], hasArrow: order.prefers(to, to: from),
          Canvas.Stroke(colour: colour, width: 1.6, dashes: dashes), on: &canvas)
      }
    }
  }

  private func draw(
    from: Node, to: Node, hasArrow: Bool, _ stroke: Canvas.Stroke, on canvas: inout Canvas
  ) {
    let (dx, dy) = (to.x - from.x, to.y - from.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else { return }
    let (ux, uy) = (dx / length, dy / length)
    let (tipX, tipY) = (to.x - ux * (Self.nodeRadius + 3), to.y - uy * (Self.nodeRadius + 3))
    let back = hasArrow ? 9.0 : 0
    canvas.line(from.x, from.y, tipX - ux * back, tipY - uy * back, stroke)
    guard hasArrow else { return }
    canvas.polygon(
      [
        (tipX, tipY), (tipX - ux * 11 - uy * 5, tipY - uy * 11 + ux * 5),
        (tipX - ux * 11 + uy * 5, tipY - uy * 11 - ux * 5),
      ], fill: stroke.colour)
  }

  private func draw(_ state: Int, at node: Node, on canvas: inout Canvas) {
    let kinds = kinds(of: state)
    if state == question.recorded {
      canvas.circle(
        node.x, node.y, radius: Self.nodeRadius + 5, fill: "#ffffff",
        Canvas.Stroke(colour: Palette.ink, width: 1.4))
    }
    canvas.circle(
      node.x, node.y, radius: Self.nodeRadius, fill: Self.fill(kinds),
      Canvas.Stroke(colour: Palette.ink, width: 1.4))

    var lines = [question.name(ofState: state)]
    if !kinds.isEmpty { lines.append(kinds.map(\.title).joined(separator: " ")) }
    let marks = [
      state == question.statusQuo ? "status quo" : nil,
      state == question.recorded ? "recorded" : nil,
    ].compactMap(\.self)
    if !marks.isEmpty { lines.append(marks.joined(separator: ", ")) }

    let away = Self.nodeRadius + (state == question.recorded ? 15 : 9)
    let anchor: Canvas.Anchor = abs(node.cosine) < 0.2 ? .middle : node.cosine > 0 ? .start : .end
    let height = Double(lines.count) * 14
    let top = node.y + node.sine * (away + height / 2) - height / 2 + 11
    for (place, line) in lines.enumerated() {
      canvas.text(
        line, node.x + node.cosine * away, top + Double(place) * 14,
        size: place == 0 ? TextSize.normal : TextSize.small - 1, anchor: anchor,
        colour: place == 0 ? Palette.ink : Palette.faint, bold: place == 0)
    }
  }

  private func kinds(of state: Int) -> [ConflictStability] {
    question.analysis.stabilities.filter {
      question.analysis.isEquilibrium(state, under: $0)
    }
  }

  /// Dark for what no one wants to leave, lighter for what is kept by answers alone.
  private static func fill(_ kinds: [ConflictStability]) -> String {
    if kinds.isEmpty { return "#ffffff" }
    return kinds.contains(.nash) ? Palette.shade(0.85) : Palette.shade(0.4)
  }

  private func drawKey(top: inout Double, on canvas: inout Canvas) {
    var x = Heading.margin
    for actor in 0..<question.graph.actors {
      let stroke = Canvas.Stroke(
        colour: Palette.lines[actor % Palette.lines.count], width: 2,
        dashes: Palette.dashes[actor % Palette.dashes.count])
      let name = question.name(ofActor: actor)
      canvas.line(x, top - 4, x + 32, top - 4, stroke)
      canvas.text(name, x + 40, top, size: TextSize.small)
      x += 64 + TextSize.width(name, size: TextSize.small)
    }
    top += 10
  }

  private var caption: String {
    "An arrow leads where its mover gains; a move without arrow gains nothing. Dark: no one gains by "
      + "leaving alone (Nash); lighter: kept by what others can do (GMR, SMR), gain from doing (SEQ), "
      + "or do at the same time (SIM)." + (question.recorded == nil ? "" : " Ring: the record.")
  }

  private var summary: String {
    let states = (0..<question.graph.states).map { state in
      let kinds = kinds(of: state)
      return question.name(ofState: state)
        + (kinds.isEmpty ? "" : " (\(kinds.map(\.title).joined(separator: " ")))")
    }
    return "States of the conflict, with the senses in which each is an equilibrium: "
      + states.joined(separator: "; ") + "."
  }
}
