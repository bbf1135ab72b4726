public import Arithmetic

/// Where, over any number of parameters, which of several things hold, to a stated resolution: for
/// conditions of any kind, affine or not.
///
/// The box is halved in every direction until the signs of all conditions tell what holds all over a
/// part, or the part is the smallest that is looked at. What is told is certain; what is left is named.
///
/// - Source: subdivision with bounds, Moore 1966.
public struct BoxRefinement: Sendable {
  /// A part of the box and what holds all over it.
  public struct Cell: Hashable, Sendable {
    /// One interval a parameter.
    public let ranges: [ClosedRange<Rational>]
    /// What holds, by its index, ascending.
    public let items: [Int]
  }

  /// The box.
  public let ranges: [ClosedRange<Rational>]
  /// Parts that share no inside, in the order of the first parameter, then the next.
  public private(set) var cells: [Cell] = []
  /// Parts of which nothing is known.
  public private(set) var undecided: [[ClosedRange<Rational>]] = []
  /// Into how many parts each side of the box was cut at most.
  public let parts: Int
  /// Whether the seconds were up before all parts were looked at.
  public private(set) var isCutShort = false

  /// The most parameters.
  public static let mostParameters = 6

  /// Into how many parts each side is cut, with this many parameters.
  public static func parts(parameters: Int) -> Int {
    switch parameters {
    case ...1: 1 << 20
    case 2: PlaneRegions.finest
    case 3: 32
    case 4: 8
    default: 4
    }
  }

  /// Refines the box.
  ///
  /// - Parameters:
  ///   - ranges: one interval a parameter, each with room.
  ///   - seconds: of work, after which parts are left undecided; nil for no limit.
  ///   - conditions: `[item]`, forms that must not be positive for it to hold, for the parameters as
  ///     forms on a part; throws `QuantityError.signUnknown` where a sign in them is not known.
  /// - Throws: what the closure throws otherwise, and ``SpaceRefusal``.
  public init(
    over ranges: [ClosedRange<Rational>], seconds: Double? = nil,
    conditions: ([RatioForm]) throws -> [[RatioForm]]
  ) throws {
    func decide(_ part: [ClosedRange<Rational>]) throws -> [Int]? {
      let forms: [[RatioForm]]
      do {
        forms = try conditions(
          part.indices.map { .parameter($0, of: part.count, on: part[$0]) })
      } catch QuantityError.signUnknown {
        return nil
      }
      var items: [Int] = []
      for (item, forms) in forms.enumerated() {
        let signs = forms.map { try? $0.sign() }
        if signs.allSatisfy({ $0.map { $0 <= 0 } ?? false }) {
          items.append(item)
        } else if !signs.contains(1) {
          return nil
        }
      }
      return items
    }
    try self.init(over: ranges, seconds: seconds, decide: decide)
  }

  /// Refines the box.
  ///
  /// - Parameter decide: what is certain to hold all over a part, ascending; nil where that is not
  ///   known.
  /// - Throws: what the closure throws, and ``SpaceRefusal``.
  public static func deciding(
    over ranges: [ClosedRange<Rational>], seconds: Double? = nil,
    _ decide: ([ClosedRange<Rational>]) throws -> [Int]?
  ) throws -> BoxRefinement {
    try BoxRefinement(over: ranges, seconds: seconds, decide: decide)
  }

  private init(
    over ranges: [ClosedRange<Rational>], seconds: Double?,
    decide: ([ClosedRange<Rational>]) throws -> [Int]?
  ) throws {
    guard ranges.count <= Self.mostParameters else {
      throw SpaceRefusal(
        size: "\(ranges.count) parameters", limit: "\(Self.mostParameters)")
    }
    self.ranges = ranges
    parts = Self.parts(parameters: ranges.count)
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    try refine(ranges, parts: 1, deadline, decide)
  }

  private mutating func refine(
    _ part: [ClosedRange<Rational>], parts: Int, _ deadline: ContinuousClock.Instant?,
    _ decide: ([ClosedRange<Rational>]) throws -> [Int]?
  ) throws {
    if let items = try decide(part) {
      cells.append(Cell(ranges: part, items: items))
      return
    }
    if let deadline, ContinuousClock.now >= deadline { isCutShort = true }
    guard parts < self.parts, !isCutShort else {
      undecided.append(part)
      return
    }
    let (before, unknown) = (cells.count, undecided.count)
    let halves = part.map { range in
      let middle = (range.lowerBound + range.upperBound) * Rational(1, 2)
      return [range.lowerBound...middle, middle...range.upperBound]
    }
    for place in 0..<(1 << part.count) {
      // The last parameter changes fastest.
      let smaller = part.indices.map { halves[$0][(place >> (part.count - 1 - $0)) & 1] }
      try refine(smaller, parts: 2 * parts, deadline, decide)
    }
    // Parts that agree are one again.
    if undecided.count == unknown, cells.count == before + (1 << part.count),
      cells[before...].allSatisfy({ $0.items == cells[before].items })
    {
      cells[before...] = [Cell(ranges: part, items: cells[before].items)]
    }
  }
}

extension RegionMap {
  /// The map of a box of two parameters.
  ///
  /// - Parameter items: what holds where these conditions are met.
  /// - Precondition: the box has two sides.
  public init(_ refinement: BoxRefinement, items: ([Int]) -> [Int] = { $0 }) {
    precondition(refinement.ranges.count == 2, "a map has two sides")
    func rectangle(_ ranges: [ClosedRange<Rational>]) -> ConvexPolygon {
      ConvexPolygon(x: ranges[0], y: ranges[1])
    }
    self.init(
      over: rectangle(refinement.ranges),
      cells: refinement.cells.map { (rectangle($0.ranges), items($0.items)) },
      resolution: refinement.parts, undecided: refinement.undecided.map(rectangle))
  }
}
