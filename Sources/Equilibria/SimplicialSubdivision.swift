import Arithmetic
public import GameForms
import LinearPrograms

/// One equilibrium of a game of any number of actors, by a path through ever finer triangulations.
///
/// Equilibria are the fixed points of the map that moves each mixture towards what earns more and
/// back onto the simplex. Between the vertices of a triangulation the map is taken as linear; a
/// path of simplices, which cannot cycle, leads from a starting point to a fixed point of that, from
/// which the next path begins on a finer grid. Each grid's path ends whatever the game. What is near
/// is then made exact to the last digits by Newton's method and proved, where the game allows it; in
/// degenerate games short fractions near by are tried, which equilibria there often are.
///
/// - Source: Merrill 1972, with the triangulation of Freudenthal 1942; van der Laan, Talman and van
///   der Heyden 1987 for games; Gul, Pearce and Stacchetti 1993 for the map.
public struct SimplicialSubdivision: Sendable {
  /// Seconds after which to stop with what is found; nil for no limit.
  public var seconds: Double?
  /// How many simplices to pass through in all.
  public var pivots: Int

  /// The most simplices unless something else is said.
  public static let mostPivots = 1_000_000
  /// The finest grid; and on fine ones the regret, as a share of an actor's range of payoffs, that
  /// is good enough without proof.
  private static let (finest, fine, smallRegret) = (1e-8, 1e-3, 1e-13)

  /// A search with these limits.
  public init(seconds: Double? = nil, pivots: Int = mostPivots) {
    self.seconds = seconds
    self.pivots = pivots
  }

  /// What was found.
  public struct Found: Hashable, Sendable {
    /// `probabilities[actor][strategy]`.
    public let probabilities: [[Double]]
    /// The most that an actor could gain by turning away.
    public let regret: Double
    /// Proved: within this distance of every probability lies an exact equilibrium with the same
    /// supports and no other; nil where that could not be proved.
    public let radius: Double?
    /// How many simplices were passed through.
    public let pivots: Int
    /// The limit that was met, nil where none was.
    public let limit: String?
  }

  /// An equilibrium of `game`, or how near one the limits allowed to come.
  public func solve(_ game: StrategicGame) -> Found {
    let deadline = Deadline(seconds: seconds)
    let isLate = { deadline.isOver }
    let map = ReplyMap(game)
    var point = map.centre
    var path = SimplicialPath(dimension: point.count)
    var (mesh, limit) = (0.5, String?.none)
    while mesh >= Self.finest, !point.isEmpty, limit == nil {
      // Not quite where the last path ended: there many labels of a degenerate game are alike.
      let start = point.enumerated().map { index, coordinate in
        coordinate + 0.1 * mesh
          * (Double(index + 1) * 0.618_033_988_75).truncatingRemainder(dividingBy: 1)
      }
      let end = path.follow(from: start, mesh: mesh, limit: pivots, shouldStop: isLate, map.image)
      guard let end else {
        limit = isLate() ? deadline.limit : "\(pivots) simplices"
        break
      }
      point = end
      if let proved = prove(game, map, near: point, mesh: mesh) {
        return Found(
          probabilities: proved.probabilities, regret: proved.regret, radius: proved.radius,
          pivots: path.pivots, limit: nil)
      }
      if mesh < Self.fine {
        let short = map.shortened(point, within: 4 * mesh)
        if let good = [point, short].first(where: { map.regret($0) <= Self.smallRegret }) {
          point = good
          break
        }
      }
      mesh /= 4
    }
    let profile = map.profile(point)
    return Found(
      probabilities: map.split(profile),
      regret: map.tensor.regret(of: profile, values: map.tensor.values(of: profile)),
      // With one strategy each there is nothing to prove.
      radius: point.isEmpty ? 0 : nil,
      pivots: path.pivots, limit: limit)
  }

