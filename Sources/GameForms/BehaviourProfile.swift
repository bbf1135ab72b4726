import Arithmetic

/// What is played at each information set: `probabilities[set][action]`, exact.
public struct BehaviourProfile: Hashable, Sendable {
  /// `probabilities[set][action]`, each row summing to 1.
  public let probabilities: [[Rational]]

  /// The profile with these probabilities.
  public init(_ probabilities: [[Rational]]) { self.probabilities = probabilities }

  /// The profile that plays one action for certain at each set.
  public init(pure actions: [Int], in game: ExtensiveGame) {
    probabilities = zip(actions, game.sets).map { action, set in
      (0..<set.actions).map { $0 == action ? .one : .zero }
    }
  }

  /// The action played for certain at each set, if all are.
  public var pure: [Int]? {
    let actions = probabilities.map { row in row.indices.filter { !row[$0].isZero } }
    return actions.allSatisfy { $0.count == 1 } ? actions.map { $0[0] } : nil
  }

  /// Whether each row is a probability distribution over the actions of the set, exactly.
  public func isValid(in game: ExtensiveGame) -> Bool {
    probabilities.count == game.sets.count
      && zip(probabilities, game.sets).allSatisfy { row, set in
        row.count == set.actions && row.allSatisfy { $0.signum >= 0 }
          && row.reduce(.zero, +) == .one
      }
  }
}

extension ExtensiveGame {
  /// How likely an action is taken at a node.
  public func probability(
    of action: Int, at node: Int, under profile: BehaviourProfile
  ) -> Rational {
    switch nodes[node].kind {
    case .decision(let set): profile.probabilities[set][action]
    case .chance(let probabilities): probabilities[action]
    case .end: .zero
    }
  }

  /// How likely each node is reached.
  public func reach(under profile: BehaviourProfile) -> [Rational] {
    var reach = Array(repeating: Rational.one, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      guard let parent = node.parent else { continue }
      reach[index] = reach[parent] * probability(of: node.action, at: parent, under: profile)
    }
    return reach
  }

  /// `values[node][actor]`: what each actor expects once a node is reached.
  public func values(under profile: BehaviourProfile) -> [[Rational]] {
    var values = Array(repeating: [Rational](), count: nodes.count)
    for (index, node) in nodes.enumerated().reversed() {
      if case .end(let payoffs) = node.kind {
        values[index] = payoffs
        continue
      }
      var value = Array(repeating: Rational.zero, count: actors)
      for (action, child) in node.children.enumerated() {
        let probability = probability(of: action, at: index, under: profile)
        guard !probability.isZero else { continue }
        for actor in 0..<actors { value[actor] += probability * values[child][actor] }
      }
      values[index] = value
    }
    return values
  }

  /// What each actor expects.
  public func expectedPayoffs(of profile: BehaviourProfile) -> [Rational] {
    values(under: profile)[0]
  }
}
