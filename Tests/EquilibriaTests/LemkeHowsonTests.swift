import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Paths of Lemke and Howson` {
  static func game(_ fixture: Fixture) -> StrategicGame {
    StrategicGame(
      shape: fixture.shape(1),
      payoffs: zip(fixture.numbers(2), fixture.numbers(3)).flatMap { [$0, $1] })
  }

  @Test(arguments: Fixture.read("lemke-howson"))
  func `end where two independent programs end, from every label`(fixture: Fixture) throws {
    let expected = fixture.fields[4].split(separator: ";").map { equilibrium in
      MixedProfile(equilibrium.split(separator: ",").map { Fixture.numbers($0) })
    }
    let labels = fixture.fields[5].split(separator: " ").compactMap { Int($0) }
    let reached = try LemkeHowson.all(Self.game(fixture))
    #expect(reached.equilibria.map(\.profile) == expected)
    #expect(reached.paths.map { $0.equilibrium?.profile } == labels.map { expected[$0] })
    #expect(reached.limit == nil)
  }

  @Test func `end in an equilibrium of every random game, degenerate ones too`() throws {
    var generator = SplitMix64(seed: 64)
    for number in 0..<500 {
      let shape = [
        Int.random(in: 1...8, using: &generator), Int.random(in: 1...8, using: &generator),
      ]
      // A narrow range makes ties likely.
      let game = StrategicGame.random(
        shape: shape, payoffs: number % 2 == 0 ? -999...999 : 0...3, using: &generator)
      let reached = try LemkeHowson.all(game)
      #expect(reached.paths.count == shape[0] + shape[1])
      for path in reached.paths {
        let profile = try #require(path.equilibrium?.profile)
        #expect(Equilibrium(verifying: profile, in: game) != nil)
      }
      let first = try LemkeHowson.first(game)
      #expect(first.equilibria.count == 1)
      guard number < 100 else { continue }
      let all = Set(try EquilibriumEnumeration().solve(game).extreme.map(\.profile))
      #expect(reached.equilibria.allSatisfy { all.contains($0.profile) })
    }
  }

  @Test func `are those of the known games`() throws {
    let vonStengel = StrategicGame(
      rows: [[3, 3], [2, 5], [0, 6]], columns: [[3, 2], [2, 6], [3, 1]])
    let ends = try LemkeHowson.all(vonStengel).paths.map { $0.equilibrium?.profile }
    #expect(ends[0] == MixedProfile([[1, 0, 0], [1, 0]]))
    let third: [[Rational]] = [
      [0, Rational(1, 3), Rational(2, 3)], [Rational(1, 3), Rational(2, 3)],
    ]
    #expect(ends[1] == MixedProfile(third))

    let cycling = StrategicGame(
      rows: [[0, 0, 0], [0, 1, 1], [1, 1, 0]], columns: [[1, 0, 1], [1, 1, 0], [0, 0, 2]])
    let end = try LemkeHowson(label: 0).solve(cycling).equilibrium?.profile
    #expect(end == MixedProfile([[0, Rational(2, 3), Rational(1, 3)], [0, 1, 0]]))
  }

  @Test func `take payoffs of any size and denominator`() throws {
    let huge = Rational("100000000000000000000000") ?? .zero
    for scale in [Rational(1, 7), Rational(1, 1_000_003), huge, huge.reciprocal] {
      let game = StrategicGame(
        shape: [2, 2], payoffs: [1, -1, -1, 1, -3, 1, 1, -1].map { Rational($0) * scale })
      let end = try LemkeHowson(label: 1).solve(game).equilibrium
      #expect(
        end?.profile.probabilities == [
          [Rational(1, 2), Rational(1, 2)], [Rational(1, 3), Rational(2, 3)],
        ])
    }
  }

  @Test func `of large games end exactly`() throws {
    var generator = SplitMix64(seed: 200)
    for shape in [[40, 60], [100, 90], [150, 150]] {
      let game = StrategicGame.random(shape: shape, payoffs: 0...9999, using: &generator)
      let equilibrium = try #require(try LemkeHowson.first(game).equilibria.first)
      #expect(Equilibrium(verifying: equilibrium.profile, in: game)?.regret == .zero)
    }
  }

  @Test func `stop at a limit and say so`() throws {
    var generator = SplitMix64(seed: 3)
    let game = StrategicGame.random(shape: [20, 20], payoffs: 0...999, using: &generator)
    let path = try LemkeHowson(label: 0, pivots: 2).solve(game)
    #expect(path.equilibrium == nil)
    #expect(path.limit == "2 pivots")
    let late = try LemkeHowson.all(game, seconds: 1e-9)
    #expect(late.limit == "1e-09 seconds")
    #expect(late.equilibria.isEmpty)
  }

  @Test func `are refused where the method does not apply`() {
    let three = StrategicGame(shape: [2, 1, 1], payoffs: Array(repeating: .zero, count: 6))
    #expect(throws: LemkeHowsonRefusal.needsTwoActors(actors: 3)) { try LemkeHowson.all(three) }
    let two = StrategicGame(rows: [[1, 2]], columns: [[1, 2]])
    #expect(throws: LemkeHowsonRefusal.labelOutOfRange(label: 3, labels: 3)) {
      try LemkeHowson(label: 3).solve(two)
    }
  }
}
