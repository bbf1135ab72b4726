extension ReplEntry {
  static let undo = ReplEntry(
    "undo", "undo", "take the last change back", group: .change,
    example: ["load chicken", "set r=1/2", "undo", "set"]
  ) { words, session in
    try refuse(words, after: "undo")
    try session.undo()
    guard (try? session.game()) != nil else { return "no game\n" }
    return try page(session, brief: true)
  }
}
