import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

@Suite struct `Coalition structures` {
  @Test func `are as many as Bell's numbers`() {
    #expect((1...6).map { CoalitionStructure.all($0).count } == [1, 2, 5, 15, 52, 203])
    for structure in CoalitionStructure.all(5) {
      #expect(CoalitionStructure(structure.blocks.reversed(), actors: 5) == structure)
    }
    #expect(CoalitionStructure([Coalition([0, 1]), Coalition([1, 2])], actors: 3) == nil)
    #expect(CoalitionStructure([Coalition([0])], actors: 2) == nil)
  }

  @Test func `of three firms: a merger of two does not pay`() throws {
    let cournot = PartitionGame.cournot(actors: 3, margin: 1, slope: 1)
    let pair = try #require(CoalitionStructure([Coalition([0, 1]), Coalition([2])], actors: 3))
    #expect(cournot.worths(in: .together(3)) == [Rational(1, 4)])
    #expect(cournot.worths(in: pair) == [Rational(1, 9), Rational(1, 9)])
    #expect(cournot.worths(in: .singletons(3)) == Array(repeating: Rational(1, 16), count: 3))
    let moves = MergeAndSplit(cournot).moves(from: .singletons(3))
    #expect(moves.map(\.structure) == [.together(3)])
    #expect(MergeAndSplit(cournot).stable() == [.together(3)])
  }

  @Test func `stay as they are where nothing is gained, and never where a stable one is left`() {
    var random = SplitMix64(seed: 43)
    for _ in 0..<50 {
      let game = CoalitionalGame.random(actors: 4, worths: 0...9, using: &random)
      let moves = MergeAndSplit(PartitionGame(game))
      let path = moves.path(from: .singletons(4))
      // Without externalities the total rises with every move, so that moves end.
      #expect(moves.stable().contains(path[path.count - 1]))
      let totals = path.map { PartitionGame(game).total(in: $0) }
      #expect(zip(totals, totals.dropFirst()).allSatisfy { $0 < $1 })
    }
  }

  @Test func `hold as agreements just where no member leaves and nobody joins`() {
    for sharing in [AgreementStability.Sharing.equal, .transfers] {
      let glove = AgreementStability(PartitionGame(Known.glove), sharing: sharing)
      #expect(glove.verdicts().filter(\.isStable).map(\.agreement.members) == [[0, 1, 2]])
      #expect(glove.verdict(on: Coalition([0, 1])).joining[2] != nil)
    }
    // Each has 1 alone, pairs nothing more, all three 12/5 in place of 3.
    let crowded = CoalitionalGame(actors: 3) {
      $0.count == 3 ? Rational(12, 5) : Rational($0.count)
    }
    let equal = AgreementStability(PartitionGame(crowded), sharing: .equal)
    #expect(equal.verdict(on: .all(3)).leaving == Array(repeating: Rational(1, 5), count: 3))
    #expect(equal.verdicts().filter(\.isStable).count == 3)
    let paid = AgreementStability(PartitionGame(crowded), sharing: .transfers)
    #expect(paid.verdict(on: .all(3)).leaving == Array(repeating: Rational(3, 5), count: 3))
  }
}
