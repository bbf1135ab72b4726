import Glibc

/// What the enumeration of all equilibria of a game of two is expected to cost.
enum EnumerationCost {
  /// Expected seconds on one core for a game of this shape.
  static func expectedSeconds(shape: [Int]) -> Double {
    walk(dimension: shape.min() ?? 1, constraints: shape.max() ?? 1)
  }

  /// Expected seconds to walk a face of this dimension of a polytope.
  static func walk(dimension: Int, of polytope: BestResponsePolytope) -> Double {
    walk(dimension: dimension, constraints: polytope.constraints)
  }

  /// Measured on random games of 8 to 17 strategies against up to 100: a best-response polytope has
  /// about 0.4 * 2.25^n vertices where both have as many, never more than McMullen's bound, and a
  /// vertex costs about 20 nanoseconds for each entry of the matrix.
  private static func walk(dimension: Int, constraints: Int) -> Double {
    let (small, large) = (
      Double(min(dimension, constraints)), Double(max(dimension, constraints))
    )
    // The longer side of a rectangle adds more slowly than both sides together, the more slowly the
    // shorter the other is.
    let growth = max(0.5, small / 4 - 1)
    let typical = 0.4 * pow(2.25, small) * pow(large / max(small, 1), growth)
    let most = vertexBound(dimension: dimension, facets: dimension + constraints)
    return min(typical, most) * 2e-8 * small * large
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
