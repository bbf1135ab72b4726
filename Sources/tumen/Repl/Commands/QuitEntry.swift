extension ReplEntry {
  static let quit = ReplEntry("quit", "quit", "end the conversation", group: .other) { words, _ in
    try refuse(words, after: "quit")
    return nil
  }
}
