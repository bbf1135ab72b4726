import Arithmetic
import GameForms
import LinearPrograms

/// The vertices of the core: the divisions of which all others are mixtures.
///
/// The simplex of imputations is cut by one coalition after another; of the vertices that a cut
/// leaves, those are new that lie between two neighbours on either side of it.
///
/// - Source: Motzkin, Raiffa, Thompson and Thrall 1953, the double description method.
public enum CoreVertices {
  /// Most actors: with 7 the core of a convex game has up to 5,040 vertices.
  public static let mostActors = 7

  /// The vertices in lexicographic order, none where the core is empty.
  ///
  /// - Throws: ``CoalitionRefusal`` when there are too many actors or the seconds are up.
  public static func solve(
    _ game: CoalitionalGame, seconds: Double? = nil
  ) throws(CoalitionRefusal) -> [[Rational]] {
    guard game.actors <= mostActors else {
      throw .tooManyActors(count: game.actors, limit: mostActors)
    }
    let deadline = Deadline(seconds: seconds)
    var vertices = imputations(game)
    for bits in 1..<(game.coalitions - 1) where bits.nonzeroBitCount > 1 {
      if deadline.isOver { throw .overdue(seconds: seconds ?? 0) }
      vertices = cut(vertices, by: Coalition(rawValue: bits), game)
    }
    return vertices.map(\.point).sorted { $0.lexicographicallyPrecedes($1) }
  }

  private struct Vertex {
    let point: [Rational]
    /// The coalitions that have just what they are worth, one bit each.
    var tight: UInt128
  }

  private static func imputations(_ game: CoalitionalGame) -> [Vertex] {
    let alone = game.alone
    let surplus = game[game.everyone] - alone.reduce(.zero, +)
    guard surplus.signum >= 0 else { return [] }
    let singles = (0..<game.actors).reduce(UInt128.zero) { $0 | 1 << (1 << $1) }
    guard surplus.signum > 0 else { return [Vertex(point: alone, tight: singles)] }
    return (0..<game.actors).map { actor in
      var point = alone
      point[actor] += surplus
      return Vertex(point: point, tight: singles & ~(1 << (1 << actor)))
    }
  }

  private static func cut(
    _ vertices: [Vertex], by coalition: Coalition, _ game: CoalitionalGame
  ) -> [Vertex] {
    let worth = game[coalition]
    let mark: UInt128 = 1 << coalition.rawValue
    let slack = vertices.map { CoalitionalGame.total($0.point, of: coalition) - worth }
    var kept: [Vertex] = []
    for (vertex, slack) in zip(vertices, slack) where slack.signum >= 0 {
      var vertex = vertex
      if slack.isZero { vertex.tight |= mark }
      kept.append(vertex)
    }
    let inside = vertices.indices.filter { slack[$0].signum > 0 }
    let outside = vertices.indices.filter { slack[$0].signum < 0 }
    for near in inside {
      for far in outside {
        let shared = vertices[near].tight & vertices[far].tight
        guard shared.nonzeroBitCount >= game.actors - 2,
          !vertices.indices.contains(where: {
            $0 != near && $0 != far && vertices[$0].tight & shared == shared
          })
        else { continue }
        let share = slack[near] / (slack[near] - slack[far])
        let point = zip(vertices[near].point, vertices[far].point).map {
          $0 + share * ($1 - $0)
        }
        kept.append(Vertex(point: point, tight: shared | mark))
      }
    }
    return kept
  }
}
