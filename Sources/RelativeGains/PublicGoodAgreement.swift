import Arithmetic
import Cooperation
import GameForms

/// An agreement on a public good: one unit benefits each of n by 1 and costs its maker q^2 / 2 for q
/// units; members do what is best for them together, others what is best for each.
///
/// - Source: Barrett 1994; under relative gains ours.
public struct PublicGoodAgreement: Sendable {
  /// How many actors there are, at least two.
  public let actors: Int
  /// Snidal's weight of each on the mean gain of the others, from 0 to 1.
  public let weight: Rational

  /// The agreement of these parts.
  public init(actors: Int, weight: Rational = .zero) {
    precondition(2...CoalitionalGame.mostActors ~= actors, "an agreement has 2 to 24 actors")
    self.actors = actors
    self.weight = weight
  }

  /// What each member of a block of this size makes: `s (1 - r) / (1 - rho (s - 1))`.
  public func quantity(inBlockOf size: Int) -> Rational {
    let rest = Rational.one - weight * Rational(size - 1, actors - 1)
    // Where all agree they make what is best for all, whatever the weight.
    guard !rest.isZero else { return Rational(size) }
    return Rational(size) * (.one - weight) / rest
  }

  /// The absolute gains of every block of every structure.
  public var game: PartitionGame {
    PartitionGame(actors: actors) { block, structure in
      let total = structure.blocks.reduce(Rational.zero) {
        $0 + Rational($1.count) * self.quantity(inBlockOf: $1.count)
      }
      let own = self.quantity(inBlockOf: block.count)
      return Rational(block.count) * (total - own * own * Rational(1, 2))
    }
  }

  /// Whether an agreement of `size` holds, with equal shares.
  public func verdict(onAgreementOf size: Int) -> AgreementStability.Verdict {
    let theta = RelativeGainsCore.theta(rho: weight / Rational(actors - 1))
    return AgreementStability(
      game, sharing: .equal, weights: Array(repeating: theta, count: actors)
    ).verdict(on: .all(size))
  }
}
