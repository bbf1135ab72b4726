internal import CGSL

/// Solves linear equations that may contradict each other or leave something open: of all least
/// squares solutions, the shortest.
///
/// By a complete orthogonal decomposition, a QR factorization with column pivoting that is carried
/// on where the rank is deficient.
///
/// - Source: Golub and Van Loan, Matrix Computations, 5.4.7, as GSL implements it.
public struct LeastSquares: ~Copyable {
  /// How many rows the matrices have.
  public let rows: Int
  /// How many columns the matrices have.
  public let columns: Int
  /// How many columns of the matrix factored last are independent, to its tolerance.
  public private(set) var rank = 0
  private let matrix: UnsafeMutablePointer<gsl_matrix>
  private let vectors: [UnsafeMutablePointer<gsl_vector>]
  private let permutation: UnsafeMutablePointer<gsl_permutation>

  /// Room for systems of this shape.
  ///
  /// - Throws: ``GSLError`` where there are fewer rows than columns: GSL decomposes tall matrices
  ///   only; add rows of zeros.
  public init(rows: Int, columns: Int) throws(GSLError) {
    _ = GSLErrors.areReturned
    let request = "a decomposition of a \(rows) x \(columns) matrix (rows at least columns)"
    guard columns > 0, rows >= columns else { throw GSLError(code: GSL_EBADLEN, request: request) }
    // Of Q's and Z's reflections, work room, right-hand side, solution and residual.
    let sizes = [columns, columns, columns, rows, columns, rows]
    let vectors = sizes.compactMap { gsl_vector_calloc($0) }
    guard
      vectors.count == sizes.count, let matrix = gsl_matrix_calloc(rows, columns),
      let permutation = gsl_permutation_calloc(columns)
    else { throw GSLError(code: GSL_ENOMEM, request: request) }
    self.rows = rows
    self.columns = columns
    self.vectors = vectors
    self.matrix = matrix
    self.permutation = permutation
  }

  deinit {
    for vector in vectors { gsl_vector_free(vector) }
    gsl_matrix_free(matrix)
    gsl_permutation_free(permutation)
  }

  /// The shortest least squares solution of `entries` times x equal to `side`.
  ///
  /// - Parameters:
  ///   - entries: row by row.
  ///   - tolerance: diagonal entries below this count as zero; negative: what rounding leaves.
  /// - Throws: ``GSLError`` where GSL gives up.
  public mutating func solve(
    _ entries: [Double], _ side: [Double], tolerance: Double = -1
  ) throws(GSLError) -> [Double] {
    precondition(entries.count == rows * columns && side.count == rows, "entries fill the shape")
    for row in 0..<rows {
      for column in 0..<columns {
        gsl_matrix_set(matrix, row, column, entries[row * columns + column])
      }
      gsl_vector_set(vectors[3], row, side[row])
    }
    var rank = 0
    let request = "a decomposition of a \(rows) x \(columns) matrix"
    try GSLErrors.check(
      Int(
        gsl_linalg_COD_decomp_e(
          matrix, vectors[0], vectors[1], permutation, tolerance, &rank, vectors[2])), request)
    self.rank = rank
    try GSLErrors.check(
      Int(
        gsl_linalg_COD_lssolve(
          matrix, vectors[0], vectors[1], permutation, rank, vectors[3], vectors[4], vectors[5])),
      "the least squares solution of \(rows) linear equations")
    return (0..<columns).map { gsl_vector_get(vectors[4], $0) }
  }
}
