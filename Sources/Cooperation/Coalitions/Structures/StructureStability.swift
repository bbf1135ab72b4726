import Arithmetic
import GameForms

/// Whether a coalition structure holds: within each block something can be paid so that no part of
/// it leaves, and no merger that would itself hold pays.
///
/// A part that leaves stands apart from the rest of its block, and the other blocks stay as they
/// are. Without externalities and weights the first half says that each block's own core is not
/// empty.
///
/// - Source: Aumann and Dreze 1974 for the core of a structure; with externalities and weights on
///   relative gains ours.
public struct StructureStability: Sendable {
  private let claims: StandingClaims
  private let moves: MergeAndSplit

  /// The stability of structures of `game`; `weights` are theta_i = rho_i / (1 + rho_i), none for
  /// absolute gains.
  public init(_ game: PartitionGame, weights: [Rational]? = nil) {
    claims = StandingClaims(
      game: game, weights: weights ?? Array(repeating: .zero, count: game.actors))
    moves = MergeAndSplit(game, weights: weights)
  }

  /// What every part of a block claims, counted within the block: its worth apart and, for its
  /// weight, what all lose by its leaving.
  public func claims(within block: Coalition, of structure: CoalitionStructure) -> CoalitionalGame {
    let members = block.members
    let whole = claims.game.total(in: structure)
    let kept = structure.blocks.filter { $0 != block }
    return CoalitionalGame(actors: members.count) { inner in
      let part = Coalition(inner.members.map { members[$0] })
      guard part != block else {
        return claims.game.worth(ofBlockOf: members[0], in: structure)
      }
      let blocks = kept + [part, block.subtracting(part)]
      guard let apart = CoalitionStructure(blocks, actors: structure.actors) else { return .zero }
      let worths = claims.game.worths(in: apart)
      return worths[apart.blockOf[part.members[0]]]
        + CoalitionalGame.total(claims.weights, of: part)
        * (whole - worths.reduce(.zero, +))
    }
  }

  /// Whether every block can be divided so that no part of it leaves.
  ///
  /// - Throws: ``CoalitionRefusal`` when there are too many actors or the seconds are up.
  public func holds(
    _ structure: CoalitionStructure, seconds: Double? = nil
  ) throws(CoalitionRefusal) -> Bool {
    for block in structure.blocks where block.count > 1 {
      let claims = claims(within: block, of: structure)
      if let answer = Self.cheapAnswer(claims) {
        guard answer else { return false }
      } else if try LeastCore.solve(claims, seconds: seconds).isCoreEmpty {
        return false
      }
    }
    return true
  }

  /// Whether the core is not empty, where two parts that claim too much or the Shapley value tell.
  private static func cheapAnswer(_ game: CoalitionalGame) -> Bool? {
    let all = game[game.everyone]
    if game.alone.reduce(.zero, +) > all { return false }
    for bits in 1..<(game.coalitions / 2) {
      let part = Coalition(rawValue: bits)
      if game[part] + game[part.complement(of: game.actors)] > all { return false }
    }
    let values = ShapleyValue.values(game)
    let isHeld = (1..<game.coalitions).allSatisfy { bits in
      let part = Coalition(rawValue: bits)
      return CoalitionalGame.total(values, of: part) >= game[part]
    }
    return isHeld ? true : nil
  }

  /// Whether the structure holds and no merger that would hold pays.
  ///
  /// - Throws: ``CoalitionRefusal`` when there are too many actors or the seconds are up.
  public func isStable(
    _ structure: CoalitionStructure, seconds: Double? = nil
  ) throws(CoalitionRefusal) -> Bool {
    guard try holds(structure, seconds: seconds) else { return false }
    for move in moves.mergers(structure) {
      if try holds(move.structure, seconds: seconds) { return false }
    }
    return true
  }
}
