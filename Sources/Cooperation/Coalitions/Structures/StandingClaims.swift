import Arithmetic
import GameForms

/// What blocks compare when actors mind how much the others gain: a member's share less its weight
/// times the gains of all.
///
/// With `u_i = (1 + rho_i) x_i - rho_i W`, where W is what all gain, members of a block prefer one
/// structure to another, after transfers among themselves, just where `w(B) - theta(B) W` is larger;
/// `theta_i = rho_i / (1 + rho_i)`. Weights of zero leave absolute gains.
struct StandingClaims {
  let game: PartitionGame
  /// One weight an actor.
  let weights: [Rational]

  /// What the block of `actor` compares in a structure.
  func block(of actor: Int, in structure: CoalitionStructure) -> Rational {
    let place = structure.blockOf[actor]
    let worths = game.worths(in: structure)
    let weight = weights.indices.reduce(Rational.zero) {
      structure.blockOf[$1] == place ? $0 + weights[$1] : $0
    }
    return weight.isZero ? worths[place] : worths[place] - weight * worths.reduce(.zero, +)
  }

  /// What one actor compares in a structure in which members of a block share equally.
  func equalShare(of actor: Int, in structure: CoalitionStructure) -> Rational {
    let size = structure.blocks[structure.blockOf[actor]].count
    return game.worth(ofBlockOf: actor, in: structure) / Rational(size)
      - weights[actor] * game.total(in: structure)
  }
}
