import Arithmetic
import GameForms
import LinearPrograms
import TestSupport
import Testing

@testable import Equilibria

/// A symmetric game from the row actor's matrix.
private func symmetric(_ rows: [[Rational]]) -> StrategicGame {
  StrategicGame(
    rows: rows,
    columns: rows.indices.map { row in rows.indices.map { rows[$0][row] } })
}

private func text(_ strategy: [Rational]) -> String {
  strategy.map(\.description).joined(separator: " ")
}

/// Myerson 1978: all three pure equilibria, two perfect, one proper.
private let myerson = symmetric([[1, 0, -9], [0, 0, -7], [-9, -7, -7]])

@Suite struct `Perfect and proper equilibria` {
  @Test(arguments: Fixture.read("refined"))
  func `are those that independent programs find`(fixture: Fixture) throws {
    let shape = fixture.shape(1)
    func matrix(_ field: Int) -> [[Rational]] {
      let entries = fixture.numbers(field)
      return (0..<shape[0]).map { row in (0..<shape[1]).map { entries[row * shape[1] + $0] } }
    }
    let game = StrategicGame(rows: matrix(2), columns: matrix(3))
    let found = try EquilibriumEnumeration().solve(game)
    let perfect = PerfectEquilibria(found, in: game)
    #expect(perfect.isProof)
    let answers = zip(found.extreme, perfect.verdicts).map { equilibrium, verdict in
      let proper = ProperEquilibrium.test(equilibrium, in: game)
      let isProper = if case .proper = proper { 1 } else { 0 }
      return equilibrium.profile.probabilities.map(text).joined(separator: " , ")
        + " , \(verdict.isPerfect ? 1 : 0) \(isProper)"
    }
    let recorded = fixture.fields[4].split(separator: ";").map {
      $0.split(separator: " ").joined(separator: " ")
    }
    #expect(answers.sorted() == recorded.sorted())
    for (subset, isPerfect) in zip(found.maximalSubsets, perfect.isSubsetPerfect) where isPerfect {
      #expect(subset.members.allSatisfy { perfect.verdicts[$0].isPerfect })
    }
  }

  @Test func `of Myerson's game are two and one`() throws {
    let found = try EquilibriumEnumeration().solve(myerson)
    #expect(found.extreme.count == 3)
    #expect(PerfectEquilibria(found, in: myerson).verdicts.map(\.isPerfect) == [true, true, false])
    let proper = found.extreme.map { ProperEquilibrium.test($0, in: myerson) }
    #expect(
      proper == [
        .proper(rankings: [[[0], [1], [2]], [[0], [1], [2]]]), .notProper, .notProper,
      ])
  }

  @Test func `a mixture may be dominated though each of its strategies is not`() {
    // The first two together earn 3/2 where the third earns 2 and 2.
    let table: [[Rational]] = [[3, 0], [0, 3], [2, 2]]
    #expect(UndominatedSupport(of: [0], in: table).isUndominated)
    #expect(UndominatedSupport(of: [1], in: table).isUndominated)
    let both = UndominatedSupport(of: [0, 1], in: table)
    #expect(!both.isUndominated && both.isProof(of: [0, 1], in: table))
    let half = Rational(1, 2)
    #expect(both.dominator(of: [half, half, 0])?.reduce(.zero, +) == 1)
    #expect(UndominatedSupport(of: [0, 2], in: table).isProof(of: [0, 2], in: table))
    #expect(!UndominatedSupport(of: [0, 2], in: table).isProof(of: [0, 1], in: table))
  }

  @Test func `every completely mixed equilibrium is proper`() throws {
    let game = StrategicGame(rows: [[1, -1], [-1, 1]], columns: [[-1, 1], [1, -1]])
    for equilibrium in try EquilibriumEnumeration().solve(game).extreme {
      #expect(
        ProperEquilibrium.test(equilibrium, in: game) == .proper(rankings: [[[0, 1]], [[0, 1]]]))
    }
  }

  @Test func `too many ties leave properness open`() throws {
    let game = StrategicGame(shape: [8, 8], payoffs: Array(repeating: 0, count: 128))
    let profile = MixedProfile(pure: [0, 0], shape: [8, 8])
    let equilibrium = try #require(Equilibrium(verifying: profile, in: game))
    // Fubini's number of 7 is 47293; each may or may not join the strategy used.
    #expect(
      ProperEquilibrium.test(equilibrium, in: game) == .undecided(rankings: 94586 * 94586))
  }

  @Test func `and so does a deadline that is over`() throws {
    let found = try EquilibriumEnumeration().solve(myerson).extreme
    #expect(
      ProperEquilibrium.test(found[1], in: myerson, until: Deadline(seconds: 0))
        == .undecided(rankings: 4))
  }

  @Test(arguments: 1...4) func `rankings of ties are as many as counted`(strategies: Int) {
    for used in 1...strategies {
      let rankings = TieRankings(
        values: Array(repeating: 0, count: strategies), support: Array(0..<used))
      #expect(rankings.count == rankings.all.count)
      #expect(Set(rankings.all).count == rankings.count)
    }
  }
}

