import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

@Suite struct `Core` {
  @Test(arguments: [
    ("glove", Known.glove, Rational.zero), ("majority", Known.majority, Rational(1, 3)),
    ("unanimity", Known.unanimity, Rational(-1, 3)),
  ])
  func `level of the least core`(name: String, game: CoalitionalGame, level: Rational) throws {
    #expect(try LeastCore.solve(game).level == level)
  }

  @Test func `an empty core is shown by a balanced collection that claims too much`() throws {
    let least = try LeastCore.solve(Known.majority)
    #expect(least.isCoreEmpty && least.collection.isBalanced(of: 3))
    #expect(least.collection.worth(in: Known.majority) == Rational(3, 2))
  }

  @Test func `vertices of known cores`() throws {
    #expect(try CoreVertices.solve(Known.glove) == [[1, 0, 0]])
    #expect(try CoreVertices.solve(Known.unanimity) == [[0, 0, 1], [0, 1, 0], [1, 0, 0]])
    #expect(try CoreVertices.solve(Known.majority).isEmpty)
    #expect(try CoreVertices.solve(Known.pairs(Rational(2, 3))) == [[1, 1, 1].map { $0 / 3 }])
  }

  @Test func `the vertices of a convex core are the marginal vectors, and Shapley is their mean`()
    throws
  {
    var random = SplitMix64(seed: 31)
    for round in 0..<60 {
      let game = CoalitionalGame.randomConvex(actors: 2 + round % 4, using: &random)
      #expect(GameShape.convexityViolation(game) == nil)
      #expect(GameShape.superadditivityViolation(game) == nil)
      #expect(try Set(CoreVertices.solve(game)) == Set(marginalVectors(game)))
      #expect(BlockingCoalitions.of(ShapleyValue.values(game), in: game).isEmpty)
    }
  }

  @Test func `vertices, extremes and the least core of random games agree`() throws {
    var random = SplitMix64(seed: 37)
    var nonempty = 0
    for round in 0..<1000 {
      var game = CoalitionalGame.random(actors: 2 + round % 4, worths: 0...9, using: &random)
      let everyone = game.everyone
      game = game.adding { $0 == everyone ? Rational(round % 20) : .zero }
      let vertices = try CoreVertices.solve(game)
      let extremes = try CoreExtremes.solve(game)
      let least = try LeastCore.solve(game)
      #expect(vertices.isEmpty == least.isCoreEmpty)
      #expect((extremes == nil) == least.isCoreEmpty)
      #expect(try CoreSubsidy.stability(of: game).signum == (least.isCoreEmpty ? 1 : 0))
      guard let extremes else { continue }
      nonempty += 1
      for vertex in vertices {
        #expect(BlockingCoalitions.of(vertex, in: game).isEmpty)
        #expect(vertex.reduce(.zero, +) == game[everyone])
      }
      for (actor, ends) in extremes.enumerated() {
        #expect(ends.least[actor] == vertices.map { $0[actor] }.min())
        #expect(ends.most[actor] == vertices.map { $0[actor] }.max())
        #expect(BlockingCoalitions.of(ends.least, in: game).isEmpty)
        #expect(BlockingCoalitions.of(ends.most, in: game).isEmpty)
      }
    }
    #expect(nonempty > 200)
  }

  @Test func `a game that is not convex says where`() throws {
    let violation = try #require(GameShape.convexityViolation(Known.majority))
    #expect(violation.amount == 1)
    #expect(violation.first.union(violation.second) == Known.majority.everyone)
    let heavy = CoalitionalGame(actors: 2) { $0.count == 1 ? 2 : 3 }
    let excess = try #require(GameShape.superadditivityViolation(heavy))
    #expect(excess.first.members == [0] && excess.second.members == [1] && excess.amount == 1)
  }

  @Test func `coalitions that block a division, the loudest first`() {
    let blocks = BlockingCoalitions.of([1, 0, 0], in: Known.majority)
    #expect(blocks.map(\.coalition.members) == [[1, 2]])
    #expect(BlockingCoalitions.of([0, 0, 0], in: Known.glove).map(\.excess) == [1, 1, 1])
  }

  @Test func `the cheapest payments that keep everyone`() throws {
    #expect(try CoreSubsidy.stability(of: Known.majority) == Rational(1, 2))
    #expect(try CoreSubsidy.keeping([1, 0, 0], in: Known.majority).cost == 1)
    #expect(try CoreSubsidy.keeping([1, 0, 0], in: Known.glove).cost == 0)
    var random = SplitMix64(seed: 41)
    for _ in 0..<300 {
      let game = CoalitionalGame.random(actors: 4, worths: 0...9, using: &random)
      let division = (0..<4).map { _ in Rational(Int.random(in: 0...4, using: &random)) }
      let subsidy = try CoreSubsidy.keeping(division, in: game)
      let paid = zip(division, subsidy.payments).map { $0 + $1 }
      #expect(BlockingCoalitions.of(paid, in: game).isEmpty)
      #expect(
        (subsidy.cost == 0) == BlockingCoalitions.of(division, in: game).isEmpty)
    }
  }

  private func marginalVectors(_ game: CoalitionalGame) -> [[Rational]] {
    var vectors: [[Rational]] = []
    func extend(_ present: Coalition, _ vector: [Rational]) {
      guard present != game.everyone else { return vectors.append(vector) }
      for actor in present.complement(of: game.actors).members {
        let joined = present.union(Coalition(of: actor))
        var vector = vector
        vector[actor] = game[joined] - game[present]
        extend(joined, vector)
      }
    }
    extend([], Array(repeating: .zero, count: game.actors))
    return vectors
  }
}
