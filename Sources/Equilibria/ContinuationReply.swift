import Arithmetic
import GameForms

/// The best that an actor can do from some nodes on, the others keeping to their behaviour.
///
/// The nodes carry weights, and no information set that the actor meets from there on reaches
/// outside of what follows from them: the root, the root of a subgame, or one whole information
/// set with beliefs.
///
/// - Source: dynamic programming over the actor's own information sets (von Stengel 1996, section
///   3); needs perfect recall.
struct ContinuationReply {
  /// What the actor can expect at most, weighted by the weights of the start.
  private(set) var value = Rational.zero

  /// The best reply of `actor` from `start` on against `profile`.
  ///
  /// - Precondition: the game has perfect recall.
  init(
    of actor: Int, in game: ExtensiveGame, against profile: BehaviourProfile,
    from start: [(node: Int, weight: Rational)]
  ) {
    let base = start.reduce(game.nodes.count) { min($0, $1.node) }
    let end = start.reduce(base) { max($0, game.nodes[$1.node].below) }
    var weights = Array(repeating: Rational.zero, count: end - base)
    var depths = Array(repeating: 0, count: end - base)
    // Nodes by how many own moves lie between them and the start.
    var layers: [[Int]] = []
    for (root, weight) in start where !weight.isZero {
      weights[root - base] = weight
      for index in root..<game.nodes[root].below {
        let (own, weight) = (depths[index - base], weights[index - base])
        if layers.count <= own { layers.append([]) }
        layers[own].append(index)
        let mine = game.actor(at: index) == actor
        for (action, child) in game.nodes[index].children.enumerated() {
          depths[child - base] = mine ? own + 1 : own
          weights[child - base] =
            mine ? weight : weight * game.probability(of: action, at: index, under: profile)
        }
      }
    }
    var values = Array(repeating: Rational.zero, count: end - base)
    for layer in layers.reversed() {
      let own = layer.filter { game.actor(at: $0) == actor }
      for nodes in Self.bySets(own, in: game) {
        let best = Self.choice(at: nodes, in: game) { weights[$0 - base] * values[$1 - base] }
        for node in nodes {
          values[node - base] = values[game.nodes[node].children[best] - base]
        }
      }
      for index in layer.reversed() {
        let node = game.nodes[index]
        if case .end(let payoffs) = node.kind {
          values[index - base] = payoffs[actor]
        } else if game.actor(at: index) != actor {
          values[index - base] = node.children.enumerated().reduce(Rational.zero) { sum, child in
            sum
              + game.probability(of: child.offset, at: index, under: profile)
              * values[child.element - base]
          }
        }
      }
    }
    value = start.reduce(.zero) { $0 + $1.weight * values[$1.node - base] }
  }

  /// The nodes of a layer by information sets.
  private static func bySets(_ nodes: [Int], in game: ExtensiveGame) -> [ArraySlice<Int>] {
    let sorted = nodes.map { (set: game.set(of: $0) ?? 0, node: $0) }.sorted { $0 < $1 }
    var rest = sorted.map(\.node)[...]
    var parts: [ArraySlice<Int>] = []
    while let first = rest.first {
      let set = game.set(of: first)
      parts.append(rest.prefix { game.set(of: $0) == set })
      rest = rest.dropFirst(parts[parts.count - 1].count)
    }
    return parts
  }

  /// The best action at an information set, the first of those that are alike.
  ///
  /// - Parameter worth: what going from a node to one of its children is worth.
  private static func choice(
    at nodes: ArraySlice<Int>, in game: ExtensiveGame,
    worth: (_ node: Int, _ child: Int) -> Rational
  ) -> Int {
    let actions = nodes.first.map { game.nodes[$0].children.count } ?? 0
    let sums = (0..<actions).map { action in
      nodes.reduce(Rational.zero) { $0 + worth($1, game.nodes[$1].children[action]) }
    }
    return sums.indices.dropFirst().reduce(0) { sums[$1] > sums[$0] ? $1 : $0 }
  }
}

extension ExtensiveGame {
  /// Who moves at a node; nil at chance and at ends.
  fileprivate func actor(at node: Int) -> Int? { set(of: node).map { sets[$0].actor } }
}

extension ExtensiveGame {
  /// The most that any actor could gain by leaving `profile` alone, over all subgames: 0 exactly
  /// in a subgame-perfect equilibrium.
  ///
  /// Independent of how the profile was found.
  ///
  /// - Precondition: the game has perfect recall.
  public func subgameRegret(of profile: BehaviourProfile) -> Rational {
    regret(of: profile, from: subgameRoots)
  }

  /// The most that any actor could gain by leaving `profile` alone: 0 exactly in an equilibrium.
  ///
  /// - Precondition: the game has perfect recall.
  public func regret(of profile: BehaviourProfile) -> Rational { regret(of: profile, from: [0]) }

  private func regret(of profile: BehaviourProfile, from roots: [Int]) -> Rational {
    let values = values(under: profile)
    var worst = Rational.zero
    for root in roots {
      for actor in 0..<actors {
        let best = ContinuationReply(
          of: actor, in: self, against: profile, from: [(root, .one)])
        worst = max(worst, best.value - values[root][actor])
      }
    }
    return worst
  }
}
