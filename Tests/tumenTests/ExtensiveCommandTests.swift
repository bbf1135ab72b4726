import Scenarios
import TestSupport
import Testing

@testable import tumen

@Suite struct `Trees on the command line` {
  @Test func `the concession follows from doubt and not from complete information`() throws {
    let doubt = CommandRun("solve", "land-lease-concession", "--concept", "sequential")
    #expect(doubt.status == .done)
    #expect(doubt.output.contains("North Korea  asked               concede"))
    #expect(doubt.output.contains("lip service, support, concede, cool, stay away (1/2 (0.5))"))
    let known = CommandRun(
      "solve", "land-lease-concession", "--set", "p=0", "--concept", "subgame-perfect", "--format",
      "csv")
    #expect(known.status == .done)
    let rows = known.output.split(separator: "\n").filter { $0.contains(",asked,") }
    #expect(!rows.isEmpty && rows.allSatisfy { $0.contains(",asked,refuse,1,") })
    // The threshold of the note: 1/5 at the defaults.
    for (p, plays) in [("19/100", "refuse"), ("21/100", "concede")] {
      let run = CommandRun(
        "solve", "land-lease-concession", "--set", "p=\(p)", "--concept", "sequential", "--format",
        "csv")
      #expect(run.output.contains(",asked,\(plays),1,"))
    }
  }

  @Test func `messages that pool, separate or bluff are named so`() {
    let many = CommandRun("solve", "beer-quiche", "--concept", "perfect-bayesian")
    #expect(many.output.contains("plan 1: pooling"))
    let rare = CommandRun(
      "solve", "beer-quiche", "--concept", "perfect-bayesian", "--set", "p=1/10", "--format", "json"
    )
    #expect(rare.output.contains("\"kind\": \"semi-separating\""))
    let other = CommandRun("solve", "land-lease-concession", "--concept", "perfect-bayesian")
    #expect(other.status == .wrongInput && other.messages.contains("use --concept sequential"))
  }

  @Test func `every strategic concept takes a tree`() {
    for concept in ["pure", "nash", "dominance", "security", "pareto", "best-replies"] {
      let run = CommandRun("solve", "land-lease-concession", "--concept", concept)
      #expect(run.status == .done, "\(run.messages)")
    }
  }

  @Test func `a tree is converted there and back`() throws {
    let path = CommandRun.temporaryFile("tree.efg", FixtureFile.text("efg/horse.efg"))
    let yaml = CommandRun("convert", path, "-", "--to", "yaml")
    let back = CommandRun.temporaryFile("tree.yaml", yaml.output)
    let efg = CommandRun("convert", back, "-", "--to", "efg")
    #expect(efg.status == .done && efg.output.contains("EFG 2 R \"Selten's horse\""))
    #expect(CommandRun("convert", path, "-", "--to", "nfg").output.contains("NFG 1 R"))
    let strategic = CommandRun("convert", "chicken", "-", "--to", "efg")
    #expect(strategic.status == .wrongInput && strategic.messages.contains("holds trees"))
  }

  @Test func `a tree is solved and shown in every format`() throws {
    let path = CommandRun.temporaryFile("entry.efg", FixtureFile.text("efg/entry.efg"))
    let run = CommandRun("solve", path)
    #expect(run.output.contains("subgame-perfect: complete; backward induction, every tie kept"))
    #expect(run.output.contains("leads to: in, yield"))
    for format in ["json", "csv", "latex"] {
      #expect(CommandRun("solve", path, "--format", format).status == .done)
      #expect(CommandRun("show", path, "--format", format).status == .done)
    }
    let json = try Document.read(
      json: CommandRun("solve", path, "--format", "json").output, file: "output")
    #expect(json.kind == "a mapping of 3 keys")
    #expect(CommandRun("show", path).output.contains("- in: Incumbent [entered]"))
  }

  @Test func `an actor who forgets is named and another concept proposed`() {
    let path = CommandRun.temporaryFile("driver.efg", FixtureFile.text("efg/driver.efg"))
    let run = CommandRun("solve", path)
    #expect(run.status == .wrongInput)
    #expect(run.messages.contains("\"junction\", at which its actor forgets"))
  }
}
