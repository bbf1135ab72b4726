import Arithmetic

/// Strategies of a matrix game with what each is sure of: the value lies between the two.
///
/// Strategies found in doubles are rounded to fractions and what they guarantee is computed exactly,
/// so that the bounds hold whatever the doubles were; they differ by about 1e-12 of the payoffs.
struct MatrixBounds {
  /// What ``row`` secures against every column.
  let lower: Rational
  /// The most that ``column`` concedes to any row.
  let upper: Rational
  /// A mixture of the rows.
  let row: [Rational]
  /// A mixture of the columns.
  let column: [Rational]

  /// Whether both mixtures are probabilities: the bounds themselves are computed from them.
  var isProof: Bool { row.isDistribution && column.isDistribution && lower <= upper }

  /// Probabilities are whole multiples of one over this: sums of products with payoffs of six
  /// digits still fit machine integers.
  private static let parts = 1 << 42

  /// What mixtures near these guarantee.
  init(_ guess: RoundedMatrixGame, for matrix: [[Rational]]) {
    self.init(row: Self.rounded(guess.row), column: Self.rounded(guess.column), for: matrix)
  }

  /// What pure strategies guarantee: the best worst case of each actor.
  init(purely matrix: [[Rational]]) {
    let worst = matrix.map { $0.min() ?? .zero }
    let best = matrix[0].indices.map { column in matrix.map { $0[column] }.max() ?? .zero }
    func unit(_ place: Int?, of count: Int) -> [Rational] {
      (0..<count).map { $0 == place ? .one : .zero }
    }
    self.init(
      row: unit(worst.firstIndex(of: worst.max() ?? .zero), of: worst.count),
      column: unit(best.firstIndex(of: best.min() ?? .zero), of: best.count), for: matrix)
  }

  private init(row: [Rational], column: [Rational], for matrix: [[Rational]]) {
    let (rows, columns) = (ExactWeights(row), ExactWeights(column))
    lower = matrix[0].indices.map { index in rows.sum { matrix[$0][index] } }.min() ?? .zero
    upper = matrix.map { line in columns.sum { line[$0] } }.max() ?? .zero
    (self.row, self.column) = (row, column)
  }

  /// Fractions near these probabilities that sum to 1; the likeliest takes what rounding leaves.
  private static func rounded(_ mixture: [Double]) -> [Rational] {
    var counts = mixture.map { Int(($0 * Double(parts)).rounded(.down)) }
    if let likeliest = counts.indices.max(by: { counts[$0] < counts[$1] }) {
      counts[likeliest] += parts - counts.reduce(0, +)
    }
    return counts.map { Rational($0, parts) }
  }
}
