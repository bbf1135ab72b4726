import Arithmetic
public import GameForms
import Glibc
import LinearPrograms

/// An equilibrium of a game of any number of actors, enclosed.
public struct EnclosedEquilibrium: Hashable, Sendable {
  /// The profile in doubles: `probabilities[actor][strategy]`.
  public let probabilities: [[Double]]
  /// Proved: within this distance of every probability there is an exact equilibrium with the same
  /// supports, and no other; 0 where the profile is exact itself.
  public let radius: Double
  /// The most that an actor could gain by turning away from the profile in doubles.
  public let regret: Double
  /// What each actor plays, where it is an exact equilibrium in pure strategies.
  public var pure: [Int]?
}

/// Why the supports of a game are not enumerated.
public enum SupportRefusal: Error, Hashable, Sendable {
  /// More combinations of supports than the limit.
  case tooManySupports(count: Double, limit: Int)
}

/// All equilibria of a game of any number of actors, support by support, each proved.
///
/// In an equilibrium every strategy played earns the same and none more: for each combination of
/// supports a system of polynomial equations and inequalities, whose solutions `KrawczykSearch`
/// encloses and proves. Equilibria in pure strategies are found exactly. A combination of supports
/// is undecided where solutions are not isolated or where a strategy that is not played earns as
/// much as those that are: only degenerate games have such.
///
/// - Source: Porter, Nudelman and Shoham 2004, Simple search methods for finding a Nash
///   equilibrium; Krawczyk 1969 for the certificates.
public struct SupportEnumeration: Sendable {
  /// Seconds of work after which to stop with what is found; nil for no limit.
  public var seconds: Double?
  /// Boxes looked at in all, and ten times as many as on one combination of supports.
  public var boxes: Int

  /// The most combinations of supports that are tried without a time limit, and the most boxes.
  public static let (mostSupports, mostBoxes) = (5000, 1_000_000)

  /// An enumeration with these limits.
  public init(seconds: Double? = nil, boxes: Int = mostBoxes) {
    self.seconds = seconds
    self.boxes = boxes
  }

  /// What was found.
  public struct Found: Hashable, Sendable {
    /// The equilibria, pure ones first, then by the size of their supports.
    public let equilibria: [EnclosedEquilibrium]
    /// The combinations of supports that could not be decided; `undecided[k][actor]`.
    public let undecided: [[[Int]]]
    /// Whether this is all.
    public let completeness: Completeness
  }

  /// How many combinations of supports a game of this shape has.
  public static func combinations(of shape: [Int]) -> Double {
    shape.reduce(1) { $0 * (Double(sign: .plus, exponent: $1, significand: 1) - 1) }
  }

  /// About how long the enumeration takes, in seconds: eight times as long with each strategy more.
  ///
  /// Measured on random games of 8 to 12 strategies together, which differ up to threefold either
  /// way; degenerate games take longer.
  public static func expectedSeconds(shape: [Int]) -> Double {
    0.015 * pow(8, Double(shape.reduce(0, +) - 9))
  }

  /// Every equilibrium of `game` but for those on undecided supports.
  ///
  /// - Throws: ``SupportRefusal`` before any work is done.
  public func solve(_ game: StrategicGame) throws(SupportRefusal) -> Found {
    let count = Self.combinations(of: game.shape)
    guard seconds != nil || count <= Double(Self.mostSupports) else {
      throw .tooManySupports(count: count, limit: Self.mostSupports)
    }
    let deadline = Deadline(seconds: seconds)
    let isLate = { deadline.isOver }

    let tensor = PayoffTensor(game)
    var equilibria = PureEquilibria.solve(game).map { profile in
      let chosen = game.profile(at: profile)
      return EnclosedEquilibrium(
        probabilities: zip(chosen, game.shape).map { own, count in
          (0..<count).map { $0 == own ? 1 : 0 }
        }, radius: 0, regret: 0, pure: chosen)
    }
    var undecided: [[[Int]]] = []
    var left = boxes
    var limit: String?
    SupportCombinations.forEach(game.shape) { supports in
      guard supports.contains(where: { $0.count > 1 }) else { return true }
      let dominance = SupportDominance(game, supports: supports)
      guard !dominance.isExcluded else {
        if isLate() { limit = deadline.limit }
        return limit == nil
      }
      var search = KrawczykSearch(SupportEquations(game, supports: supports))
      let found = search.run(
        limit: min(left, boxes / 10), undecided: dominance.isSingular ? 1 : 32,
        shouldStop: isLate)
      equilibria += found.equilibria.map { Self.state($0, supports, game, tensor) }
      left -= found.boxes
      if isLate() { limit = deadline.limit }
      if left <= 0 { limit = "\(boxes) boxes" }
      // What the limit cut off is not what could not be decided.
      if found.undecided > 0 || (!found.isFinished && limit == nil) { undecided.append(supports) }
      return limit == nil
    }
    let completeness =
      limit.map { Completeness.limit($0) } ?? (undecided.isEmpty ? .complete : .sample)
    return Found(equilibria: equilibria, undecided: undecided, completeness: completeness)
  }

  /// The exact equilibrium near a profile, with the strategies that it plays; nil where none is
  /// proved.
  ///
  /// - Parameter probabilities: `probabilities[actor][strategy]`.
  public static func enclosed(
    near probabilities: [[Double]], in game: StrategicGame
  ) -> EnclosedEquilibrium? {
    let supports = probabilities.map { mixture in mixture.indices.filter { mixture[$0] > 1e-9 } }
    guard supports.allSatisfy({ !$0.isEmpty }) else { return nil }
    var search = KrawczykSearch(SupportEquations(game, supports: supports))
    let start = zip(probabilities, supports).flatMap { mixture, support in
      support.dropLast().map { mixture[$0] }
    }
    return search.equilibrium(near: start).map { state($0, supports, game, PayoffTensor(game)) }
  }

  /// The middle of a box with its radius and regret.
  static func state(
    _ box: [Interval], _ supports: [[Int]], _ game: StrategicGame, _ tensor: PayoffTensor
  ) -> EnclosedEquilibrium {
    var flat: [Double] = []
    var radius = 0.0
    var place = 0
    for (support, count) in zip(supports, game.shape) {
      var mixture = Array(repeating: 0.0, count: count)
      for strategy in support {
        mixture[strategy] = box[place].middle
        place += 1
      }
      // The sum is 1 but for a rounding, which the radius takes in.
      let total = mixture.reduce(0, +)
      flat += mixture.map { $0 / total }
      for strategy in support {
        let value = mixture[strategy] / total
        let side = box[place - support.count + (support.firstIndex(of: strategy) ?? 0)]
        for distance in [value - side.low, side.high - value] where distance != 0 {
          radius = max(radius, distance.nextUp)
        }
      }
    }
    return EnclosedEquilibrium(
      probabilities: game.shape.indices.map { Array(flat[tensor.range(of: $0)]) }, radius: radius,
      regret: tensor.regret(of: flat, values: tensor.values(of: flat)))
  }
}
