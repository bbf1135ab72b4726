import Arithmetic
import GameForms

/// Whether supports can be those of an equilibrium as far as single comparisons tell: against
/// mixtures that use each strategy of the other supports, one that earns no less anywhere and more
/// somewhere is better, and a strategy played must not have a better.
///
/// - Source: conditional dominance, Porter, Nudelman and Shoham 2004; weak dominance suffices since
///   every probability of a support is positive.
struct SupportDominance {
  /// Whether some strategy played has a better one, so that no equilibrium has these supports.
  let isExcluded: Bool
  /// Whether two strategies played earn the same throughout, so that no equilibrium with these
  /// supports is isolated.
  let isSingular: Bool

  /// Compares all strategies of `game` on these supports.
  init(_ game: StrategicGame, supports: [[Int]]) {
    var isSingular = false
    for (actor, support) in supports.enumerated() {
      var others = [0]
      for (other, played) in supports.enumerated() where other != actor {
        others = others.flatMap { base in played.map { base + $0 * game.strides[other] } }
      }
      for strategy in support {
        for rival in 0..<game.shape[actor] where rival != strategy {
          switch Self.compare(rival, strategy, of: actor, others, game) {
          case .better:
            (isExcluded, self.isSingular) = (true, false)
            return
          case .same: isSingular = isSingular || support.contains(rival)
          case .neither: break
          }
        }
      }
    }
    (isExcluded, self.isSingular) = (false, isSingular)
  }

  private enum Comparison { case better, same, neither }

  private static func compare(
    _ rival: Int, _ strategy: Int, of actor: Int, _ others: [Int], _ game: StrategicGame
  ) -> Comparison {
    var isBetter = false
    for place in others {
      let gain = game.payoff(at: place + rival * game.strides[actor], of: actor)
      let loss = game.payoff(at: place + strategy * game.strides[actor], of: actor)
      if gain < loss { return .neither }
      isBetter = isBetter || gain > loss
    }
    return isBetter ? .better : .same
  }
}
