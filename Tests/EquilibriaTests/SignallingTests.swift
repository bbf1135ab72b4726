import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

private let half = Rational(1, 2)

/// A signalling game as a tree: `payoffs[type][message][reply]`, the sender's and the receiver's.
private func tree(_ prior: [Rational], _ payoffs: [[[(Int, Int)]]]) throws -> ExtensiveGame {
  let types = prior.count
  var sets = payoffs.map { ExtensiveGame.Choice(actor: 0, actions: $0.count) }
  sets += payoffs[0].map { ExtensiveGame.Choice(actor: 1, actions: $0.count) }
  var nodes: [ExtensiveGame.Kind] = [.chance(probabilities: prior)]
  for (type, messages) in payoffs.enumerated() {
    nodes.append(.decision(set: type))
    for (message, replies) in messages.enumerated() {
      nodes.append(.decision(set: types + message))
      nodes += replies.map { .end(payoffs: [Rational($0.0), Rational($0.1)]) }
    }
  }
  return try ExtensiveGame(actors: 2, sets: sets, nodes: nodes)
}

@Suite struct `Signalling games` {
  @Test func `beer and quiche has two pooling equilibria`() throws {
    // Messages beer and quiche, replies duel and leave; types strong and weak.
    let game = try tree(
      [Rational(9, 10), Rational(1, 10)],
      [
        [[(1, 0), (3, 1)], [(0, 0), (2, 1)]],
        [[(0, 1), (2, 0)], [(1, 1), (3, 0)]],
      ])
    let signalling = try #require(SignallingGame(game))
    let answer = try SignallingEquilibria().solve(signalling)
    #expect(answer.completeness == .complete)
    #expect(answer.equilibria.allSatisfy { $0.kind == .pooling })
    let pure = answer.equilibria.filter { $0.replies.allSatisfy { $0.contains(.one) } }
    #expect(Set(pure.map(\.messages)) == [[[1, 0], [1, 0]], [[0, 1], [0, 1]]])
    // Each may also be held up by a duel that is only likely enough after the other message.
    #expect(answer.equilibria.count == 4)
    for found in answer.equilibria {
      let assessment = signalling.assessment(of: found, in: game)
      #expect(try SequentialCheck(of: assessment, in: game).holds)
    }
  }

  @Test func `with a strong type that is rare has one in which the weak bluff`() throws {
    let game = try tree(
      [Rational(1, 10), Rational(9, 10)],
      [
        [[(1, 0), (3, 1)], [(0, 0), (2, 1)]],
        [[(0, 1), (2, 0)], [(1, 1), (3, 0)]],
      ])
    let signalling = try #require(SignallingGame(game))
    let found = try SignallingEquilibria().solve(signalling).equilibria
    // The weak drink beer 1/9 of the time, so that a duel is even; half the beer drinkers are left.
    let bluff = try #require(found.first { $0.kind == .semiseparating })
    #expect(bluff.messages == [[1, 0], [Rational(1, 9), Rational(8, 9)]])
    #expect(bluff.replies == [[half, half], [1, 0]])
    #expect(bluff.beliefs[0] == [half, half])
    #expect(bluff.isUnique)
  }

  @Test func `separate where the message is dear to one type`() throws {
    // Schooling costs the able 1 and the others 3; a good post is worth 2 to the sender.
    let game = try tree(
      [half, half],
      [
        [[(1, 1), (-1, 0)], [(2, 1), (0, 0)]],
        [[(-1, 0), (-3, 1)], [(2, 0), (0, 1)]],
      ])
    let signalling = try #require(SignallingGame(game))
    let found = try SignallingEquilibria().solve(signalling).equilibria
    #expect(found.contains { $0.kind == .separating && $0.messages == [[1, 0], [0, 1]] })
  }

  @Test func `other trees are none`() throws {
    #expect(SignallingGame(try TextbookTrees.entry()) == nil)
    #expect(SignallingGame(try TextbookTrees.horse()) == nil)
  }

  @Test func `agree with the sequential equilibria in pure strategies`() throws {
    var generator = SplitMix64(seed: 51)
    var count = 0
    for _ in 0..<60 {
      let payoffs = (0..<2).map { _ in
        (0..<2).map { _ in
          (0..<2).map { _ in
            (
              Int.random(in: 0...4, using: &generator), Int.random(in: 0...4, using: &generator)
            )
          }
        }
      }
      let first = Rational(Int.random(in: 1...4, using: &generator), 5)
      let game = try tree([first, 1 - first], payoffs)
      let signalling = try #require(SignallingGame(game))
      let answer = try SignallingEquilibria().solve(signalling)
      #expect(!answer.equilibria.isEmpty)
      for found in answer.equilibria {
        let assessment = signalling.assessment(of: found, in: game)
        #expect(assessment.isValid(in: game))
        let check = try SequentialCheck(of: assessment, in: game)
        #expect(check.holds)
      }
      let pure = answer.equilibria.compactMap {
        signalling.assessment(of: $0, in: game).profile.pure
      }
      let sequential = try PureSequentialEquilibria().solve(game)
      #expect(sequential.completeness == .complete)
      #expect(Set(pure) == Set(sequential.equilibria.compactMap(\.profile.pure)))
      count += pure.count
    }
    #expect(count > 30)
  }

  @Test func `too large or with an impossible type are refused before work`() throws {
    let wide = try tree(
      [half, half], Array(repeating: Array(repeating: [(0, 0), (0, 1)], count: 8), count: 2))
    #expect(throws: SignallingRefusal.self) {
      try SignallingEquilibria().solve(#require(SignallingGame(wide)))
    }
    let never = try tree([1, 0], [[[(0, 0)]], [[(0, 0)]]])
    #expect(throws: SignallingRefusal.impossibleType(1)) {
      try SignallingEquilibria().solve(#require(SignallingGame(never)))
    }
  }
}
