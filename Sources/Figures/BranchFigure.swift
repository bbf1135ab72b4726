import Arithmetic
import Laboratory
import RelativeGains
import Scenarios

/// Equilibria along a parameter: one panel for each strategy, one line a branch, its letter on it.
/// Solid lines have index 1, dashed ones index -1.
public struct BranchFigure: Sendable {
  /// The title.
  public var title: String
  /// The parameter that runs to the right.
  public var label: String
  /// The ends of the range.
  public var range: ClosedRange<Double>
  /// The panels, from top to bottom.
  public var panels: [Panel]
  /// Where branches begin or end.
  public var thresholds: [LineFigure.Threshold]
  /// What to know, below the figure.
  public var caption: String

  /// How likely one strategy is in each branch.
  public struct Panel: Sendable {
    /// What is drawn upwards.
    public var label: String
    /// The branches.
    public var lines: [Line]
  }

  /// A branch in a panel.
  public struct Line: Sendable {
    /// Its letter.
    public var name: String
    /// Whether its index is -1.
    public var isDashed: Bool
    /// Points from left to right.
    public var points: [(x: Double, y: Double)]
  }

  private static let width = 760.0
  private static let panelHeight = 190.0

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let marks = ThresholdMarks(thresholds)
    var canvas = Canvas()
    var top = heading.bottomOfTitle + 4
    let ends = [range.lowerBound, range.upperBound]
    for (place, panel) in panels.enumerated() {
      let left = Heading.margin + 62
      let right = Self.width - Heading.margin - 12
      let x = Axis(over: ends, start: left, end: right, ticks: 6, padded: false)
      if place == 0 { top += marks.height(over: x) }
      let bottom = top + Self.panelHeight
      let inset = 9.0
      let y = Axis(over: [0, 1], start: bottom - inset, end: top + inset, ticks: 4, padded: false)
      let frame = Frame(x: x, y: y)
      frame.drawGrid(on: &canvas)
      let isLast = place == panels.count - 1
      ThresholdMarks(
        thresholds.map { .init(x: $0.x, label: place == 0 ? $0.label : "") }
      ).draw(on: &canvas, frame)
      frame.drawAxes(on: &canvas, xLabel: isLast ? label : "", yLabel: panel.label)
      for line in panel.lines { draw(line, frame, on: &canvas) }
      BranchNames(panel.lines, frame).draw(on: &canvas)
      top = bottom + (isLast ? 52 : 40)
    }
    heading.draw(on: &canvas, captionTop: top)
    return canvas.document(
      width: Self.width, height: top + heading.captionHeight, title: title, description: caption)
  }

  private func draw(_ line: Line, _ frame: Frame, on canvas: inout Canvas) {
    let points = line.points.map { (x: frame.x.pixel($0.x), y: frame.y.pixel($0.y)) }
    let stroke = Canvas.Stroke(
      colour: line.isDashed ? Palette.lines[1] : Palette.lines[0], width: 2.2,
      dashes: line.isDashed ? [6, 4] : [])
    canvas.polyline(points, stroke)
    for end in [points.first, points.last] {
      if let end { canvas.circle(end.x, end.y, radius: 2.6, fill: stroke.colour) }
    }
  }
}

/// The letters of branches, each where its line is furthest from others; lines that run together
/// share one.
private struct BranchNames {
  private struct Name {
    var text: String
    var x: Double
    var y: Double
  }

  private var names: [Name] = []

  init(_ lines: [BranchFigure.Line], _ frame: Frame) {
    var groups: [(text: String, line: BranchFigure.Line)] = []
    for line in lines {
      if let place = groups.firstIndex(where: { Self.runTogether($0.line, line) }) {
        groups[place].text += ", " + line.name
      } else {
        groups.append((line.name, line))
      }
    }
    for (text, line) in groups {
      let candidates = [50, 35, 65, 20, 80, 8, 92].compactMap { percent -> Name? in
        guard !line.points.isEmpty else { return nil }
        let point = line.points[(line.points.count - 1) * percent / 100]
        let (x, y) = (frame.x.pixel(point.x), frame.y.pixel(point.y))
        return Name(text: text, x: x, y: y + (point.y > 0.5 ? 15 : -6))
      }
      let best = candidates.max { room($0, text, groups, frame) < room($1, text, groups, frame) }
      if let best { names.append(best) }
    }
  }

