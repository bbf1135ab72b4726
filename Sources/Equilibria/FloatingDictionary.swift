import Arithmetic

/// A floating-point dictionary that proves every vertex it stands on.
///
/// Pivots are done in doubles; what they yield is only a guess. ``provedVertex()`` then encloses
/// the exact vertex: see ``VertexEnclosure``. Where doubles cannot decide, exact arithmetic does.
///
/// A degenerate polytope is walked with its right-hand sides perturbed to `1 + d_j`. Slacks are
/// affine in the size of the perturbation, so that a basis proved strictly feasible under the
/// perturbation and feasible without it is feasible under every smaller one. If that holds of
/// every basis visited, they are the bases under a vanishing perturbation too, and their points
/// without perturbation are all vertices of the polytope itself.
final class FloatingDictionary: VertexDictionary {
  let columns: Int
  private let rows: Int
  private let stride: Int
  private let polytope: BestResponsePolytope
  private let labels: [Int]
  private(set) var cobasis: LabelSet
  private let enclosure: VertexEnclosure

  /// `entries[row * stride + column]`; in column `columns` what the perturbed right-hand sides
  /// have become, in the next what the sides 1 have become.
  private let entries: UnsafeMutablePointer<Double>
  private let basic: UnsafeMutablePointer<Int>
  private let cobasic: UnsafeMutablePointer<Int>
  /// The steepest ratio met so far in each column, and the row it was met in.
  private let steepest: UnsafeMutablePointer<Double>
  private let steepestRow: UnsafeMutablePointer<Double>
  /// The right-hand sides walked with, and the sides 1.
  private let limits: UnsafeMutablePointer<Double>
  private let ones: UnsafeMutablePointer<Double>
  private let isPerturbed: Bool

  /// The dictionary at the origin, or nil where doubles do not hold the entries exactly.
  ///
  /// - Parameter perturbation: about what is added to the right-hand sides, all of them different.
  init?(_ polytope: BestResponsePolytope, perturbation: Double = 0) {
    guard let enclosure = VertexEnclosure(polytope) else { return nil }
    self.polytope = polytope
    self.enclosure = enclosure
    labels = polytope.labels
    columns = polytope.dimension
    rows = polytope.constraints
    stride = (polytope.dimension + 3) & ~1
    isPerturbed = perturbation > 0
    cobasis = polytope.ownLabels.reduce(0) { $0 | .label($1) }
    entries = .allocate(capacity: rows * stride)
    basic = .allocate(capacity: rows)
    cobasic = .allocate(capacity: columns)
    steepest = .allocate(capacity: columns)
    steepestRow = .allocate(capacity: columns)
    limits = .allocate(capacity: rows)
    ones = .allocate(capacity: rows)
    for row in 0..<rows {
      ones[row] = 1
      // SplitMix64's scrambling: even multiples would meet in small integer combinations.
      var mixed = UInt64(row + 1) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      limits[row] = 1 + perturbation * (1 + Double(mixed >> 11) * 0x1p-53)
    }
    reset()
  }

  deinit {
    entries.deallocate()
    basic.deallocate()
    cobasic.deallocate()
    steepest.deallocate()
    steepestRow.deallocate()
    limits.deallocate()
    ones.deallocate()
  }

  /// Goes back to the origin.
  private func reset() {
    entries.initialize(repeating: 0, count: rows * stride)
    for row in 0..<rows {
      basic[row] = columns + row
      for column in 0..<columns {
        entries[row * stride + column] = enclosure.entry(row, column)
      }
      entries[row * stride + columns] = limits[row]
      entries[row * stride + columns + 1] = 1
    }
    for column in 0..<columns { cobasic[column] = column }
  }

  func columnLabel(_ column: Int) -> Int { labels[cobasic[column]] }
  func rowLabel(_ row: Int) -> Int { labels[basic[row]] }

  func provedVertex() throws(UncertainVertex) -> LabelSet {
    if encloses(side: columns, limits) {
      if !isPerturbed || encloses(side: columns + 1, ones) { return cobasis }
    } else {
      refactor()
      guard encloses(side: columns, limits) || exactTies(limits) == 0 else {
        throw UncertainVertex()
      }
      guard isPerturbed else { return cobasis }
    }
    guard let ties = exactTies(ones) else { throw UncertainVertex() }
    return cobasis | ties
  }

  private func encloses(side: Int, _ limits: UnsafePointer<Double>) -> Bool {
    enclosure.proves(
      entries, stride: stride, side: side, limits: limits, basic: basic, cobasic: cobasic)
  }

