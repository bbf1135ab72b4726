import Arithmetic
import GameForms

/// The Shapley value where actors come in unions: orders in which members of a union are apart do
/// not count.
///
/// - Source: Owen 1977.
public enum OwenValue {
  /// The value of each actor.
  ///
  /// - Precondition: `unions` is a structure of as many actors as the game.
  public static func values(
    _ game: CoalitionalGame, unions structure: CoalitionStructure
  ) -> [Rational] {
    precondition(structure.actors == game.actors, "each actor is in one union")
    let unions = structure.blocks
    var values = Array(repeating: Rational.zero, count: game.actors)
    for (place, union) in unions.enumerated() {
      let others = Coalition.all(unions.count).subtracting(Coalition(of: place))
      for present in others.subsets {
        let outside = Coalition(
          rawValue: present.members.reduce(0) { $0 | unions[$1].rawValue })
        let outer = ShapleyValue.share(joining: present.count, of: unions.count)
        for actor in union.members {
          let own = Coalition(of: actor)
          for inside in union.subtracting(own).subsets {
            let before = outside.union(inside)
            values[actor] +=
              outer * ShapleyValue.share(joining: inside.count, of: union.count)
              * (game[before.union(own)] - game[before])
          }
        }
      }
    }
    return values
  }
}
