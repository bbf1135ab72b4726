/// What each actor remembers of its own moves.
extension ExtensiveGame {
  /// `moves[node * actors + actor]`: the last move of the actor before the node, as a number that
  /// no other move of any actor has; 0 where the actor has not moved.
  ///
  /// The number of an action is ``firstMoves`` of its set plus the action.
  public var lastMoves: [Int] {
    let first = firstMoves
    var moves = Array(repeating: 0, count: nodes.count * actors)
    for (index, node) in nodes.enumerated() {
      guard let parent = node.parent else { continue }
      for actor in 0..<actors { moves[index * actors + actor] = moves[parent * actors + actor] }
      if case .decision(let set) = nodes[parent].kind {
        moves[index * actors + sets[set].actor] = first[set] + node.action
      }
    }
    return moves
  }

  /// The number of the first action of each information set; see ``lastMoves``.
  public var firstMoves: [Int] {
    var next = 1
    return sets.map { set in
      defer { next += set.actions }
      return next
    }
  }

  /// The first information set whose nodes tell its actor apart by its own past: there the actor
  /// forgets what it did or knew. Nil if every actor remembers.
  ///
  /// The last own move decides: the set of that move has the same property, and so on to the root.
  ///
  /// - Source: Kuhn 1953; Selten 1975.
  public var recallFault: Int? {
    let moves = lastMoves
    return sets.indices.first { set in
      let actor = sets[set].actor
      return members[set].contains {
        moves[$0 * actors + actor] != moves[members[set][0] * actors + actor]
      }
    }
  }

  /// Whether no actor ever forgets what it knew or did.
  public var hasPerfectRecall: Bool { recallFault == nil }
}
