import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `The logarithmic tracing procedure` {
  @Test(arguments: Fixture.read("logit-branches"))
  func `solves every recorded game`(_ fixture: Fixture) {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    let result = LogarithmicTracing(game).solve()
    #expect(result.isRefined && result.regret < 1e-9)
    // Regret again, from the definition and in exact arithmetic.
    let exact = MixedProfile(result.probabilities.map { $0.map { Rational($0) ?? .zero } })
    #expect(Equilibrium(evaluating: exact, in: game).regret.double < 1e-9)
    for row in result.probabilities {
      #expect(row.allSatisfy { $0 >= 0 } && abs(row.reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test func `solves random games of up to six actors and degenerate ones`() {
    var generator = SplitMix64(seed: 21)
    for shape in [
      [4, 4], [3, 3, 3], [2, 3, 2, 2], [2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2], [1, 2], [4],
    ] {
      for range in [0...1, 0...3, 0...999] {
        for _ in 0..<6 {
          let game = StrategicGame.random(shape: shape, payoffs: range, using: &generator)
          #expect(LogarithmicTracing(game).solve().regret < 1e-6)
        }
      }
    }
  }

  @Test func `leads to the equilibrium that the prior points to`() {
    let game = StrategicGame(rows: [[2, 0], [0, 1]], columns: [[2, 0], [0, 1]])
    let tracing = LogarithmicTracing(game)
    #expect(tracing.solve(prior: [[0.9, 0.1], [0.9, 0.1]]).probabilities == [[1, 0], [1, 0]])
    #expect(tracing.solve(prior: [[0.1, 0.9], [0.1, 0.9]]).probabilities == [[0, 1], [0, 1]])
    // Even chances favour what earns more against them: risk dominance.
    #expect(tracing.solve().probabilities == [[1, 0], [1, 0]])
  }

  @Test func `stops when time is over and says so`() {
    var generator = SplitMix64(seed: 22)
    let game = StrategicGame.random(shape: [5, 5, 5], payoffs: 0...999, using: &generator)
    let result = LogarithmicTracing(game, seconds: 1e-9).solve()
    #expect(result.isCutShort && !result.isRefined && result.starts == 1)
  }
}
