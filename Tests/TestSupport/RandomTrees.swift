import Arithmetic
import GameForms

extension ExtensiveGame {
  /// A game with perfect recall: at most `depth` moves long, with chance, with ties where `range` is
  /// narrow, and with information sets that join nodes their actor cannot tell apart.
  ///
  /// `joining` says how often a node joins an information set that it may join.
  public static func random(
    actors: Int, depth: Int, payoffs range: ClosedRange<Int>, joining: Double = 0.5,
    using generator: inout SplitMix64
  ) -> ExtensiveGame {
    var kinds: [Kind] = []
    var sets: [Choice] = []
    var pasts: [[[Int]]] = []
    func grow(_ left: Int, _ past: [[[Int]]]) {
      let draw = Int.random(in: 0..<10, using: &generator)
      if left == 0 || (draw == 0 && left < depth) {
        kinds.append(
          .end(
            payoffs: (0..<actors).map { _ in Rational(Int.random(in: range, using: &generator)) }))
      } else if draw <= 2 {
        let weights = (0..<2).map { _ in Int.random(in: 1...3, using: &generator) }
        let total = weights.reduce(0, +)
        kinds.append(.chance(probabilities: weights.map { Rational($0, total) }))
        for _ in weights { grow(left - 1, past) }
      } else {
        let actor = Int.random(in: 0..<actors, using: &generator)
        let known = sets.indices.filter { sets[$0].actor == actor && pasts[$0] == past[actor] }
        let set: Int
        if let first = known.first, Double.random(in: 0..<1, using: &generator) < joining {
          set = first
        } else {
          set = sets.count
          sets.append(Choice(actor: actor, actions: Int.random(in: 2...3, using: &generator)))
          pasts.append(past[actor])
        }
        kinds.append(.decision(set: set))
        for action in 0..<sets[set].actions {
          var longer = past
          longer[actor].append([set, action])
          grow(left - 1, longer)
        }
      }
    }
    grow(depth, Array(repeating: [], count: actors))
    do {
      return try ExtensiveGame(actors: actors, sets: sets, nodes: kinds)
    } catch {
      preconditionFailure("the tree is built as it should be: \(error)")
    }
  }
}

extension Array where Element == ExtensiveGame.Choice {
  /// Every choice of one action a set.
  public var assignments: [[Int]] {
    reduce([[]]) { partial, set in partial.flatMap { head in (0..<set.actions).map { head + [$0] } }
    }
  }
}