@Suite struct `Symmetric games` {
  @Test(arguments: Fixture.read("symmetric"))
  func `have the equilibria and stable strategies that brute force finds`(fixture: Fixture) throws {
    let (size, entries) = (fixture.shape(1)[0], fixture.numbers(2))
    let game = symmetric(
      (0..<size).map { row in (0..<size).map { entries[row * size + $0] } })
    func recorded(_ field: Int) -> [String] {
      let points = fixture.fields[field]
      guard points != "none" else { return [] }
      return points.split(separator: ";").map {
        $0.split(separator: " ").joined(separator: " ")
      }
    }
    let found = try SymmetricEquilibria.solve(game)
    let stable = try EvolutionaryStability.solve(game).strategies
    #expect(found.extreme.map(text).sorted() == recorded(3).sorted())
    #expect(stable.map(text).sorted() == recorded(4).sorted())
    for strategy in stable {
      #expect(found.extreme.contains(strategy))
      #expect(EvolutionaryStability.isStable(strategy, in: game.matrix(of: 0)))
    }
    for set in found.maximalSets {
      let share = Rational(1, set.count)
      let centre = (0..<size).map { place in
        set.reduce(Rational.zero) { $0 + share * found.extreme[$1][place] }
      }
      #expect(Equilibrium(verifying: MixedProfile([centre, centre]), in: game) != nil)
    }
    #expect(Set(found.maximalSets.joined()).count == found.extreme.count)
  }

  @Test func `hawks and doves mix by value over cost`() throws {
    let game = symmetric([[Rational(-1, 2), 2], [0, 1]])
    let mixed = [Rational(2, 3), Rational(1, 3)]
    #expect(try EvolutionaryStability.solve(game).strategies == [mixed])
    #expect(try SymmetricEquilibria.solve(game).extreme == [mixed])
  }

  @Test func `rock, paper, scissors is stable only where winning pays more than losing costs`()
    throws
  {
    func stable(_ win: Rational) throws -> Int {
      try EvolutionaryStability.solve(symmetric([[0, -1, win], [win, 0, -1], [-1, win, 0]]))
        .strategies.count
    }
    #expect(try stable(2) == 1)
    #expect(try stable(1) == 0)
    #expect(try stable(Rational(1, 2)) == 0)
  }

  @Test func `where all earn the same every strategy is an equilibrium and none is stable`() throws
  {
    let game = symmetric(Array(repeating: [1, 1, 1], count: 3))
    let found = try SymmetricEquilibria.solve(game)
    #expect(found.extreme.count == 3 && found.maximalSets == [[0, 1, 2]])
    #expect(try EvolutionaryStability.solve(game).strategies.isEmpty)
  }

