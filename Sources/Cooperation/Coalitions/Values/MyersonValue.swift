import Arithmetic
import GameForms

/// The Shapley value where only those cooperate who can talk, directly or through other members.
///
/// - Source: Myerson 1977.
public enum MyersonValue {
  /// The game in which a coalition is worth what its parts are that can talk.
  ///
  /// - Parameter links: pairs of actors who talk.
  public static func restricted(
    _ game: CoalitionalGame, to links: [(Int, Int)]
  ) -> CoalitionalGame {
    var partners = Array(repeating: Coalition(), count: game.actors)
    for (one, other) in links {
      partners[one].formUnion(Coalition(of: other))
      partners[other].formUnion(Coalition(of: one))
    }
    return CoalitionalGame(actors: game.actors) { coalition in
      var rest = coalition
      var worth = Rational.zero
      while let first = rest.members.first {
        let part = reached(from: first, within: coalition, partners)
        worth += game[part]
        rest.subtract(part)
      }
      return worth
    }
  }

  /// The value of each actor.
  public static func values(_ game: CoalitionalGame, links: [(Int, Int)]) -> [Rational] {
    ShapleyValue.values(restricted(game, to: links))
  }

  private static func reached(
    from first: Int, within coalition: Coalition, _ partners: [Coalition]
  ) -> Coalition {
    var part = Coalition(of: first)
    var fresh = part
    while !fresh.isEmpty {
      let next = fresh.members.reduce(into: Coalition()) { $0.formUnion(partners[$1]) }
      fresh = next.intersection(coalition).subtracting(part)
      part.formUnion(fresh)
    }
    return part
  }
}
