import Arithmetic
import GameForms
public import Laboratory
import Scenarios

/// A game in extensive form: the tree from left to right, payoffs in columns at its right, nodes of
/// one information set joined by a dashed line.
public struct GameTreeFigure: Sendable {
  private let title: String
  private let names: [String]
  private let view: ExtensiveView
  private let endNames: [String?]
  private let rule: String?
  private let recorded: [Int]?
  private let isExact: Bool

  /// Most ends that a figure has room for.
  public static let mostEnds = 120

  /// The figure of a setting; nil unless it is a tree of at most ``mostEnds`` ends.
  ///
  /// - Throws: `InputError` where probabilities do not add up to 1.
  public init?(_ setting: Setting) throws {
    guard let form = setting.scenario.form as? any TreeForm else { return nil }
    let view = try form.extensiveView(of: setting.evaluated, actors: setting.scenario.actors)
    guard view.gains.ends.count <= Self.mostEnds else { return nil }
    self.view = view
    title = setting.title
    names = setting.scenario.actors.map(\.name)
    let tree = form as? ExtensiveForm
    endNames = view.cells.map { cell in cell.flatMap { tree?.cellNames[$0] } }
    rule = setting.relativeGains.rule == .none ? nil : setting.relativeGains.rule.rawValue
    recorded = tree == nil ? nil : setting.scenario.outcome?.profile
    isExact = setting.isExact
  }

  private static let rowHeight = 30.0
  private static let slant = 34.0
  private static let mostLabelRoom = 210.0

  private var game: ExtensiveGame { view.gains }

  /// The figure as an SVG document.
  public var svg: String {
    let layout = TreeLayout(game, rowHeight: Self.rowHeight)
    let rootRoom = TextSize.width(name(at: 0), size: TextSize.normal) + 14
    var columns = [Heading.margin + rootRoom]
    for depth in 1..<max(layout.depth + 1, 1) {
      let room =
        game.nodes.indices.filter { layout.depths[$0] == depth }.map { labelRoom($0) }.max() ?? 0
      columns.append(columns[depth - 1] + Self.slant + room + 18)
    }
    let payoffs = payoffColumns
    let start = (columns.last ?? 0) + 26
    var widths: [Double] = []
    for column in payoffs {
      widths.append(
        ([column.heading] + column.texts).map { TextSize.width($0, size: TextSize.small) + 22 }
          .max() ?? 0)
    }
    let width = max(560, start + widths.reduce(0, +) + Heading.margin)
    let heading = Heading(title: title, caption: caption, width: width)
    let top = heading.bottomOfTitle + (rule == nil ? 36 : 52)
    func place(_ node: Int) -> (x: Double, y: Double) {
      (columns[layout.depths[node]], top + layout.rows[node])
    }

    var canvas = Canvas()
    drawSets(place, on: &canvas)
    for node in game.nodes.indices { drawEdge(to: node, place, on: &canvas) }
    for node in game.nodes.indices where game.nodes[node].children.isEmpty {
      let at = place(node)
      if at.x + 14 < start {
        canvas.line(
          at.x + 8, at.y, start - 6, at.y, Canvas.Stroke(colour: Palette.grid, dashes: [1, 4]))
      }
    }
    for node in game.nodes.indices { drawNode(node, place(node), on: &canvas) }
    drawPayoffs(payoffs, widths, start, top, layout, on: &canvas)
    let bottom = top + layout.height + 22
    heading.draw(on: &canvas, captionTop: bottom)
    return canvas.document(
      width: width, height: bottom + heading.captionHeight, title: title, description: caption)
  }

  // MARK: - Words

  private func name(at node: Int) -> String {
    switch game.nodes[node].kind {
    case .decision(let set):
      TextSize.fitted(
        names[game.sets[set].actor], size: TextSize.normal, width: Self.mostLabelRoom)
    case .chance: "chance"
    case .end: ""
    }
  }

  /// The action that leads to a node, with its probability where chance takes it.
  private func action(to node: Int) -> String {
    guard let parent = game.nodes[node].parent else { return "" }
    let index = game.nodes[node].action
    var text = view.moves[parent][index]
    if case .chance(let probabilities) = game.nodes[parent].kind {
      text += " (\(short(probabilities[index])))"
    }
    return TextSize.fitted(text, size: TextSize.normal, width: Self.mostLabelRoom)
  }

  private func labelRoom(_ node: Int) -> Double {
    max(
      TextSize.width(action(to: node), size: TextSize.normal),
      TextSize.width(name(at: node), size: TextSize.normal))
  }

  private func short(_ number: Rational) -> String {
    isExact && number.description.utf8.count <= 8 ? number.description : Axis.label(number.double)
  }

  private var caption: String {
    var text = "At the right gains over the status quo"
    if let rule { text += ", then utilities under the rule \(rule)" }
    text += "."
    if game.members.contains(where: { $0.count > 1 }) {
      text += " Dashed: nodes that the actor who moves does not tell apart."
    }
    if recorded != nil { text += " Thick: what happened." }
    return text
  }

