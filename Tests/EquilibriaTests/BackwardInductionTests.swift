import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Subgame-perfect equilibria` {
  @Test func `leave out the empty threat`() throws {
    let game = try TextbookTrees.entry()
    let answer = try BackwardInduction().solve(game)
    #expect(answer.equilibria.map(\.profile.pure) == [[1, 1]])
    #expect(answer.equilibria.map(\.payoffs) == [[1, 1]])
    #expect(answer.completeness == .complete)
    #expect(answer.subgames == [0, 2])
    // The threat is an equilibrium all the same, though not in the subgame.
    let threat = BehaviourProfile(pure: [0, 0], in: game)
    #expect(game.regret(of: threat) == .zero)
    #expect(game.subgameRegret(of: threat) == 2)
  }

  @Test func `keep every tie`() throws {
    // Ultimatum: offer 0, 1 or 2 of 2; the other takes it or not; an offer of nothing is a tie.
    var nodes: [ExtensiveGame.Kind] = [.decision(set: 0)]
    for offer in 0...2 {
      nodes += [
        .decision(set: offer + 1), .end(payoffs: [Rational(2 - offer), Rational(offer)]),
        .end(payoffs: [0, 0]),
      ]
    }
    let game = try ExtensiveGame(
      actors: 2,
      sets: [.init(actor: 0, actions: 3)]
        + Array(repeating: .init(actor: 1, actions: 2), count: 3), nodes: nodes)
    let answer = try BackwardInduction().solve(game)
    #expect(answer.equilibria.map(\.profile.pure) == [[0, 0, 0, 0], [1, 1, 0, 0]])
    #expect(try BackwardInduction(most: 1).solve(game).completeness == .limit("1 equilibria"))
  }

  @Test func `mix within a subgame of two where asked`() throws {
    // Stay out for 1, or play matching pennies for 0 on average; the last subgame has no pure one.
    let game = try ExtensiveGame(
      actors: 2,
      sets: [
        .init(actor: 0, actions: 2), .init(actor: 0, actions: 2), .init(actor: 1, actions: 2),
      ],
      nodes: [
        .decision(set: 0), .end(payoffs: [Rational(1, 2), 0]), .decision(set: 1),
        .decision(set: 2), .end(payoffs: [1, -1]), .end(payoffs: [-1, 1]), .decision(set: 2),
        .end(payoffs: [-1, 1]), .end(payoffs: [1, -1]),
      ])
    #expect(try BackwardInduction().solve(game).equilibria.isEmpty)
    let mixed = try BackwardInduction(mixes: true).solve(game)
    let half = Rational(1, 2)
    #expect(
      mixed.equilibria.map(\.profile.probabilities) == [[[1, 0], [half, half], [half, half]]])
  }

  @Test func `need perfect recall`() throws {
    #expect(throws: ExtensiveRefusal.imperfectRecall(set: 0)) {
      try BackwardInduction().solve(TextbookTrees.driver())
    }
  }

  @Test(arguments: [0.0, 0.5, 1.0])
  func `in pure strategies are all that pass the definition`(joining: Double) throws {
    var generator = SplitMix64(seed: 11)
    var found = 0
    for round in 0..<40 {
      let game = ExtensiveGame.random(
        actors: 2 + round % 2, depth: 3, payoffs: 0...2, joining: joining, using: &generator)
      guard game.sets.reduce(1, { $0 * $1.actions }) <= 1000 else { continue }
      let answer = try BackwardInduction(most: 500).solve(game)
      guard answer.completeness == .complete else { continue }
      var listed: Set<[Int]> = []
      for equilibrium in answer.equilibria {
        let pure = try #require(equilibrium.profile.pure)
        for actions in game.sets.assignments
        where actions.indices.allSatisfy({
          equilibrium.free.contains($0) || actions[$0] == pure[$0]
        }) {
          listed.insert(actions)
        }
      }
      let all = game.sets.assignments.filter {
        game.subgameRegret(of: BehaviourProfile(pure: $0, in: game)).isZero
      }
      #expect(listed == Set(all))
      found += all.count
    }
    #expect(found > 50)
  }

  @Test func `that mix hold in every subgame`() throws {
    var generator = SplitMix64(seed: 12)
    for _ in 0..<60 {
      let game = ExtensiveGame.random(actors: 2, depth: 4, payoffs: -5...5, using: &generator)
      guard game.strategyCounts.reduce(1, *) < 400 else { continue }
      let answer = try BackwardInduction(mixes: true).solve(game)
      #expect(!answer.equilibria.isEmpty)
      for equilibrium in answer.equilibria {
        #expect(equilibrium.profile.isValid(in: game))
        #expect(game.subgameRegret(of: equilibrium.profile).isZero)
      }
    }
  }
}
