import Arithmetic
import GameForms
import LinearPrograms

/// All symmetric equilibria of a symmetric game of two: both actors play the same strategy.
///
/// Their strategies are the points of one best-response polytope at which every pure strategy is
/// either unused or a best reply. They form convex sets, faces of the polytope, whose vertices are
/// visited one and all; two vertices span such a set iff each uses only best replies to the other.
///
/// - Source: Savani and von Stengel 2006, section 2, for symmetric games and one polytope.
public struct SymmetricEquilibria: Hashable, Sendable {
  /// The extreme strategies, most weight on the first pure strategies first.
  public let extreme: [[Rational]]
  /// The maximal convex sets, as indices into ``extreme``: every mixture of the members of one set
  /// is in equilibrium with itself, and there are no others.
  public let maximalSets: [[Int]]
  /// Whether this is all.
  public let completeness: Completeness

  /// The symmetric equilibria of `game`.
  ///
  /// - Parameter seconds: after which to stop with what is found; nil for no limit.
  /// - Throws: ``SymmetryRefusal``, where the game is too large with the refusal of
  ///   ``EquilibriumEnumeration``.
  public static func solve(
    _ game: StrategicGame, seconds: Double? = nil
  ) throws(SymmetryRefusal) -> SymmetricEquilibria {
    _ = try game.symmetricMatrix()
    do {
      try EquilibriumEnumeration(seconds: seconds).refuse(game)
    } catch {
      throw .tooLarge(error)
    }
    let deadline = Deadline(seconds: seconds)
    let polytope = BestResponsePolytope(of: 0, in: game)
    let walk = ComplementaryVertices.walk(of: polytope) {
      deadline.isOver
    }
    let strategies = 0..<polytope.dimension
    var found: [[Rational]] = []
    for labels in ComplementaryVertices.vertices(of: polytope, on: walk) {
      let isComplete = strategies.allSatisfy {
        labels.contains(polytope.ownLabels[$0]) || labels.contains(polytope.replyLabels[$0])
      }
      guard isComplete, let strategy = polytope.mixedStrategy(at: labels) else { continue }
      found.append(strategy)
    }
    found.sort { own, other in
      zip(own, other).first { $0 != $1 }.map { $0 > $1 } ?? false
    }
    return SymmetricEquilibria(
      extreme: found, maximalSets: maximalSets(of: found, in: game),
      completeness: walk.isComplete ? .complete : .limit(deadline.limit))
  }

  /// The largest sets of which every two members use only best replies to each other.
  private static func maximalSets(of extreme: [[Rational]], in game: StrategicGame) -> [[Int]] {
    let replies = extreme.map { strategy -> Set<Int> in
      let values = game.strategyValues(against: MixedProfile([strategy, strategy]))[0]
      let best = values.max()
      return Set(values.indices.filter { values[$0] == best })
    }
    let supports = extreme.map { strategy in strategy.indices.filter { !strategy[$0].isZero } }
    let neighbours = extreme.indices.map { own in
      Set(
        extreme.indices.filter { other in
          other != own && supports[own].allSatisfy(replies[other].contains)
            && supports[other].allSatisfy(replies[own].contains)
        })
    }
    var sets: [[Int]] = []
    // Bron and Kerbosch 1973.
    func extend(_ set: [Int], _ candidates: Set<Int>, _ done: Set<Int>) {
      if candidates.isEmpty, done.isEmpty { sets.append(set.sorted()) }
      let pivot = candidates.union(done).max {
        (neighbours[$0].count, $0) < (neighbours[$1].count, $1)
      }
      var (candidates, done) = (candidates, done)
      for member in candidates.subtracting(pivot.map { neighbours[$0] } ?? []).sorted() {
        extend(
          set + [member], candidates.intersection(neighbours[member]),
          done.intersection(neighbours[member]))
        candidates.remove(member)
        done.insert(member)
      }
    }
    if !extreme.isEmpty { extend([], Set(extreme.indices), []) }
    return sets.sorted { $0.lexicographicallyPrecedes($1) }
  }
}
