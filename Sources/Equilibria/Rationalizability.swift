import Arithmetic
import GameForms

/// The rationalizable strategies: those a reasonable actor may play who thinks the others
/// reasonable, and so on without end, each with a belief that justifies it.
///
/// They are what iterated strict dominance by mixed strategies leaves. With two actors this is
/// rationalizability as Bernheim and Pearce define it. With more, beliefs may hold that the others'
/// choices are correlated; who insists that they are independent may rule out more.
///
/// - Source: Bernheim 1984; Pearce 1984; Brandenburger and Dekel 1987 for correlated beliefs.
public struct Rationalizability: Hashable, Sendable {
  /// A strategy with a belief to which it is a best reply.
  public struct Justified: Hashable, Sendable {
    /// The strategy.
    public let strategy: Int
    /// The probability of each profile of the whole game, the actor's own part being the strategy;
    /// the others' parts are rationalizable themselves.
    public let belief: [Possibility]
  }

  /// A profile with its probability.
  public struct Possibility: Hashable, Sendable {
    /// The profile's index.
    public let profile: Int
    /// Its probability, above 0.
    public let probability: Rational
  }

  /// The rationalizable strategies of each actor.
  public let strategies: [[Justified]]
  /// How many rounds of elimination there were.
  public let rounds: Int
  /// Whether time ran out: then some of the strategies may not be rationalizable.
  public let completeness: Completeness
  /// Whether every belief was checked to justify its strategy against the whole game.
  public let isProof: Bool

  /// The rationalizable strategies of `game`.
  ///
  /// - Parameter seconds: after which to stop eliminating; nil for no limit.
  public static func solve(_ game: StrategicGame, seconds: Double? = nil) -> Rationalizability {
    let left = IteratedDominance(.strict, by: .mixed, seconds: seconds).solve(game)
    guard left.completeness == .complete else {
      return Rationalizability(
        strategies: left.remaining.map { $0.map { Justified(strategy: $0, belief: []) } },
        rounds: left.rounds, completeness: left.completeness, isProof: true)
    }
    var isProof = true
    let strategies = (0..<game.actors).map { actor -> [Justified] in
      // All of the actor's own strategies against what is left of the others'.
      let all = Array(0..<game.shape[actor])
      let kept = left.remaining.enumerated().map { $0 == actor ? all : $1 }
      let reduced = game.restricted(to: kept)
      let table = reduced.table(of: actor)
      let others = (0..<reduced.profiles).filter { reduced.strategy(of: actor, at: $0) == 0 }
        .map { index in game.index(of: zip(kept, reduced.profile(at: index)).map { $0[$1] }) }
      return left.remaining[actor].map { strategy in
        let gains = table.map { row in zip(row, table[strategy]).map { $0 - $1 } }
        let secured = MatrixValue(of: gains)
        // Not dominated: the other's mixture leaves nothing to gain.
        isProof = isProof && secured.value.signum <= 0 && secured.isProof(for: gains)
        return Justified(
          strategy: strategy,
          belief: zip(others, secured.column).filter { !$1.isZero }
            .map {
              Possibility(
                profile: game.deviation(from: $0, of: actor, to: strategy), probability: $1)
            })
      }
    }
    return Rationalizability(
      strategies: strategies, rounds: left.rounds, completeness: .complete, isProof: isProof)
  }
}
