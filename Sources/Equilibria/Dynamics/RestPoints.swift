public import Arithmetic
public import GameForms
public import GSL
import LinearPrograms

/// Where the replicator dynamic rests: on every face the points at which all strategies played earn
/// the same, found exactly, with the eigenvalues that say what happens nearby.
///
/// - Source: Hofbauer and Sigmund 1998, chapters 7 and 10.
public struct RestPoint: Hashable, Sendable {
  /// The shares, population by population.
  public let shares: [[Rational]]
  /// Whether no strategy earns more than those played: a Nash equilibrium.
  public let isEquilibrium: Bool
  /// The eigenvalues of the linearised dynamic along the simplices.
  public let eigenvalues: [Eigenvalues.Value]

  /// What the linearised dynamic does nearby.
  public enum Kind: String, Hashable, Sendable {
    /// All real parts are negative: what starts nearby comes here.
    case stable
    /// All real parts are positive: what starts nearby leaves.
    case source
    /// Some are negative, some positive.
    case saddle
    /// None is positive but some are zero with others beside them: circles, to first order.
    case centre
    /// Some are zero: the linearised dynamic does not decide.
    case undecided
  }

  /// What the eigenvalues say.
  public var kind: Kind {
    let scale = eigenvalues.reduce(1e-300) { max($0, abs($1.real), abs($1.imaginary)) }
    let signs = eigenvalues.map { abs($0.real) <= 1e-9 * scale ? 0 : $0.real > 0 ? 1 : -1 }
    let isCircling = zip(eigenvalues, signs).allSatisfy {
      $1 != 0 || abs($0.imaginary) > 1e-9 * scale
    }
    if signs.contains(1) {
      return signs.contains(-1) ? .saddle : signs.contains(0) ? .undecided : .source
    }
    if !signs.contains(0) { return .stable }
    return isCircling && scale > 1e-300 ? .centre : .undecided
  }
}

/// The rest points of the replicator dynamic of a game.
public struct RestPoints: Sendable {
  /// Those found, in the order of their supports.
  public let points: [RestPoint]
  /// Faces that hold infinitely many rest points, none of which is listed for them.
  public let continua: Int
  /// Whether all faces were looked at; of more than two actors only the corners are.
  public let isComplete: Bool

  /// Most faces looked at.
  public static let mostFaces = 20_000

  /// The rest points of a game of populations.
  ///
  /// - Parameter single: whether one population plays against itself.
  /// - Throws: `GSLError` where eigenvalues cannot be found.
  public static func solve(_ game: StrategicGame, single: Bool) throws(GSLError) -> RestPoints {
    let populations = single ? PopulationGame(single: game) : PopulationGame(game)
    let shape = populations.populations.map(\.count)
    let faces = shape.reduce(1.0) { $0 * Double((1 << min($1, 60)) - 1) }
    guard single || game.actors == 2, faces <= Double(mostFaces) else {
      return RestPoints(
        points: try corners(game, populations, shape), continua: 0, isComplete: false)
    }
    var (points, continua) = ([RestPoint](), 0)
    for face in supports(shape) {
      switch shares(game, on: face, shape, single: single) {
      case .one(let shares): points.append(try point(shares, game, populations))
      case .many: continua += 1
      case .none: break
      }
    }
    return RestPoints(points: points, continua: continua, isComplete: true)
  }

  private enum Found {
    case none, many
    case one([[Rational]])
  }

  private static func corners(
    _ game: StrategicGame, _ populations: PopulationGame, _ shape: [Int]
  ) throws(GSLError) -> [RestPoint] {
    var points: [RestPoint] = []
    guard game.profiles <= mostFaces else { return [] }
    for profile in 0..<game.profiles {
      let mixed = MixedProfile(pure: game.profile(at: profile), shape: shape)
      points.append(try point(mixed.probabilities, game, populations))
    }
    return points
  }

