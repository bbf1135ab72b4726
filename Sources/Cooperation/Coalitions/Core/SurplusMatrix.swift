import Arithmetic
import GameForms

/// What each actor can hold against each other under a division: the largest excess of a coalition
/// with the one and without the other.
///
/// - Source: Davis and Maschler 1965.
public struct SurplusMatrix: Hashable, Sendable {
  /// `entries[i][j]`: the largest excess with i and without j; `entries[i][i]`: the largest of any
  /// coalition with i, everyone included.
  public let entries: [[Rational]]
  private let division: [Rational]
  private let alone: [Rational]

  /// The surpluses under `division`.
  public init(_ division: [Rational], in game: CoalitionalGame) {
    entries =
      Self.entries(division, game, as: Int.self) ?? Self.entries(division, game, as: Int128.self)
      ?? Self.entries(division, game, as: Rational.self) ?? []
    self.division = division
    alone = game.alone
  }

  private static func entries<Number: ExactNumber>(
    _ division: [Rational], _ game: CoalitionalGame, as: Number.Type
  ) -> [[Rational]]? {
    guard let excesses = Excesses<Number>(game, division) else { return nil }
    let actors = game.actors
    var best = [Number?](repeating: nil, count: actors * actors)
    for bits in 1..<game.coalitions {
      let excess = excesses[bits]
      let coalition = Coalition(rawValue: bits)
      let others = coalition.complement(of: actors).members
      for own in coalition.members {
        for other in others + [own] where best[own * actors + other].map({ $0 < excess }) ?? true {
          best[own * actors + other] = excess
        }
      }
    }
    return (0..<actors).map { own in
      (0..<actors).map { best[own * actors + $0].map(excesses.exact) ?? .zero }
    }
  }

  /// An actor that can hold more against another than the other against it.
  public struct Imbalance: Hashable, Sendable {
    /// The actor that can hold more.
    public let stronger: Int
    /// The other.
    public let weaker: Int
    /// By how much.
    public let difference: Rational
  }

  /// The pairs out of balance, but for those in which the weaker has no more than it is worth alone:
  /// the division is in the kernel where there are none.
  public var imbalances: [Imbalance] { prekernelImbalances.filter { !isHeld($0.weaker) } }

  /// All pairs out of balance: the division is in the prekernel where there are none.
  public var prekernelImbalances: [Imbalance] {
    entries.indices.flatMap { own in
      entries.indices.compactMap { other in
        let difference = entries[own][other] - entries[other][own]
        guard own != other, difference.signum > 0 else { return nil }
        return Imbalance(stronger: own, weaker: other, difference: difference)
      }
    }
  }

  private func isHeld(_ actor: Int) -> Bool { division[actor] <= alone[actor] }
}
