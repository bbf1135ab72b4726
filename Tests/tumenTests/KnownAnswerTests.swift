import Scenarios
import Testing

@testable import tumen

/// Games whose answers are known, through the command line.
@Suite struct `Known answers` {
  struct Known: CustomTestStringConvertible, Sendable {
    let name: String
    /// Cells of the matrix, first the row player's payoff, as Gambit lists them.
    let shape: String
    let payoffs: String
    let options: [String]
    /// What the JSON of the solution holds, by key.
    let expected: [(key: String, json: String)]
    var testDescription: String { name }
  }

  private static let games: [Known] = [
    Known(
      name: "von Stengel's game, label 1", shape: "3 2", payoffs: "3 3  2 2  0 3  3 2  5 6  6 1",
      options: ["--concept", "lemke-howson", "--label", "1"],
      expected: [("profile", #"{"P":{"1":"1"},"Q":{"1":"1"}}"#)]),
    Known(
      name: "von Stengel's game, label 2", shape: "3 2", payoffs: "3 3  2 2  0 3  3 2  5 6  6 1",
      options: ["--concept", "lemke-howson", "--label", "2"],
      expected: [("profile", #"{"P":{"2":"1/3","3":"2/3"},"Q":{"1":"1/3","2":"2/3"}}"#)]),
    Known(
      name: "cycling", shape: "3 3", payoffs: "0 1  0 1  1 0  0 0  1 1  1 0  0 1  1 0  0 2",
      options: ["--concept", "lemke-howson", "--label", "1"],
      expected: [("profile", #"{"P":{"2":"2/3","3":"1/3"},"Q":{"2":"1"}}"#)]),
    Known(
      name: "all zero", shape: "2 2", payoffs: "0 0  0 0  0 0  0 0", options: [],
      expected: [
        ("components", "[[0]]"), ("indices", "[1]"), ("joins", "[]"),
      ]),
    Known(
      name: "one component, two subsets", shape: "2 2", payoffs: "1 1  0 0  1 1  1 1", options: [],
      expected: [
        ("components", "[[0,1]]"), ("indices", "[1]"),
        ("joins", #"[{"maximalSubsets":[0,1],"equilibria":[1]}]"#),
      ]),
    Known(
      name: "two components", shape: "3 2", payoffs: "1 2  0 0  1 0  1 1  1 1  0 1", options: [],
      expected: [("components", "[[0],[1]]"), ("indices", "[1,0]"), ("joins", "[]")]),
    Known(
      name: "upper triangle", shape: "3 3",
      payoffs: "-1 1  -1 1  -1 1  1 -1  -1 1  -1 1  1 -1  1 -1  -1 1",
      options: ["--concept", "zero-sum"],
      expected: [("values", #"{"P":"-1","Q":"1"}"#), ("unique", "false")]),
    Known(
      name: "biased rock, paper, scissors", shape: "3 3",
      payoffs: "0 0  1/4 -1/4  -1/2 1/2  -1/4 1/4  0 0  1/20 -1/20  1/2 -1/2  -1/20 1/20  0 0",
      options: ["--concept", "zero-sum"],
      expected: [
        ("values", #"{"P":"0","Q":"0"}"#),
        (
          "strategies",
          #"{"P":{"1":"1/16","2":"5/8","3":"5/16"},"Q":{"1":"1/16","2":"5/8","3":"5/16"}}"#
        ),
      ]),
    Known(
      name: "hawk and dove", shape: "2 2", payoffs: "-1/2 -1/2  0 2  2 0  1 1",
      options: ["--concept", "ess"],
      expected: [("profile", #"{"P":{"1":"2/3","2":"1/3"},"Q":{"1":"2/3","2":"1/3"}}"#)]),
    Known(
      name: "repeated prisoner's dilemma", shape: "2 2", payoffs: "9 9  10 1  1 10  3 3",
      options: ["--concept", "subgame-perfect-payoffs", "--delta", "3/4"],
      expected: [
        ("utilities", #"{"P":"3","Q":"3"}"#), ("utilities", #"{"P":"39/4","Q":"3"}"#),
        ("utilities", #"{"P":"9","Q":"9"}"#), ("utilities", #"{"P":"3","Q":"39/4"}"#),
      ]),
  ]

  @Test(arguments: games)
  func `are found`(_ known: Known) {
    let path = CommandRun.temporaryFile(
      "known-\((known.name + (known.options.last ?? "")).filter { $0.isLetter || $0.isNumber }).nfg",
      "NFG 1 R \"\(known.name)\" { \"P\" \"Q\" } { \(known.shape) }\n\n\(known.payoffs)\n")
    let run = CommandRun(["solve", path, "--format", "json"] + known.options)
    #expect(run.status == .done, "\(run.messages)")
    let packed = run.output.filter { !$0.isWhitespace }
    for (key, json) in known.expected {
      #expect(packed.contains("\"\(key)\":" + json.filter { !$0.isWhitespace }), "\(run.output)")
    }
  }

  /// A prize worth v goes to who alone goes for it; staying away is worth 1.
  @Test(arguments: [(3, 4, 0.5), (3, 2, 0.7071067811865475), (4, 8, 0.5)])
  func `the symmetric equilibrium of anti-coordination stays away with v^(-1/(N-1))`(
    actors: Int, prize: Int, away: Double
  ) throws {
    let profiles = 1 << actors
    let payoffs = (0..<profiles).map { profile in
      (0..<actors).map { actor in
        profile >> actor & 1 == 0 ? "1" : profile == 1 << actor ? "\(prize)" : "0"
      }.joined(separator: " ")
    }
    let names = (0..<actors).map { "\"P\($0)\"" }.joined(separator: " ")
    let shape = Array(repeating: "2", count: actors).joined(separator: " ")
    let path = CommandRun.temporaryFile(
      "anti-\(actors)-\(prize).nfg",
      "NFG 1 R \"anti\" { \(names) } { \(shape) }\n\n\(payoffs.joined(separator: " "))\n")
    let run = CommandRun("solve", path, "--concept", "nash", "--format", "json")
    let json = try Document.read(json: run.output, file: "output")
    let solution = try #require(json.at("solutions")?.items.first)
    #expect(solution.at("status")?.text == "complete")
    let symmetric = (solution.at("equilibria")?.items ?? []).filter { equilibrium in
      (0..<actors).allSatisfy { actor in
        let share = equilibrium.at("profile")?.at("P\(actor)")?.at("1")?.text
        return share.flatMap(Double.init).map { abs($0 - away) < 1e-12 } ?? false
      }
    }
    #expect(symmetric.count == 1)
  }
}
