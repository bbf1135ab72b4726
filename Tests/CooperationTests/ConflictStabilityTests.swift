import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import TestSupport
import Testing

@Suite struct `Conflict graphs` {
  /// One line of the recorded answers of the brute force in make_conflict_fixtures.py.
  struct Recorded {
    let graph: ConflictGraph
    /// `stable[row][actor]`: a bit a state.
    let stable: [[String]]
    let together: [String]

    init(_ fixture: Fixture) {
      let fields = fixture.fields
      func rows(_ field: Int) -> [Substring] { fields[field].split(separator: ";") }
      func integers(_ text: some StringProtocol) -> [Int] {
        text.split(separator: " ").compactMap { Int($0) }
      }
      let preferences = zip(rows(6), rows(7)).map {
        PreferenceOrder(values: integers($0), levels: integers($1))
      }
      if fields[3] == "-" {
        let moves = rows(5).map { row in
          MoveLists(
            row.split(separator: ",", omittingEmptySubsequences: false).map { integers($0) })
        }
        graph = ConflictGraph(moves: moves, preferences: preferences)
      } else {
        let shape = fixture.shape(3)
        let codes = fields[4].split(separator: " ").map { digits in
          zip(digits, shape).reduce(0) { $0 * $1.1 + ($1.0.wholeNumberValue ?? 0) }
        }
        graph = ConflictGraph(
          choices: .init(shape: shape, codes: codes), preferences: preferences)
      }
      stable = fields[8].split(separator: ",").map { $0.split(separator: " ").map(String.init) }
      together = fields[9].split(separator: " ").map(String.init)
    }
  }

  static let recorded = Fixture.read("conflict-graphs")

  private func bits(_ states: Int, _ test: (Int) -> Bool) -> String {
    (0..<states).map { test($0) ? "1" : "0" }.joined()
  }

