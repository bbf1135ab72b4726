internal import CGMP

extension LinearSystem {
  /// Solves `matrix * x = constants` exactly for a square matrix of integers.
  ///
  /// Small systems are eliminated in integers. Large ones of small entries are solved digit by
  /// digit to a prime base: one inverse modulo the prime, then one digit of every unknown for two
  /// products of a matrix and a vector, and at last the fractions from their residues. Elimination
  /// with fractions, which serves large entries, takes a hundred times as long at a hundred
  /// unknowns.
  ///
  /// - Returns: the solution, or nil when there is none or more than one.
  /// - Source: Dixon 1982, Exact solution of linear equations using p-adic expansions; the bound
  ///   on numerators and denominators is Hadamard's.
  public static func solve(_ matrix: [[Int]], constants: [Int]) -> [Rational]? {
    if FractionFreeElimination.holds(matrix, constants) {
      guard let solved = FractionFreeElimination(matrix, constants) else { return nil }
      return solved.numerators.map { Rational($0, solved.determinant) }
    }
    if let lifting = PadicLifting(matrix, constants) { return lifting.solution }
    return solve(zip(matrix, constants).map { row, own in (row + [own]).map { Rational($0) } })
  }

  /// The solution of `matrix * x = (1, ..., 1)` scaled to sum 1: the mixture against which all rows
  /// earn the same.
  ///
  /// - Returns: nil when there is no solution, more than one, or its sum is not positive.
  public static func mixtureForOnes(_ matrix: [[Int]]) -> [Rational]? {
    let ones = Array(repeating: 1, count: matrix.count)
    if FractionFreeElimination.holds(matrix, ones) {
      guard let solved = FractionFreeElimination(matrix, ones) else { return nil }
      let total = solved.numerators.reduce(0, +)
      guard total.signum() == solved.determinant.signum() else { return nil }
      return solved.numerators.map { Rational($0, total) }
    }
    guard let solved = solve(matrix, constants: ones) else { return nil }
    let total = solved.reduce(.zero, +)
    return total.signum > 0 ? solved.map { $0 / total } : nil
  }
}

/// The digits of a solution to a prime base, and the fractions they stand for.
private struct PadicLifting {
  /// The most that the sum of a row, or a constant, may come to: its products with a digit fit a
  /// machine word.
  private static let largestSum = 1 << 31
  /// The largest prime below 2^30.
  private static let prime = 1_073_741_789

  private let matrix: [Int]
  private let constants: [Int]
  private let size: Int
  /// The inverse modulo the prime, by columns.
  private let inverse: [Int]
  /// Bits that hold every numerator and denominator.
  private let bits: Int

  /// Prepares a system; nil where its numbers are too large or the prime divides its determinant.
  init?(_ rows: [[Int]], _ constants: [Int]) {
    size = rows.count
    self.constants = constants
    matrix = Array(rows.joined())
    let largestEntry = UInt(Self.largestSum / max(1, size))
    guard matrix.count == size * size, constants.count == size,
      matrix.allSatisfy({ $0.magnitude < largestEntry }),
      constants.allSatisfy({ $0.magnitude < UInt(Self.largestSum) }),
      let inverse = Self.inverse(matrix, size)
    else { return nil }
    self.inverse = inverse
    // A row with its constant, so that determinants with a column replaced fit as well.
    bits = zip(rows, constants).reduce(2) { bits, row in
      let norm = row.0.reduce(row.1 * row.1) { $0 + $1 * $1 }
      return bits + (Int.bitWidth - norm.leadingZeroBitCount + 1) / 2
    }
  }

