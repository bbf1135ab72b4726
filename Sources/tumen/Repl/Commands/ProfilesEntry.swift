extension ReplEntry {
  static let profiles = ReplEntry(
    "profiles", "profiles [name] [actors A,B,C] a,c,e=1,2,3 ; ...",
    "make a game of any number of actors, profile by profile", group: .make, block: .lines,
    more: ["Or end the line with a colon and write a profile a line below it."],
    example: [
      "profiles trio actors A,B,C:", "work, work, work = 3, 3, 3", "work, work, rest = 1, 1, 4",
      "work, rest, work = 1, 4, 1", "work, rest, rest = -1, 2, 2", "rest, work, work = 4, 1, 1",
      "rest, work, rest = 2, -1, 2", "rest, rest, work = 2, 2, -1", "rest, rest, rest = 0, 0, 0",
      "",
      "pure",
    ], completes: [.words(["actors"])]
  ) { words, session in
    let syntax = try ProfilesSyntax(words)
    try session.add(syntax.scenario, named: syntax.name)
    return try page(session, brief: true)
  }
}
