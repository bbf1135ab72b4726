import Laboratory

extension ReplEntry {
  static let games = ReplEntry(
    "games", "games", "list the games made here and the prepared ones", group: .take,
    example: ["games"]
  ) { words, session in
    try refuse(words, after: "games")
    let own = session.games.map(\.name)
    let prepared = try session.library.games().map(\.name)
    return (own + prepared.filter { !own.contains($0) }).map { $0 + "\n" }.joined()
  }
}