  @Test func `are told from others`() {
    let game = StrategicGame(rows: [[3, 1], [4, 2]], columns: [[3, 4], [1, 5]])
    #expect(throws: SymmetryRefusal.payoffsDiffer(profile: 3, mirror: 3)) {
      try EvolutionaryStability.solve(game)
    }
    #expect(throws: SymmetryRefusal.needsTwoActors(actors: 1)) {
      try SymmetricEquilibria.solve(StrategicGame(shape: [2], payoffs: [0, 0]))
    }
    let large = symmetric(Array(repeating: Array(repeating: 0, count: 17), count: 17))
    #expect(throws: SymmetryRefusal.tooManyStrategies(count: 17, limit: 16)) {
      try EvolutionaryStability.solve(large)
    }
  }

  @Test func `strict copositivity is less than being positive definite`() {
    let form: [[Rational]] = [[1, 2], [2, 1]]
    #expect(StrictCopositivity(matrix: form, free: []).holds)
    #expect(!StrictCopositivity(matrix: form, free: [0, 1]).holds)
    #expect(!StrictCopositivity(matrix: [[1, -1], [-1, 1]], free: []).holds)
    #expect(StrictCopositivity(matrix: [[2, -1], [-1, 2]], free: [0]).holds)
  }
}

@Suite struct `Degenerate games and best equilibria` {
  @Test(arguments: Fixture.read("known-games") + Fixture.read("random-bimatrix"))
  func `agree with the list of all equilibria`(fixture: Fixture) throws {
    let game = StrategicGame(
      shape: fixture.shape(1),
      payoffs: zip(fixture.numbers(2), fixture.numbers(3)).flatMap { [$0, $1] })
    let found = try EquilibriumEnumeration().solve(game)
    switch try Degeneracy.test(game) {
    case .nondegenerate:
      // Then equilibria are isolated, odd in number, with supports of equal size.
      #expect(found.maximalSubsets.allSatisfy(\.isPoint) && found.extreme.count % 2 == 1)
      #expect(
        found.extreme.allSatisfy { $0.profile.supports[0].count == $0.profile.supports[1].count })
    case .degenerate(let witness):
      #expect(witness.isProof)
    case .unknown:
      Issue.record("there was no limit")
    }
    // No equilibrium between the extreme ones is better than the best of them.
    for objective in CorrelatedEquilibria.Objective.all(actors: 2) {
      let best = try #require(BestEquilibria.find(among: found.extreme, for: objective))
      for subset in found.maximalSubsets {
        let centre = [subset.rows, subset.columns].map { vertices in
          vertices[0].indices.map { place in
            vertices.reduce(Rational.zero) { $0 + $1[place] } / Rational(vertices.count)
          }
        }
        #expect(
          objective.value(of: game.expectedPayoffs(of: MixedProfile(centre))) <= best.value)
      }
      #expect(
        best.equilibria.allSatisfy {
          objective.value(of: found.extreme[$0].payoffs) == best.value
        })
    }
  }

  @Test func `a tie against a mixture is found too`() throws {
    // No pure strategy has two best replies; an even mixture of both rows has three.
    let game = StrategicGame(
      rows: [[2, 0, 1], [1, 3, 0]], columns: [[2, 0, 1], [0, 2, 1]])
    let half = Rational(1, 2)
    guard case .degenerate(let witness) = try Degeneracy.test(game) else {
      Issue.record("not found")
      return
    }
    #expect(
      witness.actor == 0 && witness.strategy == [half, half] && witness.replies == [0, 1, 2])
    #expect(witness.isProof)
  }
}

@Suite struct `Rationalizable strategies` {
  @Test(arguments: Fixture.read("iterated-dominance"))
  func `are what iterated strict dominance leaves, each a best reply to its belief`(
    fixture: Fixture
  ) throws {
    let game = StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2))
    let found = Rationalizability.solve(game)
    #expect(found.isProof && found.completeness == .complete)
    let survivors = fixture.fields[4].split(separator: ":")[1].split(separator: "/").map {
      $0.split(separator: " ").compactMap { Int($0) }
    }
    #expect(found.strategies.map { $0.map(\.strategy) } == survivors)
    for (actor, list) in found.strategies.enumerated() {
      for justified in list {
        #expect(justified.belief.map(\.probability).isDistribution)
        let values = (0..<game.shape[actor]).map { strategy in
          justified.belief.reduce(Rational.zero) {
            let profile = game.deviation(from: $1.profile, of: actor, to: strategy)
            return $0 + $1.probability * game.payoff(at: profile, of: actor)
          }
        }
        #expect(values.max() == values[justified.strategy])
        for possibility in justified.belief {
          let profile = game.profile(at: possibility.profile)
          #expect(profile.indices.allSatisfy { survivors[$0].contains(profile[$0]) })
        }
      }
    }
  }
}
