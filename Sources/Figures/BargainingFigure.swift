import Arithmetic
import Cooperation
import GameForms
public import Laboratory
import Scenarios

/// The outcomes of a bargaining game of two actors in the plane of their utilities, with the zone
/// of agreement and what each solution chooses.
public struct BargainingFigure: Sendable {
  private let title: String
  private let names: [String]
  private let problem: BargainingProblem
  private let set: AgreementSet
  private let solutions: [(name: String, agreement: Agreement)]

  /// The figure of a setting; nil unless it is a bargaining game of two actors.
  ///
  /// - Parameter space: whether lotteries may be agreed on; nil for what the file says.
  public init?(_ setting: Setting, space: AgreementSet.Space? = nil) throws {
    guard let form = setting.scenario.form as? BargainingForm,
      setting.scenario.actors.count == 2
    else { return nil }
    title = setting.title
    names = setting.scenario.actors.map(\.name)
    problem = form.problem(of: setting.evaluated)
    set = try AgreementSet(problem, space: space ?? (form.lotteries ? .lotteries : .outcomes))
    let power = form.numbers(of: setting.evaluated).power
    var found: [(name: String, agreement: Agreement)] = []
    for (rule, name) in Self.rules where !set.isEmpty {
      let solution =
        rule == .nash ? try NashBargaining.solve(set, weights: power) : try rule.solve(set)
      found.append((name, solution.agreement))
    }
    solutions = found
  }

  private static let rules: [(BargainingRule, String)] = [
    (.nash, "Nash"), (.kalaiSmorodinsky, "Kalai-Smorodinsky"), (.egalitarian, "egalitarian"),
    (.utilitarian, "utilitarian"), (.leximin, "leximin"), (.equalGains, "equal gains"),
  ]

  private static let width = 760.0
  private static let plotHeight = 420.0
  private static let keyRoom = 250.0

  /// Solutions that choose the same point, under one name.
  private var marks: [(name: String, point: [Rational])] {
    var marks: [(name: String, point: [Rational])] = []
    for (name, agreement) in solutions {
      if let same = marks.firstIndex(where: { $0.point == agreement.utilities }) {
        marks[same].name += ", \(name)"
      } else {
        marks.append((name, agreement.utilities))
      }
    }
    return marks
  }

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let floors = problem.reservations
    let points = problem.utilities + [problem.disagreement, floors]
    let top = heading.bottomOfTitle + 8
    var y = Axis(
      over: points.map { $0[1].double }, start: top + Self.plotHeight, end: top, ticks: 7,
      padded: true)
    let left = Heading.margin + 26 + Frame.roomForNumbers(y.ticks)
    let x = Axis(
      over: points.map { $0[0].double }, start: left, end: Self.width - Self.keyRoom, ticks: 7,
      padded: true)
    y.end = top
    let frame = Frame(x: x, y: y)

    var canvas = Canvas()
    let corner = (x.pixel(floors[0].double), y.pixel(floors[1].double))
    canvas.rectangle(
      corner.0, top, width: max(0, frame.right - corner.0), height: max(0, corner.1 - top),
      fill: "#eef4fa")
    frame.drawGrid(on: &canvas)
    func place(_ point: [Rational]) -> (x: Double, y: Double) {
      (x.pixel(point[0].double), y.pixel(point[1].double))
    }
    canvas.line(
      corner.0, top, corner.0, frame.bottom, .init(colour: Palette.faint, dashes: [4, 3]))
    canvas.line(
      frame.left, corner.1, frame.right, corner.1, .init(colour: Palette.faint, dashes: [4, 3]))
    if set.space == .lotteries, set.agreements.count > 1 {
      canvas.polyline(
        set.agreements.map { place($0.utilities) }, .init(colour: Palette.lines[0], width: 2.5))
    }
    let accepted = ZoneOfAgreement.solve(problem)
    for verdict in accepted {
      let at = place(problem.utilities[verdict.outcome])
      canvas.circle(
        at.x, at.y, radius: 4, fill: verdict.isAccepted ? Palette.lines[6] : "#ffffff",
        .init(colour: verdict.isAccepted ? Palette.lines[0] : Palette.faint))
    }
    let disagreement = place(problem.disagreement)
    canvas.rectangle(
      disagreement.x - 4, disagreement.y - 4, width: 8, height: 8, fill: Palette.ink)
    drawSolutions(place, frame, on: &canvas)
    frame.drawAxes(
      on: &canvas, xLabel: "utility of \(names[0])", yLabel: "utility of \(names[1])")
    let captionTop = frame.bottom + 52
    heading.draw(on: &canvas, captionTop: captionTop)
    return canvas.document(
      width: Self.width, height: captionTop + heading.captionHeight, title: title,
      description: caption)
  }

  /// Numbered rings, and the names to the numbers at the right.
  private func drawSolutions(
    _ place: ([Rational]) -> (x: Double, y: Double), _ frame: Frame, on canvas: inout Canvas
  ) {
    var line = frame.top + 12
    let left = frame.right + 22
    for (index, mark) in marks.enumerated() {
      let at = place(mark.point)
      let colour = Palette.lines[(index + 1) % Palette.lines.count]
      canvas.circle(at.x, at.y, radius: 9, fill: "#ffffff", .init(colour: colour, width: 2.5))
      canvas.text("\(index + 1)", at.x, at.y + 4, size: TextSize.small, anchor: .middle, bold: true)
      canvas.circle(left, line - 4, radius: 9, fill: "#ffffff", .init(colour: colour, width: 2.5))
      canvas.text("\(index + 1)", left, line, size: TextSize.small, anchor: .middle, bold: true)
      let room = Self.width - left - 30
      let words = TextSize.wrapped(
        "\(mark.name): \(text(mark.point))", size: TextSize.small, width: room)
      for word in words {
        canvas.text(word, left + 16, line, size: TextSize.small)
        line += 16
      }
      line += 10
    }
  }

  private func text(_ point: [Rational]) -> String {
    "(" + point.map { Axis.label($0.double) }.joined(separator: ", ") + ")"
  }

  private var caption: String {
    let zone =
      set.isEmpty
      ? "No zone of agreement."
      : "Filled: accepted by all who must agree; empty: refused."
    let frontier =
      set.space == .lotteries && !set.isEmpty
      ? " Line: lotteries on which nobody can improve without harm to the other." : ""
    return "Square: disagreement. Dashed: what each has without an agreement, the better of "
      + "disagreement and its outside option. \(zone)\(frontier)"
  }
}
