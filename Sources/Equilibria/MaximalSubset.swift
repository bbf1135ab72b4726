import Arithmetic

/// A maximal convex set of equilibria: every pair of a point of the hull of ``rows`` and a point of
/// the hull of ``columns`` is an equilibrium.
///
/// - Source: Millham 1974; maximal cliques as in Avis, Rosenberg, Savani and von Stengel 2010,
///   section 8, found by Bron and Kerbosch 1973.
public struct MaximalSubset: Hashable, Sendable {
  /// The row actor's vertices, as mixed strategies.
  public let rows: [[Rational]]
  /// The column actor's vertices, as mixed strategies.
  public let columns: [[Rational]]
  /// The extreme equilibria that lie in the set, as indices into the list of them.
  public let members: [Int]

  /// Whether the set is a single equilibrium.
  public var isPoint: Bool { rows.count == 1 && columns.count == 1 }

  /// A complete bipartite part of the graph whose edges are the extreme equilibria.
  struct Clique {
    var edges: [Int]
  }

  init(_ clique: Clique, among equilibria: [Equilibrium]) {
    func distinct(_ actor: Int) -> [[Rational]] {
      clique.edges.reduce(into: []) { strategies, edge in
        let strategy = equilibria[edge].profile.probabilities[actor]
        if !strategies.contains(strategy) { strategies.append(strategy) }
      }
    }
    rows = distinct(0)
    columns = distinct(1)
    members = clique.edges
  }

  /// The maximal complete parts of the graph with these edges, in the order of their first edges.
  static func find(among edges: [(row: LabelSet, column: LabelSet)]) -> [Clique] {
    var neighbours: [LabelSet: Set<LabelSet>] = [:]
    for edge in edges { neighbours[edge.row, default: []].insert(edge.column) }
    // Each maximal clique's columns are an intersection of neighbourhoods, closed under them.
    var closed: Set<Set<LabelSet>> = []
    for row in neighbours.keys.sorted() {
      guard let own = neighbours[row] else { continue }
      for known in closed {
        let common = known.intersection(own)
        if !common.isEmpty { closed.insert(common) }
      }
      closed.insert(own)
    }
    return closed.map { columns in
      let rows = Set(neighbours.filter { columns.isSubset(of: $0.value) }.map(\.key))
      let inside = edges.indices.filter {
        rows.contains(edges[$0].row) && columns.contains(edges[$0].column)
      }
      return Clique(edges: inside)
    }.sorted { $0.edges.lexicographicallyPrecedes($1.edges) }
  }

  /// Which maximal sets hang together: two that share an extreme equilibrium touch.
  static func components(of cliques: [Clique]) -> [[Int]] {
    var component = Array(cliques.indices)
    for (index, clique) in cliques.enumerated() {
      for earlier in 0..<index where component[earlier] != component[index] {
        let touches = clique.edges.contains { cliques[earlier].edges.contains($0) }
        guard touches else { continue }
        let (low, high) = (
          min(component[earlier], component[index]), max(component[earlier], component[index])
        )
        for k in 0...index where component[k] == high { component[k] = low }
      }
    }
    return Set(component).sorted().map { root in
      cliques.indices.filter { component[$0] == root }
    }
  }
}
