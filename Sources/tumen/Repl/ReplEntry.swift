import Laboratory
import Scenarios

/// One thing that can be said to the REPL.
struct ReplEntry: Sendable {
  let name: String
  /// How to write it.
  let usage: String
  /// What it does, one line.
  let help: String
  /// Does it; the words after the name, without blanks at the ends. Nil ends the conversation.
  let perform: @Sendable (_ words: String, _ session: inout Session) throws -> String?

  init(
    _ name: String, _ usage: String, _ help: String,
    _ perform: @escaping @Sendable (String, inout Session) throws -> String?
  ) {
    self.name = name
    self.usage = usage
    self.help = help
    self.perform = perform
  }

  /// Everything that can be said.
  static let all: [ReplEntry] =
    gameEntries + changeEntries + Concept.all.map(entry) + [
      solve, thresholds, concepts, help,
      ReplEntry("quit", "quit", "end the conversation") { words, _ in
        try refuse(words, after: "quit")
        return nil
      },
    ]

  /// Other words for the same.
  private static let synonyms = ["exit": "quit", "bye": "quit", "?": "help", "use": "load"]

  /// Does what a line says; empty lines and those after # say nothing.
  ///
  /// - Returns: what to print, or nil to end.
  static func perform(_ line: String, _ session: inout Session) throws -> String? {
    let text =
      line.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      .first.map(trimmed) ?? ""
    guard !text.isEmpty else { return "" }
    let word = String(text.prefix { !$0.isWhitespace })
    let rest = trimmed(text.dropFirst(word.count))
    return try named(word).perform(rest, &session)
  }

  /// The entry called `word`.
  static func named(_ word: String) throws(UsageError) -> ReplEntry {
    let name = synonyms[word.lowercased()] ?? word.lowercased()
    guard let entry = all.first(where: { $0.name == name }) else {
      let near = Suggestion.nearest(to: word, in: all.map(\.name) + ["exit", "use"])
      throw UsageError(
        "\(quoted(word)) is not understood; "
          + (near.map { "did you mean \(quoted($0))?" } ?? "help lists what can be said"))
    }
    return entry
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// Complains about words where none are expected.
  static func refuse(_ words: String, after name: String) throws(UsageError) {
    guard words.isEmpty else {
      throw UsageError("\(name) stands alone: \(quoted(words)) is too much")
    }
  }

  private static let help = ReplEntry(
    "help", "help [command]", "list what can be said, or say more about one command"
  ) { words, _ in
    guard words.isEmpty else {
      let entry = try named(words)
      return "\(entry.usage)\n  \(entry.help)\n"
    }
    let width = 22
    return all.map { entry in
      // A long usage has a line of its own.
      let usage =
        entry.usage.count > width
        ? entry.usage + "\n" + String(repeating: " ", count: width)
        : entry.usage.padded(to: width)
      return "\(usage)  \(entry.help)\n"
    }.joined()
  }
}
