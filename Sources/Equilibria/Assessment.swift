import Arithmetic
import GameForms

/// What is played and what is believed: the object of sequential equilibrium.
public struct Assessment: Hashable, Sendable {
  /// What is played at each information set.
  public let profile: BehaviourProfile
  /// `beliefs[set][k]`: how likely its actor thinks the `k`-th node of the set, once it is reached.
  public let beliefs: [[Rational]]

  /// The assessment with these beliefs.
  public init(profile: BehaviourProfile, beliefs: [[Rational]]) {
    self.profile = profile
    self.beliefs = beliefs
  }

  /// Whether beliefs and behaviour are probability distributions of the right sizes, exactly.
  public func isValid(in game: ExtensiveGame) -> Bool {
    profile.isValid(in: game) && beliefs.count == game.sets.count
      && zip(beliefs, game.members).allSatisfy { row, nodes in
        row.count == nodes.count && row.allSatisfy { $0.signum >= 0 }
          && row.reduce(.zero, +) == .one
      }
  }
}

extension ExtensiveGame {
  /// The beliefs that Bayes' rule gives at each information set; nil where `profile` never leads.
  public func bayesianBeliefs(under profile: BehaviourProfile) -> [[Rational]?] {
    let reach = reach(under: profile)
    return members.map { nodes in
      let total = nodes.reduce(Rational.zero) { $0 + reach[$1] }
      return total.isZero ? nil : nodes.map { reach[$0] / total }
    }
  }

  /// What the actor of each information set could gain there, given the assessment's beliefs, by
  /// playing otherwise from there on: 0 everywhere exactly when it is sequentially rational.
  ///
  /// - Precondition: the game has perfect recall, and the assessment is valid in it.
  public func rationalityRegrets(of assessment: Assessment) -> [Rational] {
    let values = values(under: assessment.profile)
    return sets.indices.map { set in
      let actor = sets[set].actor
      let start = zip(members[set], assessment.beliefs[set]).map { ($0, $1) }
      let expected = start.reduce(Rational.zero) { $0 + $1.1 * values[$1.0][actor] }
      return ContinuationReply(
        of: actor, in: self, against: assessment.profile, from: start
      ).value - expected
    }
  }
}
