import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

/// Games whose answers the literature has.
enum Known {
  static let glove = CoalitionalGame(actors: 3) { $0.has(0) && $0.count > 1 ? .one : .zero }
  static let majority = CoalitionalGame(weights: [1, 1, 1], quota: 2)
  static func claims(_ estate: Rational) -> CoalitionalGame {
    CoalitionalGame(estate: estate, claims: [100, 200, 300])
  }
  static let airport = CoalitionalGame(largestCostOf: [1, 2, 3])
}

@Suite struct Nucleoli {
  @Test(arguments: [
    ("glove", Known.glove, "1 0 0"),
    ("majority", Known.majority, "1/3 1/3 1/3"),
    ("estate of 100", Known.claims(100), "100/3 100/3 100/3"),
    ("estate of 200", Known.claims(200), "50 75 75"),
    ("estate of 300", Known.claims(300), "50 100 150"),
    ("airport", Known.airport, "-1/2 -3/4 -7/4"),
  ])
  func `of known games`(name: String, game: CoalitionalGame, expected: String) throws {
    let found = try Nucleolus().solve(game)
    #expect(found.division == Fixture.numbers(expected))
  }

  @Test func `of random games are proved`() throws {
    var random = SplitMix64(seed: 3)
    for round in 0..<300 {
      let actors = 1 + round % 7
      let wide = round % 5 == 0 ? 1 << 60 : 3
      let game = CoalitionalGame(actors: actors) { _ in
        Rational(Int.random(in: -9...9, using: &random), Int.random(in: 1...wide, using: &random))
      }
      #expect(try Nucleolus(.all).solve(game).proves(game))
    }
  }
}
