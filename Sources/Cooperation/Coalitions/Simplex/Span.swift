import Arithmetic

/// The space that some vectors span, in exact arithmetic.
struct Span {
  /// How long vectors are.
  let width: Int
  /// Rows in reduced echelon form, each with the place of its leading one.
  private var rows: [(lead: Int, row: [Rational])] = []

  /// The space of nothing but zero.
  init(width: Int) { self.width = width }

  /// The dimension.
  var rank: Int { rows.count }

  /// Whether the space holds `vector`.
  func contains(_ vector: [Rational]) -> Bool { rest(of: vector).allSatisfy(\.isZero) }

  /// Adds a vector; false if the space held it before.
  @discardableResult
  mutating func insert(_ vector: [Rational]) -> Bool {
    var rest = rest(of: vector)
    guard let lead = rest.firstIndex(where: { !$0.isZero }) else { return false }
    let inverse = rest[lead].reciprocal
    for k in lead..<width { rest[k] *= inverse }
    for index in rows.indices where !rows[index].row[lead].isZero {
      let factor = rows[index].row[lead]
      for k in 0..<width { rows[index].row[k] -= factor * rest[k] }
    }
    rows.append((lead, rest))
    return true
  }

  /// Vectors that span what stands at right angles to the space.
  var complement: [[Rational]] {
    let leads = rows.map(\.lead)
    return (0..<width).filter { !leads.contains($0) }.map { free in
      var vector = Array(repeating: Rational.zero, count: width)
      vector[free] = .one
      for (lead, row) in rows { vector[lead] = -row[free] }
      return vector
    }
  }

  private func rest(of vector: [Rational]) -> [Rational] {
    var rest = vector
    for (lead, row) in rows where !rest[lead].isZero {
      let factor = rest[lead]
      for k in 0..<width where !row[k].isZero { rest[k] -= factor * row[k] }
    }
    return rest
  }
}
