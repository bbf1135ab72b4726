import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

private let half = Rational(1, 2)

@Suite struct `Sequential equilibria` {
  @Test func `of Selten's horse leave out the one that is not perfect`() throws {
    let game = try TextbookTrees.horse()
    // Both (down, across, left) with actor 3 left and (across, across, right) are Nash; in the
    // first actor 2 would rather go down to 3's left.
    let answer = try PureSequentialEquilibria().solve(game)
    #expect(answer.equilibria.map(\.profile.pure) == [[0, 0, 1]])
    #expect(answer.refuted.map(\.pure) == [[1, 0, 0]])
    #expect(answer.completeness == .complete)
    let sequential = try #require(answer.equilibria.first)
    #expect(try SequentialCheck(of: sequential, in: game).holds)
    // Right is best only while 3 thinks it no more than 1/3 likely that 1 left the way.
    let edge = Assessment(
      profile: sequential.profile, beliefs: [[1], [1], [Rational(2, 3), Rational(1, 3)]])
    #expect(try SequentialCheck(of: edge, in: game).holds)
    let past = Assessment(profile: sequential.profile, beliefs: [[1], [1], [half, half]])
    let check = try SequentialCheck(of: past, in: game)
    #expect(check.regrets == [0, 0, half])
    #expect(check.consistency.holds)
  }

  @Test func `take beliefs on the path from Bayes' rule`() throws {
    let game = try signal()
    let check = try SequentialCheck(
      of: Assessment(
        profile: BehaviourProfile(pure: [0, 0, 0, 0], in: game),
        beliefs: [[1], [1], [Rational(1, 3), Rational(2, 3)], [half, half]]), in: game)
    #expect(check.consistency == .bayes(set: 2))
  }

