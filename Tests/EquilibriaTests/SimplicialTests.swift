import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Simplicial subdivision` {
  static let shapes = [
    [1], [4], [1, 1, 1], [2, 2], [3, 4], [2, 2, 2], [1, 3, 2], [3, 3, 3], [2, 2, 2, 2],
    [4, 3, 2, 2],
  ]

  @Test(arguments: shapes)
  func `proves an equilibrium of every random game`(shape: [Int]) {
    var generator = SplitMix64(seed: 87)
    for _ in 0..<20 {
      let game = StrategicGame.random(shape: shape, payoffs: -9999...9999, using: &generator)
      let found = SimplicialSubdivision().solve(game)
      #expect(found.limit == nil)
      #expect(found.radius ?? 1 < 1e-12)
      #expect(found.regret < 1e-9)
      // The regret is computed anew, exactly, on the profile in doubles brought to sum 1.
      let mixed = MixedProfile(
        found.probabilities.map { mixture in
          let exact = mixture.map { Rational($0) ?? .zero }
          let total = exact.reduce(.zero, +)
          return exact.map { $0 / total }
        })
      #expect(mixed.isValid)
      #expect(Equilibrium(evaluating: mixed, in: game).regret.double < 1e-9)
    }
  }

  @Test func `finds one of those that enumeration finds`() throws {
    for fixture in Fixture.read("enclosed-equilibria") {
      let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
      let one = SimplicialSubdivision().solve(game).probabilities.flatMap { $0 }
      let all = fixture.fields[3].split(separator: ";").map { equilibrium in
        equilibrium.split { $0 == "," || $0 == " " }.compactMap { Double($0) }
      }
      #expect(all.contains { zip($0, one).allSatisfy { abs($0 - $1) < 1e-6 } })
    }
  }

  @Test func `comes near where nothing can be proved`() {
    let zeros = StrategicGame(shape: [2, 3, 2], payoffs: Array(repeating: .zero, count: 36))
    let found = SimplicialSubdivision().solve(zeros)
    #expect(found.regret == 0 && found.radius == nil && found.limit == nil)
  }

  @Test func `finds a short fraction where the game is degenerate`() {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<12 {
      let game = StrategicGame.random(shape: [3, 3, 3], payoffs: 0...1, using: &generator)
      let found = SimplicialSubdivision().solve(game)
      #expect(found.limit == nil && found.regret < 1e-12)
    }
  }

  @Test func `says at which limit it stopped`() {
    var generator = SplitMix64(seed: 12)
    let game = StrategicGame.random(shape: [4, 4, 4], payoffs: 0...999, using: &generator)
    #expect(SimplicialSubdivision(pivots: 3).solve(game).limit == "3 simplices")
    #expect(SimplicialSubdivision(seconds: 1e-9).solve(game).limit == "1e-09 seconds")
  }
}
