public import Arithmetic

/// Where, over two parameters, which of several things hold: of a strategic game the profiles that
/// are equilibria, of a bargaining game the outcomes that everyone accepts.
public struct RegionMap: Hashable, Sendable {
  /// All the ground on which the same things hold.
  public struct Region: Hashable, Sendable {
    /// What holds, by its index, ascending.
    public let items: [Int]
    /// Convex pieces, which share no inside.
    public let polygons: [ConvexPolygon]

    /// Its area.
    public var area: Rational { polygons.reduce(.zero) { $0 + $1.area } }
    /// A point inside its largest piece.
    public var inside: PlanePoint? { polygons.max { $0.area < $1.area }?.centre }
  }

  /// A segment or point on which something holds, while it does not on either side.
  public struct KnifeEdge: Hashable, Sendable {
    /// What holds, by its index.
    public let item: Int
    /// The segment or point.
    public let place: ConvexPolygon
  }

  /// The ground that is mapped.
  public let box: ConvexPolygon
  /// One region a set, the largest first; borders belong to both sides.
  public let regions: [Region]
  /// What holds without an inside, where it is looked for; not where ``resolution`` is given.
  public let knifeEdges: [KnifeEdge]
  /// Into how many parts each side of the box was cut at most where borders are curved; nil where
  /// every border is a line and the map exact everywhere.
  public let resolution: Int?
  /// Squares that a curved border crosses; everything outside of them is certain.
  public let undecided: [ConvexPolygon]

  /// The region around a point, nil on borders and in undecided squares.
  public func region(at point: PlanePoint) -> Region? {
    let found = regions.filter { $0.polygons.contains { $0.contains(point) } }
    let isUndecided = undecided.contains { $0.contains(point) }
    return found.count == 1 && !isUndecided ? found[0] : nil
  }

  /// The share of the box that a region fills.
  public func share(of region: Region) -> Rational { region.area / box.area }

  /// The share of the box that is undecided.
  public var undecidedShare: Rational {
    undecided.reduce(.zero) { $0 + $1.area } / box.area
  }
}

extension RegionMap {
  /// A map of convex cells that share no inside: cells of one set together, joined where they meet
  /// in whole edges.
  ///
  /// - Parameters:
  ///   - cells: pieces of ground, and what holds on each, ascending.
  ///   - resolution: as ``resolution``.
  ///   - undecided: as ``undecided``.
  public init(
    over box: ConvexPolygon, cells: [(polygon: ConvexPolygon, items: [Int])],
    knifeEdges: [KnifeEdge] = [], resolution: Int? = nil, undecided: [ConvexPolygon] = []
  ) {
    var sets: [[Int]] = []
    var polygons: [[Int]: [ConvexPolygon]] = [:]
    for cell in cells {
      if polygons[cell.items] == nil { sets.append(cell.items) }
      polygons[cell.items, default: []].append(cell.polygon)
    }
    let regions = sets.map { set in
      Region(items: set, polygons: Self.joined(polygons[set] ?? []))
    }
    self.box = box
    self.regions = regions.sorted { a, b in
      let (left, right) = (a.area, b.area)
      return left != right ? left > right : a.items.lexicographicallyPrecedes(b.items)
    }
    self.knifeEdges = knifeEdges
    self.resolution = resolution
    self.undecided = undecided
  }

  /// The same map of other things: `items` tells what holds where these do; knife edges on which
  /// nothing else holds than beside them are dropped.
  public func mapped(_ items: ([Int]) -> [Int]) -> RegionMap {
    let cells = regions.flatMap { region in
      region.polygons.map { (polygon: $0, items: items(region.items)) }
    }
    let plain = RegionMap(over: box, cells: cells)
    let edges = knifeEdges.flatMap { edge -> [KnifeEdge] in
      // On the edge hold the things of the ground around it, and this one.
      let around = regions.filter { region in
        region.polygons.contains { polygon in
          edge.place.vertices.allSatisfy { polygon.contains($0) }
        }
      }
      let beside = Set(around.flatMap { items($0.items) })
      let there = items(Set(around.flatMap(\.items) + [edge.item]).sorted())
      return there.filter { !beside.contains($0) }.map { KnifeEdge(item: $0, place: edge.place) }
    }
    var seen: Set<KnifeEdge> = []
    return RegionMap(
      box: box, regions: plain.regions, knifeEdges: edges.filter { seen.insert($0).inserted },
      resolution: resolution, undecided: undecided)
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
