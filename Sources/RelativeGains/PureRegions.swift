public import Arithmetic
import GameForms

/// Exact regions of pure equilibria over two parameters, for payoffs that are affine in both, or
/// piecewise affine; certified ones to a stated resolution where the two are multiplied.
///
/// A profile is an equilibrium where no deviation gains: on a convex polygon for each piece on which
/// payoffs are affine, cut out by one line a deviation. The map is the overlay of these polygons.
/// Where payoffs hold the product of both parameters, the box is cut into quarters until no
/// difference of payoffs changes sign inside; such a form is extreme at corners, so that four signs
/// decide a square. Ours.
public enum PureRegions {
  /// The most pieces that piecewise affine payoffs may have.
  static let mostPieces = 4_096
  /// Into how many parts each side of the box is cut where borders are curved.
  static let finest = 128

  /// The map over the box.
  ///
  /// - Parameters:
  ///   - shape: strategies of each actor.
  ///   - box: the ground, with an inside.
  ///   - payoffs: laid out as in `StrategicGame.payoffs`, for the two parameters as forms on a cell;
  ///     throws `QuantityError.signChangesAcross(_:)` where they are of one form only on parts.
  /// - Throws: what the closure throws, `QuantityError.notAffine` among it.
  public static func solve(
    shape: [Int], over box: ConvexPolygon,
    payoffs: @escaping (PlaneForm, PlaneForm) throws -> [PlaneForm]
  ) throws -> RegionMap {
    let deviations = UnilateralDeviations(shape: shape)
    func payoffsOn(_ cell: ConvexPolygon) throws -> [PlaneForm] {
      try payoffs(
        PlaneForm(intercept: .zero, x: .one, on: cell),
        PlaneForm(intercept: .zero, y: .one, on: cell))
    }
    if let map = try exact(box, deviations, payoffsOn) { return map }
    var refinement = RegionRefinement(deviations: deviations, payoffs: payoffsOn)
    for rectangle in try refinement.rectangles(of: box) {
      try refinement.refine(rectangle, parts: 1)
    }
    return RegionMap(
      box: box, regions: regions(refinement.cells), knifeEdges: [], resolution: finest,
      undecided: refinement.undecided)
  }

  /// The overlay of the profiles' polygons; nil where a border is curved.
  private static func exact(
    _ box: ConvexPolygon, _ deviations: UnilateralDeviations,
    _ payoffs: (ConvexPolygon) throws -> [PlaneForm]
  ) throws -> RegionMap? {
    var pending = [box]
    var cells: [RegionCell] = []
    var thin: [RegionMap.KnifeEdge] = []
    var pieces = 0
    while let piece = pending.popLast() {
      let forms: [PlaneForm]
      do {
        forms = try payoffs(piece)
      } catch QuantityError.signChangesAcross(let border) {
        guard border.isAffine else { return nil }
        pending += [PlaneForm(.zero) - border, border].map { piece.clipped(where: $0) }
        continue
      }
      pieces += 1
      guard pieces + pending.count < mostPieces else { throw QuantityError.notAffine }
      var overlay = [RegionCell(polygon: piece, equilibria: [])]
      for profile in 0..<deviations.profiles {
        guard let ground = deviations.ground(of: profile, forms, in: piece) else { return nil }
        if ground.hasArea {
          overlay = overlay.flatMap { $0.overlaid(with: ground, of: profile) }
        } else if !ground.isEmpty {
          thin.append(.init(profile: profile, place: ground))
        }
      }
      cells += overlay
    }
    let regions = regions(cells)
    let edges = thin.filter { edge in
      // The border of ground that the profile holds beside it is no knife edge.
      !regions.contains { region in
        region.equilibria.contains(edge.profile)
          && region.polygons.contains { polygon in
            edge.place.vertices.allSatisfy { polygon.contains($0) }
          }
      }
    }
    var seen: Set<RegionMap.KnifeEdge> = []
    return RegionMap(
      box: box, regions: regions, knifeEdges: edges.filter { seen.insert($0).inserted },
      resolution: nil, undecided: [])
  }

  /// Cells of one set together, joined where they meet in whole edges.
  private static func regions(_ cells: [RegionCell]) -> [RegionMap.Region] {
    var sets: [[Int]] = []
    var polygons: [[Int]: [ConvexPolygon]] = [:]
    for cell in cells {
      if polygons[cell.equilibria] == nil { sets.append(cell.equilibria) }
      polygons[cell.equilibria, default: []].append(cell.polygon)
    }
    return sets.map { set in
      RegionMap.Region(equilibria: set, polygons: joined(polygons[set] ?? []))
    }.sorted { a, b in
      let (left, right) = (a.area, b.area)
      return left != right ? left > right : a.equilibria.lexicographicallyPrecedes(b.equilibria)
    }
  }

  private static func joined(_ polygons: [ConvexPolygon]) -> [ConvexPolygon] {
    var kept: [ConvexPolygon] = []
    var pending = Array(polygons.reversed())
    while let next = pending.popLast() {
      var joint: ConvexPolygon?
      for (index, other) in kept.enumerated() {
        joint = other.joined(with: next)
        if joint != nil {
          kept.remove(at: index)
          break
        }
      }
      if let joint { pending.append(joint) } else { kept.append(next) }
    }
    return kept
  }
}