  @Test func `hold beliefs at different sets to the same mistakes`() throws {
    // Actor 1 goes one of three ways; 2 and 3 each know only whether it was the first, and the
    // same two nodes follow: their beliefs must agree.
    let game = try ExtensiveGame(
      actors: 3,
      sets: [
        .init(actor: 0, actions: 3), .init(actor: 1, actions: 2), .init(actor: 2, actions: 2),
      ],
      nodes: [
        .decision(set: 0), .end(payoffs: [5, 0, 0]),
        .decision(set: 1), .end(payoffs: [0, 0, 0]), .decision(set: 2),
        .end(payoffs: [0, 0, 0]), .end(payoffs: [0, 0, 0]),
        .decision(set: 1), .end(payoffs: [0, 0, 0]), .decision(set: 2),
        .end(payoffs: [0, 0, 0]), .end(payoffs: [0, 0, 0]),
      ])
    func consistency(_ second: [Rational], _ third: [Rational]) throws -> Consistency {
      let assessment = Assessment(
        profile: BehaviourProfile(pure: [0, 0, 0], in: game), beliefs: [[1], second, third])
      let check = try SequentialCheck(of: assessment, in: game)
      return check.consistency
    }
    let third = Rational(1, 3)
    #expect(try consistency([third, 1 - third], [third, 1 - third]).holds)
    #expect(try consistency([third, 1 - third], [half, half]) == .noWeights)
    #expect(try consistency([third, 1 - third], [1, 0]) == .noOrders)
    #expect(
      try consistency([0, 1], [0, 1]) == .consistent(orders: [[0, 2, 1], [0, 1], [0, 1]]))
  }

  @Test func `are refused where chance may not happen`() throws {
    let game = try ExtensiveGame(
      actors: 1, sets: [],
      nodes: [.chance(probabilities: [1, 0]), .end(payoffs: [0]), .end(payoffs: [0])])
    #expect(throws: ExtensiveRefusal.impossibleChance(node: 0)) {
      try PureSequentialEquilibria().solve(game)
    }
  }

  @Test func `exist with full mixing for any beliefs that Bayes' rule gives`() throws {
    var generator = SplitMix64(seed: 31)
    for _ in 0..<40 {
      let game = ExtensiveGame.random(actors: 3, depth: 4, payoffs: -5...5, using: &generator)
      let profile = BehaviourProfile(
        game.sets.map { set in
          let weights = (0..<set.actions).map { _ in Int.random(in: 1...4, using: &generator) }
          return weights.map { Rational($0, weights.reduce(0, +)) }
        })
      let beliefs = game.bayesianBeliefs(under: profile).compactMap { $0 }
      let check = try SequentialCheck(
        of: Assessment(profile: profile, beliefs: beliefs), in: game)
      #expect(check.consistency.holds)
      // With everything reached, sequential rationality is Nash.
      #expect(check.isRational == game.regret(of: profile).isZero)
    }
  }

  @Test func `are limits of small mistakes made in random games`() throws {
    var generator = SplitMix64(seed: 32)
    for _ in 0..<60 {
      let game = ExtensiveGame.random(
        actors: 2, depth: 4, payoffs: -5...5, joining: 0.9, using: &generator)
      // Mistakes c * e^k at random; the leading terms give the limit of the beliefs.
      var orders: [[Int]] = []
      var weights: [[Rational]] = []
      for set in game.sets {
        let played = Int.random(in: 0..<set.actions, using: &generator)
        orders.append(
          (0..<set.actions).map { $0 == played ? 0 : Int.random(in: 1...2, using: &generator) })
        weights.append(
          (0..<set.actions).map {
            $0 == played ? 1 : Rational(Int.random(in: 1...3, using: &generator))
          })
      }
      let profile = BehaviourProfile(orders.map { $0.map { $0 == 0 ? .one : .zero } })
      let beliefs = game.members.map { nodes in
        let terms = nodes.map { node in
          game.path(to: node).reduce((order: 0, weight: Rational.one)) { sum, step in
            if let set = game.set(of: step.node) {
              (sum.order + orders[set][step.action], sum.weight * weights[set][step.action])
            } else {
              (
                sum.order,
                sum.weight * game.probability(of: step.action, at: step.node, under: profile)
              )
            }
          }
        }
        let least = terms.map(\.order).min() ?? 0
        let leading = terms.map { $0.order == least ? $0.weight : .zero }
        let total = leading.reduce(.zero, +)
        return leading.map { $0 / total }
      }
      let consistency = try SequentialCheck(
        of: Assessment(profile: profile, beliefs: beliefs), in: game
      ).consistency
      #expect(consistency.holds)
    }
  }

  @Test func `are subgame-perfect`() throws {
    var generator = SplitMix64(seed: 33)
    var found = 0
    for _ in 0..<40 {
      let game = ExtensiveGame.random(actors: 2, depth: 3, payoffs: 0...4, using: &generator)
      guard game.sets.reduce(1, { $0 * $1.actions }) < 500 else { continue }
      let answer = try PureSequentialEquilibria(most: 100).solve(game)
      for assessment in answer.equilibria {
        #expect(game.subgameRegret(of: assessment.profile).isZero)
        #expect(try SequentialCheck(of: assessment, in: game).holds)
      }
      found += answer.equilibria.count
    }
    #expect(found > 20)
  }

  @Test func `are given up in time where beliefs have too many corners`() throws {
    // Actor 1 stays out or enters as one of thirty kinds, which 2 does not see: eight hundred
    // million choices of conditions for each reply.
    let (kinds, replies) = (30, 10)
    var nodes: [ExtensiveGame.Kind] = [.decision(set: 0), .end(payoffs: [1, 0])]
    for kind in 0..<kinds {
      nodes.append(.decision(set: 1))
      for reply in 0..<replies {
        let payoff = (kind * 7 + reply * 11) * (reply + 3) % 23
        nodes.append(.end(payoffs: [0, Rational(payoff)]))
      }
    }
    let game = try ExtensiveGame(
      actors: 2,
      sets: [.init(actor: 0, actions: kinds + 1), .init(actor: 1, actions: replies)], nodes: nodes)
    let answer = try PureSequentialEquilibria(seconds: 0.2).solve(game)
    #expect(answer.completeness == .limit("0.2 seconds"))
  }

  /// Chance makes actor 1 of one of two kinds; 2 sees the message only.
  private func signal() throws -> ExtensiveGame {
    try ExtensiveGame(
      actors: 2,
      sets: [
        .init(actor: 0, actions: 2), .init(actor: 0, actions: 2), .init(actor: 1, actions: 2),
        .init(actor: 1, actions: 2),
      ],
      nodes: [
        .chance(probabilities: [half, half]),
        .decision(set: 0),
        .decision(set: 2), .end(payoffs: [0, 0]), .end(payoffs: [0, 0]),
        .decision(set: 3), .end(payoffs: [0, 0]), .end(payoffs: [0, 0]),
        .decision(set: 1),
        .decision(set: 2), .end(payoffs: [0, 0]), .end(payoffs: [0, 0]),
        .decision(set: 3), .end(payoffs: [0, 0]), .end(payoffs: [0, 0]),
      ])
  }
}
