import Arithmetic
import GameForms
import Scenarios

/// The best replies of two actors with two strategies each, as ways through the unit square: to the
/// right the probability with which the second actor plays its first strategy, upwards that of the
/// first actor. Equilibria are where the ways meet.
public struct BestReplyCurves: Sendable {
  /// The game.
  public let setting: Setting
  /// Corners of the first actor's best replies; nil if every reply is best.
  public let first: [Point]?
  /// Corners of the second actor's best replies; nil if every reply is best.
  public let second: [Point]?

  /// A point of the unit square.
  public struct Point: Hashable, Sendable {
    /// The probability of the second actor's first strategy.
    public let x: Rational
    /// The probability of the first actor's first strategy.
    public let y: Rational
  }

  /// The curves; nil for other sizes, and for ranks, where mixing means nothing.
  public init?(_ setting: Setting) {
    guard let seen = try? setting.seenStrategically(), seen.utilities.shape == [2, 2],
      !seen.isOrdinal
    else { return nil }
    self.setting = seen
    let game = seen.utilities
    func payoff(_ actor: Int, _ row: Int, _ column: Int) -> Rational {
      game.payoff(at: game.index(of: [row, column]), of: actor)
    }
    // What the first strategy brings beyond the second, where the other plays its second or first.
    first = Self.way(
      payoff(0, 0, 1) - payoff(0, 1, 1), payoff(0, 0, 0) - payoff(0, 1, 0)
    )?.map { Point(x: $0.0, y: $0.1) }
    second = Self.way(
      payoff(1, 1, 0) - payoff(1, 1, 1), payoff(1, 0, 0) - payoff(1, 0, 1)
    )?.map { Point(x: $0.1, y: $0.0) }
  }

  /// Corners of the best reply to a probability from 0 to 1, where the advantage of the first
  /// strategy runs straight from `start` to `end`; nil where it is zero throughout.
  private static func way(_ start: Rational, _ end: Rational) -> [(Rational, Rational)]? {
    func reply(_ advantage: Rational) -> Rational { advantage.signum > 0 ? .one : .zero }
    switch (start.signum, end.signum) {
    case (0, 0): return nil
    case (0, _): return [(.zero, .one - reply(end)), (.zero, reply(end)), (.one, reply(end))]
    case (_, 0): return [(.zero, reply(start)), (.one, reply(start)), (.one, .one - reply(start))]
    case (let a, let b) where a == b: return [(.zero, reply(start)), (.one, reply(start))]
    default:
      let turn = start / (start - end)
      return [(.zero, reply(start)), (turn, reply(start)), (turn, reply(end)), (.one, reply(end))]
    }
  }

  /// The square in letters: `o` where only the first actor replies best, `x` only the second, `#`
  /// where both do.
  public var text: String {
    let (width, height) = (40, 16)
    var square = Array(
      repeating: Array(repeating: Character("."), count: width + 1), count: height + 1)
    func draw(_ way: [Point]?, _ mark: Character) {
      var own = square.map { $0.map { _ in way == nil } }
      for (from, to) in zip(way ?? [], (way ?? []).dropFirst()) {
        let (x0, y0) = (from.x.double * Double(width), from.y.double * Double(height))
        let (x1, y1) = (to.x.double * Double(width), to.y.double * Double(height))
        let steps = max(1, Int(max(abs(x1 - x0), abs(y1 - y0)).rounded(.up)))
        for step in 0...steps {
          let part = Double(step) / Double(steps)
          own[height - Int((y0 + part * (y1 - y0)).rounded())][
            Int((x0 + part * (x1 - x0)).rounded())] =
            true
        }
      }
      for y in 0...height {
        for x in 0...width where own[y][x] { square[y][x] = square[y][x] == "." ? mark : "#" }
      }
    }
    draw(first, "o")
    draw(second, "x")
    let names = setting.scenario.actors.map(\.name)
    let keys = setting.strategies.map { $0[0].key }
    var text = setting.title + "\n"
    text += "o best reply of \(names[0])   x best reply of \(names[1])   # both: equilibrium\n\n"
    text += "probability of \(keys[0]) in \(names[0])\n"
    for (place, row) in square.enumerated() {
      let label = place == 0 ? "1 |" : place == height ? "0 |" : "  |"
      text += label + String(row) + "\n"
    }
    return text + "   0" + String(repeating: " ", count: width - 1)
      + "1\n   probability of \(keys[1]) in \(names[1])\n"
  }
}
