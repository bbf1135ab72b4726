internal import CGSL

/// Solves square systems of linear equations by elimination with partial pivoting.
///
/// One value serves any number of systems up to its capacity without allocating anew: fill
/// ``entries``, call ``factor(order:)``, then ``solve(_:)`` for as many right-hand sides as needed.
public struct LUFactorization: ~Copyable {
  /// The largest order that fits.
  public let capacity: Int
  /// How many rows and columns the matrix factored last has.
  public private(set) var order = 0
  /// Where to write a matrix before it is factored: row by row, each as long as the order. Factoring
  /// overwrites it.
  public let entries: UnsafeMutablePointer<Double>
  private let permutation: UnsafeMutablePointer<Int>
  private var sign: Int32 = 0

  /// Room for systems of up to `capacity` equations.
  public init(capacity: Int) {
    _ = GSLErrors.areReturned
    precondition(capacity > 0, "a system needs an equation")
    self.capacity = capacity
    entries = .allocate(capacity: capacity * capacity)
    entries.initialize(repeating: 0, count: capacity * capacity)
    permutation = .allocate(capacity: capacity)
    permutation.initialize(repeating: 0, count: capacity)
  }

  deinit {
    entries.deallocate()
    permutation.deallocate()
  }

  /// Factors the matrix that ``entries`` holds.
  ///
  /// - Parameter order: rows and columns, 1 to ``capacity``.
  /// - Throws: ``GSLError`` when the matrix is singular in doubles, or holds no numbers.
  public mutating func factor(order: Int) throws(GSLError) {
    precondition((1...capacity).contains(order), "the order must fit the capacity")
    self.order = order
    var matrix = matrix
    var rows = rows
    let code = gsl_linalg_LU_decomp(&matrix, &rows, &sign)
    try GSLErrors.check(Int(code), "an LU factorization of order \(order)")
    // GSL factors singular matrices without a word, and NaN passes every comparison with zero.
    for row in 0..<order where !(abs(entries[row * (order + 1)]) > 0) {
      throw GSLError(code: Int(GSL_ESING), request: "an LU factorization of order \(order)")
    }
  }

  /// Replaces the right-hand side by the solution.
  ///
  /// - Precondition: a matrix of this order was factored.
  public func solve(_ side: UnsafeMutableBufferPointer<Double>) throws(GSLError) {
    precondition(side.count == order && order > 0, "a right-hand side has one entry a row")
    var matrix = matrix
    var rows = rows
    var vector = gsl_vector(
      size: order, stride: 1, data: side.baseAddress, block: nil, owner: 0)
    let code = gsl_linalg_LU_svx(&matrix, &rows, &vector)
    try GSLErrors.check(Int(code), "the solution of \(order) linear equations")
  }

  /// Whether the determinant is above (1) or below (-1) zero.
  public var determinantSign: Int {
    (0..<order).reduce(Int(sign)) { entries[$1 * (order + 1)] < 0 ? -$0 : $0 }
  }

  private var matrix: gsl_matrix {
    gsl_matrix(
      size1: order, size2: order, tda: order, data: entries, block: nil, owner: 0)
  }

  private var rows: gsl_permutation {
    gsl_permutation(size: order, data: permutation)
  }
}
