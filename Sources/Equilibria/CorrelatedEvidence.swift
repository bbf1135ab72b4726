import Arithmetic
import GameForms

/// A way to disobey a mediator.
public struct Disobedience: Hashable, Sendable {
  /// Who disobeys.
  public let actor: Int
  /// The part it is told, nil where it decides before it is told.
  public let told: Int?
  /// What it plays instead.
  public let turnsTo: Int

  /// Every way to disobey in a game.
  static func all(in game: StrategicGame, _ kind: CorrelatedEquilibria.Kind) -> [Disobedience] {
    (0..<game.actors).flatMap { actor in
      let strategies = 0..<game.shape[actor]
      return switch kind {
      case .told:
        strategies.flatMap { told in
          strategies.filter { $0 != told }.map {
            Disobedience(actor: actor, told: told, turnsTo: $0)
          }
        }
      case .untold:
        strategies.map { Disobedience(actor: actor, told: nil, turnsTo: $0) }
      }
    }
  }

  /// What it gains the actor when this profile is drawn.
  func gain(at profile: Int, in game: StrategicGame) -> Rational {
    if let told, game.strategy(of: actor, at: profile) != told { return .zero }
    let other = game.deviation(from: profile, of: actor, to: turnsTo)
    return game.payoff(at: other, of: actor) - game.payoff(at: profile, of: actor)
  }
}

/// The proof that a distribution over profiles is an equilibrium and that none is better, checked
/// in exact arithmetic from the payoffs, whoever found it.
///
/// That it is an equilibrium: ``largestGain`` is not positive. That none is better: weights `l` of
/// the actors' utilities and prices `y >= 0` of the ways to disobey, such that in every profile
/// `sum_i l_i u_i <= value + sum_w y_w gain_w`. Averaged over any equilibrium the gains are at most
/// 0, so that the weighted sum, and with it the objective, is at most the value.
///
/// - Source: duality of linear programs, Gale, Kuhn and Tucker 1951.
public struct CorrelatedEvidence: Hashable, Sendable {
  /// What a way to disobey costs at the optimum.
  public struct Price: Hashable, Sendable {
    /// The way.
    public let way: Disobedience
    /// Its price, above zero.
    public let price: Rational
  }

  /// The most that anyone expects to gain by disobeying: a part that may be told, weighted by its
  /// probability, or, of coarse equilibria, the whole draw. Zero where nobody has a choice.
  public let largestGain: Rational
  /// The weight of each actor's utility.
  public let weights: [Rational]
  /// The prices that are not zero.
  public let prices: [Price]
  /// Whether everything holds.
  public let isProof: Bool

  /// Checks what a solver says.
  init(
    that distribution: [Rational], of kind: CorrelatedEquilibria.Kind, in game: StrategicGame,
    isBestFor objective: CorrelatedEquilibria.Objective, at value: Rational,
    weights: [Rational], prices: [Price]
  ) {
    self.weights = weights
    self.prices = prices
    largestGain = Self.largestGain(distribution, kind, game)
    isProof =
      distribution.isDistribution && largestGain.signum <= 0
      && objective.isBounded(by: weights) && prices.allSatisfy { $0.price.signum > 0 }
      && (0..<game.profiles).allSatisfy { profile in
        let worth = weights.dot((0..<game.actors).map { game.payoff(at: profile, of: $0) })
        return worth
          <= prices.reduce(value) { $0 + $1.price * $1.way.gain(at: profile, in: game) }
      }
  }

  /// The largest gain, from what each strategy would earn: another road than the solver's rows.
  static func largestGain(
    _ distribution: [Rational], _ kind: CorrelatedEquilibria.Kind, _ game: StrategicGame
  ) -> Rational {
    let drawn = distribution.indices.filter { !distribution[$0].isZero }
    var largest: Rational?
    for actor in 0..<game.actors where game.shape[actor] > 1 {
      let heard =
        kind == .untold
        ? [drawn] : Dictionary(grouping: drawn) { game.strategy(of: actor, at: $0) }.map(\.value)
      for profiles in heard {
        let obeying = profiles.reduce(Rational.zero) {
          $0 + distribution[$1] * game.payoff(at: $1, of: actor)
        }
        for strategy in 0..<game.shape[actor]
        where kind == .untold || strategy != game.strategy(of: actor, at: profiles[0]) {
          let disobeying = profiles.reduce(Rational.zero) {
            let other = game.deviation(from: $1, of: actor, to: strategy)
            return $0 + distribution[$1] * game.payoff(at: other, of: actor)
          }
          largest = max(largest ?? disobeying - obeying, disobeying - obeying)
        }
      }
    }
    return largest ?? .zero
  }
}

extension CorrelatedEquilibria.Objective {
  /// Whether the objective is never above the sum of utilities with these weights.
  fileprivate func isBounded(by weights: [Rational]) -> Bool {
    switch self {
    case .welfare: weights.allSatisfy { $0 == .one }
    case .egalitarian: weights.isDistribution
    case .actor(let actor):
      weights.indices.allSatisfy { weights[$0] == ($0 == actor ? .one : .zero) }
    }
  }
}
