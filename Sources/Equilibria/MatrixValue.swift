import Arithmetic
import LinearPrograms

/// The value of a matrix game to the actor who chooses the row, with the strategies that prove it.
///
/// - Source: von Neumann 1928; by linear programming after Gale, Kuhn and Tucker 1951, whose dual
///   prices are the other actor's strategy.
public struct MatrixValue: Hashable, Sendable {
  /// What the row actor secures and the column actor concedes.
  public let value: Rational
  /// A mixture of the rows that secures it against every column.
  public let row: [Rational]
  /// A mixture of the columns that concedes no more to any row.
  public let column: [Rational]

  /// The part of the matrix that determines them, where it was solved.
  let basis: MatrixBasis?

  init(value: Rational, row: [Rational], column: [Rational], basis: MatrixBasis) {
    self.value = value
    self.basis = basis
    self.row = row
    self.column = column
  }

  /// The value of `matrix`, what the row actor earns, row by row.
  ///
  /// The basis that is optimal in doubles is solved exactly and proved; only where rounding misled
  /// it does the simplex method go on in exact arithmetic.
  ///
  /// - Precondition: the matrix is rectangular and not empty.
  public init(of matrix: [[Rational]]) {
    if let guess = RoundedMatrixGame(matrix),
      let found = MatrixBasis(rows: guess.basicRows, columns: guess.basicColumns).value(of: matrix)
    {
      self = found.value
      return
    }
    let program = LinearProgram(securing: matrix)
    guard let optimum = program.solve() else {
      preconditionFailure("the value of a matrix is bounded by its entries")
    }
    value = optimum.value + LinearProgram.shift(securing: matrix)
    row = Array(optimum.point.dropLast())
    column = Array(optimum.prices.dropLast())
    basis = nil
  }

  /// Whether both mixtures are probabilities, no column yields the row actor less than the value,
  /// and no row more: then it is the value, whoever found it.
  public func isProof(for matrix: [[Rational]]) -> Bool { ties(in: matrix) != nil }

  /// The lines of a matrix that are worth exactly the value against the other's mixture.
  struct Ties: Hashable {
    let rows: [Int]
    let columns: [Int]
  }

  /// The lines worth exactly the value, nil where this is not the value of `matrix`.
  func ties(in matrix: [[Rational]]) -> Ties? {
    guard row.count == matrix.count, column.count == matrix[0].count,
      [row, column].allSatisfy(\.isDistribution)
    else { return nil }
    let mixtures = (row: ExactWeights(row), column: ExactWeights(column))
    let columns = matrix[0].indices.map { index in
      mixtures.row.compare({ matrix[$0][index] }, to: value)
    }
    let rows = matrix.map { line in mixtures.column.compare({ line[$0] }, to: value) }
    guard columns.allSatisfy({ $0 >= 0 }), rows.allSatisfy({ $0 <= 0 }) else { return nil }
    return Ties(
      rows: rows.indices.filter { rows[$0] == 0 },
      columns: columns.indices.filter { columns[$0] == 0 })
  }
}

extension LinearProgram {
  /// The largest `v` with `sum_i p_i (a_ij - shift) >= v` for every column: its point is the
  /// row actor's mixture, then `v`; its prices are the column actor's, then `v` again.
  init(securing matrix: [[Rational]]) {
    let shift = Self.shift(securing: matrix)
    let columns = matrix[0].indices.map { column in matrix.map { shift - $0[column] } + [.one] }
    self.init(
      maximise: matrix.map { _ in .zero } + [.one],
      rows: columns + [matrix.map { _ in .one } + [.zero]],
      limits: columns.map { _ in .zero } + [.one])
  }

  /// What is taken from every entry so that all are positive: then all probability is used.
  static func shift(securing matrix: [[Rational]]) -> Rational {
    (matrix.joined().min() ?? .zero) - .one
  }
}

extension [Rational] {
  /// The sum of products, entries of zero skipped.
  func dot(_ other: [Rational]) -> Rational {
    zip(self, other).reduce(.zero) { $1.0.isZero ? $0 : $0 + $1.0 * $1.1 }
  }

  /// Whether no entry is negative and all sum to 1, exactly.
  var isDistribution: Bool {
    guard allSatisfy({ $0.signum >= 0 }) else { return false }
    let scale = Rational.commonDenominator(self)
    return reduce(.zero) { $0 + $1 * scale } == scale
  }
}
