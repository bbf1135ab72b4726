public import Arithmetic
import GameForms

/// Where, over any number of parameters, the set of pure equilibria of a game is which.
public struct SpaceMap: Hashable, Sendable {
  /// All the cells on which the set is the same.
  public struct Region: Hashable, Sendable {
    /// Profile indices, ascending.
    public let equilibria: [Int]
    /// Convex cells, which share no inside.
    public let cells: [ParameterCell]
  }

  /// The box that is mapped.
  public let ranges: [ClosedRange<Rational>]
  /// One region a set, in the order in which they are found.
  public let regions: [Region]
  /// Cells not looked into when the seconds were up.
  public let unfinished: [ParameterCell]

  /// A map of these parts.
  public init(
    ranges: [ClosedRange<Rational>], regions: [Region], unfinished: [ParameterCell]
  ) {
    self.ranges = ranges
    self.regions = regions
    self.unfinished = unfinished
  }

  /// The region around a point, nil on borders and where the work was cut short.
  public func region(at point: [Rational]) -> Region? {
    let found = regions.filter { $0.cells.contains { $0.contains(point) } }
    return found.count == 1 && !unfinished.contains { $0.contains(point) } ? found[0] : nil
  }
}

/// Why regions are not looked for.
public struct SpaceRefusal: Error, Hashable, Sendable {
  /// The size met.
  public let size: String
  /// The largest that is tried.
  public let limit: String
}

/// Exact regions of pure equilibria over any number of parameters, for payoffs that are affine in
/// all of them together, or piecewise affine.
///
/// The box is cut by the hyperplanes on which a deviation leaves its actor indifferent, profile by
/// profile, and only where that profile's equilibrium region reaches. Each cell is proved to have an
/// inside by a point of it, found by an exact linear program. Equilibria on hyperplanes alone are not
/// looked for. Ours.
public enum SpaceRegions {
  /// The most parameters.
  public static let mostParameters = 6
  /// The most cells that the hyperplanes of a game may cut the box into.
  public static let mostCells = 200_000

  /// The map over the box.
  ///
  /// - Parameters:
  ///   - shape: strategies of each actor.
  ///   - ranges: the box, one interval a parameter.
  ///   - seconds: of work, after which cells are left unfinished; nil for no limit.
  ///   - payoffs: laid out as in `StrategicGame.payoffs`, for the parameters as forms on a cell.
  /// - Throws: what the closure throws, and ``SpaceRefusal`` before work on what is out of reach.
  public static func solve(
    shape: [Int], over ranges: [ClosedRange<Rational>], seconds: Double? = nil,
    payoffs: ([SpaceForm]) throws -> [SpaceForm]
  ) throws -> SpaceMap {
    guard ranges.count <= mostParameters else {
      throw SpaceRefusal(size: "\(ranges.count) parameters", limit: "\(mostParameters)")
    }
    let deadline = seconds.map { ContinuousClock.now + .seconds($0) }
    let deviations = UnilateralDeviations(shape: shape)
    let isLate = { deadline.map { ContinuousClock.now >= $0 } ?? false }
    var pieces = [(cell: ParameterCell(ranges), known: SpaceCell(ranges))]
    var sets: [[Int]] = []
    var cells: [[Int]: [ParameterCell]] = [:]
    var unfinished: [ParameterCell] = []
    while let piece = pieces.popLast() {
      let forms: [SpaceForm]
      do {
        forms = try payoffs(ranges.indices.map { .parameter($0, on: piece.known) })
      } catch QuantityError.signChangesOver(let border) {
        guard pieces.count < PlaneRegions.mostPieces else { throw QuantityError.notAffine }
        let (below, above) = piece.cell.split(by: border)
        if let above { pieces.append((above, piece.known.with(border, sign: 1))) }
        if let below { pieces.append((below, piece.known.with(border, sign: -1))) }
        continue
      }
      let gains = try gains(deviations, forms, SpaceCell(ranges))
      var work = [Work(cell: piece.cell, next: 0, equilibria: [])]
      while !isLate(), let task = work.popLast() {
        guard task.next < gains.count else {
          if cells[task.equilibria] == nil { sets.append(task.equilibria) }
          cells[task.equilibria, default: []].append(task.cell.simplified())
          continue
        }
        work += task.parts(cutBy: gains[task.next])
      }
      unfinished += work.map(\.cell)
    }
    return SpaceMap(
      ranges: ranges,
      regions: sets.map { .init(equilibria: $0, cells: cells[$0] ?? []) }, unfinished: unfinished)
  }

  /// A cell, the first profile not yet looked at, and the equilibria among those before it.
  private struct Work {
    var cell: ParameterCell
    var next: Int
    var equilibria: [Int]

    /// The same work on the parts with the next profile as an equilibrium and without.
    func parts(cutBy gains: [SpaceForm]?) -> [Work] {
      func without(_ cell: ParameterCell) -> Work {
        Work(cell: cell, next: next + 1, equilibria: equilibria)
      }
      guard let gains else { return [without(cell)] }
      var rest = cell
      var outside: [Work] = []
      for gain in gains {
        let (below, above) = rest.split(by: gain)
        guard let below else { return [without(cell)] }
        if let above { outside.append(without(above)) }
        rest = below
      }
      return outside + [Work(cell: rest, next: next + 1, equilibria: equilibria + [next])]
    }
  }

  /// The temptations of each profile that change sign in the box; nil for a profile that is never
  /// an equilibrium.
  private static func gains(
    _ deviations: UnilateralDeviations, _ forms: [SpaceForm], _ box: SpaceCell
  ) throws -> [[SpaceForm]?] {
    var hyperplanes: Set<[Rational]> = []
    let gains: [[SpaceForm]?] = deviations.pairs.map { pairs in
      var kept: [SpaceForm] = []
      for (deviating, obeying) in pairs {
        let gain = forms[deviating] - forms[obeying]
        switch box.sign(of: gain) {
        case .some(let sign): if sign > 0 { return nil }
        case nil: kept.append(SpaceForm(intercept: gain.intercept, gain.coefficients))
        }
      }
      return kept
    }
    for form in gains.compactMap({ $0 }).joined() { hyperplanes.insert(form.hyperplane.numbers) }
    let bound = cells(hyperplanes: hyperplanes.count, dimensions: box.ranges.count)
    guard bound <= Double(mostCells) else {
      throw SpaceRefusal(
        size: "\(hyperplanes.count) hyperplanes over \(box.ranges.count) parameters",
        limit: "\(mostCells) cells")
    }
    return gains
  }

  /// How many cells so many hyperplanes make at most.
  ///
  /// - Source: Buck 1943.
  static func cells(hyperplanes: Int, dimensions: Int) -> Double {
    var (sum, term) = (1.0, 1.0)
    for k in 0..<min(dimensions, hyperplanes) {
      term *= Double(hyperplanes - k) / Double(k + 1)
      sum += term
    }
    return sum
  }
}
