import Glibc
import Scenarios
import Testing

@testable import tumen

@Suite struct `The command dynamics` {
  @Test(arguments: ["replicator", "logit", "best-response", "fictitious-play", "regret-matching"])
  func `prints the same as text, JSON and CSV`(process: String) throws {
    let words = [
      "dynamics", "stag-hunt", "--process", process, "--start", "0.7,0.3;1/2", "--time", "20",
      "--steps", "4",
    ]
    let run = CommandRun(words)
    #expect(run.status == .done && run.messages.isEmpty)
    #expect(run.output == CommandRun(words).output)
    let json = try Document.read(
      json: CommandRun(words + ["--format", "json"]).output, file: "output")
    let way = try #require(json.at("trajectories")?.items.first)
    #expect(way.at("times")?.items.count == 5)
    #expect(
      way.at("states")?.items.first?.items.compactMap(\.text) == ["0.7", "0.3", "0.5", "0.5"])
    #expect(
      CommandRun(words + ["--format", "csv"]).output.split(separator: "\n").count == 6)
  }

  @Test func `lists exact rest points with their kinds`() throws {
    let run = CommandRun("dynamics", "stag-hunt", "--format", "json")
    let json = try Document.read(json: run.output, file: "output")
    let points = try #require(json.at("restPoints")?.items)
    #expect(
      points.compactMap { $0.at("kind")?.text }
        == ["stable", "source", "source", "stable", "saddle"])
    #expect(points[4].at("shares")?.items.first?.items.compactMap(\.text) == ["1/2", "1/2"])
  }

  @Test func `draws the square and the triangle`() throws {
    let cycle = CommandRun.temporaryFile(
      "cycle.nfg",
      """
      NFG 1 R "cycle" { "A" "B" } { { "rock" "paper" "scissors" } { "rock" "paper" "scissors" } } ""
      0 0 1 -1 -1 1 -1 1 0 0 1 -1 1 -1 -1 1 0 0
      """)
    let path = "/tmp/tumen-dynamics-\(getpid()).svg"
    defer {
      unlink(path)
      unlink(cycle)
    }
    for words in [["dynamics", "chicken"], ["dynamics", cycle, "--one-population"]] {
      let run = CommandRun(words + ["--svg", path])
      #expect(run.status == .done && run.messages.isEmpty, "\(run.messages)")
      let svg = try InputFile.text(of: path)
      #expect(svg.contains("<polyline") && svg.contains("rest points: "))
      #expect(!svg.contains("nan"))
    }
  }

  @Test(arguments: [
    (["--process", "replicater"], "replicator"), (["--start", "0.5"], "part them by semicolons"),
    (["--start", "0.5,0.6;1"], "add up to 1"), (["--start", "x;1"], "is not a number"),
    (["--start", "2;1"], "add up to 1"), (["--time", "0"], "write a number above 0"),
    (["--steps", "0"], "from 1 to 100000"), (["--lambda", "-1"], "write 0 or more"),
    (["--process", "fictitious-play", "--time", "1000000000"], "is not started"),
    (["--svg", "/nosuch/folder/a.svg"], "nosuch"),
  ])
  func `refuses wrong words in one line`(words: [String], complaint: String) {
    let run = CommandRun(["dynamics", "chicken"] + words)
    #expect(run.status == .wrongInput && run.output.isEmpty)
    #expect(run.messages.contains(complaint), "\(run.messages)")
    #expect(run.messages.split(separator: "\n").count == 1)
  }

  @Test func `refuses one population of unequal sides, and pictures of large rooms`() {
    let sides = CommandRun("dynamics", "zarubino-lease", "--one-population")
    #expect(sides.status == .wrongInput && sides.messages.contains("leave out --one-population"))
    let room = CommandRun("dynamics", "zarubino-lease", "--svg", "/tmp/none.svg")
    #expect(room.status == .wrongInput && room.messages.contains("--svg draws two actors"))
  }
}
