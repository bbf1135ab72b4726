import Equilibria
import GameForms
public import Laboratory

/// Logit quantal response equilibria: how likely each strategy is, against lambda on a scale of
/// ratios, from even chances to an equilibrium; thin, the branches that other pure equilibria lie on.
///
/// - Source: McKelvey and Palfrey 1995, figures 1 to 5.
public struct QuantalResponseFigure: Sendable {
  private let title: String
  private let lines: [Line]
  private let principal: LogitBranch
  private let others: [LogitBranch]
  /// Where lambda starts to matter, and where nothing moves any more.
  private let start: Double
  private let end: Double

  /// A strategy that is drawn.
  private struct Line {
    let actor: Int
    let strategy: Int
    let label: String
  }

  /// Most strategies drawn.
  static let mostLines = 14
  /// Most profiles of a game whose other branches are looked for.
  private static let mostProfiles = 64

  /// The figure of a setting; nil where it is no game of strategies, or the branch was not found
  /// within the seconds.
  public init?(_ setting: Setting, seconds: Double? = nil) {
    guard setting.view != nil else { return nil }
    let path = LogitPath(setting.utilities, seconds: seconds)
    principal = path.principalBranch()
    guard principal.points.count > 1 else { return nil }
    title = setting.title
    var others: [LogitBranch] = []
    let settled = Self.settled(principal)
    if setting.utilities.shape.reduce(1, *) <= Self.mostProfiles {
      let lambda = max(2 * settled, 30 / Self.range(setting.utilities))
      for index in PureEquilibria.solve(setting.utilities) {
        let profile = setting.utilities.profile(at: index)
        let start = zip(profile, setting.utilities.shape).map { chosen, count in
          (0..<count).map { $0 == chosen ? 1 - 1e-3 : 1e-3 / Double(max(1, count - 1)) }
        }
        guard !Self.leads(principal, to: profile),
          !others.contains(where: { Self.leads($0, to: profile) }),
          let branch = path.branch(near: start, lambda: lambda)
        else { continue }
        others.append(branch)
      }
    }
    self.others = others
    start = Self.departure(principal)
    end = max(1.25 * ([settled] + others.map(Self.settled)).reduce(0, max), 10 * start)
    lines = Self.lines(setting, principal)
  }

  /// The lambda from which on neither end of the branch moves any more.
  private static func settled(_ branch: LogitBranch) -> Double {
    let turns = branch.folds.map(\.lambda).max() ?? 0
    let ends = [branch.points, branch.points.reversed()].map { points -> Double in
      guard let end = points.first, end.lambda > 0 else { return 0 }
      let moving = points.first { point in
        zip(point.probabilities.joined(), end.probabilities.joined())
          .contains { abs($0 - $1) > 0.01 }
      }
      return moving?.lambda ?? 1
    }
    return max(ends.reduce(0, max), turns, 1e-6)
  }

  /// The lambda below which play is all but even.
  private static func departure(_ branch: LogitBranch) -> Double {
    let first = branch.points.first { point in
      point.lambda > 0
        && point.probabilities.contains { own in
          own.contains { abs($0 - 1 / Double(own.count)) > 0.03 }
        }
    }
    return max((first?.lambda ?? 0.3) / 3, 1e-9)
  }

  /// The greatest difference between payoffs of one actor.
  private static func range(_ game: StrategicGame) -> Double {
    let ranges = game.shape.indices.map { actor -> Double in
      let payoffs = (0..<game.profiles).map { game.payoff(at: $0, of: actor).double }
      return (payoffs.max() ?? 0) - (payoffs.min() ?? 0)
    }
    return max(ranges.max() ?? 1, 1e-9)
  }

  private static func leads(_ branch: LogitBranch, to profile: [Int]) -> Bool {
    branch.limits.contains { limit in
      zip(limit.probabilities, profile).allSatisfy { $0[$1] > 0.99 }
    }
  }

  /// Of two strategies the first, of several all; where they are too many those that matter most.
  private static func lines(_ setting: Setting, _ branch: LogitBranch) -> [Line] {
    var lines: [(line: Line, most: Double)] = []
    for (actor, strategies) in setting.strategies.enumerated() {
      for strategy in strategies.indices.prefix(strategies.count == 2 ? 1 : strategies.count) {
        let name = "\(setting.scenario.actors[actor].name): \(strategies[strategy].key)"
        let line = Line(actor: actor, strategy: strategy, label: name)
        lines.append((line, branch.points.last?.probabilities[actor][strategy] ?? 0))
      }
    }
    let least = lines.map(\.most).sorted(by: >).prefix(mostLines).last ?? 0
    return Array(lines.filter { $0.most >= least }.prefix(mostLines).map(\.line))
  }

  /// The figure as an SVG document.
  public var svg: String {
    var drawn = lines.enumerated().map { index, line in
      LineFigure.Line(label: line.label, points: points(principal, line), style: index)
    }
    for branch in others {
      for (index, line) in lines.enumerated() {
        drawn.append(
          LineFigure.Line(label: "", points: points(branch, line), style: index, isThin: true))
      }
    }
    var figure = LineFigure(
      title: title, xLabel: "lambda: how surely the better is chosen", yLabel: "probability",
      lines: drawn, caption: caption)
    figure.isLogarithmic = true
    return figure.svg
  }

  /// The branch up to the end of the axis, in the order of the curve.
  private func points(_ branch: LogitBranch, _ line: Line) -> [(x: Double, y: Double?)] {
    var result: [(x: Double, y: Double?)] = []
    var last: (x: Double, y: Double)?
    for point in branch.points {
      let here = (x: max(point.lambda, start), y: point.probabilities[line.actor][line.strategy])
      if let last, (last.x <= end) != (here.x <= end) {
        let share = (end - last.x) / (here.x - last.x)
        result.append((end, last.y + share * (here.y - last.y)))
        if here.x > end { result.append((end, nil)) }
      }
      if here.x <= end { result.append((here.x, here.y)) }
      last = here
    }
    return result
  }

  private var caption: String {
    var text = "The principal branch of logit equilibria; of two strategies the first is drawn."
    if !others.isEmpty {
      text += " Thin: branches that lead to other pure equilibria."
    }
    return text
  }
}
