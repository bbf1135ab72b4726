/// The solution of a small system `matrix * x = (1, ..., 1)` over one denominator, by Gauss-Jordan
/// elimination that stays with integers: each entry met is a minor of the system.
///
/// - Source: Bareiss 1968, Sylvester's identity and multistep integer-preserving Gaussian
///   elimination.
struct FractionFreeElimination {
  /// The denominator of all unknowns, negative where the determinant of the matrix is.
  let determinant: Int128
  /// The numerators.
  let numerators: [Int128]

  /// Whether no product of two minors outgrows 127 bits, by Hadamard's bound.
  static func holds(_ matrix: [[Int]]) -> Bool {
    var (bits, least) = (0, Int.max)
    for row in matrix {
      var norm: UInt = 1
      for entry in row {
        guard entry.magnitude < 1 << 26 else { return false }
        norm += entry.magnitude * entry.magnitude
      }
      // Twice the logarithm of the length of the row.
      let twice = UInt.bitWidth - norm.leadingZeroBitCount
      bits += twice
      least = min(least, twice)
    }
    // The last step multiplies minors that lack a row, and subtracts two such products.
    return matrix.count <= 16 && bits - least <= 125
  }

  /// Solves; nil where the matrix is singular.
  ///
  /// - Precondition: ``holds(_:)``.
  init?(_ matrix: [[Int]]) {
    let size = matrix.count
    let width = size + 1
    var entries: [Int128] = []
    entries.reserveCapacity(size * width)
    for row in matrix {
      for entry in row { entries.append(Int128(entry)) }
      entries.append(1)
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
