import Arithmetic

/// A square part of a matrix game that may determine optimal strategies: each mixture earns the
/// same against all of the other's part.
///
/// - Source: Shapley and Snow 1950, whose theorem says that every extreme optimal pair arises so.
struct MatrixBasis: Hashable {
  /// The rows of the part.
  let rows: [Int]
  /// The columns, as many.
  let columns: [Int]

  /// The largest part whose numbers are too large for machine integers that is still solved.
  private static let largestSlowSize = 60

  /// The value and strategies the part determines, with what proves them; nil where they are not
  /// those of `matrix`.
  func value(of matrix: [[Rational]]) -> (value: MatrixValue, ties: MatrixValue.Ties)? {
    guard !rows.isEmpty, rows.count == columns.count else { return nil }
    // Shifted so that the value is positive: strategies are then in proportion to the solutions
    // of two systems whose right-hand sides are 1.
    let part = rows.map { row in columns.map { matrix[row][$0] } }
    let scale = Rational.commonDenominator(part.joined())
    let shift = (part.joined().min() ?? .zero) * scale - .one
    let cleared = part.map { $0.map { $0 * scale - shift } }
    let transposed = columns.indices.map { column in cleared.map { $0[column] } }
    guard let ofRows = Self.solve(transposed), let ofColumns = Self.solve(cleared) else {
      return nil
    }
    let total = ofRows.reduce(.zero, +)
    guard total.signum > 0 else { return nil }
    func spread(_ solved: [Rational], over places: [Int], of count: Int) -> [Rational] {
      var mixture = Array(repeating: Rational.zero, count: count)
      for (place, weight) in zip(places, solved) { mixture[place] = weight / total }
      return mixture
    }
    let found = MatrixValue(
      value: (total.reciprocal + shift) / scale,
      row: spread(ofRows, over: rows, of: matrix.count),
      column: spread(ofColumns, over: columns, of: matrix[0].count), basis: self)
    return found.ties(in: matrix).map { (found, $0) }
  }

  private static func solve(_ system: [[Rational]]) -> [Rational]? {
    let words = system.map { $0.compactMap(\.integer) }
    if zip(words, system).allSatisfy({ $0.count == $1.count }) {
      return LinearSystem.solve(words, constants: words.map { _ in 1 })
    }
    guard system.count <= largestSlowSize else { return nil }
    return LinearSystem.solve(system.map { $0 + [.one] })
  }
}
