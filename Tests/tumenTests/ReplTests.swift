import Testing

@testable import tumen

@Suite struct `REPL` {
  /// What a conversation answers, line by line; errors are answers that begin with an exclamation
  /// mark.
  private func talk(_ lines: String...) -> [String] {
    _ = CommandRun.home
    var session = Session()
    return lines.map { line in
      do {
        return try ReplEntry.perform(line, &session) ?? "(end)"
      } catch {
        return "! \(error)"
      }
    }
  }

  @Test func `the conversation of the handbook`() {
    let answers = talk(
      "matrix pd 3,3 0,5 ; 5,0 1,1", "nash", "relative snidal r=1/4", "thresholds r 0..1", "show",
      "load zarubino-lease", "set k=1", "help", "quit")
    #expect(answers[0].contains("2          5*, 0  1*, 1*"))
    #expect(answers[1].contains("\n1  2    2              1            1\n"))
    #expect(answers[2] == "rule snidal, r = 1/4\n")
    #expect(answers[3].contains("0 <= r <= 1  (2, 2)"))
    #expect(answers[4].contains("Utilities under rule snidal"))
    #expect(answers[5].hasPrefix("Forty-nine years at Zarubino"))
    #expect(answers[6].hasPrefix("k = 1  from 0 to 3\n"))
    #expect(answers[7].contains(" thresholds  where the answer changes"))
    #expect(answers[8] == "(end)")
  }

  @Test func `critical discount factors under a weight (A4)`() {
    let answers = talk(
      "matrix pd 3,3 0,5; 5,0 1,1", "relative snidal r=1/4", "critical-discount")
    #expect(answers[2].contains("utilities       grim trigger          11/17 (0.6471)"))
    #expect(answers[2].contains("utilities       tit for tat           11/14 (0.7857)"))
  }

  @Test func `every concept can be asked by its name`() {
    let concepts = [
      "pure", "nash", "dominance", "security", "pareto", "best-replies", "class", "selection",
      "critical-discount",
    ]
    for concept in concepts {
      let answers = talk("load stag-hunt", concept)
      #expect(answers[1].contains("\n\(concept): complete; "), "\(answers[1])")
    }
  }

  @Test func `concepts may be named as in the shell`() {
    let answers = talk(
      "load chicken", "solve correlated pareto", "solve --concept correlated,pareto",
      "solve --concept nahs")
    #expect(answers[1].contains("\npareto: ") && answers[1] == answers[2])
    #expect(answers[3].contains("did you mean \"nash\"?"))
  }

  @Test func `games made before can be taken up again with what was changed`() {
    let answers = talk(
      "matrix one 1,1", "set", "load chicken", "set r=1/3", "matrix two 2,2", "load chicken",
      "games"
    )
    #expect(answers[1] == "the game has no parameters\n")
    #expect(answers[3] == "r = 1/3 (0.3333)  from 0 to 1\n")
    #expect(answers[5].hasPrefix("Chicken (textbook/chicken), rule snidal, r = 1/3\n"))
    #expect(answers[6].hasPrefix("one\nchicken\ntwo\n"))
  }

  @Test(arguments: [
    "matrix pd 3,3 0,5 ; 5,0 1,1", "matrix pd 3,3 0,5;5,0 1,1", "matrix pd 3, 3  0 ,5 ;5 , 0 1,1;",
    "matrix pd (3,3) (0,5); (5,0) (1,1)", "MATRIX pd 3,3\t0,5 ; 5,0 1,1 # the usual",
    "  matrix pd 6/2,3.0 0,5 ; 5,0 1e0,1",
  ])
  func `a matrix may be written in many ways`(line: String) {
    #expect(talk(line)[0] == talk("matrix pd 3,3 0,5 ; 5,0 1,1")[0])
  }

  @Test func `a matrix may be zero-sum, and its actors and strategies named`() {
    let answers = talk(
      "matrix mp zero-sum 1 -1; -1 1",
      "matrix bos actors Ann,Bob rows opera,fight columns opera,fight 2,1 0,0; 0,0 1,2", "nash")
    #expect(answers[0].contains("\n1          1*, -1  -1, 1*\n"))
    #expect(answers[1].contains("\nAnn \\ Bob  opera   fight\n"))
    #expect(answers[2].contains("opera: 2/3 (0.6667)"))
  }

  @Test(arguments: ["relative none", "relative snidal", "relative snidal 1/4", "relative lead k=2"])
  func `rules may be named with and without weights`(line: String) {
    let answers = talk("load chicken", line)
    #expect(!answers[1].hasPrefix("!"), "\(answers[1])")
  }

