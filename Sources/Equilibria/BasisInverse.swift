/// The inverse of a square matrix that changes by a row, a column or both at a time, in doubles.
///
/// - Source: the formulas of Sherman and Morrison 1950 and of bordering; each costs one step an
///   entry.
struct BasisInverse {
  /// Rows, and columns.
  private(set) var size = 0
  /// `entries[row * capacity + column]`.
  private var entries: [Double]
  private var capacity: Int

  /// The inverse of the empty matrix.
  init() {
    capacity = 8
    entries = Array(repeating: 0, count: 64)
  }

  /// An inverse that is known.
  init(_ rows: [[Double]]) {
    (size, capacity) = (rows.count, rows.count)
    entries = rows.flatMap { $0 }
  }

  subscript(row: Int, column: Int) -> Double { entries[row * capacity + column] }

  /// A row times a vector.
  func product(row: Int, _ vector: (Int) -> Double) -> Double {
    let line = row * capacity
    return entries.withUnsafeBufferPointer { entries in
      (0..<size).reduce(0) { $0 + entries[line + $1] * vector($1) }
    }
  }

  /// A vector times the inverse, into `product`.
  func multiply(_ vector: (Int) -> Double, into product: inout [Double]) {
    for column in 0..<size { product[column] = 0 }
    for row in 0..<size {
      let (line, factor) = (row * capacity, vector(row))
      for column in 0..<size { product[column] += factor * entries[line + column] }
    }
  }

  /// The matrix gets a last column `c` and a last row `r` whose last entry is `r * inverse * c` more
  /// than `pivot`.
  ///
  /// - Parameters:
  ///   - columnProduct: `inverse * c`.
  ///   - rowProduct: `r * inverse`.
  mutating func grow(_ columnProduct: [Double], _ rowProduct: [Double], pivot: Double) {
    if size == capacity { enlarge() }
    for row in 0..<size {
      let (line, factor) = (row * capacity, columnProduct[row] / pivot)
      for column in 0..<size { entries[line + column] += factor * rowProduct[column] }
      entries[line + size] = -factor
    }
    for column in 0..<size { entries[size * capacity + column] = -rowProduct[column] / pivot }
    entries[size * capacity + size] = 1 / pivot
    size += 1
  }

  /// The column of the matrix that belongs to `row` of the inverse becomes `c`.
  ///
  /// - Parameter columnProduct: `inverse * c`.
  mutating func replaceRow(_ row: Int, _ columnProduct: [Double]) {
    let pivotLine = row * capacity
    for column in 0..<size { entries[pivotLine + column] /= columnProduct[row] }
    for other in 0..<size where other != row {
      let (line, factor) = (other * capacity, columnProduct[other])
      for column in 0..<size {
        entries[line + column] -= factor * entries[pivotLine + column]
      }
    }
  }

  /// The row of the matrix that belongs to `column` of the inverse becomes `r`.
  ///
  /// - Parameter rowProduct: `r * inverse`.
  mutating func replaceColumn(_ column: Int, _ rowProduct: [Double]) {
    for row in 0..<size {
      let line = row * capacity
      let head = entries[line + column] / rowProduct[column]
      for other in 0..<size { entries[line + other] -= head * rowProduct[other] }
      entries[line + column] = head
    }
  }

  /// The matrix loses the column that belongs to `row` and the row that belongs to `column`; the last
  /// row and column of the inverse move to their places.
  mutating func shrink(row: Int, column: Int) {
    let pivotLine = row * capacity
    let pivot = entries[pivotLine + column]
    for other in 0..<size where other != row {
      let line = other * capacity
      let factor = entries[line + column] / pivot
      for k in 0..<size { entries[line + k] -= factor * entries[pivotLine + k] }
    }
    let last = size - 1
    for k in 0..<size { entries[pivotLine + k] = entries[last * capacity + k] }
    for other in 0..<size { entries[other * capacity + column] = entries[other * capacity + last] }
    size = last
  }

  private mutating func enlarge() {
    let wider = 2 * max(capacity, 1)
    var larger = Array(repeating: 0.0, count: wider * wider)
    for row in 0..<size {
      for column in 0..<size { larger[row * wider + column] = entries[row * capacity + column] }
    }
    (entries, capacity) = (larger, wider)
  }
}
