import Glibc
import Scenarios
import Testing

@testable import tumen

@Suite struct `Commands` {
  @Test func `the version is one line`() {
    let run = CommandRun("--version")
    #expect(run.status == .done && run.output.hasPrefix("tumen 0.1.0, GSL "))
    #expect(run.output.filter(\.isNewline).count == 1)
  }

  @Test func `solving the prisoner's dilemma prints its equilibrium`() {
    let run = CommandRun("solve", "textbook/prisoners-dilemma")
    #expect(run.status == .done && run.messages.isEmpty)
    #expect(
      run.output == """
        The prisoner's dilemma (textbook/prisoners-dilemma), rule snidal, r = 0

        nash: complete; vertex enumeration, exact
        #  Row  Col  gain of Row  gain of Col  utility of Row  utility of Col
        -  ---  ---  -----------  -----------  --------------  --------------
        1  D    D              2            2               2               2

        """)
  }

  @Test func `JSON of solve has the promised keys in the promised shape`() throws {
    let run = CommandRun("solve", "chicken", "--set", "r=1/5", "--format", "json")
    let json = try Document.read(json: run.output, file: "output")
    #expect(json.at("format")?.text == "1")
    #expect(json.at("game", "id")?.text == "chicken")
    #expect(json.at("game", "parameters", "r")?.text == "1/5")
    #expect(json.at("game", "rule")?.text == "snidal")
    #expect(json.at("game", "actors")?.items.compactMap(\.text) == ["Row", "Col"])
    let solution = try #require(json.at("solutions")?.items.first)
    #expect(solution.at("concept")?.text == "nash" && solution.at("status")?.text == "complete")
    #expect(solution.at("arithmetic")?.text == "exact")
    let equilibria = try #require(solution.at("equilibria")?.items)
    #expect(equilibria.count == 3)
    #expect(equilibria[1].at("profile", "Row", "C")?.text == "1/4")
    #expect(equilibria[1].at("regret")?.text == "0")
    #expect(equilibria[1].at("gains", "Row")?.isQuoted == true)
  }

  @Test func `pure has the same shape, for any number of actors`() throws {
    let run = CommandRun("solve", "zarubino-lease", "--format", "json")
    let json = try Document.read(json: run.output, file: "output")
    let solution = try #require(json.at("solutions")?.items.first)
    #expect(solution.at("concept")?.text == "pure")
    #expect(
      solution.at("equilibria")?.items.allSatisfy { $0.at("profile", "china")?.keys.count == 1 }
        == true)
  }

  @Test func `thresholds are drawn with their exact points`() throws {
    let path = "/tmp/tumen-thresholds-\(getpid()).svg"
    defer { unlink(path) }
    let run = CommandRun("thresholds", "stag-hunt", "--svg", path)
    #expect(run.status == .done && run.messages.isEmpty)
    let svg = try InputFile.text(of: path)
    #expect(svg.hasPrefix("<svg") || svg.hasPrefix("<?xml"))
    #expect(svg.contains(">1/3<") && svg.contains("(C, C); (D, D)"))
  }

  @Test func `a proposition is put to the test on a page of its own`() throws {
    let folder = "/tmp/tumen-report-\(getpid())"
    let run = CommandRun("report", "p3", "--out", folder, "--format", "json")
    #expect(run.status == .done)
    #expect(run.output.contains("\"verdict\": \"holds\""))
    let page = try InputFile.text(of: folder + "/p3.html")
    #expect(page.contains("In the model it holds.") && page.contains("p3/patience.svg"))
    #expect(try InputFile.text(of: folder + "/index.html").contains("4 of 4 hold"))
    #expect(
      CommandRun("report", "relative-gains-threshold", "--out", folder).messages
        .contains("states no finding"))
  }

  @Test func `a finished run is reported on one page`() throws {
    let folder = "/tmp/tumen-run-report-\(getpid())"
    #expect(
      CommandRun("sweep", "shop-tourism", "--out", folder, "--restart", "--quiet").status == .done)
    let run = CommandRun("report", folder, "--latex")
    #expect(run.status == .done && run.messages.isEmpty)
    #expect(run.output.hasPrefix("\(folder)/report/report.html: 48 rows, 7 of 7 expectations hold"))
    let page = try InputFile.text(of: folder + "/report/report.html")
    #expect(page.contains("tumen sweep shop-tourism --out \(folder)"))
    #expect(try InputFile.text(of: folder + "/report/summary.tex").contains("\\begin{tabular}"))
    let json = CommandRun("report", folder, "--format", "json").output
    #expect(json.contains("\"held\": 7"))
    for (words, message) in [
      (["report", "/tmp"], "holds no run"), (["report", "p3"], "there is no directory"),
      (["report"], "write tumen report DIR"),
      (["report", "p3", "--out", folder, "--latex"], "leave them out"),
    ] {
      let run = CommandRun(words)
      #expect(run.status == .wrongInput && run.messages.contains(message), "\(words)")
    }
  }

  @Test func `a claim is examined in every format`() {
    let words = ["robust", "zarubino-lease", "--claim", "outcome is an equilibrium"]
    let text = CommandRun(words)
    #expect(text.status == .done)
    #expect(text.output.contains("At these values it does not hold."))
    #expect(text.output.contains("while no payoff is off by more than 1/4 (0.25)"))
    #expect(CommandRun(words + ["--format", "json"]).output.contains("\"tipsAt\": \"7/4\""))
    #expect(CommandRun(words + ["--format", "csv"]).output.hasPrefix("kind,number,value,tips-at"))
  }

  @Test func `two parameters make a map in every format`() throws {
    let path = "/tmp/tumen-regions-\(getpid()).svg"
    defer { unlink(path) }
    let words = ["thresholds", "zarubino-lease", "--parameter", "k=0..3", "--parameter", "rajin"]
    let text = CommandRun(words + ["--svg", path])
    #expect(text.status == .done)
    #expect(text.output.contains("The game's own values, (1, 1/2), lie in D."))
    #expect(try InputFile.text(of: path).contains("<polygon"))
    let json = CommandRun(words + ["--format", "json"]).output
    #expect(json.contains("\"resolution\": 128"))
    let csv = CommandRun(words + ["--format", "csv"]).output
    #expect(csv.hasPrefix("region,equilibria,share,polygon,k,rajin\n"))
  }

  @Test func `thresholds are exact in every format`() throws {
    let words = ["thresholds", "stag-hunt", "--parameter", "r", "--from", "0", "--to", "1"]
    let json = try Document.read(
      json: CommandRun(words + ["--format", "json"]).output, file: "output")
    #expect(json.at("points")?.items.compactMap(\.text) == ["1/3"])
    #expect(json.at("regions")?.items.compactMap { $0.at("to")?.text } == ["1/3", "1"])
    #expect(CommandRun(words + ["--format", "csv"]).output.contains("\npoint,1/3,1/3,1,C,C\n"))
    #expect(CommandRun(words + ["--format", "latex"]).output.contains("\\begin{tabular}{ll}"))
    #expect(CommandRun(words).output.contains("\nr = 1/3 (0.3333) "))
  }

  @Test func `an end below zero is a number, not an option`() {
    let run = CommandRun("thresholds", "chicken", "--from", "-1", "--to", "-1/2")
    #expect(run.status == .done && run.output.contains("as r runs from -1 to -1/2"))
  }

  @Test(arguments: [
    (["games"], 8), (["concepts"], 9), (["history"], 3),
  ])
  func `lists are arrays of objects`(words: [String], count: Int) throws {
    let run = CommandRun(words + ["--format", "json"])
    #expect(run.status == .done, "\(run.messages)")
    let json = try Document.read(json: run.output, file: "output")
    #expect(json.items.count >= count)
    #expect(json.items.allSatisfy { $0.at("id") != nil || $0.at("name") != nil })
  }

  @Test func `every prepared game is shown with its story and checked sound`() throws {
    for entry in try GameLibrary(home: CommandRun.home).games() {
      #expect(CommandRun("show", entry.name).status == .done)
      #expect(CommandRun("show", entry.name, "--format", "json").status == .done)
      let check = CommandRun("check", entry.path)
      #expect(check.status == .done, "\(check.messages)")
    }
  }

  @Test func `gains and utilities stand side by side when a rule is on`() {
    let run = CommandRun("show", "prisoners-dilemma", "--set", "r=1/4")
    #expect(
      run.output.contains(
        """
        Absolute gains              Utilities under rule snidal
        Row \\ Col  C      D         Row \\ Col  C         D
        ---------  -----  ------    ---------  --------  ----------
        C          3, 3   1, 4*     C          9/4, 9/4  0, 15/4*
        D          4*, 1  2*, 2*    D          15/4*, 0  3/2*, 3/2*
        * best reply
        """))
  }

  @Test func `the recorded outcome stands in brackets`() {
    let run = CommandRun("show", "zarubino-lease")
    #expect(run.output.contains("[5/2*, -1/2, 1*]") && run.output.contains("[ ] recorded outcome"))
  }

  @Test func `a game survives conversion to Gambit's format and back`() throws {
    let path = CommandRun.temporaryFile("chicken.nfg", "")
    defer { unlink(path) }
    #expect(CommandRun("convert", "chicken", path, "--set", "r=1/5").status == .done)
    let run = CommandRun("solve", path, "--format", "csv")
    #expect(run.output.contains("nash,2,Row,C,1/4,"))
    #expect(CommandRun("convert", path, "-", "--to", "json").output.hasPrefix("{"))
  }

  @Test func `another rule and weight can be asked for`() {
    let run = CommandRun(
      "solve", "prisoners-dilemma", "--rule", "ally", "--weight", "3/4", "--concept", "pure")
    // A10: with an ally's weight above 1/2 cooperation is an equilibrium of one shot.
    #expect(run.output.contains("\n1  C    C "))
    #expect(CommandRun("solve", "chicken", "--rule", "none").output.contains("utility") == false)
  }

  @Test func `help json documents every concept`() {
    let help = CommandRun("help", "json").output
    for concept in ["pure", "nash", "dominance", "security", "pareto", "best-replies", "class"] {
      #expect(help.contains(concept))
    }
  }
}

extension Document {
  /// The value under these keys.
  func at(_ keys: String...) -> Document? {
    keys.reduce(self as Document?) { found, key in
      guard case .mapping(let entries, _) = found else { return nil }
      return entries.first { $0.key == key }?.value
    }
  }

  var items: [Document] {
    if case .sequence(let items, _) = self { items } else { [] }
  }

  var keys: [String] {
    if case .mapping(let entries, _) = self { entries.map(\.key) } else { [] }
  }

  var text: String? {
    if case .scalar(let scalar) = self { scalar.text } else { nil }
  }

  var isQuoted: Bool {
    if case .scalar(let scalar) = self { scalar.quoted } else { false }
  }
}