  /// Lines after a game `pd` with a weight r was made, and what the complaint holds.
  static let absurd: [(String, String)] = [
    ("foo", "help lists"), ("nsah", "did you mean \"nash\"?"), ("nash nash", "stands alone"),
    ("3,3 0,5", "a table begins with a line matrix:"), (":", "help lists"),
    ("nash:", "stands alone"),
    ("nash --label C", "nash has no option \"label\""), ("lemke-howson label", "write label=..."),
    ("lemke-howson label=", "--label"), ("lemke-howson label=1 label=2", "given twice"),
    ("lemke-howson lable=1", "did you mean \"label\"?"), ("lemke-howson --label", "needs a value"),
    ("lemke-howson label=9", "label"), ("nash seconds=0", "write a number above 0"),
    ("nash seconds=x", "is not a number"), ("qre lambda=\"1", "not closed"),
    ("why 1", "names a strategy of each of Row, Col"), ("why 1,3", "no strategy \"3\""),
    ("why Row: 1, Row: 2", "named twice"), ("compare nahs", "did you mean \"nash\"?"),
    ("plot q", "no parameter \"q\""), ("plot r r", "into a file only"),
    ("plot replies replies", "no parameter"), ("plot replies /dev/null/x.svg", "/dev/null"),
    ("plot r 0..", "is no interval"), ("undo undo", "stands alone"), ("games all", "stands alone"),
    ("concepts some", "write concepts, or concepts all"), ("help nsah", "did you mean"),
    ("export", "export needs a file"), ("export x", "does not tell the format"),
    ("export x.nfg x.efg", "write export FILE"), ("export /nosuch/x.nfg", "/nosuch/x.nfg"),
    ("export /tmp/x.nfg prepared", "is a .yaml file"),
    ("export x.nfg prepaerd", "write export FILE"),
    ("export /tmp/x.efg", "efg"),
    ("label", "label needs what and names"), ("label rows", "label needs what and names"),
    ("label rows a", "has 2 strategies, and these are 1 names"),
    ("label rows a,a", "has a name twice"),
    ("claims estate=100 a=-3 b=200", "the claim of a is -3"),
    ("claims estate=100 a=3 b=20", "the claims add up to 23"),
    ("claims estate=-1 a=3 b=20", "the estate is -1"),
    ("label rwos a,b", "did you mean \"rows\"?"), ("label rows a,", "has an empty name"),
    ("label rows a,(b", "a sign that other lines use"), ("label actors A", "these are 1 names"),
    ("edit", "edit needs a profile"), ("edit 1,1", "edit needs a profile"),
    ("edit 1,1 =", "edit needs a profile"), ("edit 1,1 = 1", "write one for each of Row, Col"),
    ("edit 1,1 Row = 1,2", "write one for each of Row"), ("edit 1,9 = 1,1", "no strategy \"9\""),
    ("edit 1,1 = 1,x", "x"), ("edit 1,1 = 1,1+", "ends too early"),
    ("edit 1,1 Rwo = 1", "has no strategy"), ("edit 1,1 = 1/0,1", "zero"),
    ("profiles", "profiles needs profiles"), ("profiles x", "profiles needs profiles"),
    ("profiles x a,b", "is no profile"), ("profiles x a,b=1", "2 strategies and 1 payoff"),
    ("profiles x a,b=1,2 ; a,b=1,2", "is given twice"),
    ("profiles x a,b=1,2 ; c,d=1,2", "has no payoffs, 2 of 4"),
    ("profiles x a,b=1,2 ; a=1", "the first profile 2"), ("profiles x a,b=1,z", "is not a number"),
    ("profiles x actors A a,b=1,2", "the profiles have 2"),
    ("profiles x actors", "actors needs names"),
    ("tree", "tree needs lines"), ("tree x y", "is too much"), ("tree x:", "tree needs lines"),
    ("worths", "worths needs coalitions"), ("worths x", "worths needs coalitions"),
    ("worths x a", "is no worth"), ("worths x a=1 a=2", "has a worth already"),
    ("worths x a+b=1 b+a=2", "has a worth already"), ("worths x a+a=1", "has a name twice"),
    ("worths x a=z", "is not a number"), ("worths x a=1=2", "is no worth"),
    ("claims", "claims needs an estate"), ("claims x estate=1", "claims needs an estate"),
    ("claims x a=1 b=2", "claims needs an estate"), ("claims x estate=1 estate=2 a=1 b=1", "twice"),
    ("claims x estate=1 a=1 a=2", "claims twice"), ("claims x estate=z a=1 b=2", "is not a number"),
    ("polygon", "polygon needs corners"), ("polygon x 1,1", "polygon needs corners"),
    ("polygon x 1,1 without", "polygon needs corners"), ("polygon x 1 without 0,0", "is no point"),
    ("polygon x 1,z without 0,0", "is not a number"),
    ("polygon x actors A 1,1 without 0,0", "two actors"),
    ("polygon x 1,1 without 0,0 without 1,1", "polygon needs corners"),
    ("game", "game needs a game below it"), ("game xml:", "there is no format \"xml\""),
    ("game nfg:\nNFG 1 R", "game:"), ("game:", "game needs a game below it"),
    ("matrix x:\n", "has no payoffs"), ("matrix x:\n1,1\t2\n", "has one payoff"),
    ("matrix x 1,1:\n1,1", "in one of the two places"),
    ("matrix x zero-sum:\n3,5\t2,1", "if the comma is a decimal one write 3.5"),
    ("matrix x:\n0,5,1,2\t1,1", "write decimals with a point"),
    ("matrix x:\na\tb\n1,1\t2,2\t3,3", "columns has 2 names, the matrix needs 3"),
    ("matrix x rows c:\na\t1,1\nb\t2,2", "name them once"),
    ("matrix", "matrix needs payoffs"), ("matrix x", "no payoffs"), ("matrix ;", "no payoffs"),
    ("matrix x 1,1 2,2 ; 3,3", "row 2 has 1 cell, row 1 has 2"),
    ("matrix x 1,1 2 ; 3,3 4,4", "has one payoff"),
    ("matrix x 1,1,1", "has 3 payoffs"), ("matrix x 1,y", "\"y\" is no number"),
    ("matrix x 1,1 ;; 2,2", "row 2 is empty"), ("matrix x nan,1", "\"nan\" is no number"),
    ("matrix x 1,", "\"\" is no number"), ("matrix , 1,1", "\"\" is no number"),
    ("matrix a,b 1,1", "is neither a name nor payoffs"),
    ("matrix x zero-sum 1,1", "does not add up to zero"),
    ("matrix x zero-sum zero-sum 1", "given twice"),
    ("matrix x rows a,a 1,1 ; 2,2", "has a name twice"),
    ("matrix x rows a 1,1 ; 2,2", "rows has 1 name, the matrix needs 2"),
    ("matrix x rows", "rows needs names"), ("matrix x actors A 1,1", "needs 2"),
    ("relative sindal", "did you mean \"snidal\"?"), ("relative snidal r=", "sets nothing"),
    ("relative snidal r=x", "is not a number"), ("relative snidal r=5", "out of its range"),
    ("relative snidal r=1 k=1", "one weight"), ("relative none 1", "takes no weight"),
    ("relative snidal 1+", "ends too early"), ("relative power r=1/2", "capabilities"),
    ("thresholds q", "no parameter \"q\""), ("thresholds r 0..", "is no interval"),
    ("thresholds r 0...1", "is no interval"), ("thresholds r 1..0", "smaller end first"),
    ("thresholds r 0..1..2", "is no interval"), ("thresholds r a..b", "is not a number"),
    ("thresholds r 0..1 2", "is not a number"), ("thresholds 0..1 r", "is not a number"),
    ("set r", "sets nothing"), ("set r=7", "out of its range"), ("set q=1", "unknown parameter"),
    ("set r=1 r=0", "set twice"), ("set r==1", "is not a number"),
    ("load", "load needs a game"), ("load nosuch", "there is no game"),
    ("load /dev/null", "/dev/null"), ("show me", "write show"), ("help me", "is not understood"),
    ("quit now", "stands alone"), ("solve nahs", "did you mean \"nash\"?"),
    ("selection", "two strict equilibria"),
  ]

