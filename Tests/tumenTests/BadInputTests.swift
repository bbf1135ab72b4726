import Glibc
import Testing

@testable import tumen

@Suite struct `Bad input` {
  /// Words, and what the one line of complaint holds.
  static let words: [([String], String)] = [
    (["slove"], "did you mean \"solve\"?"),
    ([""], "there is no command"),
    (["--foo"], "Unknown option '--foo'"),
    (["solve"], "Missing expected argument '<game>'; see tumen solve --help"),
    (["solve", "prisoner-dilemma"], "did you mean \"prisoners-dilemma\"?"),
    (["solve", "chicken", "extra"], "Unexpected argument 'extra'"),
    (["solve", "chicken", "--set", "q=1"], "unknown parameter \"q\""),
    (["solve", "chicken", "--set", "r"], "write name=value"),
    (["solve", "chicken", "--set", "r=1/0"], "divides by zero"),
    (["solve", "chicken", "--set", "r=nan"], "is not a number"),
    (["solve", "chicken", "--set", "r=2"], "out of its range"),
    (["solve", "chicken", "--rule", "sindal"], "none, grieco, snidal, lead"),
    (["solve", "chicken", "--rule", "power"], "capabilities"),
    (["solve", "chicken", "--weight", "1+"], "--weight:1:3"),
    (["solve", "chicken", "--concept", "nahs"], "did you mean \"nash\"?"),
    (["solve", "chicken", "--concept", ","], "there is no concept \"\""),
    (["solve", "chicken", "--seconds", "nan"], "write a number above 0"),
    (["solve", "chicken", "--format", "xml"], "'text', 'json', 'csv' or 'latex'"),
    (["solve", "zarubino-lease", "--concept", "lemke-howson"], "use --concept nash or pure"),
    (["solve", "chicken", "--concept", "zero-sum"], "a sum of 6 at (C, C) but of 2 at (D, D)"),
    (["solve", "zarubino-lease", "--concept", "zero-sum"], "has 3 actors: use --concept security"),
    (
      ["solve", "chicken", "--concept", "best", "--objective", "luck"],
      "welfare, egalitarian, or an actor: Row, Col"
    ),
    (["solve", "chicken", "--objective", "welfare"], "best"),
    (["solve", "zarubino-lease", "--concept", "perfect"], "use --concept pure"),
    (["solve", "zarubino-lease", "--concept", "ess"], "whose places can be changed"),
    (["solve", "-"], "add --from yaml"),
    (["solve", "/nosuch/game.yaml"], "no such file"),
    (["thresholds", "chicken", "--parameter", "q"], "unknown parameter \"q\""),
    (["thresholds", "chicken", "--from", "1", "--to", "0"], "give the smaller end first"),
    (["thresholds", "zarubino-lease"], "name one of k, rajin"),
    (["robust", "zarubino-lease", "--claim", "it rains"], "is not understood: write"),
    (["robust", "chicken"], "the game records no outcome"),
    (
      ["thresholds", "zarubino-lease", "--parameter", "k", "--parameter", "k=0..1"],
      "\"k\" cannot run both ways"
    ),
    (
      ["thresholds", "zarubino-lease", "--parameter", "k=0.1", "--parameter", "rajin"],
      "write name=from..to"
    ),
    (
      ["thresholds", "zarubino-lease", "--parameter", "k", "--parameter", "rajin", "--to", "1"],
      "--from and --to serve one parameter"
    ),
    (["thresholds", "governor-veto", "--parameter", "veto=1..1", "--parameter", "k"], "is empty"),
    (
      ["thresholds", "governor-veto", "--parameter", "veto", "--parameter", "q"], "parameter \"q\""
    ),
    (
      [
        "thresholds", "membership", "--parameter", "r", "--parameter", "donor", "--parameter",
        "rival",
      ],
      "--concept core follows two parameters at most"
    ),
    (
      ["thresholds", "chicken", "--concept", "nash", "--parameter", "r", "--parameter", "s"],
      "--concept nash follows one parameter"
    ),
    (["thresholds", "heihe-bridge", "--parameter", "k=1..0"], "give the smaller end first"),
    (["ask", "governor-veto", "--smallest", "veto", "--claim", "it rains"], "is an equilibrium"),
    (
      ["ask", "governor-veto", "--smallest", "veto", "--claim", "plain, sulk is an equilibrium"],
      "there is no move \"sulk\" here: write one of comply or campaign"
    ),
    (
      ["ask", "governor-veto", "--smallest", "veto", "--claim", "plain is an equilibrium"],
      "go on with one of comply or campaign"
    ),
    (["ask", "membership", "--smallest", "r", "--claim", "(a) is accepted"], "there is a core"),
    (
      ["ask", "zarubino-terms", "--smallest", "rajin", "--claim", "(x, y) is accepted"],
      "there is no outcome (x, y)"
    ),
    (
      ["ask", "membership", "--flip", "china,russia", "--parameter", "r"], "extensive or bargaining"
    ),
    (
      ["ask", "zarubino-terms", "--flip", "china,mars", "--parameter", "rajin"],
      "with a comma between"
    ),
    (["ask", "pipeline", "--smallest", "q"], "unknown parameter \"q\""),
    (["history", "chicken"], "records no outcome"),
    (["check", "/nosuch.yaml"], "no such file"),
    (["convert", "chicken", "/tmp/game.txt"], "end it with .nfg"),
    (["convert", "chicken", "/nosuch/game.nfg"], "cannot create the file"),
    (["convert", "chicken", "/dev/full", "--to", "nfg"], "No space left"),
    (["sweep", "relative-gains-threshold"], "Missing expected argument '--out"),
    (["sweep", "nosuch", "--out", "/tmp/x"], "there is no experiment"),
    (["sweep", "relative-gains-threshold", "--out", "/dev/null"], "/dev/null"),
    (["sweep", "relative-gains-threshold", "--out", "/tmp/x", "--jobs", "0"], "write 1 to 256"),
    (
      ["sweep", "relative-gains-threshold", "--out", "/tmp/x", "--shard", "5/4"],
      "write --shard 1/4"
    ),
    (["sweep", "relative-gains-threshold", "--out", "/tmp/x", "--shards", "5"], "go with --slurm"),
    (["sweep", "relative-gains-threshold", "--slurm", "--out", "/tmp/x"], "write --shards 16"),
    (["sweep", "relative-gains-threshold", "--out", "/tmp/x", "--retry-failed"], "needs --resume"),
    (
      ["sweep", "relative-gains-threshold", "--out", "/tmp/x", "--resume", "--restart"],
      "leave one out"
    ),
    (["merge", "/nowhere", "--out", "/tmp/x"], "/nowhere: holds no parts of a run"),
  ]

