import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// The value of a zero-sum tree.
  public static let sequenceForm = Concept(
    name: "sequence-form",
    answers: "What is a tree worth in which one's gain is the other's loss, and how is it played?",
    forms: ["extensive", "bayesian"],
    takes: "two actors who forget nothing and whose utilities add up to the same at every end",
    method: "linear program over sequences of moves: exact when small, else proved bounds",
    source: "von Stengel 1996; Koller, Megiddo and von Stengel 1996",
    limits: "\(Int(SequenceForm.mostEntries)) entries of the program"
  ) { setting, options in
    let view = try setting.tree()
    let found: SequenceForm.Answer
    do throws(SequenceFormRefusal) {
      found = try SequenceForm(view.utilities).solve(seconds: options.seconds)
    } catch {
      throw LaboratoryError(error, in: view, seconds: options.seconds)
    }
    // Both bounds are what each secures, computed apart from the program.
    guard found.lower <= found.upper else {
      throw LaboratoryError.failedCheck(concept: "sequence-form")
    }
    let gap = found.upper - found.lower
    let isExact = setting.isExact && found.isExact
    let words = { (value: Rational) in
      isExact ? value.readingText : value.double.text(digits: 10)
    }
    let name = setting.scenario.actors[0].name
    let plan = PlansAnswer.Plan(
      profile: found.profile, free: [], beliefs: nil,
      gains: view.gains.expectedPayoffs(of: found.profile),
      utilities: view.utilities.expectedPayoffs(of: found.profile), regret: gap)
    return Solution(
      concept: "sequence-form", method: "linear program over sequences", isExact: isExact,
      status: .sample,
      answer: PlansAnswer(
        plans: [plan], view: view,
        notes: [
          found.isExact
            ? "The value to \(name) is \(words(found.lower)): each secures it alone."
            : "The value to \(name) lies between \(words(found.lower)) and \(words(found.upper)), "
              + "which the plans prove exactly."
        ]))
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
    case .unsolved:
      self = .tooLarge(
        concept: concept, size: "the linear program did not end",
        limit: seconds.map { "\($0) seconds" } ?? "what doubles can hold",
        instead: "give more --seconds, or leave moves out")
    }
  }
}
