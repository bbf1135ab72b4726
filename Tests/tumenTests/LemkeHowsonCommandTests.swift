import Glibc
import Scenarios
import Testing

@testable import tumen

@Suite struct `Solving by Lemke and Howson's method` {
  /// Von Stengel's game of 3 by 2 (2002).
  private func withVonStengel(_ body: (String) throws -> Void) rethrows {
    // A file for each call: tests run at the same time.
    var template = Array("/tmp/tumen-von-stengel-XXXXXX.nfg".utf8CString)
    let file = fdopen(mkstemps(&template, 4), "w")
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    fputs("NFG 1 R \"\" { \"I\" \"II\" } { 3 2 }\n\n3 3 2 2 0 3 3 2 5 6 6 1\n", file)
    fclose(file)
    defer { unlink(path) }
    try body(path)
  }

  @Test func `tells from which labels each equilibrium is reached, and which from none`() {
    let run = CommandRun("solve", "chicken", "--rule", "none", "--concept", "lemke-howson")
    #expect(run.status == .done)
    #expect(
      run.output == """
        Chicken (textbook/chicken), r = 0

        lemke-howson: complete; complementary pivoting, ends exact
        #  Row  Col  gain of Row  gain of Col  from labels
        -  ---  ---  -----------  -----------  -----------
        1  C    D              2            4  1 and 4
        2  D    C              4            2  2 and 3
        Labels 1 to 2 are the strategies of Row, 3 to 4 those of Col, in their order.

        not reached from any label
        #  Row           Col           gain of Row  gain of Col
        -  ------------  ------------  -----------  -----------
        1  C: 1/2 (0.5)  C: 1/2 (0.5)    5/2 (2.5)    5/2 (2.5)
           D: 1/2 (0.5)  D: 1/2 (0.5)

        """)
  }

  @Test func `in JSON every path has its label and its end`() throws {
    try withVonStengel { path in
      let run = CommandRun("solve", path, "--concept", "lemke-howson", "--format", "json")
      let json = try Document.read(json: run.output, file: "output")
      let solution = try #require(json.at("solutions")?.items.first)
      #expect(solution.at("status")?.text == "complete")
      let paths = try #require(solution.at("paths")?.items)
      #expect(paths.map { $0.at("equilibrium")?.text } == ["0", "1", "0", "0", "1"])
      #expect(paths[4].at("actor")?.text == "II" && paths[4].at("label")?.text == "5")
      #expect(solution.at("equilibria")?.items.count == 2)
      #expect(solution.at("unreached")?.items.count == 1)
    }
  }

  @Test(arguments: [("1", "1"), ("2", "1/3"), ("II:2", "1/3"), ("3", "1")])
  func `a label is a number or a strategy`(label: String, probability: String) throws {
    try withVonStengel { path in
      let run = CommandRun(
        "solve", path, "--concept", "lemke-howson", "--label", label, "--format", "json")
      #expect(run.status == .done)
      let json = try Document.read(json: run.output, file: "output")
      let equilibria = try #require(json.at("solutions")?.items.first?.at("equilibria")?.items)
      #expect(equilibria.count == 1)
      #expect(equilibria[0].at("profile", "II", "1")?.text == probability)
    }
  }

  @Test(arguments: [
    (
      "chicken", ["--concept", "lemke-howson", "--label", "C"],
      "--label C is not understood: write whose strategy it is, as in Row:C"
    ),
    (
      "chicken", ["--concept", "lemke-howson", "--label", "5"],
      "--label 5 is not understood: write a number from 1 to 4, or a strategy such as Row:C"
    ),
    ("chicken", ["--concept", "nash", "--label", "1"], "--label is for --concept lemke-howson"),
    (
      "zarubino-lease", ["--concept", "lemke-howson"],
      "lemke-howson takes two actors, and this game has 3 actors (3 x 3 x 2 strategies): use --concept nash or pure"
    ),
  ])
  func `what cannot be done is said`(game: String, words: [String], message: String) {
    let run = CommandRun(["solve", game] + words)
    #expect(run.status == .wrongInput)
    #expect(run.messages.contains(message), "\(run.messages)")
  }
}