  /// The labels of basic variables that are zero at this basis, by exact arithmetic; nil where one
  /// is negative, so that the basis is not feasible.
  private func exactTies(_ limits: UnsafePointer<Double>) -> LabelSet? {
    let support = (0..<rows).filter { basic[$0] < columns }.map { basic[$0] }
    let tight = (0..<columns).filter { cobasic[$0] >= columns }.map { cobasic[$0] - columns }
    let sides = (0..<rows).map { Rational(limits[$0]) ?? .zero }
    let equations = tight.map { row in support.map { polytope.rows[row][$0] } + [sides[row]] }
    guard let solution = support.isEmpty ? [] : LinearSystem.solve(equations) else { return nil }
    var ties = LabelSet(0)
    for (variable, value) in zip(support, solution) {
      if value.signum < 0 { return nil }
      if value.isZero { ties |= .label(labels[variable]) }
    }
    for row in 0..<rows where basic[row] >= columns {
      let constraint = basic[row] - columns
      let slack = zip(support, solution).reduce(sides[constraint]) {
        $0 - polytope.rows[constraint][$1.0] * $1.1
      }
      if slack.signum < 0 { return nil }
      if slack.isZero { ties |= .label(rowLabel(row)) }
    }
    return ties
  }

  func findLeavingRows(_ leaving: UnsafeMutablePointer<Int32>) {
    for column in 0..<columns {
      steepest[column] = 0
      steepestRow[column] = 0
    }
    for row in 0..<rows {
      let line = entries + row * stride
      let inverse = 1 / line[columns]
      let index = Double(row)
      for column in 0..<columns {
        let slope = line[column] * inverse
        let steeper = slope > steepest[column]
        steepest[column] = steeper ? slope : steepest[column]
        steepestRow[column] = steeper ? index : steepestRow[column]
      }
    }
    for column in 0..<columns { leaving[column] = Int32(steepestRow[column]) }
  }

  func pivot(row: Int, column: Int) {
    exchange(row: row, column: column)
    cobasis = cobasis & ~LabelSet.label(rowLabel(row)) | .label(columnLabel(column))
  }

  /// The arithmetic of a pivot, and the swap of the two variables.
  private func exchange(row: Int, column: Int) {
    let line = entries + row * stride
    let inverse = 1 / line[column]
    for k in 0..<stride { line[k] *= inverse }
    line[column] = inverse
    for other in 0..<rows where other != row {
      let target = entries + other * stride
      let factor = target[column]
      target[column] = 0
      for k in 0..<stride { target[k] -= factor * line[k] }
    }
    (basic[row], cobasic[column]) = (cobasic[column], basic[row])
  }

  /// Builds this basis anew from the data, to be rid of the roundings of earlier pivots.
  private func refactor() {
    let basis = Array(UnsafeBufferPointer(start: basic, count: rows))
    let cobasis = Array(UnsafeBufferPointer(start: cobasic, count: columns))
    var support = basis.filter { $0 < columns }
    var tight = cobasis.filter { $0 >= columns }.map { $0 - columns }
    reset()
    while let (row, column) = largestPivot(rows: tight, columns: support) {
      exchange(row: row, column: column)
      tight.removeAll { $0 == row }
      support.removeAll { $0 == column }
    }
    arrange(basis, cobasis)
  }

  private func largestPivot(rows: [Int], columns: [Int]) -> (Int, Int)? {
    var best: (row: Int, column: Int)?
    var size = 0.0
    for row in rows {
      for column in columns where abs(entries[row * stride + column]) > size {
        size = abs(entries[row * stride + column])
        best = (row, column)
      }
    }
    return best.map { ($0.row, $0.column) }
  }

  /// Puts the rows and columns where these variables are wanted.
  private func arrange(_ basis: [Int], _ cobasis: [Int]) {
    let old = Array(UnsafeBufferPointer(start: entries, count: rows * stride))
    var place = Array(repeating: 0, count: rows + columns)
    for row in 0..<rows { place[basic[row]] = row }
    for column in 0..<columns { place[cobasic[column]] = column }
    guard Set(basis) == Set((0..<rows).map { basic[$0] }) else { return }
    for row in 0..<rows {
      let source = place[basis[row]] * stride
      for column in 0..<columns {
        entries[row * stride + column] = old[source + place[cobasis[column]]]
      }
      entries[row * stride + columns] = old[source + columns]
      entries[row * stride + columns + 1] = old[source + columns + 1]
      basic[row] = basis[row]
    }
    for column in 0..<columns { cobasic[column] = cobasis[column] }
  }
}
