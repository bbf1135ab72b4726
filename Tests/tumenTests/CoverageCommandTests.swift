import Scenarios
import Testing

@testable import tumen

@Suite struct `The page of coverage` {
  @Test func `is the one in Games, up to date`() throws {
    let page = try InputFile.text(of: CommandRun.home + "/Games/README.md")
    let run = CommandRun("games", "--coverage")
    #expect(run.output == page, "write it again: tumen games --coverage > Games/README.md")
    // Every situation has a game, or a reason why not.
    #expect(run.status == .done && run.messages.isEmpty)
  }

  @Test func `names every situation once, with its games`() throws {
    let run = CommandRun("games", "--coverage", "--format", "json")
    let lines = try Document.read(json: run.output, file: "output").items
    let ids = lines.compactMap { $0.at("id")?.text }
    #expect(Set(ids).count == ids.count && ids.count > 100)
    let lease = lines.first { $0.at("id")?.text == "C2" }
    #expect(
      lease?.at("games")?.items.compactMap(\.text).contains("tumen-programme/land-lease") == true)
    #expect(lease?.at("none")?.text == "null")
  }

  @Test func `comes as a page or as JSON`() {
    let run = CommandRun("games", "--coverage", "--format", "csv")
    #expect(run.status == .wrongInput)
    #expect(run.messages == "tumen: --coverage answers in text or json\n")
  }
}
