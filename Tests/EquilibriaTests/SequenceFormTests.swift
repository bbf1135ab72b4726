import Arithmetic
import Equilibria
import GameForms
import Poker
import TestSupport
import Testing

@Suite struct `The sequence form` {
  @Test func `finds the value of the strategic form in random zero-sum trees`() throws {
    var generator = SplitMix64(seed: 71)
    for _ in 0..<40 {
      let drawn = ExtensiveGame.random(actors: 2, depth: 4, payoffs: -4...4, using: &generator)
      guard drawn.strategyCounts.reduce(1, *) < 400 else { continue }
      let game = try ExtensiveGame(
        actors: 2, sets: drawn.sets,
        nodes: drawn.nodes.map { node in
          if case .end(let payoffs) = node.kind {
            .end(payoffs: [payoffs[0], 3 - payoffs[0]])
          } else {
            node.kind
          }
        })
      let answer = try SequenceForm(game).solve()
      #expect(answer.isExact && answer.profile.isValid(in: game))
      #expect(game.regret(of: answer.profile).isZero)
      let form = try ReducedStrategicForm(game).game
      #expect(SecurityLevels.solve(form).levels[0].value == answer.lower)
    }
  }

  @Test func `proves bounds of the value of Leduc poker`() throws {
    let game = try Leduc.game()
    #expect(game.sets(of: 0).count == 144 && game.sets(of: 1).count == 144)
    let answer = try SequenceForm(game).solve()
    #expect(answer.lower < answer.upper)
    #expect((answer.upper - answer.lower).double < 1e-6)
    #expect(abs(answer.lower.double - -0.085606424078) < 1e-6)
  }

  @Test func `refuses what it is not made for`() throws {
    #expect(throws: SequenceFormRefusal.needsTwoActors(actors: 3)) {
      try SequenceForm(TextbookTrees.horse())
    }
    #expect(throws: SequenceFormRefusal.notZeroSum(ends: [1, 3])) {
      try SequenceForm(TextbookTrees.entry())
    }
  }
}

@Suite struct `Lemke's algorithm on the sequence form` {
  @Test func `finds an equilibrium of random trees that no tremble upsets`() throws {
    var generator = SplitMix64(seed: 72)
    var compared = 0
    for range in [-1...1, -9...9] {
      for _ in 0..<150 {
        let game = ExtensiveGame.random(actors: 2, depth: 4, payoffs: range, using: &generator)
        let answer = try SequenceFormLemke(game).solve()
        #expect(answer.profile.isValid(in: game))
        #expect(answer.regret.isZero && game.regret(of: answer.profile).isZero)
        guard game.strategyCounts.reduce(1, *) < 200 else { continue }
        let form = try ReducedStrategicForm(game)
        // A profile of behaviour as mixed strategies: what is played where it matters multiplies.
        let mixed = MixedProfile(
          zip(form.sets, form.strategies).map { own, strategies in
            strategies.map { strategy in
              zip(own, strategy).reduce(Rational.one) { weight, step in
                step.1.map { weight * answer.profile.probabilities[step.0][$0] } ?? weight
              }
            }
          })
        let equilibrium = try #require(Equilibrium(verifying: mixed, in: form.game))
        // Undominated strategies of two actors are perfect (van Damme 1991, theorem 3.2.2).
        for (actor, support) in equilibrium.profile.supports.enumerated() {
          let table = form.game.table(of: actor)
          #expect(UndominatedSupport(of: support, in: table).isUndominated)
        }
        compared += 1
      }
    }
    #expect(compared > 100)
  }

  @Test func `finds an equilibrium of Leduc poker with a fee, exactly`() throws {
    let leduc = try Leduc.game()
    // Whoever wins pays a tenth of what is won.
    let game = try ExtensiveGame(
      actors: 2, sets: leduc.sets,
      nodes: leduc.nodes.map { node in
        guard case .end(let payoffs) = node.kind else { return node.kind }
        return .end(payoffs: payoffs.map { $0.signum > 0 ? $0 * Rational(9, 10) : $0 })
      })
    let answer = try SequenceFormLemke(game).solve()
    #expect(answer.profile.isValid(in: game) && game.regret(of: answer.profile).isZero)
  }

  @Test func `finds the value where the payoffs add up to nothing`() throws {
    var generator = SplitMix64(seed: 73)
    for _ in 0..<40 {
      let drawn = ExtensiveGame.random(actors: 2, depth: 4, payoffs: -4...4, using: &generator)
      let game = try ExtensiveGame(
        actors: 2, sets: drawn.sets,
        nodes: drawn.nodes.map { node in
          guard case .end(let payoffs) = node.kind else { return node.kind }
          return .end(payoffs: [payoffs[0], -payoffs[0]])
        })
      let value = try SequenceForm(game).solve().lower
      let answer = try SequenceFormLemke(game).solve()
      #expect(game.expectedPayoffs(of: answer.profile) == [value, -value])
    }
  }

  @Test func `refuses what it is not made for`() throws {
    #expect(throws: SequenceFormRefusal.needsTwoActors(actors: 3)) {
      try SequenceFormLemke(TextbookTrees.horse())
    }
  }
}
