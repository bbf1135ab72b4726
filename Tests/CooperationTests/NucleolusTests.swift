import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

@Suite struct `The nucleolus` {
  @Test(arguments: [
    ("glove", Known.glove, "1 0 0"), ("majority", Known.majority, "1/3 1/3 1/3"),
    ("estate of 100", Known.claims(100), "100/3 100/3 100/3"),
    ("estate of 200", Known.claims(200), "50 75 75"),
    ("estate of 300", Known.claims(300), "50 100 150"),
    ("airport", Known.airport, "-1/2 -3/4 -7/4"),
  ])
  func `of known games`(name: String, game: CoalitionalGame, expected: String) throws {
    #expect(try Nucleolus().solve(game).division == Fixture.numbers(expected))
  }

  @Test func `differs from the prenucleolus where somebody would have less than alone`() throws {
    let game = CoalitionalGame(actors: 3) {
      $0 == [.init(of: 0), .init(of: 1)] ? 10 : $0.count == 3 ? 2 : 0
    }
    #expect(try Nucleolus().solve(game).division == [1, 1, 0])
    #expect(try Nucleolus(.all).solve(game).division == [3, 3, -4])
  }

  @Test func `of a bankruptcy is the Talmud rule`() throws {
    var random = SplitMix64(seed: 23)
    for round in 0..<200 {
      let claims = (0..<(2 + round % 4)).map { _ in
        Rational(Int.random(in: 1...30, using: &random))
      }
      let estate = claims.reduce(.zero, +) * Rational(Int.random(in: 0...8, using: &random), 8)
      #expect(
        try Nucleolus().solve(CoalitionalGame(estate: estate, claims: claims)).division
          == talmud(estate, claims))
    }
  }

  @Test func `of random games is proved, in the core where there is one, and in the kernel`() throws
  {
    var random = SplitMix64(seed: 3)
    for round in 0..<1000 {
      let actors = 1 + round % 6
      let game = CoalitionalGame.random(
        actors: actors, worths: round % 2 == 0 ? 0...3 : -20...20, using: &random)
      let prenucleolus = try Nucleolus(.all).solve(game)
      #expect(prenucleolus.proves(game))
      let least = try LeastCore.solve(game)
      #expect(least.proves(game))
      #expect(prenucleolus.levels.first.map(\.excess) ?? .zero == least.level)
      #expect(SurplusMatrix(prenucleolus.division, in: game).prekernelImbalances.isEmpty)
      guard game.alone.reduce(.zero, +) <= game[game.everyone] else {
        #expect(throws: CoalitionRefusal.self) { try Nucleolus().solve(game) }
        continue
      }
      let nucleolus = try Nucleolus().solve(game)
      #expect(nucleolus.proves(game))
      #expect(SurplusMatrix(nucleolus.division, in: game).imbalances.isEmpty)
      if !least.isCoreEmpty {
        #expect(BlockingCoalitions.of(nucleolus.division, in: game).isEmpty)
        #expect(nucleolus.division == prenucleolus.division)
      }
    }
  }

  @Test func `of large fractions is proved in wider numbers`() throws {
    var random = SplitMix64(seed: 29)
    for bits in [20, 40, 58, 62] {
      for actors in 2...5 {
        let game = CoalitionalGame(actors: actors) { _ in
          Rational(
            Int.random(in: 0...(1 << bits), using: &random),
            Int.random(in: 1...(1 << (bits / 4)), using: &random))
        }
        #expect(try Nucleolus(.all).solve(game).proves(game))
      }
    }
  }

  @Test func `is not proved by a certificate of another game`() throws {
    let certificate = try Nucleolus().solve(Known.claims(200))
    #expect(!certificate.proves(Known.claims(300)))
    let other = CoalitionalGame(actors: 3) { $0.has(0) ? 200 : $0.count == 2 ? 100 : 0 }
    #expect(!certificate.proves(other))
  }

  @Test func `refuses more actors than it serves, and stops when time is up`() {
    #expect(throws: CoalitionRefusal.tooManyActors(count: 21, limit: 20)) {
      try Nucleolus().solve(CoalitionalGame(actors: 21) { _ in .one })
    }
    #expect(throws: CoalitionRefusal.overdue(seconds: 0)) {
      try Nucleolus(.all, seconds: 0).solve(Known.council)
    }
  }

  /// Aumann and Maschler 1985: halves of the claims, losses once the estate passes their sum.
  private func talmud(_ estate: Rational, _ claims: [Rational]) -> [Rational] {
    let halves = claims.map { $0 * Rational(1, 2) }
    let half = halves.reduce(.zero, +)
    guard estate > half else { return equalAwards(estate, halves) }
    let losses = equalAwards(claims.reduce(.zero, +) - estate, halves)
    return zip(claims, losses).map { $0 - $1 }
  }

  /// Everyone the same, but nobody more than its claim.
  private func equalAwards(_ estate: Rational, _ claims: [Rational]) -> [Rational] {
    var awards = Array(repeating: Rational.zero, count: claims.count)
    var rest = estate
    let order = claims.indices.sorted { claims[$0] < claims[$1] }
    for (place, actor) in order.enumerated() {
      awards[actor] = min(claims[actor], rest / Rational(claims.count - place))
      rest -= awards[actor]
    }
    return awards
  }
}
