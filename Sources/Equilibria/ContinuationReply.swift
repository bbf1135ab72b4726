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
  /// - Parameter moves: `game.lastMoves`.
  /// - Precondition: the game has perfect recall.
  init(
    of actor: Int, in game: ExtensiveGame, against profile: BehaviourProfile,
    from start: [(node: Int, weight: Rational)]
  ) {
    var weights: [Int: Rational] = [:]
    var nodes: [Int] = []
    // Nodes by how many own moves lie between them and the start.
    var layers: [[Int]] = []
    var depth: [Int: Int] = [:]
    for (root, weight) in start where !weight.isZero {
      weights[root] = weight
      depth[root] = 0
      for index in root..<game.nodes[root].below {
        nodes.append(index)
        guard let own = depth[index], let weight = weights[index] else { continue }
        if layers.count <= own { layers.append([]) }
        layers[own].append(index)
        let mine = Self.isOwn(index, of: actor, in: game)
        for (action, child) in game.nodes[index].children.enumerated() {
          depth[child] = mine ? own + 1 : own
          weights[child] =
            mine ? weight : weight * game.probability(of: action, at: index, under: profile)
        }
      }
    }
    var values: [Int: Rational] = [:]
    for layer in layers.reversed() {
      let best = Self.choices(of: actor, among: layer, in: game, weights: weights, values: values)
      for index in layer.reversed() {
        let node = game.nodes[index]
        if case .end(let payoffs) = node.kind {
          values[index] = payoffs[actor]
        } else if let set = game.set(of: index), game.sets[set].actor == actor {
          values[index] = values[node.children[best[set] ?? 0]]
        } else {
          values[index] = node.children.enumerated().reduce(Rational.zero) { sum, child in
            sum
              + game.probability(of: child.offset, at: index, under: profile)
              * (values[child.element] ?? .zero)
          }
        }
      }
    }
    value = start.reduce(.zero) { $0 + $1.weight * (values[$1.node] ?? .zero) }
  }

  private static func isOwn(_ node: Int, of actor: Int, in game: ExtensiveGame) -> Bool {
    game.set(of: node).map { game.sets[$0].actor == actor } ?? false
  }

  /// The best action at each own set of a layer.
  private static func choices(
    of actor: Int, among layer: [Int], in game: ExtensiveGame, weights: [Int: Rational],
    values: [Int: Rational]
  ) -> [Int: Int] {
    var sums: [Int: [Rational]] = [:]
    for index in layer {
      guard let set = game.set(of: index), game.sets[set].actor == actor,
        let weight = weights[index]
      else { continue }
      let gains = game.nodes[index].children.map { weight * (values[$0] ?? .zero) }
      sums[set] = sums[set].map { zip($0, gains).map { $0 + $1 } } ?? gains
    }
    return sums.mapValues { sums in
      sums.indices.dropFirst().reduce(0) { sums[$1] > sums[$0] ? $1 : $0 }
    }
  }
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
