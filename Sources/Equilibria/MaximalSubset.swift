import Arithmetic

/// A maximal convex set of equilibria: every pair of a point of the hull of ``rows`` and a point of
/// the hull of ``columns`` is an equilibrium.
///
/// - Source: Millham 1974; maximal cliques as in Avis, Rosenberg, Savani and von Stengel 2010,
///   section 8; found as closed sets of neighbours (Wille 1982).
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
    var rowDegree: [LabelSet: Int] = [:]
    var columnDegree: [LabelSet: Int] = [:]
    for edge in edges {
      rowDegree[edge.row, default: 0] += 1
      columnDegree[edge.column, default: 0] += 1
    }
    // In a nondegenerate game every equilibrium stands alone.
    let isAlone = edges.map { rowDegree[$0.row] == 1 && columnDegree[$0.column] == 1 }
    let alone = edges.indices.filter { isAlone[$0] }.map { Clique(edges: [$0]) }
    let shared = cliques(among: edges.indices.filter { !isAlone[$0] }, of: edges)
    return (alone + shared).sorted { $0.edges.lexicographicallyPrecedes($1.edges) }
  }

  /// The maximal complete parts made of these edges. The columns of each are an intersection of
  /// neighbourhoods of rows, and every intersection that is not empty belongs to one.
  private static func cliques(
    among chosen: [Int], of edges: [(row: LabelSet, column: LabelSet)]
  ) -> [Clique] {
    var neighbours: [LabelSet: Set<LabelSet>] = [:]
    for edge in chosen { neighbours[edges[edge].row, default: []].insert(edges[edge].column) }
    var closed: Set<Set<LabelSet>> = []
    for own in neighbours.values {
      for known in closed {
        let common = known.intersection(own)
        if !common.isEmpty { closed.insert(common) }
      }
      closed.insert(own)
    }
    return closed.map { columns in
      let rows = Set(neighbours.filter { columns.isSubset(of: $0.value) }.map(\.key))
      return Clique(
        edges: chosen.filter {
          rows.contains(edges[$0].row) && columns.contains(edges[$0].column)
        })
    }
  }

  /// Which maximal sets hang together: two that share an extreme equilibrium touch. Components in
  /// the order of their first sets.
  static func components(of cliques: [Clique]) -> [[Int]] {
    var parent = Array(cliques.indices)
    func root(_ index: Int) -> Int {
      var root = index
      while parent[root] != root { root = parent[root] }
      return root
    }
    var firstWith: [Int: Int] = [:]
    for (index, clique) in cliques.enumerated() {
      for edge in clique.edges {
        guard let earlier = firstWith[edge] else {
          firstWith[edge] = index
          continue
        }
        let (a, b) = (root(earlier), root(index))
        parent[max(a, b)] = min(a, b)
      }
    }
    var place: [Int: Int] = [:]
    var components: [[Int]] = []
    for index in cliques.indices {
      let root = root(index)
      if let known = place[root] {
        components[known].append(index)
      } else {
        place[root] = components.count
        components.append([index])
      }
    }
    return components
  }
}
