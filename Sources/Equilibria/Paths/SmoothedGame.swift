import GameForms
import Glibc

/// A game in doubles as the path followers see it, and what they ask of it.
struct SmoothedGame: Sendable {
  let tensor: PayoffTensor
  /// The widest spread of one actor's payoffs, 1 where every payoff of each actor is the same.
  let scale: Double

  init(_ game: StrategicGame) {
    tensor = PayoffTensor(game)
    var spread = 0.0
    for actor in 0..<game.actors {
      var (least, most) = (Double.infinity, -Double.infinity)
      for profile in 0..<game.profiles {
        let payoff = game.payoff(at: profile, of: actor).double
        (least, most) = (min(least, payoff), max(most, payoff))
      }
      spread = max(spread, most - least)
    }
    scale = spread > 0 ? spread : 1
  }

  /// The logarithms of evenly spread probabilities.
  var evenLogarithms: [Double] {
    tensor.shape.flatMap { Array(repeating: -log(Double($0)), count: $0) }
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

/// A clock that runs out.
struct Deadline: Sendable {
  private let end: ContinuousClock.Instant?

  /// So many seconds from now; never, for nil.
  init(seconds: Double?) { end = seconds.map { .now + .seconds($0) } }

  /// Whether time is over.
  var isOver: Bool { end.map { ContinuousClock.now >= $0 } ?? false }
}
