import Arithmetic
import GameForms

/// An equilibrium in every subgame, with the evidence for it.
public struct SubgamePerfectEquilibrium: Hashable, Sendable {
  /// What is played at each information set.
  public let profile: BehaviourProfile
  /// Sets that no own move leads to within their subgame; any action there will do.
  public let free: [Int]
  /// What each actor expects.
  public let payoffs: [Rational]
  /// The most that any actor could gain in any subgame; 0.
  public let regret: Rational

  /// The profile with its payoffs and regret, from the definition; of perfect information it is
  /// enough that no single move can be improved.
  ///
  /// - Source: the one-deviation property, Osborne and Rubinstein 1994, lemma 98.2.
  init(profile: BehaviourProfile, free: [Int], in game: ExtensiveGame) {
    self.profile = profile
    self.free = free
    let values = game.values(under: profile)
    payoffs = values[0]
    regret =
      game.hasPerfectInformation && game.isBest(profile, values: values)
      ? .zero : game.subgameRegret(of: profile)
  }
}

extension ExtensiveGame {
  /// Whether every action played leads to as much as its actor can get at the node, play going on
  /// as it does; `values[node][actor]` are those under the profile.
  fileprivate func isBest(_ profile: BehaviourProfile, values: [[Rational]]) -> Bool {
    nodes.allSatisfy { node in
      guard case .decision(let set) = node.kind else { return true }
      let actor = sets[set].actor
      return node.children.enumerated().allSatisfy { action, child in
        profile.probabilities[set][action].isZero
          || node.children.allSatisfy { values[$0][actor] <= values[child][actor] }
      }
    }
  }
}
