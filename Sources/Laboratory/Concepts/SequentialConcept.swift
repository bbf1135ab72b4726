import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// Sequential equilibria in pure strategies, with beliefs.
  public static let sequential = Concept(
    name: "sequential",
    answers: "Which pure plans are best everywhere under some beliefs that small mistakes explain?",
    forms: ["extensive", "bayesian"], takes: "any number of actors who forget nothing",
    method: "subgame-perfect plans with beliefs, each assessment tested exactly for rationality "
      + "and consistency",
    source: "Kreps and Wilson 1982",
    limits: "\(PureSequentialEquilibria().most) candidates"
  ) { setting, options in
    let view = try setting.tree()
    let game = view.utilities
    let found: PureSequentialEquilibria.Answer
    options.announce(
      "corners of the beliefs at sets that a plan need not reach",
      seconds: PureSequentialEquilibria.expectedSeconds(game))
    do throws(ExtensiveRefusal) {
      found = try PureSequentialEquilibria(seconds: options.seconds).solve(game)
    } catch {
      throw LaboratoryError(error, of: "sequential", in: view)
    }
    let plans = found.equilibria.map { assessment in
      PlansAnswer.Plan(
        profile: assessment.profile, free: [], beliefs: assessment.beliefs,
        gains: view.gains.expectedPayoffs(of: assessment.profile),
        utilities: game.expectedPayoffs(of: assessment.profile),
        regret: game.rationalityRegrets(of: assessment).max() ?? .zero)
    }
    guard plans.allSatisfy(\.regret.isZero) else {
      throw LaboratoryError.failedCheck(concept: "sequential")
    }
    var notes: [String] = []
    if !found.refuted.isEmpty {
      notes.append(
        "\(Words.count(found.refuted.count, "subgame-perfect plan")) refuted: no beliefs make "
          + "them best everywhere.")
    }
    if !found.open.isEmpty {
      notes.append(
        "\(Words.count(found.open.count, "subgame-perfect plan")) left open: no beliefs tried "
          + "were consistent.")
    }
    return Solution(
      concept: "sequential", method: found.method, isExact: setting.isExact,
      status: found.completeness, answer: PlansAnswer(plans: plans, view: view, notes: notes))
  }
}
