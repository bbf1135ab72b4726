import Scenarios
import TestSupport
import Testing

@testable import tumen

@Suite struct `Incomplete information on the command line` {
  @Test func `says what each type does and expects`() {
    let run = CommandRun("solve", "bluff", "--concept", "bayesian-nash", "--format", "json")
    #expect(run.status == .done && run.output.contains("\"status\": \"complete\""))
    // Given a holder that gives way both types fight, and then the holder fights if the weak are
    // many: 2 (1 - p) - p > 0, so that there is none in pure strategies below p = 2/3.
    for (p, count) in [("1/2", 0), ("3/4", 1)] {
      let csv = CommandRun(
        "solve", "bluff", "--concept", "bayesian-nash", "--set", "p=\(p)", "--format", "csv")
      #expect(csv.output.split(separator: "\n").count == 1 + 3 * count, "\(csv.output)")
    }
    let mixed = CommandRun("solve", "bluff", "--concept", "nash", "--format", "csv")
    #expect(mixed.output.contains("fight/yield") || mixed.output.contains("strong:fight"))
  }

  @Test func `reads back what it writes, as a game file and as a tree`() throws {
    let yaml = CommandRun("convert", "bluff", "-", "--to", "yaml").output
    let path = CommandRun.temporaryFile("bluff.yaml", yaml)
    #expect(CommandRun("convert", path, "-", "--to", "yaml").output == yaml)
    let efg = CommandRun.temporaryFile(
      "bluff.efg", CommandRun("convert", "bluff", "-", "--to", "efg").output)
    let csv = { CommandRun("solve", $0, "--concept", "security", "--format", "csv").output }
    #expect(csv(efg).split(separator: "\n").count == csv("bluff").split(separator: "\n").count)
  }

  @Test(
    arguments: [
      ("  - {challenger: weak, probability: 1 - p}\n", "", "lacks the types (weak, only)"),
      ("probability: 1 - p", "probability: p + 1", "add up to 2"),
      ("types: {challenger: [strong, weak]}", "types: {challenger: [strong, strong]}", "twice"),
      ("challenger: weak, probability", "challenger: weka, probability", "did you mean \"weak\"?"),
      (
        "types: {challenger: weak}, challenger: yield, holder: yield",
        "challenger: yield, holder: yield", "lacks the type of"
      ),
    ])
  func `that is wrong gets one line`(passage: String, other: String, line: String) throws {
    let text = try InputFile.text(of: CommandRun.home + "/Games/textbook/bluff.yaml")
    let path = CommandRun.temporaryFile(
      "broken-\(line.utf8.count).yaml",
      text.split(separator: passage, omittingEmptySubsequences: false).joined(separator: other))
    let run = CommandRun("solve", path)
    #expect(run.status == .wrongInput && run.messages.contains(line), "\(run.messages)")
  }

  @Test func `a tree of two with any payoffs is solved without its strategic form`() throws {
    let run = CommandRun("solve", "beer-quiche", "--concept", "sequence-form", "--format", "json")
    #expect(run.status == .done)
    #expect(run.output.contains("\"method\": \"Lemke's algorithm over sequences\""))
    #expect(run.output.contains("\"regret\": \"0\""))
  }

  @Test func `Kuhn poker is worth -1/18`() throws {
    let path = CommandRun.temporaryFile("kuhn.efg", FixtureFile.text("efg/kuhn.efg"))
    let run = CommandRun("solve", path, "--concept", "sequence-form")
    #expect(run.output.contains("The value to First is -1/18 (-0.05556): each secures it alone."))
  }
}

@Suite struct `The agent form` {
  @Test func `makes each information set an actor of its own`() throws {
    let run = CommandRun(
      "solve", "land-lease-concession", "--agents", "--concept", "qre", "--lambda", "1", "--format",
      "json")
    #expect(run.status == .done, "\(run.messages)")
    #expect(run.output.contains("agent form") && run.output.contains("\"lambda\""))
    let path = CommandRun.temporaryFile("kuhn-agents.efg", FixtureFile.text("efg/kuhn.efg"))
    let written = CommandRun("convert", path, "-", "--to", "nfg", "--agents")
    // Kuhn poker has twelve sets of two actions each.
    #expect(written.output.contains("NFG 1 R"))
    #expect(written.output.split(separator: "\n").count > 4096)
  }

  @Test func `is refused where there is no tree`() {
    let run = CommandRun("solve", "chicken", "--agents")
    #expect(run.status == .wrongInput && run.messages.contains("the agent form"))
  }
}
