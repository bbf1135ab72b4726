import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Pure equilibria` {
  @Test(arguments: Fixture.read("pure-equilibria"))
  func `agree with two independent programs`(fixture: Fixture) {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    let recorded = fixture.fields.count > 4 ? fixture.fields[4] : ""
    let profiles = recorded.split(separator: ";").map { profile in
      game.index(of: profile.split(separator: " ").compactMap { Int($0) })
    }
    #expect(PureEquilibria.solve(game) == profiles)
  }

  @Test func `are the profiles that pass the definition`() {
    var generator = SplitMix64(seed: 21)
    for shape in [[1], [4], [2, 3], [3, 1, 2], [2, 2, 2, 2], [3, 3, 3]] {
      for _ in 0..<20 {
        let game = StrategicGame.random(shape: shape, payoffs: 0...3, using: &generator)
        #expect(
          PureEquilibria.solve(game) == (0..<game.profiles).filter { game.isPureEquilibrium($0) })
      }
    }
  }
}

@Suite struct `Iterated dominance` {
  private static let methods = IteratedDominance.Kind.allCases.flatMap { kind in
    IteratedDominance.Dominator.allCases.map { IteratedDominance(kind, by: $0) }
  }

  @Test(arguments: Fixture.read("iterated-dominance"))
  func `leaves what an independent program leaves`(fixture: Fixture) {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    for (method, field) in zip(Self.methods, 3...) {
      let result = method.solve(game)
      let survivors = result.remaining.map { $0.map(String.init).joined(separator: " ") }
      let text = "\(result.rounds) : " + survivors.joined(separator: " / ")
      #expect(text == fixture.fields[field], "\(method.kind) by \(method.by)")
    }
  }

  @Test func `names a strategy that dominates`() {
    var generator = SplitMix64(seed: 22)
    for _ in 0..<80 {
      let game = StrategicGame.random(shape: [4, 4], payoffs: 0...5, using: &generator)
      for method in Self.methods {
        guard let step = method.solve(game).steps.first else { continue }
        let others = (0..<game.profiles).filter {
          game.strategy(of: step.actor, at: $0) == step.strategy
        }
        let margins = others.map { profile in
          step.dominator.indices.reduce(-game.payoff(at: profile, of: step.actor)) {
            sum, strategy in
            let deviation = game.deviation(from: profile, of: step.actor, to: strategy)
            return sum + step.dominator[strategy] * game.payoff(at: deviation, of: step.actor)
          }
        }
        #expect(step.dominator.reduce(.zero, +) == .one)
        #expect(margins.allSatisfy { method.kind == .strict ? $0.signum > 0 : $0.signum >= 0 })
        #expect(margins.contains { $0.signum > 0 })
      }
    }
  }
}

@Suite struct `Security levels` {
  @Test func `of a zero-sum game are its value and its negative`() {
    var generator = SplitMix64(seed: 23)
    for _ in 0..<40 {
      let rows = (0..<4).map { _ in
        (0..<5).map { _ in Rational(Int.random(in: -9...9, using: &generator), 7) }
      }
      let game = StrategicGame(rows: rows, columns: rows.map { $0.map { -$0 } })
      let levels = SecurityLevels.solve(game).levels
      #expect(levels[0].value == -levels[1].value)
      for level in levels {
        #expect(level.pureMaximin <= level.value)
        #expect(level.value <= level.pureMinimax)
        #expect(level.strategy.reduce(.zero, +) == .one)
      }
    }
  }

  @Test func `of biased rock, paper, scissors are zero`() {
    let rows: [[Rational]] = [
      [0, Rational(-1, 4), Rational(1, 2)], [Rational(1, 4), 0, Rational(-1, 20)],
      [Rational(-1, 2), Rational(1, 20), 0],
    ]
    let game = StrategicGame(rows: rows, columns: rows.map { $0.map { -$0 } })
    let level = SecurityLevels.solve(game).levels[0]
    #expect(level.value == .zero)
    #expect(level.strategy == [Rational(1, 16), Rational(10, 16), Rational(5, 16)])
  }
}

@Suite struct `Efficiency and selection` {
  /// Cooperate first; payoffs of the row actor, and the mirror image for the column actor.
  private func symmetric(_ r: Int, _ s: Int, _ t: Int, _ p: Int) -> StrategicGame {
    StrategicGame(
      rows: [[Rational(r), Rational(s)], [Rational(t), Rational(p)]],
      columns: [[Rational(r), Rational(t)], [Rational(s), Rational(p)]])
  }

  @Test func `leave only mutual defection out in the prisoner's dilemma`() {
    #expect(ParetoEfficiency.solve(symmetric(3, 1, 4, 2)) == [0, 1, 2])
  }

  @Test func `part in a stag hunt where trust is dear`() throws {
    let selection = try #require(EquilibriumSelection.solve(symmetric(4, 0, 3, 2)))
    #expect(selection.payoffDominant == 0)
    #expect(selection.riskDominant == 3)
    #expect(EquilibriumSelection.solve(symmetric(3, 1, 4, 2)) == nil)
    let even = try #require(EquilibriumSelection.solve(symmetric(4, 1, 3, 2)))
    #expect(even.riskDominant == nil)
  }
}
