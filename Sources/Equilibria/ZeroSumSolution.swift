import Arithmetic
import GameForms

/// Why a game has no value in the sense of von Neumann.
public enum ZeroSumRefusal: Error, Hashable, Sendable {
  /// The method takes games of two actors; this one has `actors`.
  case needsTwoActors(actors: Int)
  /// Payoffs sum to `sum` at profile 0 and to `other` at `profile`.
  case sumDiffers(profile: Int, sum: Rational, other: Rational)
}

/// The value of a game of two whose payoffs sum to the same in every profile, with an optimal
/// strategy of each actor.
///
/// - Source: von Neumann 1928.
public struct ZeroSumSolution: Hashable, Sendable {
  /// What both payoffs sum to; 0 in a zero-sum game.
  public let sum: Rational
  /// What each actor earns when both play well: the first actor's value and what it leaves.
  public let values: [Rational]
  /// One optimal strategy each; any two optimal strategies are in equilibrium.
  public let strategies: [[Rational]]
  /// Whether each strategy secures its actor's value against everything the other may do, so that
  /// neither can earn more: checked from the payoffs alone.
  public let isProof: Bool
  /// Whether these are known to be the only optimal strategies.
  public let isUnique: Bool

  /// The value of `game`.
  ///
  /// - Throws: ``ZeroSumRefusal`` when there are not two actors or the sums differ.
  public static func solve(_ game: StrategicGame) throws(ZeroSumRefusal) -> ZeroSumSolution {
    let sum = try constantSum(of: game)
    let matrix = game.matrix(of: 0)
    let found = MatrixValue(of: matrix)
    return ZeroSumSolution(
      sum: sum, values: [found.value, sum - found.value], strategies: [found.row, found.column],
      isProof: found.isProof(for: matrix), isUnique: found.isUnique(for: matrix))
  }

  /// What the payoffs of `game` sum to in every profile.
  ///
  /// - Throws: ``ZeroSumRefusal`` when there are not two actors or the sums differ.
  public static func constantSum(of game: StrategicGame) throws(ZeroSumRefusal) -> Rational {
    guard game.actors == 2 else { throw .needsTwoActors(actors: game.actors) }
    let sums = (0..<game.profiles).map {
      game.payoff(at: $0, of: 0) + game.payoff(at: $0, of: 1)
    }
    if let profile = sums.firstIndex(where: { $0 != sums[0] }) {
      throw .sumDiffers(profile: profile, sum: sums[0], other: sums[profile])
    }
    return sums[0]
  }
}

extension MatrixValue {
  /// Whether no other strategies are optimal, as far as these two prove it.
  ///
  /// An optimal mixture of rows uses only rows that earn the value against `column`, and every
  /// column that `column` uses yields it exactly the value: where these equations have one solution
  /// it is the only optimal mixture. The same holds of the columns. The test may miss a unique pair,
  /// never claim one that is not.
  func isUnique(for matrix: [[Rational]]) -> Bool {
    let rows = matrix.indices.filter { column.dot(matrix[$0]) == value }
    let columns = matrix[0].indices.filter { index in row.dot(matrix.map { $0[index] }) == value }
    let usedRows = row.indices.filter { !row[$0].isZero }
    let usedColumns = column.indices.filter { !column[$0].isZero }
    let ofRows =
      [rows.map { _ in Rational.one } + [.one]]
      + usedColumns.map { column in rows.map { matrix[$0][column] } + [value] }
    let ofColumns =
      [columns.map { _ in Rational.one } + [.one]]
      + usedRows.map { row in columns.map { matrix[row][$0] } + [value] }
    return LinearSystem.solve(ofRows) != nil && LinearSystem.solve(ofColumns) != nil
  }
}
