import GameForms

/// What becomes of an improvement if others improve at the same moment: everyone's own choice is
/// what its own move makes it.
///
/// A sanction is made by one or several of the others, each by an improvement from the same state;
/// a combination that is no state sanctions nothing.
///
/// - Source: stability by simultaneity, Fraser and Hipel 1984.
struct SimultaneousSanctions: Sendable {
  private let graph: ConflictGraph
  private let choices: ConflictGraph.Choices
  private let improvements: [MoveLists]
  /// `stateOf[code]`, -1 where there is none.
  private let stateOf: [Int32]

  init(_ graph: ConflictGraph, choices: ConflictGraph.Choices, improvements: [MoveLists]) {
    self.graph = graph
    self.choices = choices
    self.improvements = improvements
    stateOf = choices.states
  }

  /// Improvements of others that together with `improvement` lead to a state that `actor` likes no
  /// better than `state`: each step names who improves and to which state alone, the last state is
  /// where all end together. Nil if there are none.
  func sanction(of improvement: Int, from state: Int, of actor: Int) -> [ConflictStep]? {
    var joint: [ConflictStep] = []
    let found = extend(
      &joint, by: 0, code: choices.codes[improvement], state: state, actor: actor)
    return found ? joint : nil
  }

  private func extend(
    _ joint: inout [ConflictStep], by mover: Int, code: Int, state: Int, actor: Int
  ) -> Bool {
    guard mover < graph.actors else {
      let end = Int(stateOf[code])
      guard !joint.isEmpty, end >= 0, !graph.preferences[actor].prefers(end, to: state) else {
        return false
      }
      joint.append(ConflictStep(actor: actor, state: end))
      return true
    }
    if extend(&joint, by: mover + 1, code: code, state: state, actor: actor) { return true }
    guard mover != actor else { return false }
    for target in improvements[mover][state] {
      joint.append(ConflictStep(actor: mover, state: Int(target)))
      let moved = code + choices.codes[Int(target)] - choices.codes[state]
      if extend(&joint, by: mover + 1, code: moved, state: state, actor: actor) { return true }
      joint.removeLast()
    }
    return false
  }
}
