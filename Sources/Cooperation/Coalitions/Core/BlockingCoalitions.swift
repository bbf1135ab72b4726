import Arithmetic
import GameForms

/// The coalitions that would do better by themselves than under a division.
public enum BlockingCoalitions {
  /// A coalition that blocks.
  public struct Block: Hashable, Sendable {
    /// The coalition.
    public let coalition: Coalition
    /// What it is worth by itself above what the division gives it; positive.
    public let excess: Rational
  }

  /// Those that block `division`, the largest excess first; everyone is one of them where the
  /// division leaves something on the table.
  public static func of(_ division: [Rational], in game: CoalitionalGame) -> [Block] {
    let found =
      search(division, game, as: Int.self) ?? search(division, game, as: Int128.self)
      ?? search(division, game, as: Rational.self) ?? []
    return found.sorted {
      $0.excess == $1.excess
        ? $0.coalition.rawValue < $1.coalition.rawValue : $0.excess > $1.excess
    }
  }

  private static func search<Number: ExactNumber>(
    _ division: [Rational], _ game: CoalitionalGame, as: Number.Type
  ) -> [Block]? {
    guard let excesses = Excesses<Number>(game, division) else { return nil }
    return (1..<game.coalitions).filter { excesses[$0] > .zero }.map {
      Block(coalition: Coalition(rawValue: $0), excess: excesses.exact(excesses[$0]))
    }
  }
}
