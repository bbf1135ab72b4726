import Arithmetic
import GameForms

/// What each actor can be sure of, and what the others can hold it to.
///
/// - Source: von Neumann 1928; with more than two actors the others are taken to act as one, so
///   that mixed maximin and minimax are equal (von Neumann and Morgenstern 1944).
public struct SecurityLevels: Hashable, Sendable {
  /// The levels of one actor.
  public struct Level: Hashable, Sendable {
    /// The best worst case of a pure strategy.
    public let pureMaximin: Rational
    /// The strategies that reach it.
    public let pureStrategies: [Int]
    /// The best worst case of a mixed strategy: the value the actor can secure.
    public let value: Rational
    /// A mixed strategy that secures it.
    public let strategy: [Rational]
    /// The least to which the others can hold the actor by one pure profile, known beforehand.
    public let pureMinimax: Rational
  }

  /// One level an actor.
  public let levels: [Level]

  /// The levels of every actor.
  public static func solve(_ game: StrategicGame) -> SecurityLevels {
    SecurityLevels(levels: (0..<game.actors).map { level(of: $0, in: game) })
  }

  private static func level(of actor: Int, in game: StrategicGame) -> Level {
    let matrix = game.table(of: actor)
    let worst = matrix.map { $0.min() ?? .zero }
    let maximin = worst.max() ?? .zero
    let best = matrix[0].indices.map { column in matrix.map { $0[column] }.max() ?? .zero }
    let secured = MatrixValue(of: matrix)
    return Level(
      pureMaximin: maximin, pureStrategies: worst.indices.filter { worst[$0] == maximin },
      value: secured.value, strategy: secured.row, pureMinimax: best.min() ?? .zero)
  }
}