  /// Gauss-Jordan elimination modulo the prime, in place.
  private static func inverse(_ matrix: [Int], _ size: Int) -> [Int]? {
    var work = matrix.map { ($0 % prime + prime) % prime }
    var order = Array(0..<size)
    for head in 0..<size {
      guard let found = (head..<size).first(where: { work[$0 * size + head] != 0 }) else {
        return nil
      }
      if found != head {
        for k in 0..<size { work.swapAt(head * size + k, found * size + k) }
        order.swapAt(head, found)
      }
      let factor = power(work[head * size + head], prime - 2)
      work[head * size + head] = 1
      work.withUnsafeMutableBufferPointer { work in
        let line = head * size
        for k in 0..<size { work[line + k] = work[line + k] &* factor % prime }
        for row in 0..<size where row != head {
          let target = row * size
          let negated = prime - work[target + head]
          guard negated != prime else { continue }
          work[target + head] = 0
          for k in 0..<size {
            work[target + k] = (work[target + k] &+ negated &* work[line + k]) % prime
          }
        }
      }
    }
    // Rows exchanged on the way are columns of the inverse.
    var byColumns = work
    for column in 0..<size {
      for row in 0..<size { byColumns[order[column] * size + row] = work[row * size + column] }
    }
    return byColumns
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int {
    var (result, square, left) = (1, base, exponent)
    while left > 0 {
      if left & 1 == 1 { result = result * square % prime }
      square = square * square % prime
      left >>= 1
    }
    return result
  }

  /// The solution as fractions.
  var solution: [Rational] {
    // A modulus above twice the product of the bounds leaves one fraction to each residue.
    let count = (2 * bits + 2) / 29 + 1
    let digits = self.digits(count)
    let modulus = LargeInteger(1)
    for _ in 0..<count { modulus.multiply(by: Self.prime) }
    let common = LargeInteger(1)
    return (0..<size).map { unknown in
      let residue = LargeInteger(0)
      for digit in (0..<count).reversed() {
        residue.multiply(by: Self.prime)
        residue.add(digits[digit * size + unknown])
      }
      // Denominators divide the determinant: most are found with the first unknowns.
      residue.multiply(by: common)
      let numerator = residue.reconstruct(modulus: modulus, bits: bits, common)
      return LargeInteger.fraction(numerator, common)
    }
  }

  /// `digits[digit * size + unknown]`, the lowest digit first.
  private func digits(_ count: Int) -> [Int] {
    var digits = Array(repeating: 0, count: count * size)
    var residual = constants
    for digit in 0..<count {
      let start = digit * size
      inverse.withUnsafeBufferPointer { inverse in
        digits.withUnsafeMutableBufferPointer { digits in
          for column in 0..<size {
            let factor = (residual[column] % Self.prime + Self.prime) % Self.prime
            let line = column * size
            for k in 0..<size {
              digits[start + k] = (digits[start + k] &+ factor &* inverse[line + k]) % Self.prime
            }
          }
        }
      }
      matrix.withUnsafeBufferPointer { matrix in
        for row in 0..<size {
          var sum = residual[row]
          for k in 0..<size { sum &-= matrix[row * size + k] &* digits[start + k] }
          residual[row] = sum / Self.prime
        }
      }
    }
    return digits
  }
}

/// An integer of any size, changed in place.
private final class LargeInteger {
  private let value: UnsafeMutablePointer<__mpz_struct>

  init(_ start: Int) {
    value = .allocate(capacity: 1)
    __gmpz_init_set_si(value, start)
  }

  deinit {
    __gmpz_clear(value)
    value.deallocate()
  }

  func multiply(by factor: Int) { __gmpz_mul_si(value, value, factor) }
  func multiply(by factor: LargeInteger) { __gmpz_mul(value, value, factor.value) }
  func add(_ term: Int) { __gmpz_add_ui(value, value, UInt(term)) }

  /// The numerator of the one fraction with this residue whose parts have at most so many bits;
  /// its denominator is multiplied to `common`.
  ///
  /// - Source: Wang 1981, by Euclid's algorithm halted halfway.
  func reconstruct(modulus: LargeInteger, bits: Int, _ common: LargeInteger) -> LargeInteger {
    var (older, newer) = (LargeInteger(0), LargeInteger(0))
    var (olderFactor, newerFactor) = (LargeInteger(0), LargeInteger(1))
    let quotient = LargeInteger(0)
    __gmpz_set(older.value, modulus.value)
    __gmpz_mod(newer.value, value, modulus.value)
    // A negative integer is a residue just below the modulus.
    let opposite = LargeInteger(0)
    __gmpz_sub(opposite.value, newer.value, modulus.value)
    if __gmpz_sizeinbase(opposite.value, 2) <= bits { return opposite }
    while __gmpz_sizeinbase(newer.value, 2) > bits {
      __gmpz_tdiv_qr(quotient.value, older.value, older.value, newer.value)
      __gmpz_submul(olderFactor.value, quotient.value, newerFactor.value)
      swap(&older, &newer)
      swap(&olderFactor, &newerFactor)
    }
    common.multiply(by: newerFactor)
    return newer
  }

  static func fraction(_ numerator: LargeInteger, _ denominator: LargeInteger) -> Rational {
    LargeRational(numerator.value, denominator.value).rational
  }
}
