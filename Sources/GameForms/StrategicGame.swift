import Arithmetic

/// A game in strategic form: every actor chooses one strategy, all at once.
///
/// Numbers only: actors and strategies are counted from 0, names live in a scenario.
public struct StrategicGame: Hashable, Sendable {
  /// How many strategies each actor has; every entry at least 1.
  public let shape: [Int]
  /// `payoffs[profile * actors + actor]`, profiles in the order of ``index(of:)``.
  public private(set) var payoffs: [Rational]
  /// What one step of each actor's strategy adds to a profile's index.
  public let strides: [Int]

  /// A game from its payoffs.
  ///
  /// - Parameters:
  ///   - shape: strategies of each actor.
  ///   - payoffs: `payoffs[profile * actors + actor]`; the last actor's strategy varies fastest.
  /// - Precondition: there is an actor, each has a strategy, and the payoffs fill the shape.
  public init(shape: [Int], payoffs: [Rational]) {
    precondition(!shape.isEmpty && shape.allSatisfy { $0 > 0 }, "each actor needs a strategy")
    precondition(payoffs.count == shape.reduce(shape.count, *), "payoffs must fill the shape")
    self.shape = shape
    self.payoffs = payoffs
    var strides = Array(repeating: 1, count: shape.count)
    for actor in shape.indices.dropLast().reversed() {
      strides[actor] = strides[actor + 1] * shape[actor + 1]
    }
    self.strides = strides
  }

  /// A game of two from the matrices of the row and of the column actor, both rows by columns.
  ///
  /// - Precondition: both matrices are rectangular, of the same size and not empty.
  public init(rows: [[Rational]], columns: [[Rational]]) {
    precondition(rows.count == columns.count, "both matrices need the same rows")
    let width = rows.first?.count ?? 0
    precondition((rows + columns).allSatisfy { $0.count == width }, "a matrix is rectangular")
    self.init(
      shape: [rows.count, width],
      payoffs: zip(rows, columns).flatMap { zip($0, $1).flatMap { [$0, $1] } })
  }

  /// How many actors play.
  public var actors: Int { shape.count }

  /// How many pure profiles there are.
  public var profiles: Int { payoffs.count / shape.count }

  /// The payoff of `actor` at the profile with this index.
  @inlinable public func payoff(at profile: Int, of actor: Int) -> Rational {
    payoffs[profile * shape.count + actor]
  }

  /// The index of a pure profile, given as one strategy an actor.
  public func index(of profile: [Int]) -> Int {
    zip(profile, strides).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The strategies of the profile with this index.
  public func profile(at index: Int) -> [Int] {
    shape.indices.map { strategy(of: $0, at: index) }
  }

  /// The strategy of `actor` in the profile with this index.
  @inlinable public func strategy(of actor: Int, at index: Int) -> Int {
    index / strides[actor] % shape[actor]
  }

  /// The index of the profile in which `actor` alone turns to `strategy`.
  @inlinable public func deviation(from index: Int, of actor: Int, to strategy: Int) -> Int {
    index + (strategy - self.strategy(of: actor, at: index)) * strides[actor]
  }

  /// The matrix of one actor's payoffs in a game of two, rows by columns.
  ///
  /// - Precondition: two actors.
  public func matrix(of actor: Int) -> [[Rational]] {
    precondition(actors == 2, "a matrix needs two actors")
    return (0..<shape[0]).map { row in
      (0..<shape[1]).map { payoff(at: row * shape[1] + $0, of: actor) }
    }
  }

  /// One actor's payoffs, a row for each of its strategies and a column for each profile of the
  /// others, columns in the order of ``index(of:)``.
  public func table(of actor: Int) -> [[Rational]] {
    let others = (0..<profiles).filter { strategy(of: actor, at: $0) == 0 }
    return (0..<shape[actor]).map { strategy in
      others.map { payoff(at: $0 + strategy * strides[actor], of: actor) }
    }
  }

  /// The game left when each actor keeps only these strategies, in this order.
  ///
  /// - Precondition: every actor keeps at least one.
  public func restricted(to kept: [[Int]]) -> StrategicGame {
    let smaller = StrategicGame(
      shape: kept.map(\.count),
      payoffs: Array(repeating: .zero, count: kept.reduce(actors) { $0 * $1.count }))
    var filled = smaller
    for index in 0..<smaller.profiles {
      let original = self.index(of: zip(kept, smaller.profile(at: index)).map { $0[$1] })
      for actor in 0..<actors {
        filled.payoffs[index * actors + actor] = payoff(at: original, of: actor)
      }
    }
    return filled
  }
}
