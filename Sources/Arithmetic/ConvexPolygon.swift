/// A point of the plane.
public struct PlanePoint: Hashable, Sendable {
  /// The first coordinate.
  public var x: Rational
  /// The second coordinate.
  public var y: Rational

  /// The point `(x, y)`.
  public init(_ x: Rational, _ y: Rational) {
    self.x = x
    self.y = y
  }

  /// The point between two others at this share of the way.
  func towards(_ other: PlanePoint, by share: Rational) -> PlanePoint {
    PlanePoint(x + share * (other.x - x), y + share * (other.y - y))
  }
}

/// A convex polygon with rational corners, which may have shrunk to a segment or a point.
public struct ConvexPolygon: Hashable, Sendable {
  /// The corners, counterclockwise from the leftmost of the lowest ones, none between its neighbours
  /// on one line.
  public let vertices: [PlanePoint]

  /// The polygon with these corners, counterclockwise and convex; corners that repeat or lie
  /// between their neighbours are dropped.
  public init(_ corners: [PlanePoint]) {
    var kept: [PlanePoint] = []
    for corner in corners where corner != kept.last { kept.append(corner) }
    if kept.count > 1, kept.first == kept.last { kept.removeLast() }
    var index = 0
    while kept.count > 2, index < kept.count {
      let (before, after) = (
        kept[(index + kept.count - 1) % kept.count], kept[(index + 1) % kept.count]
      )
      if Self.turn(before, kept[index], after).isZero {
        kept.remove(at: index)
        index = 0
      } else {
        index += 1
      }
    }
    // From the leftmost of the lowest corners, so that equal polygons are equal values.
    let first = kept.indices.min { (kept[$0].y, kept[$0].x) < (kept[$1].y, kept[$1].x) } ?? 0
    vertices = Array(kept[first...] + kept[..<first])
  }

  /// The rectangle over two intervals.
  public init(x: ClosedRange<Rational>, y: ClosedRange<Rational>) {
    self.init([
      PlanePoint(x.lowerBound, y.lowerBound), PlanePoint(x.upperBound, y.lowerBound),
      PlanePoint(x.upperBound, y.upperBound), PlanePoint(x.lowerBound, y.upperBound),
    ])
  }

  /// Whether it has an inside.
  public var hasArea: Bool { vertices.count > 2 }
  /// Whether there is nothing left of it.
  public var isEmpty: Bool { vertices.isEmpty }

  /// The smallest rectangle around it.
  public var box: ConvexPolygon {
    let (xs, ys) = (vertices.map(\.x), vertices.map(\.y))
    guard let left = xs.min(), let right = xs.max(), let low = ys.min(), let high = ys.max() else {
      return self
    }
    return ConvexPolygon(x: left...right, y: low...high)
  }

  /// The area.
  public var area: Rational {
    var twice = Rational.zero
    for index in vertices.indices {
      let (a, b) = (vertices[index], vertices[(index + 1) % vertices.count])
      twice += a.x * b.y - b.x * a.y
    }
    return twice * Rational(1, 2)
  }

  /// The mean of the corners, which lies inside where there is an inside.
  public var centre: PlanePoint {
    let share = Rational(vertices.count).reciprocal
    return PlanePoint(
      vertices.reduce(.zero) { $0 + $1.x } * share, vertices.reduce(.zero) { $0 + $1.y } * share)
  }

  /// The edges as pairs of corners, counterclockwise.
  public var edges: [(PlanePoint, PlanePoint)] {
    vertices.indices.map { (vertices[$0], vertices[($0 + 1) % vertices.count]) }
  }

  /// The part on which an affine form is zero or negative.
  public func clipped(where form: PlaneForm) -> ConvexPolygon {
    var kept: [PlanePoint] = []
    for index in vertices.indices {
      let (here, next) = (vertices[index], vertices[(index + 1) % vertices.count])
      let (value, following) = (form.value(at: here), form.value(at: next))
      if value.signum <= 0 { kept.append(here) }
      if value.signum * following.signum < 0 {
        kept.append(here.towards(next, by: value / (value - following)))
      }
    }
    return ConvexPolygon(kept)
  }

  /// Whether a point lies in it or on its border.
  public func contains(_ point: PlanePoint) -> Bool {
    guard hasArea else {
      guard let first = vertices.first, let last = vertices.last else { return false }
      return Self.turn(first, last, point).isZero
        && min(first.x, last.x) <= point.x && point.x <= max(first.x, last.x)
        && min(first.y, last.y) <= point.y && point.y <= max(first.y, last.y)
    }
    return edges.allSatisfy { Self.turn($0.0, $0.1, point).signum >= 0 }
  }

  /// The form that is negative to the left of the line from `a` to `b`, zero on it.
  public static func line(_ a: PlanePoint, _ b: PlanePoint) -> PlaneForm {
    let (dx, dy) = (b.x - a.x, b.y - a.y)
    return PlaneForm(intercept: dx * a.y - dy * a.x, x: dy, y: -dx)
  }

  /// The union with a polygon that shares a whole edge, where that is convex.
  public func joined(with other: ConvexPolygon) -> ConvexPolygon? {
    guard hasArea, other.hasArea else { return nil }
    let (n, m) = (vertices.count, other.vertices.count)
    for i in 0..<n {
      for j in 0..<m
      where vertices[i] == other.vertices[(j + 1) % m] && vertices[(i + 1) % n] == other.vertices[j]
      {
        let corners =
          (1...n).map { vertices[(i + $0) % n] }
          + (2..<m).map { other.vertices[(j + $0) % m] }
        let isConvex = corners.indices.allSatisfy {
          Self.turn(
            corners[$0], corners[($0 + 1) % corners.count], corners[($0 + 2) % corners.count]
          ).signum >= 0
        }
        return isConvex ? ConvexPolygon(corners) : nil
      }
    }
    return nil
  }

  /// Twice the area of the triangle, positive where it turns left.
  private static func turn(_ a: PlanePoint, _ b: PlanePoint, _ c: PlanePoint) -> Rational {
    (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x)
  }
}
