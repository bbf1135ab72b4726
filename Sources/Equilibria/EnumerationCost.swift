import Glibc

/// What the enumeration of all equilibria of a game of two is expected to cost.
enum EnumerationCost {
  /// Expected seconds on one core.
  ///
  /// Vertices of a best-response polytope of random payoffs grow about 2.2 times with each strategy
  /// of both actors, measured on square games of 8 to 16; never more than McMullen's bound.
  static func expectedSeconds(shape: [Int]) -> Double {
    let (small, large) = (Double(shape.min() ?? 1), Double(shape.max() ?? 1))
    let square = 2.4 * pow(2.25, small)
    // A rectangular game grows more slowly in its longer side than in both.
    let stretched = square * pow(large / small, small / 2)
    let vertices = min(stretched, vertexBound(dimension: shape[0], facets: shape[0] + shape[1]))
    return 2 * vertices * 3e-8 * small * large
  }

  /// The most vertices a polytope of this dimension and number of facets can have.
  ///
  /// - Source: McMullen 1970, the upper bound theorem.
  private static func vertexBound(dimension: Int, facets: Int) -> Double {
    func choose(_ n: Int, _ k: Int) -> Double {
      (0..<max(0, k)).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
    }
    return choose(facets - (dimension + 1) / 2, facets - dimension)
      + choose(facets - (dimension + 2) / 2, facets - dimension)
  }
}
