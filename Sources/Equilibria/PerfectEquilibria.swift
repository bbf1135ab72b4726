import Arithmetic
import GameForms

/// Which equilibria of a game of two are trembling-hand perfect.
///
/// With two actors an equilibrium is perfect iff neither strategy is weakly dominated, by a mixture
/// or not; and whether one is depends only on which strategies it uses. So a set spanned by vertices
/// is perfect throughout iff the strategies that its vertices use together are undominated.
///
/// - Source: Selten 1975; van Damme 1991, Stability and Perfection of Nash Equilibria, theorem 3.2.2.
public struct PerfectEquilibria: Hashable, Sendable {
  /// What is known of one extreme equilibrium.
  public struct Verdict: Hashable, Sendable {
    /// The proof for each actor's strategy.
    public let strategies: [UndominatedSupport]
    /// Whether the equilibrium is perfect.
    public var isPerfect: Bool { strategies.allSatisfy(\.isUndominated) }
  }

  /// One verdict an extreme equilibrium.
  public let verdicts: [Verdict]
  /// For each maximal convex set, whether every equilibrium in it is perfect.
  public let isSubsetPerfect: [Bool]
  /// Whether every proof was checked from the payoffs.
  public let isProof: Bool

  /// Tests the equilibria of `game`.
  public init(_ found: EnumeratedEquilibria, in game: StrategicGame) {
    let tables = (0..<2).map { game.table(of: $0) }
    var known: [[[Int]: UndominatedSupport]] = [[:], [:]]
    var isProof = true
    func verdict(_ actor: Int, _ support: [Int]) -> UndominatedSupport {
      if let verdict = known[actor][support] { return verdict }
      let verdict = UndominatedSupport(of: support, in: tables[actor])
      isProof = isProof && verdict.isProof(of: support, in: tables[actor])
      known[actor][support] = verdict
      return verdict
    }
    verdicts = found.extreme.map { equilibrium in
      Verdict(
        strategies: equilibrium.profile.supports.enumerated().map { verdict($0, $1) })
    }
    isSubsetPerfect = found.maximalSubsets.map { subset in
      [subset.rows, subset.columns].enumerated().allSatisfy { actor, vertices in
        let used = (0..<game.shape[actor]).filter { strategy in
          vertices.contains { !$0[strategy].isZero }
        }
        return verdict(actor, used).isUndominated
      }
    }
    self.isProof = isProof
  }
}
