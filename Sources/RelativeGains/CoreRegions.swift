public import Arithmetic
import Cooperation
public import GameForms

/// Where over two parameters a coalitional game has a core.
///
/// Where what coalitions claim is affine in both parameters, the ground is convex: what a balanced
/// collection claims beyond what there is must not be positive for any of them. It starts as the
/// whole piece and loses, at each corner whose core is empty, what lies beyond the line of the
/// collection that proves it, until every corner has a core. Each line is exact and each collection
/// serves once. Where claims hold the product of the two, squares are certified by their corners: with
/// a core at all four the divisions between them, mixed as the claims are, lie in the core; without
/// one by the same collection at all four there is none inside. Ours, after parametric linear
/// programming by cuts; Bondareva 1963, Shapley 1967.
public enum CoreRegions {
  /// The part of a convex piece on which the core is not empty, for claims that are affine there.
  ///
  /// - Parameter claims: the game at a point.
  /// - Throws: what the closure throws, and `CoalitionRefusal`.
  public static func ground(
    in piece: ConvexPolygon, seconds: Double? = nil,
    claims: (PlanePoint) throws -> CoalitionalGame
  ) throws -> ConvexPolygon {
    guard piece.hasArea else { return ConvexPolygon([]) }
    let corners = Array(piece.vertices.prefix(3))
    let games = try corners.map(claims)
    var ground = piece
    var held: Set<PlanePoint> = []
    while let corner = ground.vertices.first(where: { !held.contains($0) }) {
      let least = try LeastCore.solve(claims(corner), seconds: seconds)
      guard least.isCoreEmpty else {
        held.insert(corner)
        continue
      }
      let lacking = games.map { least.collection.worth(in: $0) - $0[$0.everyone] }
      ground = ground.clipped(where: PlaneForm(through: corners, lacking))
    }
    return ground
  }

  /// The map for claims that are affine in each parameter alone, or in a rising function of it:
  /// item 0 holds where the core is not empty.
  ///
  /// - Throws: as ``ground(in:seconds:claims:)``.
  public static func certified(
    over box: ConvexPolygon, seconds: Double? = nil,
    claims: (PlanePoint) throws -> CoalitionalGame
  ) throws -> RegionMap {
    var known: [PlanePoint: (game: CoalitionalGame, least: LeastCore)] = [:]
    func corner(_ point: PlanePoint) throws -> (game: CoalitionalGame, least: LeastCore) {
      if let found = known[point] { return found }
      let game = try claims(point)
      let found = (game: game, least: try LeastCore.solve(game, seconds: seconds))
      known[point] = found
      return found
    }
    var cells: [(polygon: ConvexPolygon, items: [Int])] = []
    var undecided: [ConvexPolygon] = []
    var pending = [(square: box, parts: 1)]
    while let (square, parts) = pending.popLast() {
      let corners = try square.vertices.map(corner)
      if corners.allSatisfy({ !$0.least.isCoreEmpty }) {
        cells.append((square, [0]))
      } else if corners.contains(where: { proof in
        proof.least.isCoreEmpty
          && corners.allSatisfy {
            $0.game[$0.game.everyone] < proof.least.collection.worth(in: $0.game)
          }
      }) {
        cells.append((square, []))
      } else if parts < PlaneRegions.finest {
        pending += square.quarters.map { ($0, 2 * parts) }
      } else {
        undecided.append(square)
      }
    }
    return RegionMap(
      over: box, cells: cells, resolution: PlaneRegions.finest, undecided: undecided)
  }

  /// The map of pieces that share no inside, of each of which ``ground(in:seconds:claims:)`` is
  /// known: item 0 holds where the core is not empty.
  public static func map(
    over box: ConvexPolygon, _ pieces: [(piece: ConvexPolygon, ground: ConvexPolygon)]
  ) -> RegionMap {
    let cells = pieces.flatMap { piece, ground in
      ground.hasArea
        ? RegionCell(polygon: piece, items: []).overlaid(with: ground, of: 0)
        : [RegionCell(polygon: piece, items: [])]
    }
    let solid = pieces.map(\.ground).filter(\.hasArea)
    let thin = pieces.map(\.ground).filter { !$0.hasArea && !$0.isEmpty }
    return RegionMap(
      over: box, cells: cells.map { ($0.polygon, $0.items) },
      knifeEdges: thin.filter { edge in
        !solid.contains { ground in edge.vertices.allSatisfy { ground.contains($0) } }
      }.map { .init(item: 0, place: $0) })
  }
}

extension PlaneForm {
  /// The affine form with these values at three points that are not on a line.
  init(through points: [PlanePoint], _ values: [Rational]) {
    let (ax, ay) = (points[1].x - points[0].x, points[1].y - points[0].y)
    let (bx, by) = (points[2].x - points[0].x, points[2].y - points[0].y)
    let (a, b) = (values[1] - values[0], values[2] - values[0])
    let area = (ax * by - ay * bx).reciprocal
    let x = (a * by - b * ay) * area
    let y = (b * ax - a * bx) * area
    self.init(intercept: values[0] - x * points[0].x - y * points[0].y, x: x, y: y)
  }
}
