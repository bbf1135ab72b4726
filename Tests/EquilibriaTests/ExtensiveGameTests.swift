import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

/// Games of textbooks that several suites use.
enum TextbookTrees {
  /// Selten's chain store with one market: stay out (0, 2); enter, then yield (1, 1) or fight.
  static func entry() throws -> ExtensiveGame {
    try ExtensiveGame(
      actors: 2, sets: [.init(actor: 0, actions: 2), .init(actor: 1, actions: 2)],
      nodes: [
        .decision(set: 0), .end(payoffs: [0, 2]), .decision(set: 1), .end(payoffs: [-1, -1]),
        .end(payoffs: [1, 1]),
      ])
  }

  /// Selten's horse (1975): actor 2 does not know which of the others left the middle way.
  static func horse() throws -> ExtensiveGame {
    try ExtensiveGame(
      actors: 3,
      sets: [
        .init(actor: 0, actions: 2), .init(actor: 1, actions: 2), .init(actor: 2, actions: 2),
      ],
      nodes: [
        .decision(set: 0),
        .decision(set: 1),
        .end(payoffs: [1, 1, 1]),
        .decision(set: 2), .end(payoffs: [4, 4, 0]), .end(payoffs: [0, 0, 1]),
        .decision(set: 2), .end(payoffs: [3, 3, 2]), .end(payoffs: [0, 0, 0]),
      ])
  }

  /// Piccione and Rubinstein's absent-minded driver (1997).
  static func driver() throws -> ExtensiveGame {
    try ExtensiveGame(
      actors: 1, sets: [.init(actor: 0, actions: 2)],
      nodes: [
        .decision(set: 0), .end(payoffs: [0]), .decision(set: 0), .end(payoffs: [4]),
        .end(payoffs: [1]),
      ])
  }
}

@Suite struct `Extensive games` {
  @Test func `know their tree from the list of nodes alone`() throws {
    let game = try TextbookTrees.horse()
    #expect(game.nodes[0].children == [1, 6])
    #expect(game.nodes[1].children == [2, 3])
    #expect(game.nodes[3].below == 6)
    #expect(game.nodes[6].action == 1)
    #expect(game.members == [[0], [1], [3, 6]])
    #expect(game.path(to: 8).map(\.action) == [1, 1])
    #expect(game.ends == [2, 4, 5, 7, 8])
    #expect(!game.hasPerfectInformation)
    #expect(try TextbookTrees.entry().hasPerfectInformation)
  }

  private static let end = ExtensiveGame.Kind.end(payoffs: [0])
  private static let faults: [([ExtensiveGame.Choice], [ExtensiveGame.Kind], ExtensiveGameError)] =
    [
      ([], [], .unfinished(node: nil)),
      ([.init(actor: 1, actions: 1)], [end], .unknownActor(set: 0)),
      ([.init(actor: 0, actions: 0)], [end], .noActions(set: 0)),
      ([.init(actor: 0, actions: 1)], [end], .emptySet(set: 0)),
      ([], [.decision(set: 0), end], .unknownSet(node: 0)),
      ([], [.chance(probabilities: [])], .probabilities(node: 0)),
      ([], [.chance(probabilities: [Rational(1, 2)]), end], .probabilities(node: 0)),
      ([], [.chance(probabilities: [2, -1]), end, end], .probabilities(node: 0)),
      ([], [.end(payoffs: [0, 1])], .payoffs(node: 0)),
      ([], [.chance(probabilities: [1])], .unfinished(node: 0)),
      ([], [end, end], .surplus(node: 1)),
    ]

  @Test(arguments: faults)
  func `refuse a list that is no tree`(
    sets: [ExtensiveGame.Choice], nodes: [ExtensiveGame.Kind], fault: ExtensiveGameError
  ) {
    #expect(throws: fault) { try ExtensiveGame(actors: 1, sets: sets, nodes: nodes) }
  }

  @Test func `say where an actor forgets`() throws {
    #expect(try TextbookTrees.driver().recallFault == 0)
    #expect(try TextbookTrees.horse().hasPerfectRecall)
    // The actor moves, then moves again without knowing what it did.
    let forgetful = try ExtensiveGame(
      actors: 2, sets: [.init(actor: 1, actions: 2), .init(actor: 1, actions: 2)],
      nodes: [
        .decision(set: 0), .decision(set: 1), .end(payoffs: [0, 1]), .end(payoffs: [0, 0]),
        .decision(set: 1), .end(payoffs: [0, 0]), .end(payoffs: [0, 1]),
      ])
    #expect(forgetful.recallFault == 1)
    let form = try ReducedStrategicForm(forgetful)
    #expect(form.game.shape == [1, 4])
    #expect((0..<4).map { form.game.payoff(at: $0, of: 1) } == [1, 0, 0, 1])
  }

