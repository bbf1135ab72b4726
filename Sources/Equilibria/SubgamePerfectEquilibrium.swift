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

  /// The profile with its payoffs and regret, from the definition.
  init(profile: BehaviourProfile, free: [Int], in game: ExtensiveGame) {
    self.profile = profile
    self.free = free
    payoffs = game.expectedPayoffs(of: profile)
    regret = game.subgameRegret(of: profile)
  }
}
