import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

/// What independent programs say of 500 games each; `make_agreement.py` names them.
///
/// Recorded values are rounded to 6 or 7 places.
@Suite struct `Agreement on five hundred games of two` {
  /// A line of `agreement-two`.
  private struct Line {
    let name: String
    let game: StrategicGame
    let fixture: Fixture

    static let all = Fixture.read("agreement-two").map { fixture in
      Line(
        name: fixture.fields[0],
        game: StrategicGame(
          shape: fixture.shape(1),
          payoffs: zip(fixture.numbers(2), fixture.numbers(3)).flatMap { [$0, $1] }),
        fixture: fixture)
    }

    var equilibria: [MixedProfile] {
      fixture.fields[4].split(separator: ";").map { equilibrium in
        MixedProfile(equilibrium.split(separator: ",").map { Fixture.numbers($0) })
      }
    }
  }

  @Test func `all, pure and best equilibria`() throws {
    #expect(Line.all.count == 500)
    for line in Line.all {
      let found = try EquilibriumEnumeration().solve(line.game)
      #expect(Set(found.extreme.map(\.profile)) == Set(line.equilibria), "\(line.name)")
      let pure = PureEquilibria.solve(line.game).map {
        MixedProfile(pure: line.game.profile(at: $0), shape: line.game.shape)
      }
      let recorded = line.equilibria.filter { $0.supports.allSatisfy { $0.count == 1 } }
      #expect(Set(pure) == Set(recorded), "\(line.name)")
      let welfare = line.equilibria.map { profile in
        line.game.expectedPayoffs(of: profile).reduce(.zero, +)
      }
      let best = BestEquilibria.find(among: found.extreme, for: .welfare)
      #expect(best?.value == welfare.max(), "\(line.name)")
    }
  }

  @Test func `perfect equilibria`() throws {
    for line in Line.all {
      let found = try EquilibriumEnumeration().solve(line.game)
      let perfect = PerfectEquilibria(found, in: line.game)
      let own = zip(found.extreme, perfect.verdicts).filter(\.1.isPerfect).map(\.0.profile)
      let recorded = zip(line.equilibria, line.fixture.numbers(5)).filter { $0.1 == .one }.map(\.0)
      #expect(Set(own) == Set(recorded), "\(line.name)")
    }
  }

  @Test func `ends of Lemke and Howson's paths where ties do not matter`() throws {
    var compared = 0
    for line in Line.all {
      guard case .nondegenerate = try Degeneracy.test(line.game) else { continue }
      let words = line.fixture.fields[6].split(separator: " ").map { Int($0) }
      for (label, place) in words.enumerated() {
        guard let place else { continue }
        let path = try LemkeHowson(label: label).solve(line.game)
        #expect(path.equilibrium?.profile == line.equilibria[place], "\(line.name), \(label)")
        compared += 1
      }
    }
    #expect(compared > 400)
  }

  @Test func `values of matrices`() throws {
    for line in Line.all {
      let value = try #require(line.fixture.numbers(7).first).double
      let zeroSum = StrategicGame(
        shape: line.game.shape,
        payoffs: line.fixture.numbers(2).flatMap { [$0, -$0] })
      let solution = try ZeroSumSolution.solve(zeroSum)
      #expect(solution.isProof && abs(solution.values[0].double - value) < 2e-6, "\(line.name)")
      let level = SecurityLevels.solve(line.game).levels[0].value
      #expect(level == solution.values[0], "\(line.name)")
    }
  }

  @Test func `rationalizable strategies, which survive strict dominance`() {
    for line in Line.all {
      let recorded = line.fixture.fields[8].split(separator: "/").map {
        $0.split(separator: " ").compactMap { Int($0) }
      }
      let own = Rationalizability.solve(line.game)
      #expect(own.isProof && own.strategies.map { $0.map(\.strategy) } == recorded, "\(line.name)")
      let left = IteratedDominance(.strict, by: .mixed).solve(line.game).remaining
      #expect(left == recorded, "\(line.name)")
    }
  }

  @Test(arguments: CorrelatedEquilibria.Kind.allCases)
  func `best correlated equilibria`(kind: CorrelatedEquilibria.Kind) {
    for line in Line.all {
      let recorded = line.fixture.numbers(kind == .told ? 9 : 10)
      let own = CorrelatedEquilibria.solve(line.game, kind).points
      #expect(own.count == 4 && own.allSatisfy(\.evidence.isProof))
      for (point, value) in zip(own, recorded) {
        #expect(abs((point.value - value).double) < 2e-6, "\(line.name), \(point.objective)")
      }
    }
  }
}

@Suite struct `Agreement on five hundred games of more actors` {
  private struct Line {
    let name: String
    let game: StrategicGame
    let equilibria: [[Double]]
    let fixture: Fixture

    static let all = Fixture.read("agreement-many").map { fixture in
      Line(
        name: fixture.fields[0],
        game: StrategicGame(shape: fixture.shape(1), payoffs: fixture.numbers(2)),
        equilibria: fixture.fields[3].split(separator: ";").map {
          Fixture.numbers($0).map(\.double)
        }, fixture: fixture)
    }

