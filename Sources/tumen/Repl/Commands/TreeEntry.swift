extension ReplEntry {
  static let tree = ReplEntry(
    "tree", "tree [name] [actors A,B]:",
    "make a game of moves one after another, by indented lines",
    group: .make, block: .lines,
    more: [
      "Who moves stands on one line, each action further in, followed by gains or by who moves next.",
      "A name in brackets ties moves together that their actor cannot tell apart: Incumbent [asked].",
      "Chance moves are written with their probabilities: meant 1/2: what follows.",
    ],
    example: [
      "tree entry actors Entrant,Incumbent:", "Entrant", "  out: 0, 2", "  in: Incumbent",
      "    fight: -1, -1", "    share: 1, 1", "", "subgame-perfect",
    ], completes: [.words(["actors"])]
  ) { words, session in
    let syntax = try TreeSyntax(words)
    try session.add(try syntax.scenario(), named: syntax.name)
    return try page(session, brief: true)
  }
}
