import Glibc
import Laboratory
import Scenarios
import Testing

@testable import tumen

@Suite struct `Games made in the REPL` {
  /// What a conversation of inputs, some with blocks, answers.
  static func talk(_ inputs: [String]) -> [String] {
    _ = CommandRun.home
    var session = Session()
    return inputs.map { input in
      do {
        return try ReplEntry.perform(input, &session) ?? "(end)"
      } catch {
        return "! \(error)"
      }
    }
  }

  @Test(arguments: [
    "matrix pd:\n3,3\t0,5\n5,0\t1,1\n", "matrix pd:\n3,3 0,5\n5,0 1,1",
    "matrix pd:\n\"3,3\",\"0,5\"\n\"5,0\",\"1,1\"", "matrix pd:\n(3, 3) (0, 5)\r\n(5, 0) (1, 1)\r",
    "matrix pd:\n3,3 | 0,5 |\n5,0 | 1,1 |", "matrix pd:\n3, 3\t0, 5\t\n5, 0\t1, 1\t",
  ])
  func `a table may be pasted in many ways`(input: String) {
    #expect(Self.talk([input]) == Self.talk(["matrix pd 3,3 0,5 ; 5,0 1,1"]))
  }

  @Test(arguments: [
    "matrix hunt:\n\tstag\thare\nstag\t4,4\t0,3\nhare\t3,0\t3,3",
    "matrix hunt:\nRow/Col\tstag\thare\nstag\t4,4\t0,3\nhare\t3,0\t3,3",
    "matrix hunt:\n stag hare\nstag 4,4 0,3\nhare 3,0 3,3",
    "matrix hunt:\n,\"stag\",\"hare\"\n\"stag\",\"4,4\",\"0,3\"\n\"hare\",\"3,0\",\"3,3\"",
  ])
  func `a table may bring its names`(input: String) {
    let named = Self.talk(["matrix hunt rows stag,hare columns stag,hare 4,4 0,3 ; 3,0 3,3"])
    #expect(Self.talk([input]) == named)
  }

  @Test(arguments: ["matrix mp zero-sum:\n1\t-1\n-1\t1", "matrix mp zero-sum:\n1,-1\n-1,1"])
  func `a zero-sum table has one number a cell`(input: String) {
    let typed = Self.talk(["matrix mp zero-sum 1 -1 ; -1 1"])
    if input.contains("\t") { #expect(Self.talk([input]) == typed) }
    #expect(!Self.talk([input])[0].hasPrefix("!"))
  }

  @Test func `a tree by indented lines is solved backwards`() {
    let answers = Self.talk([
      "tree entry actors Entrant,Incumbent:\nEntrant\n  out: 0, 2\n  in: Incumbent\n    fight: -1, -1\n"
        + "    share: 1, 1", "subgame-perfect", "why in, share", "edit in, share = -2,1",
      "subgame-perfect",
    ])
    #expect(answers[0].contains("- in: Incumbent"), "\(answers[0])")
    #expect(answers[1].contains("leads to: in, share"), "\(answers[1])")
    #expect(answers[2].contains("is predicted"), "\(answers[2])")
    #expect(answers[4].contains("leads to: out"), "\(answers[4])")
  }

  @Test func `a tree may have chance and sets`() {
    let answers = Self.talk([
      "tree offer:\nchance\n meant 1/2: B [asked]\n  accept: 2\n  refuse: 0\n feigned 1/2: B [asked]\n"
        + "  accept: -1\n  refuse: 0"
    ])
    #expect(answers[0].contains("- meant (1/2): B [asked]"), "\(answers[0])")
  }

  /// Lines of a tree, and what the complaint holds.
  static let brokenTrees: [(String, String)] = [
    ("A\n  x: 1\n   y: 2", "does not say who moves"),
    ("A\n   x: 1\n  y: 2", "is indented unlike the action before it"),
    ("A\n  x\n  y: 2", "is no action"), ("A\n  x: 1\n  x: 2", "a second time"),
    ("A\n  x: 1, 2\n  y: 2", "ends with 2 gains and there are 1 actors"),
    ("chance\n  x: 1", "names nobody who moves"), ("A\n  x: z", "is not a number"),
    ("A\n  x: 1\nB", "stands outside the tree"), ("1, 2", "names nobody who moves"),
    ("A\n  x: chance\n    y: 1", "has no probability"),
    ("A\n  x: chance\n    y 1/3: 1\n    z 1/3: 2", "add up"),
  ]

  @Test(arguments: brokenTrees)
  func `a broken tree is one complaint that says where`(lines: String, expected: String) {
    let answer = Self.talk(["tree x:\n" + lines])[0]
    #expect(answer.hasPrefix("! ") && answer.contains(expected), "\(answer)")
    #expect(answer.split(separator: "\n").count == 1)
  }

  @Test func `three actors, worths, claims and a polygon have their known answers`() {
    let answers = Self.talk([
      "profiles trio a,c,e=1,1,1 ; a,c,f=0,0,0 ; a,d,e=0,0,0 ; a,d,f=0,0,0 ; b,c,e=0,0,0 ; b,c,f=0,0,0 ; "
        + "b,d,e=0,0,0 ; b,d,f=2,2,2", "pure",
      "worths gloves a=0 b=0 c=0 a+b=1 a+c=1 b+c=0 a+b+c=1", "shapley", "why a=1,b=0,c=0",
      "why a=1/3,b=1/3,c=1/3", "claims talmud estate=200 a=100 b=200 c=300", "nucleolus",
      "polygon split 4,0 0,4 without 0,0", "nash-bargaining",
    ])
    #expect(answers[1].contains("b") && !answers[1].hasPrefix("!"))
    #expect(answers[3].contains("2/3") && answers[3].contains("1/6"), "\(answers[3])")
    #expect(answers[4].contains("Nobody leaves"), "\(answers[4])")
    #expect(answers[5].contains("would leave"), "\(answers[5])")
    #expect(answers[7].contains("50") && answers[7].contains("75"), "\(answers[7])")
    #expect(answers[9].contains("2"), "\(answers[9])")
  }

  @Test func `numbers and names of coalitions can be changed`() {
    let answers = Self.talk([
      "worths gloves a=0 b=0 a+b=1", "label actors left,right", "edit left+right = 2", "shapley",
      "edit otherwise = 1", "edit left+rigth = 2", "claims talmud estate=200 a=100 b=200 c=300",
      "edit estate = 300", "nucleolus", "edit a+b = 3",
    ])
    #expect(answers[1].contains("left") && !answers[1].contains("{a"))
    #expect(
      answers[3].contains("left      1") && answers[3].contains("right     1"), "\(answers[3])")
    #expect(answers[5].contains("did you mean \"right\"?"))
    #expect(answers[8].contains("50") && answers[8].contains("150"), "\(answers[8])")
    #expect(answers[9].contains("has no number of its own"))
  }

