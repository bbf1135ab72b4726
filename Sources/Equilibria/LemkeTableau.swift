import Arithmetic

/// Numbers that Lemke's tableau is kept in: exact ones, or doubles with a tolerance.
protocol PivotNumber: ExpressibleByIntegerLiteral {
  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  /// -1, 0 or 1; 0 also for what may be a rounding.
  var sign: Int { get }
  /// The number itself, 0 in place of what may be a rounding.
  var settled: Self { get }
  init(nearest value: Rational)
}

extension Rational: PivotNumber {
  var sign: Int { signum }
  var settled: Rational { self }
  init(nearest value: Rational) { self = value }
}

extension Double: PivotNumber {
  // Payoffs are scaled to at most 1, plans are at most 1.
  private static let tolerance = 1e-10
  var sign: Int { self > Self.tolerance ? 1 : self < -Self.tolerance ? -1 : 0 }
  var settled: Double { Swift.abs(self) < 1e-13 ? 0 : self }
  init(nearest value: Rational) { self = value.double }
}

/// A dictionary of a linear complementarity problem with one more variable that is driven from 0 to
/// 1, and the path of Lemke's algorithm on it.
///
/// Row `r` says that the basic variable there and `entries[r]` times the nonbasic ones make
/// `limits[r]`. Variables `2 * k` and `2 * k + 1` are complementary: one of them is 0. Ties are
/// broken lexicographically by the first basis, so that no path cycles.
///
/// - Source: Lemke 1965; Cottle, Pang and Stone 1992, sections 4.4 and 4.9.
struct LemkeTableau<Number: PivotNumber> {
  /// How a path ends.
  enum End {
    /// With the driven variable at 1.
    case solved
    /// After as many pivots as were allowed, or out of time.
    case stopped
    /// Where nothing could leave, which only roundings can do.
    case lost
  }

  private var entries: [Number]
  private var limits: [Number]
  private let width: Int
  private(set) var basic: [Int]
  private var nonbasic: [Int]
  /// Where each variable stands: a row, or `-1 -` its column.
  private var place: [Int]
  /// The first basis, the one whose ties count most first.
  private let order: [Int]
  /// Pivots done.
  private(set) var pivots = 0

  /// The first dictionary: row `k` belongs to `basic[k]`, which with `nonbasic[k]` is a
  /// complementary pair; the last row and the last column belong to the driven variable, which is
  /// 1 less its complement.
  ///
  /// - Parameters:
  ///   - rows: `rows[k]`: the entries of a row, one a pair, the driven variable's last.
  ///   - limits: none negative.
  ///   - order: the rows whose limits count as lifted most first.
  init(rows: [[Number]], limits: [Number], basic: [Int], nonbasic: [Int], order: [Int]) {
    let pairs = rows.count
    let (driven, rest) = (2 * pairs, 2 * pairs + 1)
    width = pairs + 1
    entries = rows.flatMap { $0 } + Array(repeating: 0, count: pairs) + [1]
    self.limits = limits + [1]
    self.basic = basic + [rest]
    self.nonbasic = nonbasic + [driven]
    self.order = order.map { basic[$0] }
    place = Array(repeating: 0, count: 2 * pairs + 2)
    for (row, variable) in self.basic.enumerated() { place[variable] = row }
    for (column, variable) in self.nonbasic.enumerated() { place[variable] = -1 - column }
  }

  /// The value of a variable.
  func value(of variable: Int) -> Number { place[variable] >= 0 ? limits[place[variable]] : 0 }

  /// Walks until the driven variable is 1.
  mutating func walk(limit: Int, shouldStop: () -> Bool) -> End {
    let rest = basic.count - 1
    let restVariable = basic[rest]
    var entering = nonbasic[width - 1]
    while true {
      if pivots >= limit || shouldStop() { return .stopped }
      let column = -1 - place[entering]
      guard let row = leavingRow(column, preferring: restVariable) else { return .lost }
      let leaving = basic[row]
      pivot(row: row, column: column)
      pivots += 1
      if leaving == restVariable { return .solved }
      // The driven variable back at 0 is where the path began.
      if leaving == restVariable - 1 { return .lost }
      entering = leaving ^ 1
    }
  }

  /// The row that leaves: the least ratio, ties to the end of the path, then lexicographic.
  private func leavingRow(_ column: Int, preferring last: Int) -> Int? {
    var best: Int?
    for row in basic.indices where entries[row * width + column].sign > 0 {
      guard let current = best else {
        best = row
        continue
      }
      if isSmaller(row, than: current, column, last) { best = row }
    }
    return best
  }

  private func isSmaller(_ row: Int, than other: Int, _ column: Int, _ last: Int) -> Bool {
    let (own, against) = (entries[row * width + column], entries[other * width + column])
    let difference = (limits[row] * against - limits[other] * own).sign
    if difference != 0 { return difference < 0 }
    if basic[row] == last { return true }
    if basic[other] == last { return false }
    for variable in order {
      let left = coefficient(of: variable, in: row) * against
      let right = coefficient(of: variable, in: other) * own
      let difference = (left - right).sign
      if difference != 0 { return difference < 0 }
    }
    return false
  }

  private func coefficient(of variable: Int, in row: Int) -> Number {
    let place = place[variable]
    if place >= 0 { return place == row ? 1 : 0 }
    return entries[row * width - 1 - place]
  }

  private mutating func pivot(row: Int, column: Int) {
    let line = row * width
    let inverse: Number = 1 / entries[line + column]
    entries[line + column] = 1
    var filled: [Int] = []
    for k in 0..<width where entries[line + k].sign != 0 || k == column {
      entries[line + k] = entries[line + k] * inverse
      filled.append(k)
    }
    limits[row] = limits[row] * inverse
    for other in basic.indices where other != row {
      let start = other * width
      let factor = entries[start + column]
      guard factor.settled.sign != 0 else {
        entries[start + column] = 0
        continue
      }
      entries[start + column] = 0
      for k in filled {
        entries[start + k] = (entries[start + k] - factor * entries[line + k]).settled
      }
      limits[other] = (limits[other] - factor * limits[row]).settled
    }
    swap(&basic[row], &nonbasic[column])
    place[basic[row]] = row
    place[nonbasic[column]] = -1 - column
  }
}
