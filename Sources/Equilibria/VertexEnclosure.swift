import Arithmetic

/// Proves in doubles, with every rounding bounded, that a basis of `{x >= 0, G x <= b}` is a
/// nondegenerate vertex.
///
/// With `M` the tight rows of `G` on the support, `x~` the approximate vertex and `R` the
/// approximate inverse of `M` that a dictionary holds, the exact vertex satisfies
/// `|x - x~| <= |R (b - M x~)| / (1 - |I - R M|)` in the maximum norm. Every coordinate and every
/// slack must be positive beyond that bound.
///
/// - Source: Rump 2010, Verification methods: rigorous results using floating-point arithmetic,
///   section 10.
final class VertexEnclosure {
  /// Largest entry of `G` whose sums doubles still hold with room to spare.
  private static let largestEntry = 1 << 45
  /// Rounding errors of earlier pivots beyond which the dictionary is worth building anew.
  private static let worstInverse = 1e-9

  private let columns: Int
  private let rows: Int
  /// `G` by rows, `G` by columns, and the sum of each row.
  private let byRows: UnsafeMutablePointer<Double>
  private let byColumns: UnsafeMutablePointer<Double>
  private let rowSums: UnsafeMutablePointer<Double>
  /// What each row of `G` makes of `x~`.
  private let products: UnsafeMutablePointer<Double>
  /// One row of `R M`.
  private let identityRow: UnsafeMutablePointer<Double>

  /// The data of a polytope, or nil where doubles do not hold it exactly.
  init?(_ polytope: BestResponsePolytope) {
    columns = polytope.dimension
    rows = polytope.constraints
    var data: [Double] = []
    for entry in polytope.rows.joined() {
      guard let integer = entry.integer, integer <= Self.largestEntry else { return nil }
      data.append(Double(integer))
    }
    byRows = .allocate(capacity: rows * columns)
    byColumns = .allocate(capacity: rows * columns)
    rowSums = .allocate(capacity: rows)
    products = .allocate(capacity: rows)
    identityRow = .allocate(capacity: columns)
    byRows.initialize(from: data, count: data.count)
    for row in 0..<rows {
      rowSums[row] = 0
      for column in 0..<columns {
        byColumns[column * rows + row] = data[row * columns + column]
        rowSums[row] += data[row * columns + column]
      }
    }
  }

  deinit {
    byRows.deallocate()
    byColumns.deallocate()
    rowSums.deallocate()
    products.deallocate()
    identityRow.deallocate()
  }

  /// The entry of `G` in this row and column.
  func entry(_ row: Int, _ column: Int) -> Double { byRows[row * columns + column] }

  /// Whether the basis is proved to be a nondegenerate vertex.
  ///
  /// - Parameters:
  ///   - entries: the dictionary, `entries[row * stride + column]`.
  ///   - side: the column of the dictionary that holds `x~` and the slacks.
  ///   - limits: `b`, one entry a row of `G`.
  ///   - basic: the variable of each row: below `columns` an x, from there on a slack.
  ///   - cobasic: the variable of each column.
  func proves(
    _ entries: UnsafePointer<Double>, stride: Int, side: Int, limits: UnsafePointer<Double>,
    basic: UnsafePointer<Int>, cobasic: UnsafePointer<Int>
  ) -> Bool {
    // A sum of n rounded terms is off by less than (n + 4) units in the last place, twice over.
    let rounding = Double(columns + rows + 4) * 0x1p-52
    products.initialize(repeating: 0, count: rows)
    for row in 0..<rows where basic[row] < columns {
      let x = entries[row * stride + side]
      guard x > 0 else { return false }
      let column = byColumns + basic[row] * rows
      for k in 0..<rows { products[k] += column[k] * x }
    }

    var inverseError = 0.0
    var residual = 0.0
    for row in 0..<rows where basic[row] < columns {
      let line = entries + row * stride
      var moved = 0.0
      var weight = 0.0
      identityRow.initialize(repeating: 0, count: columns)
      for column in 0..<columns where cobasic[column] >= columns {
        let tight = cobasic[column] - columns
        let factor = line[column]
        let source = byRows + tight * columns
        for k in 0..<columns { identityRow[k] += factor * source[k] }
        weight += abs(factor) * rowSums[tight]
        moved +=
          abs(factor)
          * (abs(limits[tight] - products[tight]) + rounding * (limits[tight] + products[tight]))
      }
      var error = weight * rounding
      for other in 0..<rows where basic[other] < columns {
        error += abs(identityRow[basic[other]] - (other == row ? 1 : 0))
      }
      inverseError = max(inverseError, error)
      residual = max(residual, moved)
    }
    guard inverseError < Self.worstInverse else { return false }
    let radius = residual / (1 - inverseError) * (1 + 1e-9)

    for row in 0..<rows {
      if basic[row] < columns {
        guard entries[row * stride + side] > radius else { return false }
      } else {
        let constraint = basic[row] - columns
        let slack = limits[constraint] - products[constraint]
        let error =
          rounding * (limits[constraint] + products[constraint])
          + radius * rowSums[constraint] * (1 + 1e-9)
        guard slack > error else { return false }
      }
    }
    return true
  }
}
