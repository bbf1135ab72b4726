/// Exact systems of linear equations.
public enum LinearSystem {
  /// Solves `equations`, each a row of coefficients followed by its right-hand side, by
  /// Gauss-Jordan elimination.
  ///
  /// - Parameter equations: rows of equal length; there may be more rows than unknowns.
  /// - Returns: the solution, or nil when there is none or more than one.
  public static func solve(_ equations: [[Rational]]) -> [Rational]? {
    guard let width = equations.first?.count, width > 0 else { return nil }
    let unknowns = width - 1
    var rows = equations
    for column in 0..<unknowns {
      guard let found = rows.indices.dropFirst(column).first(where: { !rows[$0][column].isZero })
      else { return nil }
      rows.swapAt(column, found)
      let inverse = rows[column][column].reciprocal
      for k in column..<width { rows[column][k] *= inverse }
      for row in rows.indices where row != column && !rows[row][column].isZero {
        let factor = rows[row][column]
        for k in column..<width where !rows[column][k].isZero {
          rows[row][k] -= factor * rows[column][k]
        }
      }
    }
    guard rows.dropFirst(unknowns).allSatisfy({ $0[unknowns].isZero }) else { return nil }
    return rows.prefix(unknowns).map { $0[unknowns] }
  }

  /// Solves `matrix * x = constants` exactly for a square matrix, in whole numbers where words hold
  /// the equations without their fractions.
  ///
  /// - Returns: the solution, or nil when there is none or more than one.
  public static func solve(_ matrix: [[Rational]], constants: [Rational]) -> [Rational]? {
    let scales = matrix.map { Rational.commonDenominator($0) }
    let words = zip(matrix, scales).map { row, scale in row.compactMap { ($0 * scale).integer } }
    let scaled = zip(constants, scales).map { $0 * $1 }
    let common = Rational.commonDenominator(scaled)
    let whole = scaled.compactMap { ($0 * common).integer }
    guard zip(words, matrix).allSatisfy({ $0.count == $1.count }), whole.count == constants.count
    else { return solve(zip(matrix, constants).map { $0 + [$1] }) }
    return solve(words, constants: whole)?.map { $0 / common }
  }

  /// The sign of the determinant of a square matrix: -1, 0 or 1; 1 for the empty one.
  public static func determinantSign(_ matrix: [[Rational]]) -> Int {
    var rows = matrix
    var sign = 1
    for column in rows.indices {
      guard let found = rows.indices.dropFirst(column).first(where: { !rows[$0][column].isZero })
      else { return 0 }
      if found != column {
        rows.swapAt(column, found)
        sign = -sign
      }
      let head = rows[column][column]
      sign *= head.signum
      for row in rows.indices.dropFirst(column + 1) where !rows[row][column].isZero {
        let factor = rows[row][column] / head
        for k in column..<rows.count { rows[row][k] -= factor * rows[column][k] }
      }
    }
    return sign
  }
}
