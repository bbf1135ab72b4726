import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

private let prisoners = StrategicGame(shape: [2, 2], payoffs: [3, 3, 0, 5, 5, 0, 1, 1])

private func play(
  _ names: [String], rounds: Int = 200, repetitions: Int = 1, noise: Double = 0, seed: UInt64 = 1,
  in game: StrategicGame = prisoners
) throws -> TournamentResult {
  let field = try names.map { try #require(TournamentStrategy.named($0)) }
  return try #require(
    Tournament(
      field: field, rounds: rounds, repetitions: repetitions, noise: noise, seed: seed
    ).play(game, cooperation: [0, 0]))
}

@Suite struct `Tournaments` {
  @Test func `of tit for tat against defection end 199 to 204 (A16)`() throws {
    let result = try play(["tit-for-tat", "always-defect"])
    #expect(result.scores == [[199], [204]])
  }

  @Test func `of three tit for tat and two defectors give 1598 and 812 each (A16)`() throws {
    let result = try play(
      Array(repeating: "tit-for-tat", count: 3) + ["always-defect", "always-defect"])
    #expect(result.scores == [[1598], [1598], [1598], [812], [812]])
    #expect(result.ranking == [0, 1, 2, 3, 4])
  }

  @Test(arguments: Fixture.read("axelrod-matches"))
  func `of certain strategies give what Axelrod's library gives`(fixture: Fixture) throws {
    let result = try play([fixture.fields[0], fixture.fields[1]], rounds: 200)
    let moves = fixture.numbers(2)
    #expect(result.scores.flatMap { $0 } == moves)
  }

  @Test(arguments: Fixture.read("axelrod-first-field"))
  func `of Axelrod's first field give its scores within what chance allows`(fixture: Fixture) throws
  {
    let result = try play(TournamentStrategy.axelrodFirst, repetitions: 60, seed: 7)
    let place = try #require(result.names.firstIndex(of: fixture.fields[0]))
    let recorded = fixture.numbers(1)
    let (mean, error) = (recorded[0].double, recorded[1].double)
    // Both are means of chance: five standard errors of their difference.
    #expect(
      abs(result.perRound(of: place).double - mean) < 5 * error,
      "\(result.perRound(of: place).double) \(mean) \(error)")
  }

  @Test func `depend on the seed alone, and on it only where there is chance`() throws {
    let names = TournamentStrategy.axelrodFirst
    #expect(try play(names, seed: 3) == play(names, seed: 3))
    #expect(try play(names, seed: 3) != play(names, seed: 4))
    let certain = ["tit-for-tat", "grim", "pavlov", "davis", "shubik"]
    #expect(try play(certain, seed: 3) == play(certain, seed: 4))
    #expect(try play(certain, noise: 0.1, seed: 3) != play(certain, noise: 0.1, seed: 4))
  }

  @Test func `pay in sums of payoffs, and noise of one turns every move`() throws {
    let result = try play(TournamentStrategy.all.map(\.name), noise: 0.05)
    for one in result.names.indices {
      for other in result.names.indices where one != other {
        #expect(result.meetings[one][other] == 200)
        let sum = result.earnings[one][other] + result.earnings[other][one]
        #expect(sum >= 400 && sum <= 1200)
      }
    }
    let turned = try play(["always-cooperate", "always-defect"], noise: 1)
    #expect(turned.scores == [[1000], [0]])
  }

  @Test func `play a lopsided game from both sides`() throws {
    let lopsided = StrategicGame(shape: [2, 2], payoffs: [3, 2, 0, 5, 5, 0, 1, 1])
    let result = try play(["always-cooperate", "tit-for-tat"], in: lopsided)
    #expect(result.scores == [[1000], [1000]])
    #expect(result.meetings[0][1] == 400)
  }
}

@Suite struct `Automata` {
  @Test func `of known strategies have only states that can be reached`() {
    for automaton in Automaton.known {
      var reached = [0]
      var next = 0
      while next < reached.count {
        for state in automaton.states[reached[next]].next where !reached.contains(state) {
          reached.append(state)
        }
        next += 1
      }
      #expect(reached.count == automaton.states.count, "\(automaton.name)")
    }
  }

  @Test func `forgive or not as they should in noise`() throws {
    func score(_ name: String) throws -> Double {
      try play([name, name], rounds: 2000, repetitions: 20, noise: 0.01).perRound(of: 0).double
    }
    // Two tit for tat with noise spend as much time in each of the four pairs of moves.
    #expect(abs(try score("tit-for-tat") - 2.25) < 0.15)
    #expect(try score("pavlov") > 2.8)
    #expect(try score("contrite-tit-for-tat") > 2.9)
    #expect(try score("grim") < 1.3)
  }
}
