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

  /// The value of `matrix`, what the row actor earns, row by row.
  ///
  /// - Precondition: the matrix is rectangular and not empty.
  public init(of matrix: [[Rational]]) {
    let program = LinearProgram(securing: matrix)
    guard let optimum = program.solve() else {
      preconditionFailure("the value of a matrix is bounded by its entries")
    }
    value = optimum.value + LinearProgram.shift(securing: matrix)
    row = Array(optimum.point.dropLast())
    column = Array(optimum.prices.dropLast())
  }

  /// Whether both mixtures are probabilities, no column yields the row actor less than the value,
  /// and no row more: then it is the value, whoever found it.
  public func isProof(for matrix: [[Rational]]) -> Bool {
    guard row.count == matrix.count, [row, column].allSatisfy(\.isDistribution) else {
      return false
    }
    let columns = matrix[0].indices.map { index in row.dot(matrix.map { $0[index] }) }
    return columns.allSatisfy { $0 >= value } && matrix.allSatisfy { column.dot($0) <= value }
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
    allSatisfy { $0.signum >= 0 } && reduce(.zero, +) == .one
  }
}
