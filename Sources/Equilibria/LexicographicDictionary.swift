import Arithmetic

/// An exact dictionary of a best-response polytope, degenerate or not.
///
/// Ties are broken as if the right-hand side of the j-th constraint were `1 + e^j` with a vanishing
/// `e`: the perturbed polytope is simple, and each of its vertices lies at one of the original's.
///
/// - Source: lexicographic pivoting, Dantzig, Orden and Wolfe 1955; Avis, Rosenberg, Savani and
///   von Stengel 2010, Enumeration of Nash equilibria for two-player games, section 5.
struct LexicographicDictionary: VertexDictionary {
  private let polytope: BestResponsePolytope
  private let labels: [Int]
  /// `entries[row * (columns + 1) + column]`, the right-hand side last.
  private var entries: [Rational]
  private var basic: [Int]
  private var cobasic: [Int]
  private let width: Int
  private(set) var cobasis: LabelSet

  /// The dictionary at the origin.
  init(_ polytope: BestResponsePolytope) {
    self.polytope = polytope
    labels = polytope.labels
    width = polytope.dimension + 1
    entries = polytope.rows.flatMap { $0 + [.one] }
    basic = (0..<polytope.constraints).map { polytope.dimension + $0 }
    cobasic = Array(0..<polytope.dimension)
    cobasis = polytope.ownLabels.reduce(0) { $0 | .label($1) }
  }

  var columns: Int { width - 1 }
  func columnLabel(_ column: Int) -> Int { labels[cobasic[column]] }
  func rowLabel(_ row: Int) -> Int { labels[basic[row]] }

  mutating func provedVertex() -> LabelSet {
    basic.indices.reduce(cobasis) { tight, row in
      entries[row * width + columns].isZero ? tight | .label(rowLabel(row)) : tight
    }
  }

  mutating func findLeavingRows(_ rows: UnsafeMutablePointer<Int32>) {
    for column in 0..<columns {
      let best = leavingRow(in: column)
      precondition(best != nil, "a best-response polytope is bounded")
      rows[column] = Int32(best ?? 0)
    }
  }

  /// The row that leaves when this column enters; nil where the polytope is unbounded.
  func leavingRow(in column: Int) -> Int? {
    var best: Int?
    for row in basic.indices where entries[row * width + column].signum > 0 {
      if let current = best, !isSmaller(row, than: current, in: column) { continue }
      best = row
    }
    return best
  }

  /// Whether `row` leaves before `other`: the lexicographic ratio test.
  private func isSmaller(_ row: Int, than other: Int, in column: Int) -> Bool {
    let (own, against) = (entries[row * width + column], entries[other * width + column])
    let left = entries[row * width + columns] * against
    let right = entries[other * width + columns] * own
    if left != right { return left < right }
    for constraint in 0..<polytope.constraints {
      let variable = polytope.dimension + constraint
      let left = coefficient(of: variable, in: row) * against
      let right = coefficient(of: variable, in: other) * own
      if left != right { return left < right }
    }
    return false
  }

  /// The coefficient of a slack in a row: what the row's right-hand side holds of `e^j`.
  private func coefficient(of variable: Int, in row: Int) -> Rational {
    if basic[row] == variable { return .one }
    guard let column = cobasic.firstIndex(of: variable) else { return .zero }
    return entries[row * width + column]
  }

  mutating func pivot(row: Int, column: Int) {
    let inverse = entries[row * width + column].reciprocal
    for k in 0..<width where k != column { entries[row * width + k] *= inverse }
    entries[row * width + column] = inverse
    for other in basic.indices where other != row {
      let factor = entries[other * width + column]
      guard !factor.isZero else { continue }
      for k in 0..<width where k != column {
        let entry = entries[row * width + k]
        if !entry.isZero { entries[other * width + k] -= factor * entry }
      }
      entries[other * width + column] = -factor * inverse
    }
    cobasis = cobasis & ~LabelSet.label(columnLabel(column)) | .label(rowLabel(row))
    swap(&basic[row], &cobasic[column])
  }
}

extension LexicographicDictionary: PathDictionary {
  func isCobasicAtOrigin(_ label: Int) -> Bool { polytope.ownLabels.contains(label) }

  mutating func enter(_ label: Int) -> Int? {
    guard let column = cobasic.firstIndex(where: { labels[$0] == label }),
      let row = leavingRow(in: column)
    else { return nil }
    let leaving = rowLabel(row)
    pivot(row: row, column: column)
    return leaving
  }

  var support: [Int] { basic.filter { $0 < columns }.sorted() }
  var replies: [Int] { cobasic.filter { $0 >= columns }.map { $0 - columns }.sorted() }
}
