import Glibc
import GSL

/// How the shares of strategies change in continuous time.
public enum ContinuousDynamic: Hashable, Sendable {
  /// Each share grows by how much its strategy earns above the average.
  ///
  /// - Source: Taylor and Jonker 1978; Taylor 1979 for several populations.
  case replicator
  /// Shares move towards the logit reply: proportional to `exp(lambda * payoff)`.
  ///
  /// - Source: Fudenberg and Levine 1998.
  case logit(lambda: Double)

  /// Writes the velocity at a state.
  public func velocity(at state: [Double], in game: PopulationGame, _ result: inout [Double]) {
    let values = game.values(at: state)
    for range in game.populations {
      switch self {
      case .replicator:
        let average = range.reduce(0) { $0 + state[$1] * values[$1] }
        // The total is kept at one even where rounding has left it.
        let total = range.reduce(0) { $0 + state[$1] }
        for place in range { result[place] = state[place] * (values[place] * total - average) }
      case .logit(let lambda):
        let reply = Self.reply(values[range], lambda)
        for (place, share) in zip(range, reply) { result[place] = share - state[place] }
      }
    }
  }

  /// The derivative of the velocity: `[row][column]`, by each share.
  public func jacobian(at state: [Double], in game: PopulationGame) -> [[Double]] {
    let (values, derivatives) = game.linearised(at: state)
    var jacobian = derivatives
    for range in game.populations {
      let reply: [Double]
      let average: Double
      switch self {
      case .replicator:
        reply = range.map { state[$0] }
        average = range.reduce(0) { $0 + state[$1] * values[$1] }
      case .logit(let lambda):
        reply = Self.reply(values[range], lambda)
        average = 0
      }
      for column in state.indices {
        // How the average of the reply moves with this share.
        let mean = zip(range, reply).reduce(0) { $0 + $1.1 * derivatives[$1.0][column] }
        for (place, share) in zip(range, reply) {
          let relative = share * (derivatives[place][column] - mean)
          switch self {
          case .replicator:
            jacobian[place][column] =
              relative + (place == column ? values[place] - average : 0)
              - (range.contains(column) ? state[place] * values[column] : 0)
          case .logit(let lambda):
            jacobian[place][column] = lambda * relative - (place == column ? 1 : 0)
          }
        }
      }
    }
    return jacobian
  }

  /// The shares in proportion to `exp(lambda * value)`.
  private static func reply(_ values: ArraySlice<Double>, _ lambda: Double) -> [Double] {
    let most = values.max() ?? 0
    let weights = values.map { exp(lambda * ($0 - most)) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// The states at the given times, from a start.
  ///
  /// - Throws: `GSLError` where the integration fails.
  public func trajectory(
    from start: [Double], at times: [Double], in game: PopulationGame
  ) throws(GSLError) -> [[Double]] {
    let equation = OrdinaryDifferentialEquation(dimension: game.strategies) { _, state, result in
      velocity(at: state, in: game, &result)
    }
    return try equation.solution(from: start, at: times).map { state in
      Self.normalised(state, game)
    }
  }

  /// Shares below zero by rounding made zero, and each population's total made one.
  private static func normalised(_ state: [Double], _ game: PopulationGame) -> [Double] {
    var state = state.map { max($0, 0) }
    for range in game.populations {
      let total = range.reduce(0) { $0 + state[$1] }
      for place in range { state[place] /= total }
    }
    return state
  }
}
