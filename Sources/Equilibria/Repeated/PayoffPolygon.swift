/// A convex set of payoff pairs: nothing, a point, a segment or a polygon.
public struct PayoffPolygon<Number: Payoff>: Hashable, Sendable {
  /// The extreme points, counterclockwise, the one lowest in the first payoff first, and of those
  /// the one lowest in the second.
  public let vertices: [PayoffPair<Number>]

  /// The convex hull of `points`.
  ///
  /// - Parameter slack: points nearer to a line than this, in units of payoff, count as on it; 0
  ///   for exact numbers.
  /// - Complexity: O(n log n).
  /// - Source: Andrew 1979, the monotone chain.
  public init(hullOf points: [PayoffPair<Number>], slack: Number = 0) {
    var distinct: [PayoffPair<Number>] = []
    for point in Self.aligned(points, slack) {
      let isKnown = distinct.last.map {
        $0.first == point.first && point.second - $0.second <= slack
      }
      if isKnown != true { distinct.append(point) }
    }
    guard distinct.count > 2 else {
      vertices = distinct
      return
    }
    let lower = Self.chain(distinct, slack)
    let upper = Self.chain(distinct.reversed(), slack)
    vertices = Array(lower.dropLast() + upper.dropLast())
  }

  /// The points by their first payoffs, then their second; first payoffs that count as equal are
  /// made equal, since the chain would lose the end of a nearly upright line.
  private static func aligned(
    _ points: [PayoffPair<Number>], _ slack: Number
  ) -> [PayoffPair<Number>] {
    var sorted = points.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    guard slack > 0 else { return sorted }
    for index in sorted.indices.dropFirst()
    where sorted[index].first - sorted[index - 1].first <= slack {
      sorted[index] = PayoffPair(sorted[index - 1].first, sorted[index].second)
    }
    return sorted.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
  }

  /// The points from the first to the last, those left of the way between them dropped.
  private static func chain(
    _ points: [PayoffPair<Number>], _ slack: Number
  ) -> [PayoffPair<Number>] {
    var chain: [PayoffPair<Number>] = []
    for point in points {
      while chain.count > 1, isBetween(chain[chain.count - 2], chain[chain.count - 1], point, slack)
      {
        chain.removeLast()
      }
      chain.append(point)
    }
    return chain
  }

  /// Whether the way `a`, `b`, `c` does not turn left at `b`.
  private static func isBetween(
    _ a: PayoffPair<Number>, _ b: PayoffPair<Number>, _ c: PayoffPair<Number>, _ slack: Number
  ) -> Bool {
    let (dx, dy) = (c.first - a.first, c.second - a.second)
    let area = (b.first - a.first) * dy - (b.second - a.second) * dx
    // The distance of b from the line is the area over the length of ac.
    return area <= slack * max(magnitude(dx), magnitude(dy))
  }

  /// The part in which `actor` earns at least `bound`.
  ///
  /// - Parameter slack: how far below the bound a vertex may lie and still count as on it.
  public func clipped(actor: Int, atLeast bound: Number, slack: Number = 0) -> PayoffPolygon {
    var kept: [PayoffPair<Number>] = []
    for (index, vertex) in vertices.enumerated() {
      let next = vertices[(index + 1) % vertices.count]
      let (here, there) = (vertex[actor] - bound, next[actor] - bound)
      if here >= -slack { kept.append(vertex) }
      if (here > slack && there < -slack) || (here < -slack && there > slack) {
        let crossing = PayoffPair.between(vertex, next, share: here / (here - there))
        // The bound itself, not what rounding makes of it.
        kept.append(
          actor == 0
            ? PayoffPair(bound, crossing.second) : PayoffPair(crossing.first, bound))
      }
    }
    return PayoffPolygon(hullOf: kept, slack: slack)
  }

  /// Whether the point lies in the set, its border included.
  public func contains(_ point: PayoffPair<Number>, slack: Number = 0) -> Bool {
    guard let start = vertices.first else { return false }
    guard vertices.count > 1 else {
      return Self.isNear(start.first, point.first, slack)
        && Self.isNear(start.second, point.second, slack)
    }
    let isInBox = (0...1).allSatisfy { actor in
      vertices.contains { $0[actor] <= point[actor] + slack }
        && vertices.contains { $0[actor] >= point[actor] - slack }
    }
    return isInBox
      && vertices.indices.allSatisfy { index in
        let (a, b) = (vertices[index], vertices[(index + 1) % vertices.count])
        let (dx, dy) = (b.first - a.first, b.second - a.second)
        let area = dx * (point.second - a.second) - dy * (point.first - a.first)
        return area >= -slack * max(Self.magnitude(dx), Self.magnitude(dy))
      }
  }

  /// The least that `actor` earns anywhere in the set, nil where it is empty.
  public func least(of actor: Int) -> Number? { vertices.map { $0[actor] }.min() }

  /// Whether the set is empty.
  public var isEmpty: Bool { vertices.isEmpty }

  static func magnitude(_ value: Number) -> Number { value < 0 ? -value : value }

  private static func isNear(_ a: Number, _ b: Number, _ slack: Number) -> Bool {
    magnitude(a - b) <= slack
  }
}
