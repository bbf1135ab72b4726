import Arithmetic

extension ExtensiveGame {
  /// The agent form: each information set is an agent of its own with the payoffs of its actor.
  ///
  /// Agent `k` moves at set `k`.
  ///
  /// - Source: Selten 1975.
  /// - Throws: ``StrategicFormRefusal`` before any work, when it would be too large.
  /// - Precondition: some actor moves somewhere.
  public func agentForm() throws(StrategicFormRefusal) -> StrategicGame {
    precondition(!sets.isEmpty, "an agent form needs an information set")
    let shape = sets.map(\.actions)
    let size = shape.reduce(Double(sets.count)) { $0 * Double($1) }
    guard size <= Double(ReducedStrategicForm.mostPayoffs) else {
      throw .tooManyPayoffs(count: size, limit: ReducedStrategicForm.mostPayoffs)
    }
    var profile = Array(repeating: 0, count: sets.count)
    var payoffs: [Rational] = []
    payoffs.reserveCapacity(Int(size))
    while true {
      let values = expectedPayoffs(ofPure: profile)
      payoffs.append(contentsOf: sets.map { values[$0.actor] })
      // The next profile, the last agent's action varying fastest.
      guard let turn = profile.indices.last(where: { profile[$0] + 1 < shape[$0] }) else { break }
      profile[turn] += 1
      for later in (turn + 1)..<profile.count { profile[later] = 0 }
    }
    return StrategicGame(shape: shape, payoffs: payoffs)
  }

  /// What each actor expects when one action is taken for certain at each set.
  ///
  /// - Complexity: the nodes that are reached.
  public func expectedPayoffs(ofPure actions: [Int]) -> [Rational] {
    var values = Array(repeating: Rational.zero, count: actors)
    var open: [(node: Int, weight: Rational)] = [(0, .one)]
    while let (node, weight) = open.popLast() {
      switch nodes[node].kind {
      case .decision(let set): open.append((nodes[node].children[actions[set]], weight))
      case .chance(let probabilities):
        for (child, probability) in zip(nodes[node].children, probabilities)
        where !probability.isZero {
          open.append((child, weight * probability))
        }
      case .end(let payoffs):
        for actor in 0..<actors { values[actor] += weight * payoffs[actor] }
      }
    }
    return values
  }
}
