public import Scenarios

/// What information sets tell: of the moves that led to a node, those that led to every node of its
/// set.
struct TreeSight: Sendable {
  /// `members[set]`: its nodes.
  let members: [[Int]]
  private let form: ExtensiveForm

  /// A move: who made it where, and which.
  private struct Step: Hashable {
    /// The information set, or, of chance, the node.
    let place: Int
    let isChance: Bool
    let action: Int
  }

  init(_ form: ExtensiveForm) {
    self.form = form
    var members = form.sets.map { _ in [Int]() }
    for (index, node) in form.nodes.enumerated() {
      if case .decision(let set) = node.kind { members[set].append(index) }
    }
    self.members = members
  }

  /// What the actor of `set` knows at `node`, in the order in which it happened.
  func facts(at node: Int, in set: Int) -> [Outlook.Fact] {
    var steps = self.steps(to: node)
    for other in members[set] where other != node {
      let there = Set(self.steps(to: other))
      steps.removeAll { !there.contains($0) }
    }
    return steps.map(fact)
  }

  /// Everything that led to `node`.
  func path(to node: Int) -> [Outlook.Fact] { steps(to: node).map(fact) }

  private func steps(to node: Int) -> [Step] {
    var here = 0
    var steps: [Step] = []
    var walked: [Int] = []
    for action in form.path(to: node) {
      if case .decision(let set) = form.nodes[here].kind {
        steps.append(Step(place: set, isChance: false, action: action))
      } else {
        steps.append(Step(place: here, isChance: true, action: action))
      }
      walked.append(action)
      here = form.node(at: walked) ?? here
    }
    return steps
  }

  private func fact(_ step: Step) -> Outlook.Fact {
    guard !step.isChance else {
      return Outlook.Fact(actor: nil, text: .said(form.actions(at: step.place)[step.action]))
    }
    let set = form.sets[step.place]
    return Outlook.Fact(actor: set.actor, text: .said(set.actions[step.action]))
  }
}

extension ExtensiveForm {
  /// Whether everybody sees every move as it is made.
  public var isOpen: Bool {
    var counts = sets.map { _ in 0 }
    for node in nodes {
      if case .decision(let set) = node.kind { counts[set] += 1 }
      if case .chance = node.kind { return false }
    }
    return counts.allSatisfy { $0 == 1 }
  }
}
