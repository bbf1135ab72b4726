import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// Subgame-perfect equilibria.
  public static let subgamePerfect = Concept(
    name: "subgame-perfect",
    answers: "Which plans are in equilibrium in every subgame, so that no threat in them is empty?",
    forms: ["extensive", "bayesian"], takes: "any number of actors who forget nothing",
    method: "subgames from below, ties kept; subgames of two actors by all their equilibria",
    source: "Selten 1965; Kuhn 1953",
    limits: "subgames of \(ReducedStrategicForm.mostPayoffs) payoffs; "
      + "\(BackwardInduction().most) equilibria"
  ) { setting, options in
    let view = try setting.tree()
    let found: BackwardInduction.Answer
    do throws(ExtensiveRefusal) {
      found = try BackwardInduction.mixingIfPossible(view.utilities, seconds: options.seconds)
    } catch {
      throw LaboratoryError(error, of: "subgame-perfect", in: view)
    }
    guard found.equilibria.allSatisfy(\.regret.isZero) else {
      throw LaboratoryError.failedCheck(concept: "subgame-perfect")
    }
    let plans = found.equilibria.map { equilibrium in
      PlansAnswer.Plan(
        profile: equilibrium.profile, free: equilibrium.free, beliefs: nil,
        gains: view.gains.expectedPayoffs(of: equilibrium.profile),
        utilities: equilibrium.payoffs, regret: equilibrium.regret)
    }
    return Solution(
      concept: "subgame-perfect", method: found.method, isExact: setting.isExact,
      status: found.completeness,
      answer: PlansAnswer(
        plans: plans, view: view,
        notes: [
          "\(Words.count(found.subgames.count, "subgame")), the whole game among them."
        ]))
  }
}

extension BackwardInduction {
  /// Solves with mixed equilibria in subgames of two, or where one of those is out of reach with
  /// pure ones only.
  static func mixingIfPossible(
    _ game: ExtensiveGame, seconds: Double?
  ) throws(ExtensiveRefusal) -> Answer {
    do throws(ExtensiveRefusal) {
      return try BackwardInduction(mixes: true, seconds: seconds).solve(game)
    } catch {
      guard case .enumeration = error else { throw error }
      return try BackwardInduction(seconds: seconds).solve(game)
    }
  }
}

extension ExtensiveForm: Predicting {
  /// Whether some subgame-perfect equilibrium in pure strategies may lead there.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) throws -> Bool {
    guard let end = node(at: outcome) else { return false }
    let game = try game(
      of: evaluated.utilities, in: evaluated, actors: evaluated.gains.count / cells.count)
    return try BackwardInduction().solve(game).equilibria.contains {
      !game.reach(under: $0.profile)[end].isZero
    }
  }
}
