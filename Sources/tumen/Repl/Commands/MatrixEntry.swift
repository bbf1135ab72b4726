import Laboratory

extension ReplEntry {
  static let matrix = ReplEntry(
    "matrix",
    "matrix [name] [zero-sum] [actors A,B] [rows a,b] [columns c,d] 3,3 0,5 ; 5,0 1,1",
    "make a game of two: row's payoff, column's payoff; rows parted by ;",
    group: .make, block: .lines,
    more: [
      "Or end the line with a colon and write or paste the rows below it, cells parted by tabs or",
      "blanks, with or without a first row and a first column of names, and then an empty line.",
    ],
    example: [
      "matrix pd actors Ann,Bob 3,3 0,5 ; 5,0 1,1", "matrix pennies zero-sum 1 -1 ; -1 1",
      "matrix hunt:", "\tstag\thare", "stag\t4,4\t0,3", "hare\t3,0\t3,3", "",
    ], completes: [.words(["zero-sum", "actors", "rows", "columns"])]
  ) { words, session in
    let matrix = try MatrixSyntax(words)
    try session.add(matrix.scenario, named: matrix.name)
    return try page(session, brief: true)
  }

  /// The current game as it is shown after a change.
  static func page(_ session: Session, brief: Bool) throws -> String {
    GamePage(try session.setting()).text(style: session.style, brief: brief)
  }
}