  /// The exact equilibrium near a point, with the strategies that are clearly played.
  private func prove(
    _ game: StrategicGame, _ map: ReplyMap, near point: [Double], mesh: Double
  ) -> EnclosedEquilibrium? {
    let mixtures = map.split(map.profile(point))
    let replies = map.replies(point, within: mesh)
    let thresholds = [mesh / 4, mesh * mesh, 1e-9].map { min($0, 0.05) }
    var tried: Set<[[Int]]> = []
    for supports in thresholds.map({ threshold in
      mixtures.map { mixture in mixture.indices.filter { mixture[$0] > threshold } }
    }) + [replies] {
      guard tried.insert(supports).inserted else { continue }
      var search = KrawczykSearch(SupportEquations(game, supports: supports))
      let start = zip(mixtures, supports).flatMap { mixture, support in
        support.dropLast().map { mixture[$0] }
      }
      if let box = search.equilibrium(near: start) {
        return SupportEnumeration.state(box, supports, game, map.tensor)
      }
    }
    return nil
  }
}

/// The map whose fixed points are the equilibria, on all probabilities but each actor's last.
private struct ReplyMap {
  let tensor: PayoffTensor
  /// One over each actor's range of payoffs.
  private let scales: [Double]

  init(_ game: StrategicGame) {
    tensor = PayoffTensor(game)
    scales = (0..<game.actors).map { actor in
      let payoffs = (0..<game.profiles).map { game.payoff(at: $0, of: actor).double }
      let range = payoffs.reduce(-.infinity, max) - payoffs.reduce(.infinity, min)
      return range > 0 ? 1 / range : 1
    }
  }

  /// All strategies alike.
  var centre: [Double] {
    tensor.shape.flatMap { count in Array(repeating: 1 / Double(count), count: count - 1) }
  }

  /// The nearest mixtures to a point, flat.
  func profile(_ point: [Double]) -> [Double] {
    var (flat, index) = ([Double](), 0)
    for count in tensor.shape {
      let free = point[index..<(index + count - 1)]
      flat += Self.projected(free + [1 - free.reduce(0, +)])
      index += count - 1
    }
    return flat
  }

  /// A flat profile by actors.
  func split(_ flat: [Double]) -> [[Double]] {
    tensor.shape.indices.map { Array(flat[tensor.range(of: $0)]) }
  }

  /// The point whose coordinates are the simplest fractions within `slack` of this one's.
  func shortened(_ point: [Double], within slack: Double) -> [Double] {
    split(profile(point)).flatMap { mixture in
      mixture.dropLast().map { Rational.simplest(near: $0, within: slack)?.double ?? $0 }
    }
  }

  /// The regret at a point as a share of payoffs' ranges.
  func regret(_ point: [Double]) -> Double {
    let flat = profile(point)
    return tensor.regret(of: flat, values: tensor.values(of: flat)) * (scales.max() ?? 1)
  }

  /// Each actor's strategies that earn the best but for this share of its range of payoffs.
  func replies(_ point: [Double], within share: Double) -> [[Int]] {
    let values = tensor.values(of: profile(point))
    return tensor.shape.indices.map { actor in
      let own = Array(values[tensor.range(of: actor)])
      let best = own.reduce(-.infinity, max)
      return own.indices.filter { (best - own[$0]) * scales[actor] <= share * 0.1 }
    }
  }

  /// Where the map takes a point.
  func image(_ point: [Double]) -> [Double] {
    let flat = profile(point)
    let values = tensor.values(of: flat)
    return tensor.shape.indices.flatMap { actor in
      Self.projected(tensor.range(of: actor).map { flat[$0] + scales[actor] * values[$0] })
        .dropLast()
    }
  }

  /// The nearest distribution (Held, Wolfe and Crowder 1974).
  private static func projected(_ vector: some Collection<Double>) -> [Double] {
    var (sum, level) = (0.0, 0.0)
    for (index, value) in vector.sorted(by: >).enumerated() {
      sum += value
      let candidate = (sum - 1) / Double(index + 1)
      if value > candidate { level = candidate }
    }
    return vector.map { max(0, $0 - level) }
  }
}