  @Test(arguments: words)
  func `is one clear line and status 2`(words: [String], expected: String) {
    let run = CommandRun(words)
    #expect(run.status == .wrongInput)
    #expect(run.output.isEmpty)
    #expect(run.messages.contains(expected), "\(run.messages)")
    #expect(run.messages.hasSuffix("\n") && run.messages.filter(\.isNewline).count == 1)
  }

  /// Files, and what the one line of complaint holds.
  static let files: [(name: String, content: String, expected: String)] = [
    ("empty.yaml", "", "empty"),
    ("broken.yaml", "format: 1\nid: [", ".yaml:"),
    ("keys.yaml", "format: 1\nid: x\ncolour: red\n", "colour"),
    ("list.yaml", "- 1\n- 2\n", ".yaml:"),
    ("broken.json", "{\"format\": 1,", ".json:"),
    ("short.nfg", "NFG 1 R \"x\" { \"A\" \"B\" } { 2 2 }\n1 2 3 4 5", ".nfg:"),
    ("binary.nfg", "\u{1}\u{2}\u{3}", ".nfg:"),
    (
      "zero.yaml",
      """
      format: 1
      id: zero
      title: Zero
      actors: {a: {name: A}, b: {name: B}}
      form: strategic
      strategies: {a: [x], b: [y]}
      payoffs: [{a: x, b: y, gains: {a: "1 / (1 - 1)", b: 1}}]

      """, "zero"
    ),
    (
      "twice.yaml",
      """
      format: 1
      id: twice
      title: Twice
      actors: {a: {name: A}, b: {name: B}}
      form: strategic
      strategies: {a: [x], b: [y]}
      payoffs: [{a: x, b: y, gains: {a: 1, b: 1}}, {a: x, b: y, gains: {a: 1, b: 1}}]

      """, "twice.yaml:7:"
    ),
    (
      "deep.yaml",
      """
      format: 1
      id: deep
      title: Deep
      actors: {a: {name: A}, b: {name: B}}
      form: strategic
      strategies: {a: [x], b: [y]}
      payoffs: [{a: x, b: y, gains: {a: "\(String(repeating: "(", count: 4000))1", b: 1}}]

      """, "deep.yaml:7:"
    ),
  ]

  @Test(arguments: files.indices)
  func `in a file is one line that says where`(index: Int) {
    let (name, content, expected) = Self.files[index]
    let path = CommandRun.temporaryFile(name, content)
    defer { unlink(path) }
    for words in [["solve", path], ["check", path]] {
      let run = CommandRun(words)
      #expect(run.status == .wrongInput, "\(run.output)")
      #expect(run.messages.contains(expected), "\(run.messages)")
      #expect(run.messages.filter(\.isNewline).count == 1, "\(run.messages)")
    }
  }
}
