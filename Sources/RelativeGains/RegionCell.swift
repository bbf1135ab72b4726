import Arithmetic

/// A piece of ground and what holds on it.
struct RegionCell {
  let polygon: ConvexPolygon
  let items: [Int]

  /// The cell cut along the edges of `ground`, on which the item holds.
  func overlaid(with ground: ConvexPolygon, of item: Int) -> [RegionCell] {
    guard polygon.overlaps(ground) else { return [self] }
    var rest = polygon
    var outside: [RegionCell] = []
    for (a, b) in ground.edges {
      let inside = ConvexPolygon.line(a, b)
      let beyond = rest.clipped(where: PlaneForm(.zero) - inside)
      guard beyond.hasArea else { continue }
      rest = rest.clipped(where: inside)
      outside.append(RegionCell(polygon: beyond, items: items))
    }
    return outside + [RegionCell(polygon: rest, items: items + [item])]
  }
}

extension ConvexPolygon {
  /// Whether the two share an inside.
  fileprivate func overlaps(_ other: ConvexPolygon) -> Bool {
    other.edges.reduce(self) { rest, edge in
      rest.hasArea ? rest.clipped(where: Self.line(edge.0, edge.1)) : rest
    }.hasArea
  }
}
