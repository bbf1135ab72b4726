import Arithmetic
import GameForms

/// The Shapley value within each block of a coalition structure: blocks keep to themselves.
///
/// - Source: Aumann and Dreze 1974.
public enum AumannDrezeValue {
  /// The value of each actor; the members of a block share what the block is worth.
  ///
  /// - Precondition: `structure` is of as many actors as the game.
  public static func values(
    _ game: CoalitionalGame, structure: CoalitionStructure
  ) -> [Rational] {
    precondition(structure.actors == game.actors, "each actor is in one block")
    var values = Array(repeating: Rational.zero, count: game.actors)
    for block in structure.blocks {
      for (actor, value) in zip(block.members, ShapleyValue.values(game.subgame(block))) {
        values[actor] = value
      }
    }
    return values
  }
}
