public import GameForms

/// A game as populations see it: what each strategy earns at given shares of all strategies.
///
/// A state is one flat array: the shares in the first population, then in the second, and so on.
public struct PopulationGame: Sendable {
  /// The places of each population's strategies in a state.
  public let populations: [Range<Int>]
  private let tensor: PayoffTensor
  /// Whether one population plays against itself.
  public let isSingle: Bool

  /// One population an actor.
  public init(_ game: StrategicGame) {
    tensor = PayoffTensor(game)
    populations = (0..<game.actors).map(tensor.range)
    isSingle = false
  }

  /// One population whose members meet each other.
  ///
  /// - Precondition: a symmetric game of two.
  public init(single game: StrategicGame) {
    precondition(game.isSymmetric, "one population needs a symmetric game of two")
    tensor = PayoffTensor(game)
    populations = [tensor.range(of: 0)]
    isSingle = true
  }

  /// The length of a state.
  public var strategies: Int { populations.last?.upperBound ?? 0 }

  /// What each strategy earns.
  public func values(at state: [Double]) -> [Double] {
    isSingle
      ? Array(tensor.values(of: state + state).prefix(strategies)) : tensor.values(of: state)
  }

  /// What each strategy earns, and its derivatives by each share: `derivatives[row][column]`.
  public func linearised(at state: [Double]) -> (values: [Double], derivatives: [[Double]]) {
    let whole = tensor.strategies
    var values = Array(repeating: 0.0, count: whole)
    var jacobian = Array(repeating: 0.0, count: whole * whole)
    tensor.evaluate(
      at: isSingle ? state + state : state, values: &values, jacobian: &jacobian)
    // A member of the one population meets those whom the second actor stands for.
    let shift = isSingle ? strategies : 0
    return (
      Array(values.prefix(strategies)),
      (0..<strategies).map { row in
        (0..<strategies).map { jacobian[row * whole + shift + $0] }
      }
    )
  }

  /// The most that a strategy earns above its population's average.
  public func regret(at state: [Double]) -> Double {
    let values = values(at: state)
    return populations.reduce(0) { worst, range in
      let average = range.reduce(0) { $0 + state[$1] * values[$1] }
      return max(worst, (range.map { values[$0] }.max() ?? average) - average)
    }
  }
}

extension StrategicGame {
  /// Whether two actors have the same strategies and each earns what the other would in its place.
  public var isSymmetric: Bool {
    guard actors == 2, shape[0] == shape[1] else { return false }
    return (0..<profiles).allSatisfy { profile in
      let (row, column) = (profile / shape[1], profile % shape[1])
      return payoff(at: profile, of: 0) == payoff(at: column * shape[1] + row, of: 1)
    }
  }
}