  /// The columns at the right, one text an end.
  private var payoffColumns: [(heading: String, group: String, texts: [String])] {
    var columns: [(heading: String, group: String, texts: [String])] = []
    func add(_ game: ExtensiveGame, _ group: String) {
      for (actor, name) in names.enumerated() {
        let texts = game.ends.map { end -> String in
          guard case .end(let payoffs) = game.nodes[end].kind else { return "" }
          return short(payoffs[actor])
        }
        columns.append(
          (TextSize.fitted(name, size: TextSize.small, width: 120), group, texts))
      }
    }
    add(view.gains, "gains")
    if rule != nil { add(view.utilities, "utilities") }
    let labels = game.ends.map { endNames[$0] ?? "" }
    if labels.contains(where: { !$0.isEmpty }) {
      columns.append(
        (
          "", "",
          labels.map { TextSize.fitted($0, size: TextSize.small, width: Self.mostLabelRoom) }
        ))
    }
    return columns
  }

  // MARK: - Drawing

  private func colour(_ actor: Int) -> String { Palette.lines[actor % Palette.lines.count] }

  private func isRecorded(_ node: Int) -> Bool {
    guard let recorded else { return false }
    return recorded.starts(with: game.path(to: node).map(\.action))
  }

  private func drawSets(
    _ place: (Int) -> (x: Double, y: Double), on canvas: inout Canvas
  ) {
    var drawn: [(x: Double, top: Double, bottom: Double)] = []
    for (set, members) in game.members.enumerated() where members.count > 1 {
      let points = members.map(place)
      guard let first = points.first, let last = points.last else { continue }
      let crossed = drawn.filter {
        abs($0.x - first.x) < 1 && $0.top < last.y && first.y < $0.bottom
      }
      drawn.append((first.x, first.y, last.y))
      // A line that would run through nodes of other sets, or along another line, stands aside.
      let passes = game.nodes.indices.contains { node in
        let at = place(node)
        return game.set(of: node).map { $0 != set } == true && abs(at.x - first.x) < 1
          && first.y < at.y && at.y < last.y
      }
      let aside = 9 * Double(crossed.count + (passes ? 1 : 0))
      var line = [first]
      for (here, next) in zip(points, points.dropFirst()) {
        if aside > 0 {
          line += [(x: here.x + aside, y: here.y + 8), (x: next.x + aside, y: next.y - 8)]
        }
        line.append(next)
      }
      canvas.polyline(
        line,
        Canvas.Stroke(
          colour: colour(game.sets[set].actor), width: 1.8,
          dashes: crossed.isEmpty ? [5, 4] : [2, 3]))
    }
  }

  private func drawEdge(
    to node: Int, _ place: (Int) -> (x: Double, y: Double), on canvas: inout Canvas
  ) {
    guard let parent = game.nodes[node].parent else { return }
    let (from, to) = (place(parent), place(node))
    let elbow = from.x + Self.slant
    canvas.polyline(
      [from, (elbow, to.y), to], Canvas.Stroke(width: isRecorded(node) ? 3.4 : 1.2))
    canvas.text(action(to: node), elbow + 4, to.y - 6)
  }

  private func drawNode(
    _ node: Int, _ at: (x: Double, y: Double), on canvas: inout Canvas
  ) {
    let outline = Canvas.Stroke(colour: Palette.ink, width: 1.2)
    let label: (x: Double, y: Double) = node == 0 ? (at.x - 11, at.y + 4.5) : (at.x - 8, at.y + 16)
    switch game.nodes[node].kind {
    case .decision(let set):
      let own = colour(game.sets[set].actor)
      canvas.circle(at.x, at.y, radius: 5.5, fill: own, outline)
      canvas.text(name(at: node), label.x, label.y, anchor: .end, colour: own, bold: true)
    case .chance:
      canvas.rectangle(at.x - 5, at.y - 5, width: 10, height: 10, fill: "#ffffff", outline)
      canvas.text(name(at: node), label.x, label.y, anchor: .end, colour: Palette.faint)
    case .end: canvas.circle(at.x, at.y, radius: 3, fill: Palette.ink)
    }
  }

  private func drawPayoffs(
    _ columns: [(heading: String, group: String, texts: [String])], _ widths: [Double],
    _ start: Double, _ top: Double, _ layout: TreeLayout, on canvas: inout Canvas
  ) {
    var x = start
    var group = ""
    for (column, width) in zip(columns, widths) {
      let isName = column.group.isEmpty
      let edge = isName ? x + 8 : x + width - 8
      if rule != nil, column.group != group {
        canvas.text(column.group, x + 14, top - 34, size: TextSize.small, colour: Palette.faint)
        group = column.group
      }
      canvas.text(
        column.heading, edge, top - 18, size: TextSize.small, anchor: isName ? .start : .end,
        bold: true)
      for (end, text) in zip(game.ends, column.texts) {
        canvas.text(
          text, edge, top + layout.rows[end] + 4.5, size: TextSize.small,
          anchor: isName ? .start : .end, colour: isName ? Palette.faint : Palette.ink,
          bold: isRecorded(end))
      }
      x += width
    }
  }
}
