import Arithmetic
import Cooperation
import Equilibria
import GameForms
import Scenarios

extension HypergameForm: Predicting {
  /// Whether it may come about when each plays its part of what it expects; where what some actor
  /// sees is out of reach, nothing is predicted.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) -> Bool {
    let shape = truth.shape
    let seen = perceived(in: evaluated).map { StrategicGame(shape: shape, payoffs: $0) }
    let utilities = Array(evaluated.utilities.prefix(truth.cells.count * shape.count))
    let game = Hypergame(truth: StrategicGame(shape: shape, payoffs: utilities), perceived: seen)
    guard let found = try? HypergameOutcomes.solve(game) else { return false }
    return found.outcomes.contains { $0.profile == MixedProfile(pure: outcome, shape: shape) }
  }

  /// `may come about` or `no`.
  func verdict(on outcome: [Int], _ evaluated: EvaluatedGame) -> String {
    predicts(outcome, evaluated) ? "may come about" : "no"
  }
}

extension BayesianForm: Predicting {
  /// Whether the recorded types act so in some Bayesian equilibrium in pure strategies; where the
  /// agent form is out of reach, nothing is predicted.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) throws -> Bool {
    guard let agents = try? games(of: evaluated).utilities.extensive.agentForm() else {
      return false
    }
    // The agents are the types of the first actor, then those of the next.
    var first = 0
    let recorded = types.indices.map { actor in
      defer { first += types[actor].count }
      return (agent: first + outcome[actor], action: outcome[types.count + actor])
    }
    return PureEquilibria.solve(agents).contains { index in
      let profile = agents.profile(at: index)
      return recorded.allSatisfy { profile[$0.agent] == $0.action }
    }
  }
}

extension RepeatedForm: Predicting {
  /// Whether the profile, played all along, is an equilibrium of the stage game or, in a game
  /// without end, held by the threat to play such an equilibrium for ever after.
  ///
  /// - Source: Friedman 1971. Harsher threats might hold more.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) -> Bool {
    verdict(on: outcome, evaluated) != "no"
  }

  /// `equilibrium of the stage`, `held by a threat` or `no`.
  func verdict(on outcome: [Int], _ evaluated: EvaluatedGame) -> String {
    let game = StrategicGame(shape: stage.shape, payoffs: evaluated.utilities)
    let played = stage.index(of: outcome)
    if game.isPureEquilibrium(played) { return "equilibrium of the stage" }
    guard periods == nil else { return "no" }
    let tempted = game.shape.indices.map { actor in
      (0..<game.shape[actor]).map { strategy in
        var profile = outcome
        profile[actor] = strategy
        return game.payoff(at: stage.index(of: profile), of: actor)
      }.max() ?? .zero
    }
    let isHeld = PureEquilibria.solve(game).contains { punishment in
      game.shape.indices.allSatisfy { actor in
        let patience = evaluated.numbers[actor]
        let deviating =
          (Rational.one - patience) * tempted[actor]
          + patience * game.payoff(at: punishment, of: actor)
        return game.payoff(at: played, of: actor) >= deviating
      }
    }
    return isHeld ? "held by a threat" : "no"
  }
}

extension DivisionForm: Predicting {
  /// A division is predicted where everyone accepts it and no other harms nobody and helps someone.
  ///
  /// - Throws: ``LaboratoryError`` under a rule that is not linear: parcels would not add up.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) throws -> Bool {
    guard evaluated.rule.rule.isLinear else {
      throw LaboratoryError.wrongSize(
        concept: "history", takes: "a linear rule, under which parcels add up",
        found: "rule \(evaluated.rule.rule.rawValue)", instead: "use --rule grieco or snidal")
    }
    guard let allocation = allocation(of: outcome) else { return false }
    let problem = problem(of: evaluated)
    let isAccepted = zip(problem.values(of: allocation), problem.disagreement)
      .allSatisfy { $0 >= $1 }
    return try isAccepted && problem.improvement(on: allocation) == nil
  }

  /// `allowed for`: many divisions may be, and none is an equilibrium.
  func verdict(on outcome: [Int], _ evaluated: EvaluatedGame) throws -> String {
    try predicts(outcome, evaluated) ? "allowed for" : "no"
  }
}
