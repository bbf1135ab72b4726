import Arithmetic
public import Laboratory

/// The core actor by actor: a bar from the least to the most that each can have in it, at several
/// weights on the others' gains, with the Shapley value and the nucleolus.
public struct CoreRangesFigure: Sendable {
  private let family: CoreFamily

  /// The figure of a game with any number of actors.
  public init(_ family: CoreFamily) { self.family = family }

  private static let width = 760.0
  private static let barHeight = 12.0

  private var members: [CoreFamily.Member] {
    (family.members + [family.own].compactMap(\.self)).filter { !$0.ranges.isEmpty }
  }

  private func shown(_ value: Rational) -> Double { family.areCosts ? -value.double : value.double }

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: family.title, caption: caption, width: Self.width)
    let left =
      Heading.margin + 14
      + (family.names.map { TextSize.width($0, size: TextSize.normal) }.max() ?? 0)
    let keyWidth =
      60
      + ((members.map(\.label) + family.values.map(\.name) + ["core, "])
        .map { TextSize.width("core, " + $0, size: TextSize.normal) }.max() ?? 0)
    let rows = Double(max(1, members.count)) * (Self.barHeight + 3) + 16
    let top = heading.bottomOfTitle + 8
    let bottom = top + Double(family.names.count) * rows
    let numbers =
      members.flatMap { $0.ranges.flatMap { [shown($0.least), shown($0.most)] } }
      + family.values.flatMap { $0.division.map(shown) }
    let x = Axis(
      over: numbers + [0], start: left, end: Self.width - keyWidth, ticks: 8,
      padded: true)
    var canvas = Canvas()
    for tick in x.ticks {
      canvas.line(
        x.pixel(tick), top, x.pixel(tick), bottom, Canvas.Stroke(colour: Palette.grid))
      canvas.text(
        Axis.label(tick), x.pixel(tick), bottom + 17, size: TextSize.small, anchor: .middle)
    }
    canvas.line(left, bottom, x.end, bottom, Canvas.Stroke())
    for (actor, name) in family.names.enumerated() {
      let rowTop = top + Double(actor) * rows + 6
      canvas.text(name, left - 10, rowTop + (rows - 16) / 2 + 4, anchor: .end)
      drawBars(of: actor, rowTop, x, on: &canvas)
      for (index, value) in family.values.enumerated() {
        Self.drawMark(
          index, at: x.pixel(shown(value.division[actor])), from: rowTop - 3,
          to: rowTop + rows - 13, on: &canvas)
      }
    }
    drawKey(left: x.end + 24, top: top + 6, on: &canvas)
    canvas.text(
      family.areCosts ? "what each pays" : "what each has", (left + x.end) / 2, bottom + 38,
      anchor: .middle)
    let captionTop = max(bottom, top + 24 * Double(members.count + family.values.count)) + 52
    heading.draw(on: &canvas, captionTop: captionTop)
    return canvas.document(
      width: Self.width, height: captionTop + heading.captionHeight, title: family.title,
      description: caption)
  }

  private func drawBars(
    of actor: Int, _ rowTop: Double, _ x: Axis, on canvas: inout Canvas
  ) {
    for (index, member) in members.enumerated() {
      let ends = [member.ranges[actor].least, member.ranges[actor].most].map(shown).sorted()
      canvas.rectangle(
        x.pixel(ends[0]), rowTop + Double(index) * (Self.barHeight + 3),
        width: max(2, x.pixel(ends[1]) - x.pixel(ends[0])), height: Self.barHeight,
        fill: fill(index), Canvas.Stroke(colour: Palette.ink, width: 0.8))
    }
  }

  private func fill(_ index: Int) -> String {
    index < family.members.count ? Palette.shade(0.1 + 0.2 * Double(index)) : "#ffffff"
  }

  private static func drawMark(
    _ index: Int, at x: Double, from top: Double, to bottom: Double, on canvas: inout Canvas
  ) {
    let style = LineStyle(index + 1)
    canvas.line(x, top, x, bottom, style.stroke)
    style.drawMark(at: x, bottom, on: &canvas)
  }

  private func drawKey(left: Double, top: Double, on canvas: inout Canvas) {
    var y = top
    for (index, member) in members.enumerated() {
      canvas.rectangle(
        left, y, width: 20, height: Self.barHeight, fill: fill(index),
        Canvas.Stroke(colour: Palette.ink, width: 0.8))
      let isOwn = index >= family.members.count
      canvas.text("core, \(isOwn ? "rule " : "")\(member.label)", left + 28, y + 11)
      y += 24
    }
    for (index, value) in family.values.enumerated() {
      Self.drawMark(index, at: left + 10, from: y - 4, to: y + 10, on: &canvas)
      canvas.text(value.name, left + 28, y + 11)
      y += 24
    }
  }

  private var caption: String {
    let own = family.own.map {
      $0.ranges.isEmpty ? " Under the rule \($0.label) of the game the core is empty." : ""
    }
    return
      (members.isEmpty
      ? "There is no core at any weight."
      : "Bars: the least and the most that an actor has in the core, at weights r on the others' "
        + "mean gain, the same for all, from the least to the most at which there is one.")
      + (own ?? "")
  }
}
