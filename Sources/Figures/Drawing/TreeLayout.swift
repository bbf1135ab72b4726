import GameForms

/// Where the nodes of a tree stand: a row for each end, other nodes in the middle of what follows.
struct TreeLayout {
  /// How many moves lead to each node.
  private(set) var depths: [Int]
  /// How far down each node stands.
  private(set) var rows: [Double]
  /// The room that all rows take.
  let height: Double

  init(_ game: ExtensiveGame, rowHeight: Double) {
    depths = game.nodes.map { _ in 0 }
    rows = game.nodes.map { _ in 0 }
    var ends = 0
    for (index, node) in game.nodes.enumerated() {
      if let parent = node.parent { depths[index] = depths[parent] + 1 }
      guard node.children.isEmpty else { continue }
      rows[index] = Double(ends) * rowHeight
      ends += 1
    }
    height = Double(max(ends - 1, 0)) * rowHeight
    // Nodes are listed depth first: those that follow have their rows before their parent asks.
    for (index, node) in game.nodes.enumerated().reversed() {
      guard let first = node.children.first, let last = node.children.last else { continue }
      rows[index] = (rows[first] + rows[last]) / 2
    }
  }

  /// The most moves that lead to a node.
  var depth: Int { depths.max() ?? 0 }
}
