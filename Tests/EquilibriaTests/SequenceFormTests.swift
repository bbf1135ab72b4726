import Arithmetic
import Equilibria
import GameForms
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
