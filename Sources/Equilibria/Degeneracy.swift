import Arithmetic
import GameForms
import LinearPrograms

/// Whether a game of two is degenerate: whether some mixed strategy has more pure best replies than
/// it uses strategies.
///
/// Such a strategy is a point of a best-response polytope with more tight inequalities than its
/// dimension; then so is a vertex of the face it lies in. All vertices are visited until one is
/// found.
///
/// - Source: von Stengel 2002, Computing equilibria for two-person games, definition 2.6 and
///   theorem 2.10.
public enum Degeneracy: Hashable, Sendable {
  /// No strategy has more best replies than it uses strategies.
  case nondegenerate
  /// One that has.
  case degenerate(Witness)
  /// Time was over before either was known.
  case unknown

  /// A strategy with more best replies than it uses strategies.
  public struct Witness: Hashable, Sendable {
    /// Whose strategy.
    public let actor: Int
    /// The mixed strategy.
    public let strategy: [Rational]
    /// The other actor's pure best replies to it.
    public let replies: [Int]
    /// Whether, from the payoffs alone, these are best replies, and more than are used.
    public let isProof: Bool
  }

  /// Decides it for `game`.
  ///
  /// - Parameter seconds: after which to give up; nil for no limit.
  /// - Throws: ``EnumerationRefusal`` for games that ``EquilibriumEnumeration`` refuses.
  public static func test(
    _ game: StrategicGame, seconds: Double? = nil
  ) throws(EnumerationRefusal) -> Degeneracy {
    try EquilibriumEnumeration(seconds: seconds).refuse(game)
    let deadline = Deadline(seconds: seconds)
    let shouldStop = { deadline.isOver }
    var isWhole = true
    for actor in 0..<2 {
      let polytope = BestResponsePolytope(of: actor, in: game)
      // The shorter test first: ties against pure strategies.
      for own in 0..<polytope.dimension {
        let pure = (0..<polytope.dimension).map { $0 == own ? Rational.one : .zero }
        let witness = Witness(actor, pure, in: game)
        if witness.isProof { return .degenerate(witness) }
      }
      let walk = ComplementaryVertices.walk(of: polytope, shouldStop: shouldStop)
      isWhole = isWhole && walk.isComplete
      for vertex in walk.labels where vertex.nonzeroBitCount > polytope.dimension {
        guard let strategy = polytope.mixedStrategy(at: vertex) else { continue }
        let witness = Witness(actor, strategy, in: game)
        if witness.isProof { return .degenerate(witness) }
      }
    }
    return isWhole ? .nondegenerate : .unknown
  }
}

extension Degeneracy.Witness {
  init(_ actor: Int, _ strategy: [Rational], in game: StrategicGame) {
    let other = 1 - actor
    let uniform = Array(repeating: Rational(1, game.shape[other]), count: game.shape[other])
    let profile = MixedProfile(actor == 0 ? [strategy, uniform] : [uniform, strategy])
    let values = game.strategyValues(against: profile)[other]
    let best = values.max()
    self.actor = actor
    self.strategy = strategy
    replies = values.indices.filter { values[$0] == best }
    isProof = strategy.isDistribution && replies.count > strategy.count { !$0.isZero }
  }
}
