import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Iterated polymatrix approximation` {
  @Test(arguments: Fixture.read("logit-branches"))
  func `solves every recorded game`(_ fixture: Fixture) throws {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    let result = IteratedPolymatrix(game).solve()
    let found = try #require(result.probabilities)
    #expect(result.limit == nil)
    // Regret again, from the definition and in exact arithmetic.
    let exact = MixedProfile(found.map { $0.map { Rational($0) ?? .zero } })
    #expect(Equilibrium(evaluating: exact, in: game).regret.double < 1e-9)
    for row in found {
      #expect(row.allSatisfy { $0 >= 0 } && abs(row.reduce(0, +) - 1) < 1e-12)
    }
  }

  @Test func `shows no point that is no equilibrium, and nothing hangs`() {
    var generator = SplitMix64(seed: 41)
    var found = 0
    for shape in [
      [4, 4], [3, 3, 3], [2, 3, 2, 2], [2, 2, 2, 2, 2], [2, 2, 2, 2, 2, 2], [1, 2], [4], [1, 1, 1],
    ] {
      for range in [0...0, 0...1, 0...3, 0...999] {
        for _ in 0..<6 {
          let game = StrategicGame.random(shape: shape, payoffs: range, using: &generator)
          let result = IteratedPolymatrix(game).solve()
          #expect((result.probabilities == nil) == (result.limit != nil))
          if result.probabilities != nil {
            #expect(result.regret <= 1e-8)
            found += 1
          }
        }
      }
    }
    #expect(found > 150)
  }

  @Test func `takes one approximation of a game of two, whatever its payoffs`() {
    var generator = SplitMix64(seed: 42)
    for shape in [[2, 2], [5, 3], [8, 8], [20, 20]] {
      let game = StrategicGame.random(shape: shape, payoffs: 0...99, using: &generator)
      let result = IteratedPolymatrix(game).solve()
      #expect(result.probabilities != nil && result.approximations == 1)
    }
  }

  @Test func `leads to the equilibrium that the start points to`() {
    let game = StrategicGame(rows: [[2, 0], [0, 1]], columns: [[2, 0], [0, 1]])
    let method = IteratedPolymatrix(game)
    #expect(method.solve(start: [[0.9, 0.1], [0.9, 0.1]]).probabilities == [[1, 0], [1, 0]])
    #expect(method.solve(start: [[0.1, 0.9], [0.1, 0.9]]).probabilities == [[0, 1], [0, 1]])
  }

  @Test func `is proved where the game is not degenerate`() throws {
    // Nau, Gomez Canovas and Hansen 2004: one equilibrium, irrational.
    let game = StrategicGame(
      shape: [2, 2, 2],
      payoffs: [3, 0, 2, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 1, 0, 0, 3, 0, 1, 0, 0, 2, 0, 3])
    let found = try #require(IteratedPolymatrix(game).solve().probabilities)
    let proved = try #require(SupportEnumeration.enclosed(near: found, in: game))
    #expect(proved.radius > 0 && proved.radius < 1e-12)
  }

  @Test func `stops when time is over and shows nothing`() {
    var generator = SplitMix64(seed: 43)
    let game = StrategicGame.random(shape: [5, 5, 5], payoffs: 0...999, using: &generator)
    let result = IteratedPolymatrix(game, seconds: 1e-9).solve()
    #expect(result.probabilities == nil && result.limit == "1e-09 seconds" && result.starts == 1)
  }
}