  @Test(arguments: absurd)
  func `an absurd line is one complaint, and the game stays as it was`(
    line: String, expected: String
  ) {
    let answers = talk(
      "matrix pd 3,3 0,5 ; 5,0 1,1", "relative snidal r=1/4", "show", line, "show")
    #expect(answers[3].hasPrefix("! ") && answers[3].contains(expected), "\(answers[3])")
    #expect(answers[3].split(separator: "\n").count == 1)
    #expect(answers[4] == answers[2])
  }

  @Test(arguments: [
    "nash", "show", "set k=1", "relative snidal r=1/4", "thresholds r 0..1", "class", "solve",
    "why 1,1", "compare", "plot", "export x.nfg", "label rows a,b", "edit 1,1 = 1,1",
  ])
  func `without a game there is nothing to ask about`(line: String) {
    #expect(talk(line)[0].hasPrefix("! there is no game yet: matrix pd"))
  }

  @Test(arguments: ["", "   ", "\t", "# a remark", "\r"])
  func `empty lines and remarks say nothing`(line: String) {
    #expect(talk(line) == [""])
  }

  @Test func `from a pipe errors name their line and the status is 2`() throws {
    let (output, messages) = (Output(), Output())
    var repl = Repl(
      LineReader(text: "matrix pd 1,1\n\nfoo\npure\nquit\nbar\n"), output, messages,
      isInteractive: false)
    let status = try repl.run()
    #expect(status == .wrongInput)
    #expect(
      messages.text == "tumen: line 3: \"foo\" is not understood; help lists what can be said\n")
    #expect(output.text.contains("pure: complete"))
  }

  @Test func `at a terminal a failed line is forgiven`() throws {
    let (output, messages) = (Output(), Output())
    var repl = Repl(LineReader(text: "foo\n"), output, messages, isInteractive: true)
    let status = try repl.run()
    #expect(status == .done)
    #expect(output.text.hasSuffix("tumen> tumen> \n"))
    #expect(messages.text.hasPrefix("\"foo\""))
  }

  @Test func `an endless line is one complaint`() throws {
    let (output, messages) = (Output(), Output())
    let endless = String(repeating: "x", count: LineReader.longest + 10) + "\nmatrix 1,1\n"
    var repl = Repl(LineReader(text: endless), output, messages, isInteractive: false)
    let status = try repl.run()
    #expect(status == .wrongInput)
    #expect(messages.text.hasPrefix("tumen: line 1: the line is longer than"))
    #expect(output.text.contains("1*, 1*"))
  }
}
