import Arithmetic
import GameForms
import LinearPrograms

/// Why a question about symmetric play is not answered.
public enum SymmetryRefusal: Error, Hashable, Sendable {
  /// The method takes games of two actors; this one has `actors`.
  case needsTwoActors(actors: Int)
  /// The actors have different numbers of strategies.
  case shapeDiffers(rows: Int, columns: Int)
  /// What the first actor earns at `profile` is not what the second earns where they change places.
  case payoffsDiffer(profile: Int, mirror: Int)
  /// There are more strategies than the method can look through.
  case tooManyStrategies(count: Int, limit: Int)
  /// All equilibria are out of reach.
  case tooLarge(EnumerationRefusal)
}

extension StrategicGame {
  /// The payoffs of either actor, its own strategies by rows, in a game of two that stays the same
  /// when they change places.
  ///
  /// - Throws: `SymmetryRefusal` where it does not.
  public func symmetricMatrix() throws(SymmetryRefusal) -> [[Rational]] {
    guard actors == 2 else { throw .needsTwoActors(actors: actors) }
    guard shape[0] == shape[1] else { throw .shapeDiffers(rows: shape[0], columns: shape[1]) }
    for row in 0..<shape[0] {
      for column in 0..<shape[1] {
        let (profile, mirror) = (row * shape[1] + column, column * shape[1] + row)
        guard payoff(at: profile, of: 0) == payoff(at: mirror, of: 1) else {
          throw .payoffsDiffer(profile: profile, mirror: mirror)
        }
      }
    }
    return matrix(of: 0)
  }
}

/// All evolutionarily stable strategies of a symmetric game of two.
///
/// A strategy `x` is evolutionarily stable if it is a best reply to itself and does better against
/// every other best reply `y` than `y` does against itself. For each support there is at most one,
/// the only strategy that equalises payoffs there; it is stable iff the quadratic form of the
/// losses `(x - y) . A y` is positive in every direction that leads to best replies.
///
/// - Source: Maynard Smith and Price 1973; Haigh 1975; the form after Abakuks 1980 and Bomze 1992.
public struct EvolutionaryStability: Hashable, Sendable {
  /// The stable strategies, in the order of their supports.
  public let strategies: [[Rational]]
  /// Whether these are all, or time ran out first.
  public let completeness: Completeness

  /// Supports are looked through one by one: games with more strategies are refused.
  public static let mostStrategies = 16

  /// The stable strategies of `game`.
  ///
  /// - Parameter seconds: after which to stop; nil for no limit.
  /// - Throws: ``SymmetryRefusal``.
  public static func solve(
    _ game: StrategicGame, seconds: Double? = nil
  ) throws(SymmetryRefusal) -> EvolutionaryStability {
    let matrix = try game.symmetricMatrix()
    guard matrix.count <= mostStrategies else {
      throw .tooManyStrategies(count: matrix.count, limit: mostStrategies)
    }
    let deadline = Deadline(seconds: seconds)
    var found: [(support: Int, replies: Int, strategy: [Rational])] = []
    // No stable strategy has its support within the best replies to another (Bishop and Cannings
    // 1976).
    let supports = (1..<(1 << matrix.count)).sorted {
      ($0.nonzeroBitCount, $0) < ($1.nonzeroBitCount, $1)
    }
    var completeness = Completeness.complete
    for support in supports {
      if deadline.isOver {
        completeness = .limit(deadline.limit)
        break
      }
      let isCovered = found.contains { $0.replies & support == support }
      guard !isCovered, let strategy = equaliser(on: support, in: matrix),
        let replies = stableReplies(to: strategy, support, in: matrix)
      else { continue }
      found.append((support, replies, strategy))
    }
    return EvolutionaryStability(
      strategies: found.sorted {
        members($0.support).lexicographicallyPrecedes(members($1.support))
      }
      .map(\.strategy),
      completeness: completeness)
  }

  /// Whether `strategy` is evolutionarily stable against `matrix`.
  public static func isStable(_ strategy: [Rational], in matrix: [[Rational]]) -> Bool {
    let support = strategy.indices.reduce(0) { strategy[$1].isZero ? $0 : $0 | 1 << $1 }
    return stableReplies(to: strategy, support, in: matrix) != nil
  }

  private static func members(_ set: Int) -> [Int] {
    (0..<mostStrategies).filter { set >> $0 & 1 == 1 }
  }

  /// The only strategy with this support against which all of it earns the same, if there is one.
  private static func equaliser(on support: Int, in matrix: [[Rational]]) -> [Rational]? {
    let used = members(support)
    let equations =
      used.map { row in used.map { matrix[row][$0] } + [-.one, .zero] }
      + [used.map { _ in Rational.one } + [.zero, .one]]
    guard let solution = LinearSystem.solve(equations),
      solution.dropLast().allSatisfy({ $0.signum > 0 })
    else { return nil }
    var strategy = matrix.map { _ in Rational.zero }
    for (place, weight) in zip(used, solution) { strategy[place] = weight }
    return strategy
  }

  /// The pure best replies to a stable strategy with this support; nil where it is not stable.
  private static func stableReplies(
    to strategy: [Rational], _ support: Int, in matrix: [[Rational]]
  ) -> Int? {
    let values = matrix.map { strategy.dot($0) }
    let best = values.max()
    let replies = values.indices.filter { values[$0] == best }
    let used = members(support)
    guard used.allSatisfy(replies.contains), let base = used.first else { return nil }
    // Directions from x to best replies, in the coordinates other than one that is used.
    let others = replies.filter { $0 != base }
    let form = others.map { i in
      others.map { j in
        let loss = { (a: Int, b: Int) in
          matrix[base][b] + matrix[a][base] - matrix[a][b] - matrix[base][base]
        }
        return loss(i, j) + loss(j, i)
      }
    }
    let free = Set(others.indices.filter { used.contains(others[$0]) })
    guard StrictCopositivity(matrix: form, free: free).holds else { return nil }
    return replies.reduce(0) { $0 | 1 << $1 }
  }
}
