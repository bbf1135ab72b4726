import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// The value of a zero-sum tree, or one equilibrium of another.
  public static let sequenceForm = Concept(
    name: "sequence-form",
    answers:
      "How is a tree of two played, and what is it worth where one's gain is the other's loss?",
    forms: ["extensive", "bayesian"],
    takes: "two actors who forget nothing",
    method: "over sequences of moves: a linear program where utilities add up to the same at every "
      + "end, exact when small, else proved bounds; otherwise Lemke's algorithm, exact",
    source:
      "von Stengel 1996; Koller, Megiddo and von Stengel 1996; von Stengel, van den Elzen and "
      + "Talman 2002",
    limits: "\(Int(SequenceForm.mostEntries)) entries of the program, "
      + "\(SequenceFormLemke.mostSequences) sequences for Lemke's algorithm"
  ) { setting, options in
    let view = try setting.tree()
    do throws(SequenceFormRefusal) {
      do throws(SequenceFormRefusal) {
        let found = try SequenceForm(view.utilities).solve(seconds: options.seconds)
        return solution(found, view, setting)
      } catch .notZeroSum {
        let found = try SequenceFormLemke(view.utilities).solve(seconds: options.seconds)
        return solution(found, view, setting)
      }
    } catch {
      throw LaboratoryError(error, in: view, seconds: options.seconds)
    }
  }

  /// The value of a zero-sum tree.
  private static func solution(
    _ found: SequenceForm.Answer, _ view: ExtensiveView, _ setting: Setting
  ) -> Solution {
    let isExact = setting.isExact && found.isExact
    let words = { (value: Rational) in
      isExact ? value.readingText : value.double.text(digits: 10)
    }
    let name = setting.scenario.actors[0].name
    return Solution(
      concept: "sequence-form", method: "linear program over sequences", isExact: isExact,
      status: .sample,
      answer: PlansAnswer(
        plans: [plan(found.profile, free: [], regret: found.upper - found.lower, view)], view: view,
        notes: [
          found.isExact
            ? "The value to \(name) is \(words(found.lower)): each secures it alone."
            : "The value to \(name) lies between \(words(found.lower)) and \(words(found.upper)), "
              + "which the plans prove exactly."
        ]))
  }

  /// One equilibrium of a tree whose payoffs do not add up to a constant.
  private static func solution(
    _ found: SequenceFormLemke.Answer, _ view: ExtensiveView, _ setting: Setting
  ) -> Solution {
    Solution(
      concept: "sequence-form", method: "Lemke's algorithm over sequences",
      isExact: setting.isExact, status: .sample,
      answer: PlansAnswer(
        plans: [plan(found.profile, free: found.free, regret: found.regret, view)], view: view,
        notes: [
          "One equilibrium, after \(Words.count(found.pivots, "pivot")), perfect in the strategic "
            + "form; there may be others."
        ]))
  }

  private static func plan(
    _ profile: BehaviourProfile, free: [Int], regret: Rational, _ view: ExtensiveView
  ) -> PlansAnswer.Plan {
    PlansAnswer.Plan(
      profile: profile, free: free, beliefs: nil, gains: view.gains.expectedPayoffs(of: profile),
      utilities: view.utilities.expectedPayoffs(of: profile), regret: regret)
  }
}

extension LaboratoryError {
  /// Why a tree is not solved by its sequence form, in words.
  fileprivate init(_ refusal: SequenceFormRefusal, in view: ExtensiveView, seconds: Double?) {
    let concept = "sequence-form"
    switch refusal {
    case .needsTwoActors(let actors):
      self = .wrongSize(
        concept: concept, takes: "two actors", found: Words.count(actors, "actor"),
        instead: "use --concept subgame-perfect")
    case .imperfectRecall(let set):
      self = .init(.imperfectRecall(set: set), of: concept, in: view)
    case .notZeroSum(let ends):
      let names = ends.map { quoted(view.name(ofNode: $0)) }
      self = .wrongSize(
        concept: concept, takes: "utilities that add up to the same at every end",
        found: "other sums at \(Words.list(names))", instead: "use --concept subgame-perfect")
    case .tooLarge(let entries, let limit):
      self = .tooLarge(
        concept: concept, size: "\(entries.text(digits: 6)) entries of the program",
        limit: "\(limit.text(digits: 6)) entries", instead: "leave moves out")
    case .tooManySequences(let count, let limit):
      self = .tooLarge(
        concept: concept, size: "\(count) sequences", limit: "\(limit) sequences",
        instead: "use --concept subgame-perfect, or leave moves out")
    case .unsolved:
      if let seconds {
        self = .outOfTime(concept: concept, seconds: seconds)
      } else {
        self = .tooLarge(
          concept: concept, size: "the program over sequences did not end",
          limit: "what doubles can hold", instead: "leave moves out")
      }
    }
  }
}
