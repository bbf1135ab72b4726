import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

@Suite struct `Shapley value` {
  @Test func `of the glove game with one left glove and two right`() {
    let glove = CoalitionalGame(actors: 3) { coalition in
      coalition.has(0) && coalition.count > 1 ? .one : .zero
    }
    #expect(ShapleyValue.values(glove) == [Rational(2, 3), Rational(1, 6), Rational(1, 6)])
  }

  @Test func `of large fractions adds up to the worth of all`() {
    var random = SplitMix64(seed: 7)
    let game = CoalitionalGame(actors: 6) { _ in
      Rational(Int.random(in: -Int.max...Int.max, using: &random))
        / Rational(Int.random(in: 1...Int.max, using: &random))
    }
    #expect(game.integers == nil)
    #expect(ShapleyValue.values(game).reduce(.zero, +) == game[game.everyone])
  }

  @Test func `is the average of marginal contributions over all orders`() {
    var random = SplitMix64(seed: 11)
    for actors in 1...5 {
      let game = CoalitionalGame(actors: actors) { _ in
        Rational(Int.random(in: -9...9, using: &random), Int.random(in: 1...9, using: &random))
      }
      #expect(ShapleyValue.values(game) == averageOverOrders(game))
    }
  }

  private func averageOverOrders(_ game: CoalitionalGame) -> [Rational] {
    var totals = Array(repeating: Rational.zero, count: game.actors)
    var orders = 0
    func extend(_ present: Coalition, _ gains: [Rational]) {
      guard present != game.everyone else {
        orders += 1
        for actor in gains.indices { totals[actor] += gains[actor] }
        return
      }
      for actor in 0..<game.actors where !present.has(actor) {
        var gains = gains
        let joined = present.union(Coalition(of: actor))
        gains[actor] = game[joined] - game[present]
        extend(joined, gains)
      }
    }
    extend([], totals)
    return totals.map { $0 / Rational(orders) }
  }
}
