import Scenarios
import Testing

@testable import tumen

@Suite struct `Commands about repeated games` {
  @Test func `a tournament prints the same twice, as text, JSON and CSV`() throws {
    let words = ["tournament", "axelrods-dilemma", "--repetitions", "2", "--seed", "5"]
    let run = CommandRun(words)
    #expect(run.status == .done && run.messages.isEmpty)
    #expect(run.output == CommandRun(words).output)
    #expect(run.output.contains("200 rounds, 2 repetitions, noise 0, seed 5."))
    let json = try Document.read(
      json: CommandRun(words + ["--format", "json"]).output, file: "output")
    #expect(json.at("ranking")?.items.count == 15)
    #expect(CommandRun(words + ["--format", "csv"]).output.split(separator: "\n").count == 31)
  }

  @Test(arguments: [
    (["tournament", "axelrods-dilemma", "--field", "tit-for-tta"], "did you mean"),
    (["tournament", "axelrods-dilemma", "--noise", "2"], "write a number from 0 to 1"),
    (["tournament", "axelrods-dilemma", "--noise", "x"], "is not a number"),
    (["tournament", "axelrods-dilemma", "--rounds", "0"], "from 1 to 1000000"),
    (
      ["tournament", "axelrods-dilemma", "--rounds", "999999", "--repetitions", "999"],
      "not started"
    ),
    (["tournament", "zarubino-lease"], "a game of two by two"),
    (["solve", "chicken", "--concept", "subgame-perfect-payoffs"], "write --delta 3/4"),
    (["solve", "chicken", "--concept", "subgame-perfect-payoffs", "--delta", "1"], "below 1"),
    (["solve", "zarubino-lease", "--concept", "feasible-payoffs"], "two actors"),
    (["solve", "chicken", "--concept", "critical-discount", "--penance", "0"], "from 1 to 60"),
    (["solve", "chicken", "--delta", "1/2"], "subgame-perfect-payoffs"),
  ])
  func `wrong words get one line`(words: [String], complaint: String) {
    let run = CommandRun(words)
    #expect(run.status == .wrongInput && run.output.isEmpty)
    #expect(run.messages.contains(complaint), "\(run.messages)")
    #expect(run.messages.split(separator: "\n").count == 1)
  }
}
