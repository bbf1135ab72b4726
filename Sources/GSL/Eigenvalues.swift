internal import CGSL

/// The eigenvalues of a real square matrix.
public enum Eigenvalues {
  /// One eigenvalue.
  public struct Value: Hashable, Sendable {
    /// The real part.
    public let real: Double
    /// The imaginary part.
    public let imaginary: Double
  }

  /// All eigenvalues, the greatest real part first, then the greatest imaginary part.
  ///
  /// - Parameter matrix: rows of equal length, as many as columns; may be empty.
  /// - Throws: ``GSLError`` where the method does not converge.
  /// - Source: the double-shift QR method of Francis 1961, as GSL implements it.
  public static func of(_ matrix: [[Double]]) throws(GSLError) -> [Value] {
    let size = matrix.count
    precondition(matrix.allSatisfy { $0.count == size }, "only square matrices have eigenvalues")
    guard size > 0 else { return [] }
    _ = GSLErrors.areReturned
    let request = "the eigenvalues of a \(size) x \(size) matrix"
    guard let copy = gsl_matrix_alloc(size, size), let values = gsl_vector_complex_alloc(size),
      let workspace = gsl_eigen_nonsymm_alloc(size)
    else { throw GSLError(code: GSL_ENOMEM, request: request) }
    defer {
      gsl_matrix_free(copy)
      gsl_vector_complex_free(values)
      gsl_eigen_nonsymm_free(workspace)
    }
    for (row, line) in matrix.enumerated() {
      for (column, value) in line.enumerated() { gsl_matrix_set(copy, row, column, value) }
    }
    try GSLErrors.check(Int(gsl_eigen_nonsymm(copy, values, workspace)), request)
    return (0..<size).map {
      let value = gsl_vector_complex_get(values, $0)
      return Value(real: value.dat.0, imaginary: value.dat.1)
    }.sorted { ($0.real, $0.imaginary) > ($1.real, $1.imaginary) }
  }
}
