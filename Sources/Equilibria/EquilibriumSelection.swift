import Arithmetic
import GameForms

/// Payoff and risk dominance between the two strict equilibria of a two-by-two game.
///
/// - Source: Harsanyi and Selten 1988: one equilibrium risk-dominates the other if the product of
///   the actors' losses from leaving it is larger.
public struct EquilibriumSelection: Hashable, Sendable {
  /// The two strict equilibria, as profile indices.
  public let equilibria: [Int]
  /// The products of the two actors' losses from leaving each.
  public let deviationLosses: [Rational]
  /// The equilibrium better for both actors, if one is.
  public let payoffDominant: Int?
  /// The equilibrium with the larger product, nil where they are equal.
  public let riskDominant: Int?

  /// The comparison, or nil where the game is not two by two with two strict equilibria, in
  /// different rows and columns.
  public static func solve(_ game: StrategicGame) -> EquilibriumSelection? {
    guard game.shape == [2, 2] else { return nil }
    let losses = (0..<4).map { profile in
      (0..<2).map { actor in
        let other = game.deviation(
          from: profile, of: actor, to: 1 - game.strategy(of: actor, at: profile))
        return game.payoff(at: profile, of: actor) - game.payoff(at: other, of: actor)
      }
    }
    let strict = (0..<4).filter { losses[$0].allSatisfy { $0.signum > 0 } }
    guard strict.count == 2 else { return nil }
    let products = strict.map { losses[$0][0] * losses[$0][1] }
    return EquilibriumSelection(
      equilibria: strict, deviationLosses: products,
      payoffDominant: strict.first { profile in
        strict.allSatisfy { $0 == profile || game.improvesForAll(profile, on: $0) }
      },
      riskDominant: products[0] == products[1] ? nil : strict[products[0] > products[1] ? 0 : 1])
  }
}

extension StrategicGame {
  fileprivate func improvesForAll(_ profile: Int, on other: Int) -> Bool {
    (0..<actors).allSatisfy { payoff(at: profile, of: $0) > payoff(at: other, of: $0) }
  }
}
