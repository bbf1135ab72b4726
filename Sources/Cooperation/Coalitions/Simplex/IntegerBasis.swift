/// A basis of vectors of zeros and ones, inverted in machine integers.
///
/// The inverse is kept as adjugate over determinant and is updated by integer pivots, whose
/// divisions leave no rest. Entries are minors of a matrix of zeros and ones, so that Hadamard's
/// bound holds them within a machine word for as many as 21 rows.
///
/// - Source: Edmonds 1967; Bareiss 1968.
struct IntegerBasis {
  /// Most rows for which no pivot can overflow.
  static let mostRows = 21

  /// What a row's basic vector stands for.
  enum Column: Hashable, Sendable {
    /// A unit vector that waits to be replaced.
    case unit(Int)
    /// An equality, by its place among them.
    case fixed(Int)
    /// A coalition that may have at most the level as its excess.
    case open(Int)
    /// An actor that may have no less than its floor.
    case floor(Int)

    /// Whether the weight of this vector may have any sign.
    var isFree: Bool {
      switch self {
      case .unit, .fixed: true
      case .open, .floor: false
      }
    }
  }

  /// How many rows, hence vectors.
  let rows: Int
  /// What the basic vector of each row stands for.
  private(set) var columns: [Column]
  /// The determinant of the basis, positive.
  private(set) var determinant = 1
  /// `entries[row * (rows + 1) + k]`: the adjugate, then the weights over the determinant.
  private var entries: [Int]

  /// The basis of unit vectors, whose weights are `objective`.
  init(objective: [Int]) {
    precondition(objective.count <= Self.mostRows, "too many rows for machine words")
    rows = objective.count
    columns = (0..<rows).map(Column.unit)
    entries = Array(repeating: 0, count: rows * (rows + 1))
    for row in 0..<rows {
      entries[row * (rows + 1) + row] = 1
      entries[row * (rows + 1) + rows] = objective[row]
    }
  }

  /// The row of the adjugate that belongs to a basic vector.
  func adjugate(_ row: Int) -> ArraySlice<Int> {
    entries[row * (rows + 1)..<row * (rows + 1) + rows]
  }

  /// The weight of a basic vector, times the determinant.
  func weight(_ row: Int) -> Int { entries[row * (rows + 1) + rows] }

  /// The largest entry.
  var largest: Int { entries.reduce(1) { max($0, abs($1)) } }

  /// The coordinates of the vector with these bits, times the determinant.
  func coordinates(of bits: Int) -> [Int] {
    entries.withUnsafeBufferPointer { entries in
      (0..<rows).map { row in
        var rest = bits
        var sum = 0
        while rest != 0 {
          sum += entries[row * (rows + 1) + rest.trailingZeroBitCount]
          rest &= rest - 1
        }
        return sum
      }
    }
  }

  /// Replaces a waiting unit vector; false if the vector depends on those already taken.
  mutating func take(_ column: Column, bits: Int) -> Bool {
    let coordinates = coordinates(of: bits)
    let waiting = (0..<rows).first { row in
      if case .unit = columns[row] { coordinates[row] != 0 } else { false }
    }
    guard let row = waiting else { return false }
    pivot(row, column, coordinates)
    return true
  }

  /// Puts `column` in the place of a row's basic vector.
  mutating func pivot(_ row: Int, _ column: Column, _ coordinates: [Int]) {
    let sign = coordinates[row] < 0 ? -1 : 1
    let head = coordinates[row] * sign
    let width = rows + 1
    entries.withUnsafeMutableBufferPointer { entries in
      if sign < 0 {
        for k in 0..<width { entries[row * width + k] = -entries[row * width + k] }
      }
      for other in 0..<rows where other != row {
        let factor = coordinates[other]
        guard factor != 0 || head != determinant else { continue }
        for k in 0..<width {
          let own = entries[other * width + k]
          entries[other * width + k] =
            (own * head - factor * entries[row * width + k]) / determinant
        }
      }
    }
    determinant = head
    columns[row] = column
  }
}
