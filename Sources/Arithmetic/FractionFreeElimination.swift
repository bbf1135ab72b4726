/// The solution of a small system `matrix * x = constants` over one denominator, by Gauss-Jordan
/// elimination that stays with integers: each entry met is a minor of the system.
///
/// - Source: Bareiss 1968, Sylvester's identity and multistep integer-preserving Gaussian
///   elimination.
struct FractionFreeElimination {
  /// The denominator of all unknowns, negative where the determinant of the matrix is.
  let determinant: Int128
  /// The numerators.
  let numerators: [Int128]

  /// Whether no difference of products of two minors outgrows 127 bits.
  ///
  /// By Hadamard's bound a minor is at most the product of the lengths of its rows. In the largest
  /// products both minors lack a row each, or one of them lacks two and the other none; and the
  /// column of constants takes the place of a row in one of them.
  static func holds(_ matrix: [[Int]], _ constants: [Int]) -> Bool {
    var (product, least, sum) = (1.0, Double.infinity, 1.0)
    for (row, constant) in zip(matrix, constants) {
      var square: UInt = 0
      for entry in row {
        guard entry.magnitude < 1 << 26 else { return false }
        square += entry.magnitude * entry.magnitude
      }
      let known = Double(max(1, square))
      product *= known
      least = min(least, known)
      sum += Double(constant.magnitude)
    }
    // A little below 2^126, for what rounding takes.
    return matrix.count <= 16 && product / least * sum < 0x1.ffp125
  }

  /// Solves; nil where the matrix is singular.
  ///
  /// - Precondition: ``holds(_:_:)``.
  init?(_ matrix: [[Int]], _ constants: [Int]) {
    let size = matrix.count
    let width = size + 1
    var entries: [Int128] = []
    entries.reserveCapacity(size * width)
    for (row, constant) in zip(matrix, constants) {
      for entry in row { entries.append(Int128(entry)) }
      entries.append(Int128(constant))
    }
    let isRegular = entries.withUnsafeMutableBufferPointer { entries in
      var divisor: Int128 = 1
      for head in 0..<size {
        guard let found = (head..<size).first(where: { entries[$0 * width + head] != 0 }) else {
          return false
        }
        if found != head {
          // One of them negated, so that the determinant stays what it was.
          for k in head..<width {
            let above = entries[head * width + k]
            entries[head * width + k] = entries[found * width + k]
            entries[found * width + k] = -above
          }
        }
        let pivot = entries[head * width + head]
        for row in 0..<size where row != head {
          let factor = entries[row * width + head]
          for k in (head + 1)..<width {
            let minor = pivot * entries[row * width + k] - factor * entries[head * width + k]
            entries[row * width + k] = head == 0 ? minor : minor / divisor
          }
        }
        divisor = pivot
      }
      return true
    }
    guard isRegular else { return nil }
    determinant = size == 0 ? 1 : entries[(size - 1) * width + size - 1]
    numerators = (0..<size).map { entries[$0 * width + size] }
  }
}
