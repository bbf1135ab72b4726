import Arithmetic
import GameForms

/// A Nash equilibrium together with the evidence for it.
public struct Equilibrium: Hashable, Sendable {
  /// What each actor plays.
  public let profile: MixedProfile
  /// What each actor expects to earn.
  public let payoffs: [Rational]
  /// The most that any actor could gain by turning to another strategy; 0 in an exact equilibrium.
  public let regret: Rational

  private init(profile: MixedProfile, payoffs: [Rational], regret: Rational) {
    (self.profile, self.payoffs, self.regret) = (profile, payoffs, regret)
  }

  /// The profile with its payoffs and regret, computed from the definition, independently of any
  /// solver.
  public init(evaluating profile: MixedProfile, in game: StrategicGame) {
    let values = game.strategyValues(against: profile)
    let payoffs = zip(values, profile.probabilities).map { values, weights in
      zip(values, weights).reduce(Rational.zero) { $0 + $1.0 * $1.1 }
    }
    let regret = zip(values, payoffs).reduce(Rational.zero) { worst, actor in
      max(worst, (actor.0.max() ?? actor.1) - actor.1)
    }
    self.init(profile: profile, payoffs: payoffs, regret: regret)
  }

  /// The same, or nothing when the profile is not an exact equilibrium of the game.
  public init?(verifying profile: MixedProfile, in game: StrategicGame) {
    switch WideReplies.check(profile, in: game) {
    case .equilibrium(let payoffs):
      self.init(profile: profile, payoffs: payoffs, regret: .zero)
    case .refuted: return nil
    case .unknown:
      guard profile.isValid else { return nil }
      self.init(evaluating: profile, in: game)
      guard regret.isZero else { return nil }
    }
  }
}

/// What a list of solutions is.
public enum Completeness: Hashable, Sendable {
  /// Every solution there is.
  case complete
  /// Some solutions; others may exist.
  case sample
  /// Work stopped at this limit; what was found until then is right, but not all.
  case limit(String)
}
