import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Payoffs as tensors` {
  static let shapes = [
    [3], [2, 3], [3, 1], [2, 2, 2], [4, 3, 2], [1, 3, 2], [3, 2, 2, 3], [2, 3, 2, 3, 2],
  ]

  @Test(arguments: shapes)
  func `values and regret are those of exact arithmetic`(shape: [Int]) {
    var generator = SplitMix64(seed: 31)
    for _ in 0..<5 {
      let game = StrategicGame.random(shape: shape, payoffs: -9...9, using: &generator)
      let mixed = Self.mixedProfile(shape, &generator)
      let tensor = PayoffTensor(game)
      let flat = mixed.probabilities.joined().map(\.double)
      let values = tensor.values(of: flat)
      for (value, exact) in zip(values, game.strategyValues(against: mixed).joined()) {
        #expect(abs(value - exact.double) < 1e-12)
      }
      let regret = Equilibrium(evaluating: mixed, in: game).regret.double
      #expect(abs(tensor.regret(of: flat, values: values) - regret) < 1e-12)
    }
  }

  @Test(arguments: shapes)
  func `derivatives are the values against one strategy played for certain`(shape: [Int]) {
    var generator = SplitMix64(seed: 32)
    let game = StrategicGame.random(shape: shape, payoffs: -9...9, using: &generator)
    let tensor = PayoffTensor(game)
    // No distribution: values are linear in each actor's numbers all the same.
    let point = (0..<tensor.strategies).map { _ in Double.random(in: -1...2, using: &generator) }
    var values = Array(repeating: 0.0, count: tensor.strategies)
    var jacobian = Array(repeating: 9.0, count: tensor.strategies * tensor.strategies)
    tensor.evaluate(at: point, values: &values, jacobian: &jacobian)
    for (value, expected) in zip(values, tensor.values(of: point)) {
      #expect(abs(value - expected) < 1e-11)
    }
    for actor in shape.indices {
      for place in tensor.range(of: actor) {
        var pure = point
        for other in tensor.range(of: actor) { pure[other] = other == place ? 1 : 0 }
        let against = tensor.values(of: pure)
        for row in 0..<tensor.strategies {
          let expected = tensor.range(of: actor).contains(row) ? 0 : against[row]
          #expect(abs(jacobian[row * tensor.strategies + place] - expected) < 1e-11)
        }
      }
    }
  }

  /// Random probabilities in sixteenths and the like.
  static func mixedProfile(_ shape: [Int], _ generator: inout SplitMix64) -> MixedProfile {
    MixedProfile(
      shape.map { count in
        let weights = (0..<count).map { _ in Rational(Int.random(in: 0...9, using: &generator)) }
        let total = weights.reduce(.zero, +)
        return total.isZero
          ? (0..<count).map { $0 == 0 ? .one : .zero } : weights.map { $0 / total }
      })
  }
}
