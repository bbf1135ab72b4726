import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// Perfect Bayesian equilibria of signalling games.
  public static let perfectBayesian = Concept(
    name: "perfect-bayesian",
    answers: "What do messages tell? Pooling, separating and semi-separating plans with beliefs.",
    forms: ["extensive"],
    takes: "signalling games: chance makes a type, its actor sends a message, another replies",
    method: "enumeration of supports, linear programs solved exactly",
    source: "Fudenberg and Tirole 1991; Cho and Kreps 1987",
    limits: "\(Int(SignallingEquilibria.mostSupports)) pairs of supports"
  ) { setting, options in
    let view = try setting.tree()
    guard let game = SignallingGame(view.utilities) else {
      throw LaboratoryError.wrongSize(
        concept: "perfect-bayesian", takes: "signalling games",
        found: "another order of moves, or other actors",
        instead: "use --concept sequential")
    }
    let found: SignallingEquilibria.Answer
    do throws(SignallingRefusal) {
      found = try SignallingEquilibria(seconds: options.seconds).solve(game)
    } catch .impossibleType(let type) {
      throw LaboratoryError.wrongSize(
        concept: "perfect-bayesian", takes: "types that may occur",
        found: "one of probability 0, \(quoted(view.moves[0][type]))",
        instead: "leave the type out")
    } catch .tooManySupports(let count, let limit) {
      throw LaboratoryError.tooLarge(
        concept: "perfect-bayesian", size: "\(count.text(digits: 6)) pairs of supports",
        limit: "\(limit.text(digits: 7)) pairs", instead: "use --concept sequential")
    }
    var plans: [PlansAnswer.Plan] = []
    for equilibrium in found.equilibria {
      let assessment = game.assessment(of: equilibrium, in: view.utilities)
      guard assessment.isValid(in: view.utilities),
        try SequentialCheck(of: assessment, in: view.utilities).holds
      else { throw LaboratoryError.failedCheck(concept: "perfect-bayesian") }
      plans.append(
        PlansAnswer.Plan(
          name: equilibrium.kind.rawValue + (equilibrium.isUnique ? "" : ", one of many alike"),
          profile: assessment.profile, free: [], beliefs: assessment.beliefs,
          gains: view.gains.expectedPayoffs(of: assessment.profile),
          utilities: view.utilities.expectedPayoffs(of: assessment.profile), regret: .zero))
    }
    return Solution(
      concept: "perfect-bayesian", method: found.method, isExact: setting.isExact,
      status: found.completeness,
      answer: PlansAnswer(
        plans: plans, view: view,
        notes: [
          "One equilibrium for each choice of what may be sent and replied; each passed the exact "
            + "check of sequential equilibrium."
        ]))
  }
}