  private static func runTogether(_ a: BranchFigure.Line, _ b: BranchFigure.Line) -> Bool {
    a.points.count == b.points.count
      && zip(a.points, b.points).allSatisfy {
        abs($0.x - $1.x) < 1e-9 && abs($0.y - $1.y) < 1e-9
      }
  }

  /// The distance to the nearest other line or name, far ones all alike.
  private func room(
    _ name: Name, _ own: String, _ groups: [(text: String, line: BranchFigure.Line)],
    _ frame: Frame
  ) -> Double {
    var least = 30.0
    for group in groups where group.text != own {
      for point in group.line.points where abs(frame.x.pixel(point.x) - name.x) < 14 {
        least = min(least, abs(frame.y.pixel(point.y) - name.y + 5))
      }
    }
    for other in names where abs(other.x - name.x) < 24 {
      least = min(least, abs(other.y - name.y))
    }
    return least
  }

  func draw(on canvas: inout Canvas) {
    for name in names {
      canvas.text(name.text, name.x, name.y, size: TextSize.small, anchor: .middle, bold: true)
    }
  }
}

extension BranchFigure {
  /// The most panels for one actor.
  private static let mostPanels = 3
  /// Into how many steps a branch is drawn.
  private static let steps = 60

  /// The branches of a game.
  public init(_ found: NashBranches) {
    let scenario = found.scenario
    var panels: [Panel] = []
    var left = 0
    for actor in 0..<2 {
      let strategies = found.form.strategies[actor]
      // The second of two strategies is what is left.
      let shown = strategies.count == 2 ? 1 : min(strategies.count, Self.mostPanels)
      left += strategies.count == 2 ? 0 : strategies.count - shown
      for strategy in 0..<shown {
        panels.append(
          Panel(
            label: "\(scenario.actors[actor].name): \(strategies[strategy].key)",
            lines: found.map.branches.enumerated().map { place, branch in
              Line(
                name: found.name(place), isDashed: branch.index < 0,
                points: Self.points(branch, actor, strategy))
            }))
      }
    }
    var caption =
      "How likely each strategy is in each equilibrium. Solid: index 1; dashed: index -1."
    if left > 0 { caption += " \(left) more strategies are not drawn." }
    let key = found.map.branches.enumerated().map { place, branch in
      "\(found.name(place)): "
        + (0..<2).map { actor in
          branch.supports[actor].map { found.form.strategies[actor][$0].key }
            .joined(separator: "+")
        }.joined(separator: " / ")
    }
    self.init(
      title: "\(scenario.title): equilibria along \(found.parameter)", label: found.parameter,
      range: found.from.double...found.to.double, panels: panels,
      thresholds: found.map.events.map {
        LineFigure.Threshold(
          x: $0.at.double, label: $0.at.exact?.shortText ?? $0.at.double.text(digits: 4))
      },
      caption: caption + " " + key.joined(separator: "; ") + ".")
  }

  private static func points(
    _ branch: EquilibriumBranch, _ actor: Int, _ strategy: Int
  ) -> [(x: Double, y: Double)] {
    let (from, to) = (branch.from.double, branch.to.double)
    guard let place = branch.supports[actor].firstIndex(of: strategy) else {
      return (0...steps).map { (x: from + (to - from) * Double($0) / Double(steps), y: 0) }
    }
    let ratio = branch.probabilities[actor][place]
    func value(_ polynomial: Polynomial, _ x: Double) -> Double {
      polynomial.coefficients.reversed().reduce(0) { $0 * x + $1.double }
    }
    return (0...steps).map { step in
      let x = from + (to - from) * Double(step) / Double(steps)
      let y = value(ratio.numerator, x) / value(ratio.denominator, x)
      return (x: x, y: y.isFinite ? min(max(y, 0), 1) : 0)
    }
  }
}
