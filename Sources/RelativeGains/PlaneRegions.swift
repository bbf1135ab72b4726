public import Arithmetic

/// Exact regions over two parameters of things that hold where some forms are not positive: forms
/// affine in both, or piecewise affine; certified regions to a stated resolution where the two
/// parameters are multiplied.
///
/// On each piece of ground on which the forms are affine a thing holds on a convex polygon, cut out
/// by one line a form. The map is the overlay of these polygons. Where forms hold the product of both
/// parameters, the box is cut into quarters until none changes sign inside; such a form is extreme at
/// corners, so that four signs decide a square. Ours.
public enum PlaneRegions {
  /// The most pieces that piecewise affine forms may have.
  static let mostPieces = 4_096
  /// Into how many parts each side of the box is cut where borders are curved.
  static let finest = 128

  /// The map over the box.
  ///
  /// - Parameters:
  ///   - box: the ground, a rectangle with an inside.
  ///   - conditions: `[item]`, forms that must not be positive for it to hold, for the two
  ///     parameters as forms on a cell; throws `QuantityError.signChangesAcross(_:)` where they are
  ///     of one form only on parts.
  /// - Throws: what the closure throws, `QuantityError.notAffine` among it.
  public static func solve(
    over box: ConvexPolygon,
    conditions: @escaping (PlaneForm, PlaneForm) throws -> [[PlaneForm]]
  ) throws -> RegionMap {
    func conditionsOn(_ cell: ConvexPolygon) throws -> [[PlaneForm]] {
      try conditions(.first(on: cell), .second(on: cell))
    }
    if let map = try exact(box, conditionsOn) { return map }
    var refinement = RegionRefinement(conditions: conditionsOn)
    for rectangle in try refinement.rectangles(of: box) {
      try refinement.refine(rectangle, parts: 1)
    }
    return RegionMap(
      over: box, cells: refinement.cells.map { ($0.polygon, $0.items) }, resolution: finest,
      undecided: refinement.undecided)
  }

  /// The overlay of the polygons of each item; nil where a border is curved.
  private static func exact(
    _ box: ConvexPolygon, _ conditions: (ConvexPolygon) throws -> [[PlaneForm]]
  ) throws -> RegionMap? {
    guard let pieces = try PlanePieces.exact(over: box, conditions) else { return nil }
    var cells: [RegionCell] = []
    var thin: [RegionMap.KnifeEdge] = []
    for (piece, forms) in pieces {
      var overlay = [RegionCell(polygon: piece, items: [])]
      for (item, forms) in forms.enumerated() {
        guard let ground = piece.ground(where: forms) else { return nil }
        if ground.hasArea {
          overlay = overlay.flatMap { $0.overlaid(with: ground, of: item) }
        } else if !ground.isEmpty {
          thin.append(.init(item: item, place: ground))
        }
      }
      cells += overlay
    }
    let map = RegionMap(over: box, cells: cells.map { ($0.polygon, $0.items) })
    let edges = thin.filter { edge in
      // The border of ground that the item holds beside it is no knife edge.
      !map.regions.contains { region in
        region.items.contains(edge.item)
          && region.polygons.contains { polygon in
            edge.place.vertices.allSatisfy { polygon.contains($0) }
          }
      }
    }
    var seen: Set<RegionMap.KnifeEdge> = []
    return RegionMap(
      over: box, cells: cells.map { ($0.polygon, $0.items) },
      knifeEdges: edges.filter { seen.insert($0).inserted })
  }
}

extension PlaneForm {
  /// The parameter that runs to the right, on a cell.
  static func first(on cell: ConvexPolygon) -> PlaneForm {
    PlaneForm(intercept: .zero, x: .one, on: cell)
  }
  /// The parameter that runs upwards, on a cell.
  static func second(on cell: ConvexPolygon) -> PlaneForm {
    PlaneForm(intercept: .zero, y: .one, on: cell)
  }
}

extension ConvexPolygon {
  /// Where none of the forms is positive; nil where a border of that is curved.
  func ground(where forms: [PlaneForm]) -> ConvexPolygon? {
    var ground = self
    var curved = false
    for form in forms {
      if form.isAffine {
        ground = ground.clipped(where: form)
        if ground.isEmpty { return ground }
      } else if let sign = form.sign(inside: ground) {
        if sign > 0 { return ConvexPolygon([]) }
      } else {
        curved = true
      }
    }
    return curved ? nil : ground
  }

  /// Whether none of the forms is positive all over the inside: nil if neither that nor the opposite
  /// is certain.
  func holds(_ forms: [PlaneForm]) -> Bool? {
    var isCertain = true
    for form in forms {
      guard let sign = form.sign(inside: self) else {
        isCertain = false
        continue
      }
      if sign > 0 { return false }
    }
    return isCertain ? true : nil
  }
}
