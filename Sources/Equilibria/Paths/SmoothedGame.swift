import Arithmetic
import GameForms
import Glibc

/// A game in doubles as the path followers see it, and what they ask of it.
struct SmoothedGame: Sendable {
  let tensor: PayoffTensor
  /// The widest spread of one actor's payoffs, 1 where every payoff of each actor is the same.
  let scale: Double
  /// How far each actor's payoffs lie apart.
  let spreads: [Double]

  /// The game, payoffs of each actor counted from its least where doubles would lose what they
  /// differ by; that changes no reply.
  init(_ game: StrategicGame) {
    let ranges = (0..<game.actors).map { actor in
      let payoffs = (0..<game.profiles).lazy.map { game.payoff(at: $0, of: actor) }
      let least = payoffs.min() ?? .zero
      return (least: least, most: payoffs.max() ?? least)
    }
    spreads = ranges.map { ($0.most - $0.least).double }
    let spread = spreads.reduce(0, max)
    let size = ranges.reduce(0.0) { max($0, abs($1.most.double), abs($1.least.double)) }
    if spread > 0, spread < 1e-6 * size {
      let payoffs = game.payoffs.enumerated().map { $1 - ranges[$0 % game.actors].least }
      tensor = PayoffTensor(StrategicGame(shape: game.shape, payoffs: payoffs))
    } else {
      tensor = PayoffTensor(game)
    }
    scale = spread > 0 ? spread : 1
  }

  /// The logarithms of evenly spread probabilities.
  var evenLogarithms: [Double] {
    tensor.shape.flatMap { Array(repeating: -log(Double($0)), count: $0) }
  }

  /// A mixed profile that depends on its number alone: the same on every machine.
  func prior(_ number: Int) -> [Double] {
    var prior = (0..<tensor.strategies).map {
      0.05 + abs(sin(Double(number * 7919 + $0 * 104_729)))
    }
    for actor in tensor.shape.indices {
      let own = tensor.range(of: actor)
      let sum = own.reduce(0) { $0 + prior[$1] }
      for k in own { prior[k] /= sum }
    }
    return prior
  }

  /// Each actor's part of a flat profile.
  func split(_ flat: [Double]) -> [[Double]] {
    tensor.shape.indices.map { Array(flat[tensor.range(of: $0)]) }
  }

  /// The most that an actor could gain by turning away from this flat profile.
  func regret(of mixed: [Double]) -> Double {
    tensor.regret(of: mixed, values: tensor.values(of: mixed))
  }
}
