public import Arithmetic

/// Where, over two parameters, the set of pure equilibria of a game is which.
public struct RegionMap: Hashable, Sendable {
  /// All the ground on which the set is the same.
  public struct Region: Hashable, Sendable {
    /// Profile indices, ascending.
    public let equilibria: [Int]
    /// Convex pieces, which share no inside.
    public let polygons: [ConvexPolygon]

    /// Its area.
    public var area: Rational { polygons.reduce(.zero) { $0 + $1.area } }
    /// A point inside its largest piece.
    public var inside: PlanePoint? { polygons.max { $0.area < $1.area }?.centre }
  }

  /// A segment or point on which a profile is an equilibrium, while it is none on either side.
  public struct KnifeEdge: Hashable, Sendable {
    /// The profile's index.
    public let profile: Int
    /// The segment or point.
    public let place: ConvexPolygon
  }

  /// The ground that is mapped.
  public let box: ConvexPolygon
  /// One region a set, the largest first; borders belong to both sides.
  public let regions: [Region]
  /// Equilibria without an inside; not looked for where ``resolution`` is given.
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
