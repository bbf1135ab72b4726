/// A simplex dictionary of a best-response polytope at one vertex: which inequalities are tight,
/// which edges leave it, and the step along an edge.
///
/// Rows hold the basic variables, columns the cobasic ones. A pivot swaps one row with one column,
/// and the same pivot again undoes it: rows and columns keep their places.
protocol VertexDictionary {
  /// Columns: the dimension of the polytope.
  var columns: Int { get }
  /// The labels of the cobasic variables, which are tight here.
  var cobasis: LabelSet { get }
  /// The label of the variable in this column.
  func columnLabel(_ column: Int) -> Int
  /// The label of the variable in this row.
  func rowLabel(_ row: Int) -> Int
  /// Proves that this basis is a vertex, and names the vertex by all labels that are tight there.
  ///
  /// - Throws: `UncertainVertex` where the proof fails.
  mutating func provedVertex() throws(UncertainVertex) -> LabelSet
  /// Writes, for each column, the row that leaves when the column enters.
  mutating func findLeavingRows(_ rows: UnsafeMutablePointer<Int32>)
  /// Swaps the variable in `row` with the one in `column`.
  mutating func pivot(row: Int, column: Int)
}

/// A dictionary met a basis that it cannot prove to be a nondegenerate vertex.
struct UncertainVertex: Error {}

/// Visits every vertex of a bounded polytope, depth first along its edges.
///
/// The graph of a polytope is connected (Balinski 1961) and every edge of a simple polytope has
/// exactly two ends, so that a set of proved vertices closed under neighbours is all of them.
struct VertexTraversal {
  /// Asked once in a while whether to stop.
  var shouldStop: () -> Bool = { false }

  /// What a walk has found.
  struct Walk {
    /// The cobasis of each basis visited: `dimension` labels each.
    var bases: [LabelSet] = []
    /// All labels that are tight at each basis, in the same order.
    var labels: [LabelSet] = []
    /// Whether the walk came to its end.
    var isComplete = true
  }

  /// All bases with their vertices.
  ///
  /// - Throws: `UncertainVertex` from the dictionary.
  func vertices(
    from start: consuming some VertexDictionary
  ) throws(UncertainVertex) -> Walk {
    var dictionary = start
    let width = dictionary.columns
    var visited = LabelTable()
    var walk = Walk()
    // One entry a vertex on the path from the start: its edges, the edge to try next, the pivot
    // that led here.
    var edges: [Int32] = Array(repeating: 0, count: width * 1024)
    var next: [Int] = [0]
    var arrivals: [(row: Int, column: Int)] = [(0, 0)]

    func arrive() throws(UncertainVertex) {
      _ = visited.insert(dictionary.cobasis)
      walk.bases.append(dictionary.cobasis)
      walk.labels.append(try dictionary.provedVertex())
      let base = (next.count - 1) * width
      if edges.count < base + width {
        edges.append(contentsOf: repeatElement(0, count: edges.count))
      }
      edges.withUnsafeMutableBufferPointer {
        guard let start = $0.baseAddress else { return }
        dictionary.findLeavingRows(start + base)
      }
    }

    try arrive()
    while let column = next.last {
      let depth = next.count - 1
      guard column < width else {
        next.removeLast()
        let arrival = arrivals.removeLast()
        if depth > 0 { dictionary.pivot(row: arrival.row, column: arrival.column) }
        continue
      }
      next[depth] = column + 1
      let row = Int(edges[depth * width + column])
      let neighbour =
        dictionary.cobasis & ~LabelSet.label(dictionary.columnLabel(column))
        | LabelSet.label(dictionary.rowLabel(row))
      guard !visited.contains(neighbour) else { continue }
      if walk.labels.count & 1023 == 0, shouldStop() {
        walk.isComplete = false
        return walk
      }
      dictionary.pivot(row: row, column: column)
      next.append(0)
      arrivals.append((row, column))
      try arrive()
    }
    return walk
  }
}
