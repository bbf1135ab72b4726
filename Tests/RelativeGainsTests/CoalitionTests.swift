import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import TestSupport
import Testing

@Suite struct `Core under relative gains` {
  /// Three actors; pairs have `worth`, everyone 1.
  private func pairs(_ worth: Rational) -> CoalitionalGame {
    CoalitionalGame(actors: 3) { $0.count == 2 ? worth : $0.count == 3 ? .one : .zero }
  }

  @Test(arguments: [
    (Rational.zero, Rational(2, 3)), (Rational(1, 4), Rational(4, 7)),
    (Rational(1, 2), Rational(4, 9)), (Rational.one, Rational.zero),
  ])
  func `of pairs in three: not empty up to 4(1 - r) / 3(2 - r)`(weight: Rational, most: Rational)
    throws
  {
    let theta = RelativeGainsCore.theta(rho: weight / 2)
    func isEmpty(_ worth: Rational) throws -> Bool {
      let claims = RelativeGainsCore.claims(
        in: pairs(worth), weights: Array(repeating: theta, count: 3))
      return try LeastCore.solve(claims).isCoreEmpty
    }
    #expect(try !isEmpty(most))
    #expect(try isEmpty(most + Rational(1, 1_000_000_000)))
    let range = try #require(try RelativeGainsCore.range(pairs(most)))
    #expect(range.least == .zero && range.most == weight)
  }

  @Test func `is the core itself where nobody minds, bit for bit`() {
    var random = SplitMix64(seed: 47)
    for _ in 0..<100 {
      let game = CoalitionalGame.random(actors: 4, worths: -9...9, using: &random)
      #expect(RelativeGainsCore.claims(in: game, weights: [0, 0, 0, 0]) == game)
    }
  }

  @Test func `has the thresholds at which emptiness changes`() throws {
    var random = SplitMix64(seed: 53)
    var found = 0
    for round in 0..<400 {
      let actors = 2 + round % 3
      var game = CoalitionalGame.random(actors: actors, worths: 0...9, using: &random)
      let everyone = game.everyone
      game = game.adding { $0 == everyone ? Rational(round % 23) : .zero }
      let range = try RelativeGainsCore.range(game)
      let step = Rational(1, 1_000_000)
      let ends = range.map { [$0.least - step, $0.least, $0.most, $0.most + step] } ?? []
      let probes = (0...8).map { Rational($0, 8) } + ends
      for weight in probes where weight.signum >= 0 && weight <= .one {
        let theta = RelativeGainsCore.theta(rho: weight / Rational(actors - 1))
        let claims = RelativeGainsCore.claims(
          in: game, weights: Array(repeating: theta, count: actors))
        let isInside = range.map { $0.least <= weight && weight <= $0.most } ?? false
        #expect(try LeastCore.solve(claims).isCoreEmpty == !isInside)
      }
      if let range, range.most < .one, range.most > .zero { found += 1 }
    }
    #expect(found > 20)
  }

  @Test func `of a gain that needs everyone: the least acceptable share`() throws {
    #expect(RelativeGainsCore.unanimityShare(actors: 2, weight: Rational(1, 2)) == Rational(1, 3))
    #expect(RelativeGainsCore.unanimityShare(actors: 3, weight: Rational(1, 2)) == Rational(1, 5))
    #expect(RelativeGainsCore.unanimityShare(actors: 5, weight: Rational(1, 2)) == Rational(1, 9))
    let unanimity = CoalitionalGame(actors: 3) { $0.count == 3 ? .one : .zero }
    let claims = RelativeGainsCore.claims(
      in: unanimity, weights: Array(repeating: Rational(1, 5), count: 3))
    let extremes = try #require(try CoreExtremes.solve(claims))
    #expect(extremes[0].least[0] == Rational(1, 5))
  }
}

@Suite struct `Agreements on a public good` {
  @Test(arguments: [3, 5, 10])
  func `hold for three at most where nobody minds`(actors: Int) {
    let agreement = PublicGoodAgreement(actors: actors)
    let holding = (2...actors).filter {
      agreement.verdict(onAgreementOf: $0).isInternallyStable
    }
    #expect(holding == [2, 3])
  }

  @Test(arguments: [(4, Rational(3, 4)), (5, Rational(8, 9))])
  func `hold for all where relative gains weigh enough`(actors: Int, weight: Rational) {
    func holds(_ weight: Rational) -> Bool {
      PublicGoodAgreement(actors: actors, weight: weight).verdict(onAgreementOf: actors).isStable
    }
    #expect(holds(weight) && holds(.one))
    #expect(!holds(weight - Rational(1, 1_000_000_000)))
  }
}
