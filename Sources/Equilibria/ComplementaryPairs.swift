/// Pairs of vertices, one of each polytope, that together carry every label.
enum ComplementaryPairs {
  /// Positions in the two lists of vertices.
  struct Pair {
    let row: Int
    let column: Int
  }

  /// All complementary pairs.
  ///
  /// Where neither vertex has spare labels the partner is found by looking up the complement; the
  /// vertices with spare labels are few except in small degenerate games, and are compared with all.
  static func find(_ rows: [LabelSet], _ columns: [LabelSet], labels: Int) -> [Pair] {
    let all: LabelSet = labels == LabelSet.capacity ? ~0 : (1 << LabelSet(labels)) - 1
    var byLabels: [LabelSet: Int] = Dictionary(minimumCapacity: columns.count)
    var spareColumns: [Int] = []
    let least = columns.lazy.map(\.nonzeroBitCount).min() ?? 0
    for (index, column) in columns.enumerated() {
      if column.nonzeroBitCount > least {
        spareColumns.append(index)
      } else {
        byLabels[column] = index
      }
    }
    var pairs: [Pair] = []
    for (index, row) in rows.enumerated() {
      let missing = all & ~row
      if missing.nonzeroBitCount >= least {
        if let column = byLabels[missing] { pairs.append(Pair(row: index, column: column)) }
        for column in spareColumns where row | columns[column] == all {
          pairs.append(Pair(row: index, column: column))
        }
      } else {
        for column in columns.indices where row | columns[column] == all {
          pairs.append(Pair(row: index, column: column))
        }
      }
    }
    return pairs
  }
}
