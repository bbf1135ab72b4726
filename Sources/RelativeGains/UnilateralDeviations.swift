public import Arithmetic
import GameForms

/// Every profile's unilateral deviations.
public struct UnilateralDeviations: Sendable {
  let profiles: Int
  /// `pairs[profile]`: places in the list of payoffs, of a deviation and of obeying.
  let pairs: [[(deviating: Int, obeying: Int)]]

  /// Those of games with so many strategies of each actor.
  public init(shape: [Int]) {
    let profiles = shape.reduce(1, *)
    let actors = shape.count
    let layout = StrategicGame(
      shape: shape, payoffs: Array(repeating: .zero, count: profiles * actors))
    self.profiles = profiles
    pairs = (0..<profiles).map { profile in
      (0..<actors).flatMap { actor in
        (0..<shape[actor]).filter { $0 != layout.strategy(of: actor, at: profile) }.map {
          let other = layout.deviation(from: profile, of: actor, to: $0)
          return (other * actors + actor, profile * actors + actor)
        }
      }
    }
  }

  /// What the deviations from each profile gain; it is an equilibrium where none gains.
  ///
  /// - Parameter payoffs: laid out as in `StrategicGame.payoffs`.
  public func gains<Number: Quantity>(in payoffs: [Number]) throws -> [[Number]] {
    try pairs.map { try $0.map { try payoffs[$0.deviating] - payoffs[$0.obeying] } }
  }
}
