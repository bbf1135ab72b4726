import Arithmetic
import GameForms
public import Laboratory

/// The best replies of two actors with two strategies each, over the square of how likely each plays
/// its first strategy: equilibria are where the two meet.
///
/// - Source: the reply correspondences of Nash 1950, as textbooks draw them.
public struct BestReplyFigure: Sendable {
  private let title: String
  private let names: [String]
  private let strategies: [[String]]
  private let game: StrategicGame
  private let isOrdinal: Bool

  /// The figure of a setting; nil unless two actors choose at once among two strategies each.
  public init?(_ setting: Setting) {
    guard setting.view != nil, setting.utilities.shape == [2, 2] else { return nil }
    title = setting.title
    names = setting.scenario.actors.map(\.name)
    strategies = setting.strategies.map { $0.map(\.key) }
    game = setting.utilities
    isOrdinal = setting.isOrdinal
  }

  /// The figure of a game of two actors with two strategies each.
  init(
    title: String, names: [String], strategies: [[String]], game: StrategicGame,
    isOrdinal: Bool = false
  ) {
    self.title = title
    self.names = names
    self.strategies = strategies
    self.game = game
    self.isOrdinal = isOrdinal
  }

  private static let width = 560.0
  private static let side = 400.0

  /// What actor `actor` gains by its first strategy over its second, while the other plays its own
  /// first strategy with probability 0 and 1.
  private func advantage(of actor: Int) -> (never: Rational, always: Rational) {
    func payoff(_ own: Int, _ other: Int) -> Rational {
      game.payoff(
        at: game.index(of: actor == 0 ? [own, other] : [other, own]), of: actor)
    }
    return (payoff(0, 1) - payoff(1, 1), payoff(0, 0) - payoff(1, 0))
  }

  /// The probability of the other's first strategy at which the actor does not mind; nil where there
  /// is none, or where it never minds.
  private func indifference(of actor: Int) -> Rational? {
    let (never, always) = advantage(of: actor)
    guard never != always else { return nil }
    let place = never / (never - always)
    return place.signum >= 0 && place <= .one ? place : nil
  }

  /// Whether `own` is a best reply of the actor to `other`, both probabilities of first strategies.
  private func isBest(_ own: Rational, of actor: Int, against other: Rational) -> Bool {
    let (never, always) = advantage(of: actor)
    let sign = (never * (.one - other) + always * other).signum
    return sign == 0 || own == (sign > 0 ? .one : .zero)
  }

  /// The corners of all sets of equilibria.
  var equilibria: [(first: Rational, second: Rational)] {
    let firsts = [.zero, indifference(of: 1), .one].compactMap(\.self)
    let seconds = [.zero, indifference(of: 0), .one].compactMap(\.self)
    var found: [(first: Rational, second: Rational)] = []
    for first in firsts {
      for second in seconds
      where isBest(first, of: 0, against: second) && isBest(second, of: 1, against: first)
        && !found.contains(where: { $0 == (first, second) })
      {
        found.append((first, second))
      }
    }
    return found
  }

  /// The best replies of an actor as points (other, own), from the other's 0 to its 1; empty where
  /// everything is a best reply.
  private func replies(of actor: Int) -> [(other: Rational, own: Rational)] {
    let (never, always) = advantage(of: actor)
    if never.isZero, always.isZero { return [] }
    func best(_ sign: Int) -> Rational { sign > 0 ? .one : .zero }
    guard let place = indifference(of: actor) else {
      return [(.zero, best(never.signum)), (.one, best(never.signum))]
    }
    let start = never.isZero ? best(-always.signum) : best(never.signum)
    let end = always.isZero ? best(-never.signum) : best(always.signum)
    return [(.zero, start), (place, start), (place, end), (.one, end)]
  }

  /// The figure as an SVG document.
  public var svg: String {
    let heading = Heading(title: title, caption: caption, width: Self.width)
    let top = heading.bottomOfTitle + 14
    let bottom = top + Self.side
    let left = 84.0
    let frame = Frame(
      x: Axis(over: [0, 1], start: left, end: left + Self.side, ticks: 5, padded: false),
      y: Axis(over: [0, 1], start: bottom, end: top, ticks: 5, padded: false))
    var canvas = Canvas()
    for actor in 0..<2 where replies(of: actor).isEmpty {
      canvas.rectangle(
        left, top, width: Self.side, height: Self.side, fill: Palette.lines[actor] + "22")
    }
    frame.drawGrid(on: &canvas)
    frame.drawAxes(on: &canvas, xLabel: label(of: 0), yLabel: label(of: 1))
    let strokes = [
      Canvas.Stroke(colour: Palette.lines[0], width: 5),
      Canvas.Stroke(colour: Palette.lines[1], width: 2.6, dashes: [8, 5]),
    ]
    for actor in 0..<2 {
      let points = replies(of: actor).map { reply -> (x: Double, y: Double) in
        actor == 0
          ? (frame.x.pixel(reply.own.double), frame.y.pixel(reply.other.double))
          : (frame.x.pixel(reply.other.double), frame.y.pixel(reply.own.double))
      }
      if points.count > 1 { canvas.polyline(points, strokes[actor]) }
    }
    for point in equilibria {
      canvas.circle(
        frame.x.pixel(point.first.double), frame.y.pixel(point.second.double), radius: 6.5,
        fill: Palette.ink, Canvas.Stroke(colour: "#ffffff", width: 1.5))
    }
    var y = bottom + 64
    for actor in 0..<2 {
      canvas.line(Heading.margin, y - 4, Heading.margin + 44, y - 4, strokes[actor])
      let words = replies(of: actor).isEmpty ? "anything is a best reply of" : "best replies of"
      canvas.text(
        TextSize.fitted("\(words) \(names[actor])", size: TextSize.normal, width: 440),
        Heading.margin + 56, y)
      y += 22
    }
    canvas.circle(Heading.margin + 22, y - 4, radius: 6.5, fill: Palette.ink)
    canvas.text("equilibrium", Heading.margin + 56, y)
    heading.draw(on: &canvas, captionTop: y + 14)
    return canvas.document(
      width: Self.width, height: y + 14 + heading.captionHeight, title: title,
      description: caption)
  }

  private func label(of actor: Int) -> String {
    let (start, end) = ("probability that ", " plays \(strategies[actor][0])")
    let room = Self.side + 10 - TextSize.width(start + end, size: TextSize.normal)
    let name = TextSize.fitted(names[actor], size: TextSize.normal, width: max(room, 60))
    return TextSize.fitted(start + name + end, size: TextSize.normal, width: Self.side + 40)
  }

  /// Whether there are equilibria between those that are marked.
  private var hasContinuum: Bool {
    let half = Rational(1, 2)
    return equilibria.contains { one in
      equilibria.contains { other in
        let (first, second) = (half * (one.first + other.first), half * (one.second + other.second))
        return one != other && isBest(first, of: 0, against: second)
          && isBest(second, of: 1, against: first)
      }
    }
  }

  private var caption: String {
    let found = equilibria.map { point in
      let parts = [point.first, point.second].enumerated().map { actor, probability in
        if probability == .one { return strategies[actor][0] }
        if probability.isZero { return strategies[actor][1] }
        return "\(strategies[actor][0]) with \(probability.readingText)"
      }
      return "(\(parts.joined(separator: ", ")))"
    }
    let end =
      isOrdinal
      ? " The payoffs are ranks: only the corners mean anything."
      : hasContinuum ? " Where the lines run together, every point of them is one." : ""
    return "Equilibria: \(found.joined(separator: "; ")).\(end)"
  }
}