  @Test func `labels, edits and undo`() {
    let answers = Self.talk([
      "matrix pd 3,3 0,5 ; 5,0 1,1", "label actors Ann,Bob", "label Ann c,d", "label columns c,d",
      "edit d,d = 4,4", "pure", "undo", "pure", "edit c,c Ann = 6", "why c,c", "undo", "undo",
      "undo",
      "undo", "show", "undo", "undo",
    ])
    #expect(answers[3].contains("Ann \\ Bob  c      d"), "\(answers[3])")
    #expect(answers[4].contains("4*, 4*"), "\(answers[4])")
    #expect(answers[7].contains("d") && !answers[7].hasPrefix("!"))
    #expect(answers[9].contains("Bob would move to d"), "\(answers[9])")
    #expect(answers[14].contains("Row \\ Col  1      2"), "\(answers[14])")
    #expect(answers[15] == "no game\n")
    #expect(answers[16].contains("nothing was changed yet"))
  }

  @Test func `before and after relative gains stand side by side`() {
    let answers = Self.talk([
      "matrix hunt 4,4 0,3 ; 3,0 3,3", "compare", "relative snidal r=1/2", "compare",
      "relative snidal r=1/8",
      "compare pure",
    ])
    #expect(answers[1].contains("nothing to compare"))
    #expect(answers[3].contains("No equilibrium any more: (1, 1)."), "\(answers[3])")
    #expect(answers[3].split(separator: "\n").contains { $0.contains("nash, absolute gains") })
    #expect(answers[5].contains("The pure equilibria are the same."), "\(answers[5])")
  }

  @Test func `best replies and thresholds are drawn in letters`() {
    let answers = Self.talk([
      "load stag-hunt", "plot replies", "plot r", "load zarubino-lease", "plot k", "plot k rajin",
      "plot replies",
    ])
    #expect(answers[1].contains("probability of C in Row"), "\(answers[1])")
    #expect(answers[1].filter { $0 == "#" }.count >= 3, "\(answers[1])")
    #expect(answers[2].contains("(C, C)  =") && answers[2].contains("1/3"), "\(answers[2])")
    #expect(answers[4].contains("pure equilibria as k runs from 0 to 3"), "\(answers[4])")
    #expect(answers[5].contains("into a file only"))
    #expect(answers[6].contains("two strategies each"))
  }

  @Test func `drawings and exports are files that can be read again`() throws {
    let stem = "/tmp/tumen-tests-\(getpid())-export"
    let files = ["svg", "nfg", "yaml", "json", "tex"].map { "\(stem).\($0)" }
    defer { for file in files { unlink(file) } }
    let answers = Self.talk([
      "matrix pd 3,3 0,5 ; 5,0 1,1", "relative snidal r=1/4", "plot replies \(stem).svg",
      "export \(stem).nfg", "export \(stem).yaml prepared", "export \(stem).json",
      "export \(stem).tex", "load \(stem).nfg", "load \(stem).json", "set", "load \(stem).yaml",
    ])
    for answer in answers { #expect(!answer.hasPrefix("!"), "\(answer)") }
    #expect(answers[9].contains("r = 1/4"))
    for file in files { #expect(access(file, R_OK) == 0, "\(file)") }
    let check = CommandRun("check", "\(stem).yaml")
    #expect(check.status == .done, "\(check.messages)")
  }

  @Test func `a tree is exported to .efg and a document is taken as in a file`() {
    let path = "/tmp/tumen-tests-\(getpid())-entry.efg"
    defer { unlink(path) }
    let answers = Self.talk([
      "tree entry:\nA\n  out: 0, 2\n  in: B\n    fight: -1, -1\n    share: 1, 1", "export \(path)",
      "load \(path)", "subgame-perfect",
      "game nfg:\nNFG 1 R \"Chicken\" { \"Row\" \"Col\" } { 2 2 }\n3 3 4 2 2 4 1 1", "pure",
    ])
    for answer in answers { #expect(!answer.hasPrefix("!"), "\(answer)") }
    #expect(answers[3].contains("share"))
  }
}