  /// Every choice of a nonempty support for each population, smaller ones first.
  private static func supports(_ shape: [Int]) -> [[[Int]]] {
    let lists = shape.map { count in
      (1..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
        .sorted { ($0.count, $0.lexicographic) < ($1.count, $1.lexicographic) }
    }
    return lists.reduce([[]]) { found, list in found.flatMap { one in list.map { one + [$0] } } }
  }

  /// The point inside a face at which all its strategies earn the same.
  private static func shares(
    _ game: StrategicGame, on face: [[Int]], _ shape: [Int], single: Bool
  ) -> Found {
    // The shares of a population make the strategies of the other, or its own, equal.
    let pairs = single ? [(0, 0, 0)] : [(0, 1, 0), (1, 0, 1)]
    var shares = shape.map { Array(repeating: Rational.zero, count: $0) }
    var isContinuum = false
    for (mixing, indifferent, actor) in pairs.map({ ($0.1, $0.0, $0.2) }) {
      func payoff(_ own: Int, _ other: Int) -> Rational {
        game.payoff(at: game.index(of: actor == 0 ? [own, other] : [other, own]), of: actor)
      }
      let unknown = face[mixing]
      let equal = face[indifferent]
      var equations = equal.dropFirst().map { strategy in
        unknown.map { payoff(strategy, $0) - payoff(equal[0], $0) } + [Rational.zero]
      }
      equations.append(unknown.map { _ in .one } + [.one])
      switch PositiveSolution(equations) {
      case .none: return .none
      case .many: isContinuum = true
      case .one(let values):
        for (strategy, value) in zip(unknown, values) { shares[mixing][strategy] = value }
      }
    }
    return isContinuum ? .many : .one(shares)
  }

  /// The one positive solution of linear equations, if there is one.
  private enum PositiveSolution {
    case none, many
    case one([Rational])

    init(_ equations: [[Rational]]) {
      if let solution = LinearSystem.solve(equations) {
        self = solution.allSatisfy { $0.signum > 0 } ? .one(solution) : .none
      } else {
        self = Self.hasPositive(equations) ? .many : .none
      }
    }

    /// Whether a system without a single solution has a positive one; the least unknown is
    /// maximised, each being it and what lies above it. The last equation is that of the total.
    private static func hasPositive(_ equations: [[Rational]]) -> Bool {
      let rows = equations.dropLast().flatMap { equation in
        let row = Array(equation.dropLast())
        let whole = row + [row.reduce(.zero, +)]
        return [whole, whole.map { -$0 }]
      }
      let width = equations[0].count - 1
      let program = LinearProgram(
        maximise: Array(repeating: .zero, count: width) + [.one],
        rows: rows + [Array(repeating: .one, count: width) + [Rational(width)]],
        limits: rows.map { _ in .zero } + [.one])
      return (program.solve()?.value.signum ?? 0) > 0
    }
  }

  private static func point(
    _ shares: [[Rational]], _ game: StrategicGame, _ populations: PopulationGame
  ) throws(GSLError) -> RestPoint {
    let profile = MixedProfile(populations.isSingle ? [shares[0], shares[0]] : shares)
    let state = shares.flatMap { $0.map(\.double) }
    let jacobian = ContinuousDynamic.replicator.jacobian(at: state, in: populations)
    return RestPoint(
      shares: shares,
      isEquilibrium: Equilibrium(evaluating: profile, in: game).regret.isZero,
      eigenvalues: try Eigenvalues.of(jacobian.alongSimplices(populations.populations)))
  }
}

extension [Int] {
  /// Numbers whose order is that of the lists, for lists of equal length.
  fileprivate var lexicographic: Int { reduce(0) { $0 * 64 + $1 } }
}

extension [[Double]] {
  /// A linear map of states, seen along directions that keep each population's total: the last
  /// share of each gives way.
  func alongSimplices(_ populations: [Range<Int>]) -> [[Double]] {
    let kept = populations.flatMap { $0.dropLast() }
    let last = populations.flatMap { range in range.dropLast().map { _ in range.upperBound - 1 } }
    return kept.map { row in
      zip(kept, last).map { self[row][$0] - self[row][$1] }
    }
  }
}
