import Arithmetic

/// Finds, for a vertex of one actor's best-response polytope, the vertices of the other's that
/// complete it to an equilibrium.
///
/// The partner of a nondegenerate vertex with support `S` and tight replies `T` can only be the
/// solution of `M y = 1`, `M` the rows `S` and columns `T` of the other's polytope. It is computed
/// in doubles. A partner that fails is rejected only with a proof: for any `r` the feasible `y`,
/// whose sum is at most 1 because `M` is at least 1, satisfy
/// `|r . 1 - (r M) y| = 0`, so that an approximate row of the inverse of `M` shows `y_t < 0`, or a
/// combination of rows shows a violated inequality, beyond all rounding. Whatever is not rejected
/// is decided in exact arithmetic.
final class PartnerSearch {
  /// What the search for a partner came to.
  enum Finding {
    /// There is none.
    case none
    /// The one vertex with these labels.
    case vertex(LabelSet)
    /// The equations have no unique solution: look at the whole face.
    case face
  }

  private let polytope: BestResponsePolytope
  private let columns: Int
  private let rows: Int
  /// The entries of the polytope by rows; empty where doubles do not hold them.
  private let entries: [Double]

  private var support: [Int] = []
  private var tight: [Int] = []
  /// The factors of `M`, row by row, and the order of its rows.
  private var factors: [Double]
  private var order: [Int]
  private var solution: [Double]
  private var combination: [Double]

  /// A search among the vertices of this polytope.
  init(_ polytope: BestResponsePolytope) {
    self.polytope = polytope
    columns = polytope.dimension
    rows = polytope.constraints
    let data = polytope.rows.joined().map { $0.integer.map(Double.init) ?? .infinity }
    entries = data.allSatisfy { $0 <= 0x1p45 } ? data : []
    let most = min(columns, rows)
    factors = Array(repeating: 0, count: most * most)
    order = Array(repeating: 0, count: most)
    solution = Array(repeating: 0, count: most)
    combination = Array(repeating: 0, count: most)
  }

  /// The partner of the vertex with these labels.
  func partner(of vertex: LabelSet) -> Finding {
    support.removeAll(keepingCapacity: true)
    tight.removeAll(keepingCapacity: true)
    for row in 0..<rows where !vertex.contains(polytope.replyLabels[row]) { support.append(row) }
    for column in 0..<columns where vertex.contains(polytope.ownLabels[column]) {
      tight.append(column)
    }
    guard support.count == tight.count else { return .face }
    if !entries.isEmpty, isRejected() { return .none }
    return exactPartner()
  }

  /// Whether doubles prove that the equations have no feasible solution.
  private func isRejected() -> Bool {
    let size = support.count
    guard factorise() else { return false }
    for k in 0..<size { solution[k] = 1 }
    solve()
    var least = 0
    for k in 1..<max(size, 1) where solution[k] < solution[least] { least = k }
    if solution[least] <= 0 {
      for k in 0..<size { combination[k] = k == least ? 1 : 0 }
      return provesViolation {
        $0 == least ? 1 : 0
      } of: { total in
        total < 0
      }
    }
    var steepest = 0
    var largest = 1.0
    for row in 0..<rows {
      var product = 0.0
      for k in 0..<size { product += entries[row * columns + tight[k]] * solution[k] }
      if product > largest, !support.contains(row) { (steepest, largest) = (row, product) }
    }
    guard largest > 1 else { return false }
    let base = steepest * columns
    for k in 0..<size { combination[k] = entries[base + tight[k]] }
    return provesViolation {
      self.entries[base + self.tight[$0]]
    } of: { total in
      total > 1
    }
  }

  /// Turns `combination` into the `r` with `r M` near the target, and asks whether every feasible
  /// `y` makes `target . y` satisfy `violates`.
  private func provesViolation(
    target: (Int) -> Double, of violates: (Double) -> Bool
  ) -> Bool {
    let size = support.count
    solveTransposed()
    var total = 0.0
    var weight = 0.0
    for k in 0..<size {
      total += combination[k]
      weight += abs(combination[k])
    }
    let rounding = Double(size + 4) * 0x1p-52
    var error = rounding * weight
    for column in 0..<size {
      var product = -target(column)
      var magnitude = abs(product)
      for k in 0..<support.count {
        let term = combination[k] * entries[support[k] * columns + tight[column]]
        product += term
        magnitude += abs(term)
      }
      // The sum of a feasible y is at most 1, so that the worst column bounds the difference.
      error = max(error, abs(product) + rounding * (magnitude + weight))
    }
    return violates(total - 2 * error) && violates(total + 2 * error)
  }

  /// Factorises `M` with row interchanges; false where a pivot vanishes.
  private func factorise() -> Bool {
    let size = support.count
    for row in 0..<size {
      order[row] = row
      for column in 0..<size {
        factors[row * size + column] = entries[support[row] * columns + tight[column]]
      }
    }
    return factors.withUnsafeMutableBufferPointer { factors in
      for step in 0..<size {
        var pivot = step
        for row in (step + 1)..<max(size, step + 1)
        where abs(factors[row * size + step]) > abs(factors[pivot * size + step]) {
          pivot = row
        }
        if pivot != step {
          order.swapAt(pivot, step)
          for k in 0..<size { factors.swapAt(pivot * size + k, step * size + k) }
        }
        let head = factors[step * size + step]
        guard head != 0 else { return false }
        for row in (step + 1)..<max(size, step + 1) {
          let factor = factors[row * size + step] / head
          factors[row * size + step] = factor
          for k in (step + 1)..<size {
            factors[row * size + k] -= factor * factors[step * size + k]
          }
        }
      }
      return true
    }
  }

  /// Solves `M y = 1` into `solution`, which holds ones on entry.
  private func solve() {
    let size = support.count
    for row in 0..<size {
      for k in 0..<row { solution[row] -= factors[row * size + k] * solution[k] }
    }
    for row in (0..<size).reversed() {
      for k in (row + 1)..<max(size, row + 1) {
        solution[row] -= factors[row * size + k] * solution[k]
      }
      solution[row] /= factors[row * size + row]
    }
  }

  /// Solves `r M = c` in place of `combination`, which holds `c` on entry.
  private func solveTransposed() {
    let size = support.count
    for column in 0..<size {
      for k in 0..<column { combination[column] -= factors[k * size + column] * combination[k] }
      combination[column] /= factors[column * size + column]
    }
    for column in (0..<size).reversed() {
      for k in (column + 1)..<max(size, column + 1) {
        combination[column] -= factors[k * size + column] * combination[k]
      }
    }
    // Undo the interchange of rows; `solution` is free by now.
    for k in 0..<size { solution[order[k]] = combination[k] }
    for k in 0..<size { combination[k] = solution[k] }
  }

  /// The same question in exact arithmetic.
  private func exactPartner() -> Finding {
    let equations = support.map { row in tight.map { polytope.rows[row][$0] } + [.one] }
    guard let point = LinearSystem.solve(equations) else { return .face }
    var labels = LabelSet(0)
    for column in 0..<columns { labels |= .label(polytope.ownLabels[column]) }
    for (column, value) in zip(tight, point) {
      if value.signum < 0 { return .none }
      if !value.isZero { labels &= ~.label(polytope.ownLabels[column]) }
    }
    for row in 0..<rows {
      let product = zip(tight, point).reduce(Rational.zero) {
        $0 + polytope.rows[row][$1.0] * $1.1
      }
      if product > .one { return .none }
      if product == .one { labels |= .label(polytope.replyLabels[row]) }
    }
    return .vertex(labels)
  }
}