  @Test func `have a reduced form that leaves out what own moves exclude`() throws {
    // One actor goes left or right and, on the right, chooses again.
    let game = try ExtensiveGame(
      actors: 2, sets: [.init(actor: 0, actions: 2), .init(actor: 0, actions: 3)],
      nodes: [
        .decision(set: 0), .end(payoffs: [1, 0]), .decision(set: 1), .end(payoffs: [2, 0]),
        .end(payoffs: [3, 0]), .end(payoffs: [4, 5]),
      ])
    let form = try ReducedStrategicForm(game)
    #expect(form.strategies == [[[0, nil], [1, 0], [1, 1], [1, 2]], [[]]])
    #expect((0..<4).map { form.game.payoff(at: $0, of: 0) } == [1, 2, 3, 4])
  }

  @Test func `are refused a strategic form that is too large before any work`() throws {
    var nodes: [ExtensiveGame.Kind] = []
    var sets: [ExtensiveGame.Choice] = []
    // Chance deals one of 40 cards, which the actor sees: 2^40 strategies.
    nodes.append(.chance(probabilities: Array(repeating: Rational(1, 40), count: 40)))
    for card in 0..<40 {
      sets.append(.init(actor: 0, actions: 2))
      nodes += [.decision(set: card), .end(payoffs: [0]), .end(payoffs: [1])]
    }
    let game = try ExtensiveGame(actors: 1, sets: sets, nodes: nodes)
    #expect(
      throws: StrategicFormRefusal.tooManyStrategies(
        actor: 0, count: 1_099_511_627_776, limit: 1_000_000)
    ) { try ReducedStrategicForm(game) }
    #expect(
      throws: StrategicFormRefusal.tooManyPayoffs(count: 40 * 1_099_511_627_776, limit: 4_000_000)
    ) { try game.agentForm() }
  }

  @Test func `mean the same in every form`() throws {
    var generator = SplitMix64(seed: 5)
    for round in 0..<60 {
      let game = ExtensiveGame.random(
        actors: 1 + round % 3, depth: 3, payoffs: -9...9, using: &generator)
      #expect(game.hasPerfectRecall)
      guard game.strategyCounts.reduce(1, *) < 3000, !game.sets.isEmpty,
        game.sets.reduce(1, { $0 * $1.actions }) < 3000
      else { continue }
      let form = try ReducedStrategicForm(game)
      #expect(form.game.shape.map(Double.init) == game.strategyCounts)
      let agents = try game.agentForm()
      for actions in game.sets.assignments {
        let payoffs = game.expectedPayoffs(ofPure: actions)
        #expect(payoffs == game.expectedPayoffs(of: BehaviourProfile(pure: actions, in: game)))
        #expect(
          game.sets.map { payoffs[$0.actor] }
            == game.sets.indices.map { agents.payoff(at: agents.index(of: actions), of: $0) })
        let profile = form.strategies.indices.map { actor in
          form.strategies[actor].firstIndex { strategy in
            zip(strategy, form.sets[actor]).allSatisfy { $0 == nil || $0 == actions[$1] }
          }
        }
        let index = form.game.index(of: profile.compactMap { $0 })
        #expect(payoffs == (0..<game.actors).map { form.game.payoff(at: index, of: $0) })
      }
    }
  }

  @Test func `turn mixed strategies into behaviour that earns the same`() throws {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<40 {
      let game = ExtensiveGame.random(actors: 2, depth: 4, payoffs: -9...9, using: &generator)
      guard game.strategyCounts.reduce(1, *) < 500 else { continue }
      let form = try ReducedStrategicForm(game)
      let mixed = MixedProfile(
        form.game.shape.map { count in
          let weights = (0..<count).map { _ in Int.random(in: 0...3, using: &generator) }
          let total = weights.reduce(0, +)
          return total == 0
            ? (0..<count).map { $0 == 0 ? .one : .zero } : weights.map { Rational($0, total) }
        })
      let behaviour = form.behaviour(of: mixed, in: game).profile
      #expect(behaviour.isValid(in: game))
      #expect(game.expectedPayoffs(of: behaviour) == form.game.expectedPayoffs(of: mixed))
      #expect(
        game.regret(of: behaviour) == Equilibrium(evaluating: mixed, in: form.game).regret)
    }
  }
}
