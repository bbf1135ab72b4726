/// Paths between two layers of a triangulated grid: from a point of the lower layer, where the map
/// is constant, to a fixed point of the piecewise linear map on the upper.
///
/// - Source: Merrill 1972; Freudenthal's triangulation and its pivots as in Todd 1976, The
///   Computation of Fixed Points and Applications, chapter III.
struct SimplicialPath {
  /// Coordinates of a point; the axis after them leads from the lower layer to the upper.
  let dimension: Int
  /// Simplices passed through on all paths.
  private(set) var pivots = 0
  /// The vertices' order of axes, the first vertex in grid steps, and all vertices.
  private var axes: [Int] = []
  private var vertices: [[Int]] = []

  init(dimension: Int) { self.dimension = dimension }

  /// The fixed point that the path from `start` leads to; nil where a limit was met.
  mutating func follow(
    from start: [Double], mesh: Double, limit: Int, shouldStop: () -> Bool,
    _ image: ([Double]) -> [Double]
  ) -> [Double]? {
    // The start is the middle of the first facet.
    let offset = (0..<dimension).map { Double(dimension - $0) / Double(dimension + 1) }
    func point(_ vertex: [Int]) -> [Double] {
      (0..<dimension).map { start[$0] + mesh * (Double(vertex[$0]) - offset[$0]) }
    }
    func label(_ vertex: [Int]) -> [Double] {
      let place = point(vertex)
      let target = vertex[dimension] == 1 ? image(place) : start
      return [1] + zip(target, place).map { ($0 - $1) / mesh }
    }
    axes = Array(0...dimension)
    vertices = [Array(repeating: 0, count: dimension + 1)]
    for axis in axes {
      var next = vertices[vertices.count - 1]
      next[axis] += 1
      vertices.append(next)
    }
    // `slot[column]`: the vertex, by its place, of each column of the basis.
    var slot = Array(0...dimension)
    var columns = vertices.dropLast().map(label)
    guard var inverse = Self.inverse(of: columns) else { return nil }
    var weights = (0...dimension).map { row in inverse[row, 0] }
    var entering = dimension + 1
    while true {
      if pivots >= limit || shouldStop() { return nil }
      pivots += 1
      let column = label(vertices[entering])
      let rates = (0...dimension).map { row in inverse.product(row: row) { column[$0] } }
      guard let leaving = Self.leaving(weights, rates, inverse) else { return nil }
      inverse.replaceRow(leaving, rates)
      columns[leaving] = column
      let left = slot[leaving]
      slot[leaving] = entering
      if pivots % 64 == 0, let fresh = Self.inverse(of: columns) { inverse = fresh }
      weights = (0...dimension).map { row in inverse[row, 0] }
      // The facet without the vertex that left is on the upper layer, where the path ends.
      if left == 0, axes[0] == dimension {
        return (0..<dimension).map { k in
          slot.indices.reduce(0) { $0 + weights[$1] * point(vertices[slot[$1]])[k] }
        }
      }
      guard !(left == dimension + 1 && axes[dimension] == dimension) else { return nil }
      entering = reflect(left, &slot)
    }
  }

  /// The row whose weight vanishes first as the entering one grows, ties broken lexicographically.
  private static func leaving(
    _ weights: [Double], _ rates: [Double], _ inverse: BasisInverse
  ) -> Int? {
    var best: Int?
    for row in weights.indices where rates[row] > 1e-10 {
      guard let current = best else {
        best = row
        continue
      }
      for column in weights.indices {
        let difference =
          inverse[row, column] / rates[row] - inverse[current, column] / rates[current]
        if abs(difference) > 1e-12 {
          if difference < 0 { best = row }
          break
        }
      }
    }
    return best
  }

  private static func inverse(of columns: [[Double]]) -> BasisInverse? {
    KrawczykSearch.inverse(
      columns.indices.map { row in columns.map { $0[row] } }
    ).map { BasisInverse($0) }
  }

  /// Replaces a vertex by its mirror image in the facet of the others; returns its place.
  private mutating func reflect(_ place: Int, _ slot: inout [Int]) -> Int {
    let last = dimension + 1
    if place > 0, place < last {
      axes.swapAt(place - 1, place)
      vertices[place] = vertices[place - 1]
      vertices[place][axes[place - 1]] += 1
      return place
    }
    if place == 0 {
      var vertex = vertices[last]
      let axis = axes.removeFirst()
      vertex[axis] += 1
      axes.append(axis)
      vertices.removeFirst()
      vertices.append(vertex)
      for k in slot.indices { slot[k] -= 1 }
      return last
    }
    var vertex = vertices[0]
    let axis = axes.removeLast()
    vertex[axis] -= 1
    axes.insert(axis, at: 0)
    vertices.removeLast()
    vertices.insert(vertex, at: 0)
    for k in slot.indices { slot[k] += 1 }
    return 0
  }
}
