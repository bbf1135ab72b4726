import Arithmetic
import GameForms

/// The least and the most that each actor has in the core.
public enum CoreExtremes {
  /// Two divisions of the core for an actor: one with the least for it, one with the most.
  public struct Extremes: Hashable, Sendable {
    /// A division of the core with the least for the actor.
    public let least: [Rational]
    /// A division of the core with the most for the actor.
    public let most: [Rational]
  }

  /// The extremes of each actor; nil where the core is empty.
  ///
  /// - Throws: ``CoalitionRefusal`` when there are too many actors or the seconds are up.
  public static func solve(
    _ game: CoalitionalGame, seconds: Double? = nil
  ) throws(CoalitionRefusal) -> [Extremes]? {
    guard try !LeastCore.solve(game, seconds: seconds).isCoreEmpty else { return nil }
    guard game.actors > 1 else {
      let all = [game[game.everyone]]
      return [Extremes(least: all, most: all)]
    }
    var extremes: [Extremes] = []
    for actor in 0..<game.actors {
      let rest = Coalition(of: actor).complement(of: game.actors)
      extremes.append(
        Extremes(
          least: try point(game, actor, 1, from: Coalition(of: actor), seconds),
          most: try point(game, actor, -1, from: rest, seconds)))
    }
    return extremes
  }

  private static func point(
    _ game: CoalitionalGame, _ actor: Int, _ sign: Int, from first: Coalition, _ seconds: Double?
  ) throws(CoalitionRefusal) -> [Rational] {
    var objective = Array(repeating: 0, count: game.actors + 1)
    objective[actor] = sign
    return try CoalitionProgram(
      game: game, objective: objective,
      fixed: [(game.everyone.rawValue, game[game.everyone]), (1 << game.actors, .zero)],
      start: [.fixed(0), .fixed(1), .open(first.rawValue)]
        + (0..<game.actors).map { .open(1 << $0) }
    ).optimum(seconds: seconds).point
  }
}
