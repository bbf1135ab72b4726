import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

private let prisoners = StrategicGame(shape: [2, 2], payoffs: [9, 9, 1, 10, 10, 1, 3, 3])

private func pairs(_ numbers: [Rational]) -> [PayoffPair<Rational>] {
  stride(from: 0, to: numbers.count, by: 2).map { PayoffPair(numbers[$0], numbers[$0 + 1]) }
}

@Suite struct `Subgame-perfect payoffs` {
  @Test func `of the repeated prisoner's dilemma are the known four`() {
    let found = SubgamePerfectPayoffs.solve(prisoners, discount: Rational(3, 4))
    #expect(
      found.corners.map(\.payoffs)
        == pairs([3, 3, Rational(39, 4), 3, 9, 9, 3, Rational(39, 4)]))
    #expect(found.isExact && found.isComplete)
    #expect(found.corners.map(\.profile) == [3, 2, 0, 1])
    #expect(found.corners.map(\.isStationary) == [true, false, true, false])
  }

  @Test func `shrink to the stage equilibrium where the future weighs too little`() {
    // Cooperation needs (10 - 9) / (10 - 3) = 1/7; at the very point it still holds.
    let at = SubgamePerfectPayoffs.solve(prisoners, discount: Rational(1, 7))
    #expect(at.corners.map(\.payoffs) == pairs([3, 3, 9, 9]) && at.isExact)
    let below = SubgamePerfectPayoffs.solve(prisoners, discount: Rational(1, 8))
    #expect(below.corners.map(\.payoffs) == pairs([3, 3]) && below.isExact)
    let never = SubgamePerfectPayoffs.solve(prisoners, discount: 0)
    #expect(never.corners.map(\.payoffs) == pairs([3, 3]) && never.isExact)
  }

  @Test func `take few steps however near the discount factor is to 1`() {
    for periods in [100, 10_000, 1_000_000] {
      let found = SubgamePerfectPayoffs.solve(
        prisoners, discount: .one - Rational(1, periods))
      #expect(found.isExact && found.isComplete && found.steps < 100)
      #expect(found.corners.map(\.profile) == [3, 2, 0, 1])
    }
  }

  @Test func `do not exist where no pure strategies are in equilibrium`() {
    let pennies = StrategicGame(shape: [2, 2], payoffs: [1, -1, -1, 1, -1, 1, 1, -1])
    for discount in [Rational(0), Rational(1, 2), Rational(99, 100)] {
      let found = SubgamePerfectPayoffs.solve(pennies, discount: discount)
      #expect(found.corners.isEmpty && found.isExact && found.isComplete)
    }
  }

  @Test(arguments: Fixture.read("subgame-perfect-payoffs"))
  func `agree with QuantEcon`(fixture: Fixture) throws {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    let found = SubgamePerfectPayoffs.solve(
      game, discount: try #require(Rational(fixture.fields[3])))
    let recorded = fixture.fields[4] == "none" ? [] : pairs(fixture.numbers(4))
    let polygon = PayoffPolygon(hullOf: recorded)
    let own = PayoffPolygon(hullOf: found.corners.map(\.payoffs))
    let tolerance = Rational(1, 10_000_000)
    #expect(recorded.isEmpty == found.corners.isEmpty)
    #expect(found.isComplete)
    #expect(recorded.allSatisfy { own.contains($0, slack: tolerance) })
    #expect(own.vertices.allSatisfy { polygon.contains($0, slack: tolerance) })
    if !found.isExact { #expect(found.residual < 1e-11) }
  }
}

@Suite struct `Feasible and individually rational payoffs` {
  @Test func `of matching pennies are a point under mixed threats, and nothing under pure ones`() {
    let pennies = StrategicGame(shape: [2, 2], payoffs: [1, -1, -1, 1, -1, 1, 1, -1])
    let found = FeasiblePayoffs.solve(pennies)
    #expect(found.feasible.vertices == pairs([-1, 1, 1, -1]))
    #expect(found.abovePure.isEmpty)
    #expect(found.aboveMixed.vertices == pairs([0, 0]))
  }

  @Test func `of the prisoner's dilemma are those above mutual defection`() {
    let found = FeasiblePayoffs.solve(prisoners)
    #expect(found.abovePure == found.aboveMixed)
    #expect(found.pureMinimax == PayoffPair(3, 3))
    #expect(
      found.abovePure.vertices == pairs([3, 3, Rational(39, 4), 3, 9, 9, 3, Rational(39, 4)]))
  }

  @Test func `hold every subgame-perfect payoff, and every pure equilibrium`() {
    var generator = SplitMix64(seed: 51)
    for shape in [[2, 2], [2, 3], [3, 3]] {
      for _ in 0..<20 {
        let game = StrategicGame.random(shape: shape, payoffs: 0...6, using: &generator)
        let bounds = FeasiblePayoffs.solve(game).abovePure
        for discount in [Rational(1, 3), Rational(4, 5)] {
          let found = SubgamePerfectPayoffs.solve(game, discount: discount)
          let polygon = PayoffPolygon(hullOf: found.corners.map(\.payoffs))
          let slack = found.isExact ? Rational.zero : Rational(1, 1_000_000)
          #expect(found.corners.allSatisfy { bounds.contains($0.payoffs, slack: slack) })
          for profile in PureEquilibria.solve(game) {
            let payoffs = PayoffPair(
              game.payoff(at: profile, of: 0), game.payoff(at: profile, of: 1))
            #expect(polygon.contains(payoffs, slack: slack))
          }
        }
      }
    }
  }
}
