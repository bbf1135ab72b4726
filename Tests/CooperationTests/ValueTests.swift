import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

@Suite struct `Values of known games` {
  @Test(arguments: [
    ("glove", Known.glove, "2/3 1/6 1/6"), ("airport", Known.airport, "-1/3 -5/6 -11/6"),
    ("estate of 200", Known.claims(200), "100/3 250/3 250/3"),
  ])
  func `Shapley`(name: String, game: CoalitionalGame, expected: String) {
    #expect(ShapleyValue.values(game) == Fixture.numbers(expected))
  }

  @Test func `the Security Council by Shapley and Shubik, and by Banzhaf`() {
    let shapley = ShapleyValue.values(Known.council)
    #expect(Set(shapley.prefix(5)) == [Rational(421, 2145)])
    #expect(Set(shapley.dropFirst(5)) == [Rational(4, 2145)])
    let banzhaf = BanzhafValue(Known.council)
    #expect(banzhaf.raw.first == 848 && banzhaf.raw.last == 84)
    #expect(banzhaf.normalised?.first == Rational(106, 635))
    #expect(banzhaf.normalised?.last == Rational(21, 1270))
  }

  @Test func `Myerson on the path 1-2-3 of a majority`() {
    #expect(
      MyersonValue.values(Known.majority, links: [(0, 1), (1, 2)])
        == Fixture.numbers("1/6 2/3 1/6"))
  }

  @Test func `Owen and Aumann-Dreze with a union of two`() throws {
    let unions = try #require(Known.pairAndOne)
    #expect(
      OwenValue.values(Known.majority, unions: unions) == Fixture.numbers("1/2 1/2 0"))
    #expect(OwenValue.values(Known.glove, unions: unions) == Fixture.numbers("3/4 1/4 0"))
    #expect(
      AumannDrezeValue.values(Known.glove, structure: unions) == Fixture.numbers("1/2 1/2 0"))
  }

  @Test func `Deegan-Packel counts minimal winning coalitions, of simple games only`() throws {
    // Minimal: {0,1}, {0,2}, {1,2,3}.
    let game = CoalitionalGame(weights: [3, 2, 2, 1], quota: 5)
    #expect(try DeeganPackelIndex.values(game) == Fixture.numbers("1/3 5/18 5/18 1/9"))
    #expect(throws: CoalitionRefusal.notSimple) { try DeeganPackelIndex.values(Known.airport) }
  }

  @Test func `tau of a bankruptcy is the adjusted proportional division`() throws {
    #expect(try TauValue(Known.claims(300)).values == Fixture.numbers("50 100 150"))
    #expect(try TauValue(Known.glove).values == [1, 0, 0])
    #expect(throws: CoalitionRefusal.notQuasiBalanced) { try TauValue(Known.majority) }
  }

  @Test func `sampled Shapley lies within a few standard errors`() {
    let game = Known.council
    let sampled = SampledShapleyValue(actors: 15, orders: 20_000, seed: 5) { game[$0] }
    for (actor, exact) in ShapleyValue.values(game).enumerated() {
      let error = sampled.standardErrors[actor]
      #expect(abs(sampled.values[actor] - exact.double) < 5 * error && error < 0.01)
    }
  }
}

@Suite struct `Values of random games` {
  @Test func `have the properties that define them`() throws {
    var random = SplitMix64(seed: 17)
    for round in 0..<1000 {
      let actors = 2 + round % 4
      let game = CoalitionalGame.random(actors: actors, worths: -9...9, using: &random)
      let shapley = ShapleyValue.values(game)
      #expect(shapley.reduce(.zero, +) == game[game.everyone])
      #expect(OwenValue.values(game, unions: .singletons(actors)) == shapley)
      #expect(OwenValue.values(game, unions: .together(actors)) == shapley)
      #expect(AumannDrezeValue.values(game, structure: .together(actors)) == shapley)
      let everyPair = (0..<actors).flatMap { one in (0..<one).map { (one, $0) } }
      #expect(MyersonValue.values(game, links: everyPair) == shapley)
      let chosen = Coalition(rawValue: Int.random(in: 0..<(1 << actors), using: &random))
      let structure = CoalitionStructure.alone(but: chosen, of: actors)
      for block in structure.blocks {
        let within = AumannDrezeValue.values(game, structure: structure)
        #expect(CoalitionalGame.total(within, of: block) == game[block])
      }
    }
  }

  @Test func `Banzhaf is the average over all coalitions of others`() {
    var random = SplitMix64(seed: 19)
    for _ in 0..<100 {
      let game = CoalitionalGame.random(actors: 4, worths: -9...9, using: &random)
      let averages = (0..<4).map { actor in
        (0..<16).map(Coalition.init(rawValue:)).filter { !$0.has(actor) }.reduce(Rational.zero) {
          $0 + game[$1.union(Coalition(of: actor))] - game[$1]
        } / 8
      }
      #expect(BanzhafValue(game).average == averages)
    }
  }
}
