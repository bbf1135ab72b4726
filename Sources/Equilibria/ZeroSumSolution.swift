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
/// Where the strategies mix more than ``mostMixed`` pure ones, exact numbers would have hundreds of
/// digits: then they are fractions near the optimum, and the value lies between two exact bounds.
///
/// - Source: von Neumann 1928.
public struct ZeroSumSolution: Hashable, Sendable {
  /// What both payoffs sum to; 0 in a zero-sum game.
  public let sum: Rational
  /// One strategy each; any two optimal strategies are in equilibrium.
  public let strategies: [[Rational]]
  /// What each actor is sure of by its strategy, whatever the other does: its value, where the
  /// strategies are optimal.
  public let values: [Rational]
  /// Whether it was seen, from the payoffs alone, that each strategy secures so much.
  public let isProof: Bool
  /// Whether the strategies are known to be the only optimal ones.
  public let isUnique: Bool
  /// Whether the time given was over before an optimum was found.
  public let isCutShort: Bool

  /// Whether the strategies are optimal: what each secures, the other leaves, so that neither can
  /// earn more.
  public var isOptimal: Bool { values[0] + values[1] == sum }

  /// The most each actor can hope for, which the other's strategy leaves it.
  public var ceilings: [Rational] { values.reversed().map { sum - $0 } }

  /// Beyond so many strategies in a mixture only bounds are computed.
  public static let mostMixed = 120
  /// The largest matrix whose optimum is found in exact arithmetic where doubles mislead.
  private static let mostExactEntries = 2500

  /// The value of `game`.
  ///
  /// - Parameter seconds: time for the linear program; nil for no limit. After it the strategies
  ///   are pure and the bounds wide.
  /// - Throws: ``ZeroSumRefusal`` when there are not two actors or the sums differ.
  public static func solve(
    _ game: StrategicGame, seconds: Double? = nil
  ) throws(ZeroSumRefusal) -> ZeroSumSolution {
    let sum = try constantSum(of: game)
    let matrix = game.matrix(of: 0)
    let guess = RoundedMatrixGame(matrix, seconds: seconds)
    if let guess, guess.basicRows.count <= mostMixed,
      let found = MatrixBasis(rows: guess.basicRows, columns: guess.basicColumns).value(of: matrix)
    {
      return ZeroSumSolution(found.value, found.ties, of: matrix, sum)
    }
    if game.profiles <= mostExactEntries {
      let found = MatrixValue(of: matrix)
      return ZeroSumSolution(found, found.ties(in: matrix), of: matrix, sum)
    }
    let bounds = guess.map { MatrixBounds($0, for: matrix) } ?? MatrixBounds(purely: matrix)
    return ZeroSumSolution(
      sum: sum, strategies: [bounds.row, bounds.column],
      values: [bounds.lower, sum - bounds.upper], isProof: bounds.isProof, isUnique: false,
      isCutShort: guess == nil && seconds != nil)
  }

  /// What a value says; without ties it is not proved.
  private init(
    _ found: MatrixValue, _ ties: MatrixValue.Ties?, of matrix: [[Rational]], _ sum: Rational
  ) {
    self.init(
      sum: sum, strategies: [found.row, found.column], values: [found.value, sum - found.value],
      isProof: ties != nil, isUnique: ties.map { found.isUnique(for: matrix, $0) } ?? false,
      isCutShort: false)
  }

  private init(
    sum: Rational, strategies: [[Rational]], values: [Rational], isProof: Bool, isUnique: Bool,
    isCutShort: Bool
  ) {
    self.sum = sum
    self.strategies = strategies
    self.values = values
    self.isProof = isProof
    self.isUnique = isUnique
    self.isCutShort = isCutShort
  }

  /// What the payoffs of `game` sum to in every profile.
  ///
  /// - Throws: ``ZeroSumRefusal`` when there are not two actors or the sums differ.
  public static func constantSum(of game: StrategicGame) throws(ZeroSumRefusal) -> Rational {
    guard game.actors == 2 else { throw .needsTwoActors(actors: game.actors) }
    let sum = game.payoff(at: 0, of: 0) + game.payoff(at: 0, of: 1)
    for profile in 0..<game.profiles {
      let other = game.payoff(at: profile, of: 0) + game.payoff(at: profile, of: 1)
      guard other == sum else { throw .sumDiffers(profile: profile, sum: sum, other: other) }
    }
    return sum
  }
}

extension MatrixValue {
  /// The largest system that is solved only to learn whether it has one solution.
  private static let mostEquations = 60

  /// Whether no other strategies are optimal, as far as these two prove it.
  ///
  /// An optimal mixture of rows uses only rows that earn the value against `column`, and every
  /// column that `column` uses yields it exactly the value: where these equations have one solution
  /// it is the only optimal mixture. The same holds of the columns. The test may miss a unique pair,
  /// never claim one that is not.
  func isUnique(for matrix: [[Rational]], _ ties: Ties) -> Bool {
    let (rows, columns) = (ties.rows, ties.columns)
    let usedRows = row.indices.filter { !row[$0].isZero }
    let usedColumns = column.indices.filter { !column[$0].isZero }
    if let basis, basis.rows == rows, basis.columns == columns, rows == usedRows,
      columns == usedColumns
    {
      // The basis was solved: its equations have one solution.
      return true
    }
    guard max(rows.count, columns.count) <= Self.mostEquations else { return false }
    let ofRows =
      [rows.map { _ in Rational.one } + [.one]]
      + usedColumns.map { column in rows.map { matrix[$0][column] } + [value] }
    let ofColumns =
      [columns.map { _ in Rational.one } + [.one]]
      + usedRows.map { row in columns.map { matrix[row][$0] } + [value] }
    return LinearSystem.solve(ofRows) != nil && LinearSystem.solve(ofColumns) != nil
  }
}
