import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Enclosed equilibria of many actors` {
  @Test(arguments: Fixture.read("enclosed-equilibria"))
  func `are those that two independent programs find`(fixture: Fixture) throws {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    let expected = fixture.fields[3].split(separator: ";").map { equilibrium in
      equilibrium.split { $0 == "," || $0 == " " }.compactMap { Double($0) }
    }
    let found = try SupportEnumeration().solve(game)
    #expect(found.completeness == .complete && found.undecided.isEmpty)
    #expect(found.equilibria.count == expected.count)
    for equilibrium in found.equilibria {
      #expect(equilibrium.radius < 1e-12 && equilibrium.regret < 1e-10)
      let flat = equilibrium.probabilities.flatMap { $0 }
      #expect(expected.contains { zip($0, flat).allSatisfy { abs($0 - $1) < 1e-6 } })
    }
  }

  @Test func `are one and irrational in the game of Nau, Gomez Canovas and Hansen`() throws {
    // 2004, On the geometry of Nash equilibria and correlated equilibria; solved by hand.
    let payoffs = [3, 0, 2, 1, 0, 0, 0, 2, 0, 0, 1, 0, 0, 1, 0, 0, 3, 0, 1, 0, 0, 2, 0, 3]
    let found = try SupportEnumeration().solve(
      StrategicGame(shape: [2, 2, 2], payoffs: payoffs.map { Rational($0) }))
    let q = (-13 + 601.0.squareRoot()) / 24
    let first = [(9 * q - 1) / (7 * q + 2), q, (2 - 3 * q) / (q + 1)]
    #expect(found.completeness == .complete && found.equilibria.count == 1)
    let only = try #require(found.equilibria.first)
    #expect(only.radius < 1e-14)
    for (mixture, expected) in zip(only.probabilities, first) {
      #expect(abs(mixture[0] - expected) <= only.radius + 1e-15)
    }
  }

  @Test func `are nine in the game of McKelvey and McLennan, as many as there can be`() throws {
    let payoffs = [9, 8, 12, 0, 0, 0, 0, 0, 0, 3, 4, 6, 0, 0, 0, 3, 4, 4, 9, 8, 2, 0, 0, 0]
    let found = try SupportEnumeration().solve(
      StrategicGame(shape: [2, 2, 2], payoffs: payoffs.map { Rational($0) }))
    #expect(found.completeness == .complete && found.equilibria.count == 9)
  }

  @Test func `agree with exact enumeration where there are two actors`() throws {
    var generator = SplitMix64(seed: 41)
    for _ in 0..<40 {
      let shape = [
        Int.random(in: 1...4, using: &generator), Int.random(in: 2...4, using: &generator),
      ]
      let game = StrategicGame.random(shape: shape, payoffs: -9999...9999, using: &generator)
      let exact = try EquilibriumEnumeration().solve(game).extreme.map { equilibrium in
        equilibrium.profile.probabilities.joined().map(\.double)
      }
      let found = try SupportEnumeration().solve(game)
      #expect(found.completeness == .complete && found.equilibria.count == exact.count)
      for equilibrium in found.equilibria {
        let flat = equilibrium.probabilities.flatMap { $0 }
        #expect(
          exact.contains { zip($0, flat).allSatisfy { abs($0 - $1) <= equilibrium.radius + 1e-15 } }
        )
      }
    }
  }

  @Test func `are odd in number in random games`() throws {
    var generator = SplitMix64(seed: 42)
    for shape in Array(repeating: [2, 2, 2], count: 60) + Array(repeating: [3, 2, 2], count: 10) {
      let game = StrategicGame.random(shape: shape, payoffs: -9999...9999, using: &generator)
      let found = try SupportEnumeration().solve(game)
      #expect(found.completeness == .complete && found.equilibria.count % 2 == 1)
    }
  }

  @Test func `of degenerate games are not said to be all`() throws {
    let zeros = StrategicGame(shape: [2, 2, 2], payoffs: Array(repeating: .zero, count: 24))
    let found = try SupportEnumeration().solve(zeros)
    #expect(found.completeness == .sample)
    #expect(found.equilibria.count == 8 && found.undecided.count == 19)
  }

  @Test func `are told from supports with a strategy that another beats`() throws {
    // The last actor's second strategy pays where the first actor plays its first; no one else
    // minds anything.
    let game = StrategicGame(
      shape: [2, 2, 2],
      payoffs: [0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1] + Array(repeating: .zero, count: 12))
    let found = try SupportEnumeration().solve(game)
    #expect(!found.undecided.isEmpty)
    #expect(found.undecided.allSatisfy { $0[0] == [1] || $0[2] == [1] })
  }

  @Test func `are refused or cut short where there are too many supports`() throws {
    let zeros = StrategicGame(shape: [5, 5, 5], payoffs: Array(repeating: .zero, count: 375))
    #expect(throws: SupportRefusal.tooManySupports(count: 29791, limit: 5000)) {
      try SupportEnumeration().solve(zeros)
    }
    #expect(
      try SupportEnumeration(seconds: 1e-9).solve(zeros).completeness == .limit("1e-09 seconds"))
  }
}
