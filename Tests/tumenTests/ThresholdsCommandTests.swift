import Testing

@testable import tumen

@Suite struct `Thresholds on the command line` {
  private static let three = [
    "thresholds", "zarubino-lease", "--parameter", "diversion", "--parameter", "bypass",
    "--parameter", "transfer",
  ]

  @Test func `regions over three parameters are half-spaces around a point`() throws {
    let run = CommandRun(Self.three + ["--format", "csv"])
    #expect(run.status == .done && run.messages.isEmpty)
    #expect(
      run.output.hasPrefix(
        "region,equilibria,share,error,cell,inside diversion,inside bypass,inside transfer,"))
    let text = CommandRun(Self.three).output
    #expect(text.contains("4 diversion - 2 bypass - 6 transfer < 5"))
    #expect(text.contains("The game's own values, (1, 1, 0), lie in A."))
    #expect(text.contains("8192") == false && text.contains("16 x 512 Sobol points"))
    let json = CommandRun(Self.three + ["--format", "json"]).output
    #expect(json.contains("\"halfSpaces\"") && json.contains("\"status\": \"complete\""))
  }

  @Test func `what is cut short says so`() {
    let run = CommandRun(Self.three + ["--seconds", "0"])
    #expect(run.status == .cutShort)
    #expect(run.output.contains("1 cell unfinished when the seconds were up."))
  }

  @Test(arguments: [
    (three + ["--svg", "/tmp/tumen-never.svg"], "--svg draws one parameter or two"),
    (three + ["--parameter", "bypass"], "\"bypass\" cannot run both ways"),
    (three + ["--parameter", "k"], "affine in \"diversion, bypass, transfer, k\""),
    (["thresholds", "chicken", "--concept", "zone-of-agreement"], "form bargaining"),
    (["thresholds", "chicken", "--concept", "all"], "--concept"),
  ])
  func `wrong words are answered in one line`(words: [String], expected: String) {
    let run = CommandRun(words)
    #expect(run.status == .wrongInput)
    #expect(run.messages.contains(expected), "\(run.messages)")
  }
}
