import Arithmetic
import GameForms
import LinearPrograms

/// Why all equilibria of a game are not enumerated.
public enum EnumerationRefusal: Error, Hashable, Sendable {
  /// The method takes games of two actors; this one has `actors`.
  case needsTwoActors(actors: Int)
  /// More strategies, of both actors together, than labels.
  case tooManyStrategies(count: Int, limit: Int)
  /// The work expected, in seconds, is more than anyone waits for without asking for it.
  case tooLong(shape: [Int], seconds: Double)
}

/// All equilibria of a game of two actors, exact, degenerate games included.
///
/// The vertices of both best-response polytopes are enumerated and matched by their labels: a pair
/// of vertices that together carry every label is an extreme equilibrium, and every equilibrium is
/// a convex combination of extreme ones within a maximal subset. Vertices are found by pivoting in
/// doubles and proved one by one (`VertexEnclosure`); degenerate polytopes are done exactly with
/// lexicographic pivots. Every equilibrium is computed and verified in exact arithmetic.
///
/// - Source: Mangasarian 1964; Winkels 1979; Avis, Rosenberg, Savani and von Stengel 2010.
public struct EquilibriumEnumeration: Sendable {
  /// Seconds of work after which to stop with what is found; nil for no limit.
  public var seconds: Double?

  /// The longest work started without a time limit, in expected seconds.
  public static let patience = 3600.0

  /// An enumeration, stopped after this many seconds if any are given.
  public init(seconds: Double? = nil) { self.seconds = seconds }

  /// Every equilibrium of `game`.
  ///
  /// - Throws: ``EnumerationRefusal`` before any work is done.
  public func solve(_ game: StrategicGame) throws(EnumerationRefusal) -> EnumeratedEquilibria {
    try refuse(game)
    let deadline = Deadline(seconds: seconds)
    let shouldStop = { deadline.isOver }

    // The polytope with the lower dimension has fewer vertices.
    let leader = game.shape[0] <= game.shape[1] ? 0 : 1
    let polytopes = [leader, 1 - leader].map { BestResponsePolytope(of: $0, in: game) }
    let found = ComplementaryVertices(
      leading: polytopes[0], following: polytopes[1], shouldStop: shouldStop
    ).find()
    return assemble(game, leader, polytopes, found, limit: deadline.limit)
  }

  /// How long the enumeration is expected to take, in seconds; nil for a game that is refused.
  public func expectedSeconds(_ game: StrategicGame) -> Double? {
    guard (try? refuse(game)) != nil else { return nil }
    return EnumerationCost.expectedSeconds(shape: game.shape)
  }

  func refuse(_ game: StrategicGame) throws(EnumerationRefusal) {
    guard game.actors == 2 else { throw .needsTwoActors(actors: game.actors) }
    let strategies = game.shape.reduce(0, +)
    guard strategies <= LabelSet.capacity else {
      throw .tooManyStrategies(count: strategies, limit: LabelSet.capacity)
    }
    let expected = EnumerationCost.expectedSeconds(shape: game.shape)
    guard seconds != nil || expected <= Self.patience else {
      throw .tooLong(shape: game.shape, seconds: expected)
    }
  }

  private func assemble(
    _ game: StrategicGame, _ leader: Int, _ polytopes: [BestResponsePolytope],
    _ complementary: ComplementaryVertices.Found, limit: String
  ) -> EnumeratedEquilibria {
    // A vertex may take part in many equilibria: solve for each strategy once.
    var strategies: [[LabelSet: [Rational]]] = [[:], [:]]
    func strategy(_ side: Int, _ vertex: LabelSet) -> [Rational] {
      if let known = strategies[side][vertex] { return known }
      guard let solved = polytopes[side].mixedStrategy(at: vertex) else {
        preconditionFailure("the labels of a vertex determine it")
      }
      strategies[side][vertex] = solved
      return solved
    }
    var found: [(equilibrium: Equilibrium, pair: ComplementaryVertices.Pair)] = []
    for pair in complementary.pairs {
      let sides = [strategy(0, pair.leading), strategy(1, pair.following)]
      let profile = MixedProfile(leader == 0 ? sides : sides.reversed())
      guard let equilibrium = Equilibrium(verifying: profile, in: game) else {
        preconditionFailure("complementary vertices form an equilibrium")
      }
      found.append((equilibrium, pair))
    }
    // The order of the walk is no order for a reader: most weight on the first strategies first.
    found.sort { $0.equilibrium.profile.precedes($1.equilibrium.profile) }
    let subsets = MaximalSubset.find(among: found.map { ($0.pair.leading, $0.pair.following) })
    let components = MaximalSubset.components(of: subsets)
    var place: [ComplementaryVertices.Pair: Int] = [:]
    for (component, members) in components.enumerated() {
      for edge in members.flatMap({ subsets[$0].edges }) { place[found[edge].pair] = component }
    }
    let vertices = Set(place.keys.map(\.leading))
    let walk = zip(complementary.walk.bases, complementary.walk.labels)
    let indices =
      complementary.isComplete
      ? ComponentIndex(leading: polytopes[0], following: polytopes[1]).indices(
        of: walk.filter { vertices.contains($0.1) },
        components: components.count, component: { place[$0] })
      : nil
    return EnumeratedEquilibria(
      extreme: found.map(\.equilibrium),
      maximalSubsets: subsets.map { MaximalSubset($0, among: found.map(\.equilibrium)) },
      components: components, indices: indices,
      completeness: complementary.isComplete ? .complete : .limit(limit),
      method: "vertex enumeration, exact")
  }
}

/// All equilibria of a game of two actors.
public struct EnumeratedEquilibria: Hashable, Sendable {
  /// The extreme equilibria: pairs of vertices of the best-response polytopes.
  public let extreme: [Equilibrium]
  /// The maximal convex sets of equilibria; a single point each in a nondegenerate game.
  public let maximalSubsets: [MaximalSubset]
  /// The connected components: each lists indices into ``maximalSubsets``.
  public let components: [[Int]]
  /// The index of each component; together they make 1. Nil where the list is not complete.
  public let indices: [Int]?
  /// Whether this is all.
  public let completeness: Completeness
  /// How it was found.
  public let method: String
}

extension MixedProfile {
  /// Lexicographic order, the larger probability of an earlier strategy first.
  fileprivate func precedes(_ other: MixedProfile) -> Bool {
    for (own, others) in zip(probabilities.joined(), other.probabilities.joined())
    where own != others {
      return own > others
    }
    return false
  }
}