  @Test func `agree with brute force on 300 random conflicts`() {
    #expect(Self.recorded.count == 300)
    for fixture in Self.recorded {
      let recorded = Recorded(fixture)
      let graph = recorded.graph
      let analysis = ConflictAnalysis(graph)
      for (row, stability) in ConflictStability.allCases.enumerated()
      where recorded.stable[row] != ["-"] {
        let found = (0..<graph.actors).map { actor in
          bits(graph.states) { analysis.isStable($0, for: actor, under: stability) }
        }
        #expect(found == recorded.stable[row], "\(fixture.testDescription) \(stability)")
      }
      for (row, stability) in [ConflictStability.gmr, .smr, .seq].enumerated() {
        let found = (0..<graph.actors).map { actor in
          bits(graph.states) { analysis.isStronglyStable($0, for: actor, under: stability) }
        }
        #expect(found == recorded.stable[5 + row], "\(fixture.testDescription) strong \(stability)")
      }
      #expect(
        analysis.stabilities.contains(.sim) == (recorded.stable[4] != ["-"]),
        "\(fixture.testDescription)")
    }
  }

  @Test func `agree with brute force on what withstands every coalition`() {
    for fixture in Self.recorded {
      let recorded = Recorded(fixture)
      let found = CoalitionStability(recorded.graph)
      for (row, stability) in CoalitionStability.stabilities.enumerated() {
        let bits = bits(recorded.graph.states) { found.breaker(of: $0, under: stability) == nil }
        #expect(bits == recorded.together[row], "\(fixture.testDescription) \(stability)")
      }
    }
  }

  /// Payoffs at (C, C), (C, D), (D, C), (D, D) of a symmetric game under a Snidal weight.
  private func game(_ t: Int, _ r: Int, _ p: Int, _ s: Int, weight: Rational) throws
    -> StrategicGame
  {
    let rule = RelativeGains<Rational>.snidal([[.zero, weight], [weight, .zero]])
    let cells = [[r, r], [s, t], [t, s], [p, p]]
    return StrategicGame(
      shape: [2, 2],
      payoffs: try cells.flatMap { try rule.utilities(of: $0.map { Rational($0) }) })
  }

  @Test(arguments: [Rational(0), Rational(1, 3), Rational(9, 10)])
  func `make cooperation in the prisoner's dilemma stable against answers`(
    weight: Rational
  ) throws {
    let analysis = ConflictAnalysis(ConflictGraph(try game(4, 3, 2, 1, weight: weight)))
    #expect(analysis.equilibria(under: .nash) == [3])
    for stability in [ConflictStability.gmr, .smr, .seq] {
      #expect(analysis.equilibria(under: stability) == [0, 3])
    }
  }

  @Test func `make cooperation in chicken stable against answers that hurt those who give them`()
    throws
  {
    let analysis = ConflictAnalysis(ConflictGraph(try game(4, 3, 1, 2, weight: .zero)))
    #expect(analysis.equilibria(under: .nash) == [1, 2])
    #expect(analysis.equilibria(under: .seq) == [1, 2])
    #expect(analysis.equilibria(under: .gmr) == [0, 1, 2])
    #expect(analysis.equilibria(under: .smr) == [0, 1, 2])
  }

  private static func randomGraphs(_ count: Int, seed: UInt64) -> [ConflictGraph] {
    var random = SplitMix64(seed: seed)
    return (0..<count).map { _ in
      .random(
        actors: .random(in: 1...4, using: &random), states: .random(in: 1...12, using: &random),
        density: .random(in: 0.05...0.6, using: &random),
        values: 0...(.random(in: 1...12, using: &random)), using: &random)
    }
  }

  @Test func `keep the inclusions of stabilities`() {
    for graph in Self.randomGraphs(300, seed: 5) {
      let analysis = ConflictAnalysis(graph)
      for state in 0..<graph.states {
        for actor in 0..<graph.actors {
          func stable(_ stability: ConflictStability) -> Bool {
            analysis.isStable(state, for: actor, under: stability)
          }
          #expect(!stable(.nash) || (stable(.seq) && stable(.smr)))
          #expect(!stable(.seq) || stable(.gmr))
          #expect(!stable(.smr) || stable(.gmr))
          for stability in [ConflictStability.gmr, .smr, .seq] {
            #expect(
              !analysis.isStronglyStable(state, for: actor, under: stability) || stable(stability))
          }
        }
      }
    }
  }

  @Test func `narrate sanctions that are legal, hurt, and are credible where they must be`() {
    for graph in Self.randomGraphs(200, seed: 8) {
      let analysis = ConflictAnalysis(graph)
      for state in 0..<graph.states {
        for actor in 0..<graph.actors {
          for stability in [ConflictStability.gmr, .smr, .seq] {
            let verdict = analysis.verdict(on: state, for: actor, under: stability)
            #expect(verdict.isStable == analysis.isStable(state, for: actor, under: stability))
            for answered in verdict.improvements {
              #expect(graph.preferences[actor].prefers(answered.improvement, to: state))
              guard let steps = answered.sanction else { continue }
              let moves = stability == .seq ? analysis.improvements : graph.moves
              expectLegal(steps, from: answered.improvement, by: moves)
              #expect(steps.allSatisfy { $0.actor != actor })
              let end = steps.last?.state ?? answered.improvement
              #expect(!graph.preferences[actor].prefers(end, to: state))
            }
          }
        }
      }
    }
  }

  @Test func `lead from the status quo by the shortest legal ways`() {
    for graph in Self.randomGraphs(100, seed: 13) {
      let analysis = ConflictAnalysis(graph)
      let ways = StatusQuoAnalysis(analysis, from: 0)
      #expect(ways.path(to: 0) == [])
      for state in 1..<max(1, graph.states) {
        if let path = ways.improvingPath(to: state) {
          expectLegal(path, from: 0, by: analysis.improvements)
          #expect(path.last?.state == state)
          #expect((ways.path(to: state)?.count ?? .max) <= path.count)
        }
        if let path = ways.path(to: state) { expectLegal(path, from: 0, by: graph.moves) }
      }
    }
  }

  private func expectLegal(_ steps: [ConflictStep], from start: Int, by moves: [MoveLists]) {
    var state = start
    for (place, step) in steps.enumerated() {
      #expect(moves[step.actor][state].contains(Int32(step.state)))
      #expect(place == 0 || steps[place - 1].actor != step.actor)
      state = step.state
    }
  }

  @Test func `are stable exactly where the conditions on the order are met`() {
    var random = SplitMix64(seed: 21)
    for graph in Self.randomGraphs(60, seed: 34) {
      let analysis = ConflictAnalysis(graph)
      let actor = Int.random(in: 0..<graph.actors, using: &random)
      let state = Int.random(in: 0..<graph.states, using: &random)
      for stability in [ConflictStability.nash, .gmr, .smr, .seq] {
        let conditions = StabilityConditions(
          analysis, state: state, actor: actor, stability: stability)
        #expect(conditions.areMet == analysis.isStable(state, for: actor, under: stability))
        // The same conditions judge any other order of this decision maker.
        for _ in 0..<5 {
          var orders = graph.preferences
          let values = (0..<graph.states).map { _ in Int.random(in: 0...5, using: &random) }
          orders[actor] = PreferenceOrder(values: values)
          let other = ConflictAnalysis(ConflictGraph(moves: graph.moves, preferences: orders))
          let met = conditions.conditions.allSatisfy { condition in
            condition.alternatives.contains { $0.allSatisfy { values[$0] <= values[state] } }
          }
          #expect(met == other.isStable(state, for: actor, under: stability))
        }
      }
    }
  }

  @Test func `may return to a decision maker within a sanction, never twice in a row`() {
    // 0 improves from a to b; 1 moves b to c, 2 moves c to d, 1 again d to e, the only bad state.
    let moves = [
      MoveLists([[1], [], [], [], []]), MoveLists([[], [2], [], [4], []]),
      MoveLists([[], [], [3], [], []]),
    ]
    let orders = [[1, 2, 2, 2, 0], [0, 0, 0, 0, 0], [0, 0, 0, 0, 0]].map {
      PreferenceOrder(values: $0)
    }
    let returning = ConflictAnalysis(ConflictGraph(moves: moves, preferences: orders))
    #expect(returning.isStable(0, for: 0, under: .gmr))
    let verdict = returning.verdict(on: 0, for: 0, under: .gmr)
    #expect(verdict.improvements[0].sanction?.map(\.actor) == [1, 2, 1])

    var inARow = moves
    inARow[1] = MoveLists([[], [2], [3], [4], []])
    inARow[2] = MoveLists([[], [], [], [], []])
    let forbidden = ConflictAnalysis(ConflictGraph(moves: inARow, preferences: orders))
    #expect(!forbidden.isStable(0, for: 0, under: .gmr))
  }
}
