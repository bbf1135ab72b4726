import Glibc
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

  @Test func `of every concept are found in its form of game`() throws {
    let nash = CommandRun("thresholds", "chicken", "--concept", "nash")
    #expect(nash.status == .done && nash.output.contains("C: (1 - 3 r)/(2 - 2 r)"))
    #expect(nash.output.contains("1/3 (0.3333)"))
    #expect(
      CommandRun("thresholds", "chicken", "--concept", "nash", "--format", "json").output
        .contains("\"numerator\": [\"1\", \"-3\"]"))
    let path = "/tmp/tumen-branches-\(getpid()).svg"
    defer { unlink(path) }
    #expect(
      CommandRun("thresholds", "stag-hunt", "--concept", "nash", "--svg", path).status == .done)
    let tree = CommandRun("thresholds", "migration-quota", "--parameter", "saving")
    #expect(
      tree.output.contains("subgame-perfect equilibria as saving runs from 0 to 2; exact"),
      "\(tree.messages)")
    let core = CommandRun("thresholds", "membership", "--parameter", "rival")
    #expect(
      core.output.contains("whether there is a core as rival runs from 0 to 3; exact"),
      "\(core.messages)")
  }

  @Test func `over two parameters are maps of every concept but one`() {
    let path = "/tmp/tumen-map-\(getpid()).svg"
    defer { unlink(path) }
    for (words, expected) in [
      (
        ["governor-veto", "--parameter", "k", "--parameter", "veto"],
        "The game's own values, (1/4, 1), lie in A."
      ),
      (
        ["zarubino-terms", "--parameter", "rajin", "--parameter", "k"],
        "outcomes that everyone accepts"
      ),
      (["membership", "--parameter", "donor", "--parameter", "rival"], "whether there is a core"),
      (["membership", "--parameter", "r", "--parameter", "donor"], "certified square by square"),
      (
        ["heihe-bridge", "--parameter", "cost", "--parameter", "bridge"],
        "what may come about where each solves the game it sees"
      ),
    ] {
      let run = CommandRun(["thresholds"] + words + ["--svg", path])
      #expect(run.status == .done && run.output.contains(expected), "\(run.output) \(run.messages)")
    }
    let json = CommandRun(
      "thresholds", "governor-veto", "--parameter", "k", "--parameter", "veto", "--format", "json")
    #expect(json.output.contains("\"concept\": \"subgame-perfect\""))
    #expect(json.output.contains("[\"1/3\", \"4\"]"))
  }

  @Test func `payoffs that are not affine are certified part by part`() {
    let one = CommandRun("thresholds", "zarubino-lease", "--parameter", "rajin", "--rule", "convex")
    #expect(one.status == .done, "\(one.messages)")
    #expect(one.output.contains("parts of 1/1048576 of it."), "\(one.output)")
    let json = CommandRun(
      "thresholds", "zarubino-lease", "--parameter", "rajin", "--rule", "convex", "--format", "json"
    )
    #expect(json.output.contains("\"resolution\": 1048576"))
    let late = CommandRun(Self.three + ["--parameter", "k", "--seconds", "0"])
    #expect(late.status == .cutShort && late.output.contains("100 % of the box is undecided"))
    #expect(
      CommandRun(Self.three + ["--parameter", "k", "--seconds", "0", "--format", "csv"]).output
        .hasPrefix("region,answers,diversion from,diversion to,bypass from"))
  }

  @Test(arguments: [
    (
      ["governor-veto", "--smallest", "veto", "--claim", "sweetened, comply is an equilibrium"],
      "It holds from veto = 4 on, up to 8."
    ),
    (["governor-veto", "--smallest", "k", "--set", "veto=6"], "There is none."),
    (["membership", "--smallest", "r"], "It holds from r = 0 on, up to 19/25 (0.76)."),
    (["heihe-bridge", "--smallest", "seen"], "It holds from seen = 5/2 (2.5) on, up to 6."),
    (
      [
        "moscow-primorye", "--smallest", "works", "--claim",
        "(support, granted, usual) is accepted",
      ],
      "It holds from works = 0 on, up to 2."
    ),
    (
      ["governor-veto", "--flip", "beijing,moscow", "--parameter", "price"],
      "Beijing gains more at"
    ),
    (["moscow-primorye", "--flip", "moscow,primorye", "--parameter", "works"], "gains more at"),
  ])
  func `what it takes is asked of every form`(words: [String], expected: String) {
    let run = CommandRun(["ask"] + words)
    #expect(run.status == .done && run.output.contains(expected), "\(run.output) \(run.messages)")
  }

  @Test func `what it takes is asked`() {
    let smallest = CommandRun(
      "ask", "stag-hunt", "--smallest", "r", "--claim", "probability(Row: D) = 1")
    #expect(
      smallest.output.contains("It holds right above r = 1/3 (0.3333), not there itself"),
      "\(smallest.output) \(smallest.messages)")
    let payment = CommandRun("ask", "zarubino-terms", "--payment", "--format", "csv")
    #expect(payment.output.hasPrefix("outcome,pays,is paid,amount"))
    let flip = CommandRun("ask", "chicken", "--flip", "Row,Col", "--parameter", "r")
    #expect(flip.output.contains("Row gains more at (D, C)"), "\(flip.output) \(flip.messages)")
  }

  @Test(arguments: [
    (["ask", "chicken"], "ask needs one question"),
    (["ask", "chicken", "--payment", "--claim", "x"], "--claim belongs to --smallest"),
    (["ask", "chicken", "--flip", "Row,Row"], "two of Row, Col"),
    (["thresholds", "chicken", "--concept", "nash", "--width", "0"], "a width above 0"),
    (["thresholds", "zarubino-lease", "--parameter", "k", "--concept", "nash"], "two actors"),
    (["thresholds", "chicken", "--concept", "core"], "form coalitional"),
  ])
  func `questions that are none are refused`(words: [String], expected: String) {
    let run = CommandRun(words)
    #expect(run.status == .wrongInput)
    #expect(run.messages.contains(expected), "\(run.messages)")
  }

  @Test(arguments: [
    (
      three + ["--svg", "/tmp/tumen-never.svg"],
      "--svg draws two parameters, and one of --concept pure or nash"
    ),
    (three + ["--parameter", "bypass"], "\"bypass\" cannot run both ways"),
    (["thresholds", "chicken", "--concept", "zone-of-agreement"], "form bargaining"),
    (["thresholds", "chicken", "--concept", "all"], "--concept"),
  ])
  func `wrong words are answered in one line`(words: [String], expected: String) {
    let run = CommandRun(words)
    #expect(run.status == .wrongInput)
    #expect(run.messages.contains(expected), "\(run.messages)")
  }
}
