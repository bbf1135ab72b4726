import Equilibria
import GameForms
import Scenarios

extension LaboratoryError {
  /// Why a tree is not solved, in words.
  init(_ refusal: ExtensiveRefusal, of concept: String, in view: ExtensiveView) {
    switch refusal {
    case .imperfectRecall(let set):
      self = .wrongSize(
        concept: concept, takes: "games in which every actor remembers what it knew and did",
        found: "a set, \(quoted(view.sets[set])), at which its actor forgets",
        instead: "use --concept nash or pure")
    case .impossibleChance(let node):
      self = .wrongSize(
        concept: concept, takes: "games in which every move of chance may happen",
        found: "one of probability 0 at \(quoted(view.name(ofNode: node)))",
        instead: "leave the move out")
    case .tooLarge(let node, .tooManyStrategies(_, let count, let limit)):
      self = .tooLarge(
        concept: concept,
        size:
          "the subgame at \(quoted(view.name(ofNode: node))) has \(count.text(digits: 6)) "
          + "strategies of one actor",
        limit: "\(limit) strategies", instead: "use --concept sequence-form")
    case .tooLarge(let node, .tooManyPayoffs(let count, let limit)):
      self = .tooLarge(
        concept: concept,
        size:
          "the subgame at \(quoted(view.name(ofNode: node))) has \(count.text(digits: 6)) payoffs",
        limit: "\(limit) payoffs", instead: "use --concept sequence-form")
    case .enumeration(let node, _):
      self = .tooLarge(
        concept: concept,
        size: "all equilibria of the subgame at \(quoted(view.name(ofNode: node)))",
        limit: EquilibriumEnumeration.patience.durationText,
        instead: "use --seconds N to stop with what is found by then")
    }
  }
}