    /// How far a profile is from the nearest recorded equilibrium.
    func distance(_ probabilities: [[Double]]) -> Double {
      equilibria.map { zip($0, probabilities.joined()).map { abs($0 - $1) }.max() ?? .infinity }
        .min() ?? .infinity
    }
  }

  @Test func `all equilibria`() throws {
    #expect(Line.all.count == 500)
    var compared = 0
    for line in Line.all {
      let found = try SupportEnumeration().solve(line.game)
      for recorded in line.equilibria {
        let distances = found.equilibria.map { own in
          zip(recorded, own.probabilities.joined()).map { abs($0 - $1) }.max() ?? .infinity
        }
        #expect(distances.contains { $0 < 1e-5 }, "\(line.name)")
      }
      // Where payoffs happen to tie there may be more, and what stays undecided is named.
      guard found.completeness == .complete else {
        #expect(!found.undecided.isEmpty)
        continue
      }
      #expect(found.equilibria.count == line.equilibria.count, "\(line.name)")
      compared += 1
      let pure = line.fixture.fields[4].split(separator: " ").compactMap { Int($0) }
      #expect(PureEquilibria.solve(line.game) == pure, "\(line.name)")
    }
    #expect(compared > 450)
  }

  @Test func `one equilibrium by polymatrix approximations`() {
    for line in Line.all {
      let found = IteratedPolymatrix(line.game).solve()
      let distance = found.probabilities.map(line.distance)
      #expect(distance.map { $0 < 1e-5 } ?? false, "\(line.name), \(found.approximations)")
    }
  }

  @Test func `one equilibrium by tracing and by subdivision`() {
    for line in Line.all {
      let traced = LogarithmicTracing(line.game).solve()
      #expect(line.distance(traced.probabilities) < 1e-5, "\(line.name)")
      let simplicial = SimplicialSubdivision().solve(line.game)
      // Where the point is proved it is exact to its radius, else only near.
      #expect(
        line.distance(simplicial.probabilities) < (simplicial.radius == nil ? 0.02 : 1e-5),
        "\(line.name)")
    }
  }

  @Test func `quantal responses`() {
    for line in Line.all {
      let recorded = line.fixture.numbers(5).map(\.double)
      let last = LogitPath(line.game).principalBranch(to: 0.03).points.last
      let own = last.map { Array($0.probabilities.joined()) } ?? []
      #expect(own.count == recorded.count)
      #expect(zip(own, recorded).allSatisfy { abs($0 - $1) < 1e-5 }, "\(line.name)")
    }
  }
}

@Suite struct `Agreement on five hundred trees` {
  private struct Line {
    let name: String
    let game: ExtensiveGame
    let fixture: Fixture

    static func all() throws -> [Line] {
      try Fixture.read("agreement-trees").map { fixture in
        Line(
          name: fixture.fields[0], game: try fixture.tree(sets: 1, nodes: 2), fixture: fixture)
      }
    }
  }

  @Test func `all subgame-perfect equilibria in pure strategies`() throws {
    let lines = try Line.all()
    #expect(lines.count == 500)
    for line in lines {
      let recorded = line.fixture.fields[3].split(separator: ";").map {
        $0.split(separator: " ").compactMap { Int($0) }
      }
      let answer = try BackwardInduction().solve(line.game)
      // Where an actor's own play never leads any action will do.
      let own = answer.equilibria.flatMap { equilibrium in
        (equilibrium.profile.pure ?? []).enumerated().reduce([[Int]]([[]])) { plans, choice in
          let actions =
            equilibrium.free.contains(choice.offset)
            ? Array(0..<line.game.sets[choice.offset].actions) : [choice.element]
          return plans.flatMap { plan in actions.map { plan + [$0] } }
        }
      }
      #expect(Set(own) == Set(recorded.filter { !$0.isEmpty }), "\(line.name)")
    }
  }

  @Test func `pure equilibria of the reduced strategic form`() throws {
    for line in try Line.all() {
      let form = try ReducedStrategicForm(line.game).game
      let own = PureEquilibria.solve(form).map { profile in
        (0..<2).map { form.payoff(at: profile, of: $0) }
      }
      let recorded = line.fixture.fields[4].split(separator: ";").map { Fixture.numbers($0) }
      #expect(Set(own) == Set(recorded.filter { !$0.isEmpty }), "\(line.name)")
    }
  }

  @Test func `the value of the first actor's payoffs by the sequence form`() throws {
    for line in try Line.all() {
      let value = try #require(line.fixture.numbers(5).first).double
      let game = try ExtensiveGame(
        actors: 2, sets: line.game.sets,
        nodes: line.game.nodes.map { node in
          guard case .end(let payoffs) = node.kind else { return node.kind }
          return .end(payoffs: [payoffs[0], -payoffs[0]])
        })
      let answer = try SequenceForm(game).solve()
      #expect(answer.isExact && abs(answer.lower.double - value) < 2e-6, "\(line.name)")
      let lemke = try SequenceFormLemke(game).solve()
      #expect(game.expectedPayoffs(of: lemke.profile)[0] == answer.lower, "\(line.name)")
    }
  }
}
