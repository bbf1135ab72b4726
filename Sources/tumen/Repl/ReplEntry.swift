import Laboratory
import Scenarios

/// One thing that can be said to the REPL.
struct ReplEntry: Sendable {
  let name: String
  /// How to write it.
  let usage: String
  /// What it does, one line.
  let help: String
  /// Under which word `help` lists it.
  let group: Group
  /// Whether a colon at the end of its line opens a block of lines.
  var block = Block.none
  /// What `help NAME` says besides.
  var more: [String] = []
  /// Lines that show it in a conversation of its own; they run.
  var example: [String] = []
  /// What may follow the name, for completion.
  var completes: [Completion] = []
  /// Does it; the words after the name, without blanks at the ends, lines of a block after them.
  /// Nil ends the conversation.
  let perform: @Sendable (_ words: String, _ session: inout Session) throws -> String?

  /// The headings of `help`.
  enum Group: String, CaseIterable {
    case make = "Make"
    case take = "Take up"
    case change = "Change"
    case ask = "Ask"
    case keep = "Keep"
    case other = "Else"
    /// Asked by the concept's own name; `help` does not list these.
    case concept = ""
  }

  /// What a colon at the end of the line opens.
  enum Block {
    /// Nothing.
    case none
    /// Lines up to an empty one or `end`.
    case lines
    /// A document as in a file, up to `end`.
    case document
  }

  init(
    _ name: String, _ usage: String, _ help: String, group: Group, block: Block = .none,
    more: [String] = [], example: [String] = [], completes: [Completion] = [],
    _ perform: @escaping @Sendable (String, inout Session) throws -> String?
  ) {
    self.name = name
    self.usage = usage
    self.help = help
    self.group = group
    self.block = block
    self.more = more
    self.example = example
    self.completes = completes
    self.perform = perform
  }

  /// Everything that can be said.
  static let all: [ReplEntry] =
    [
      matrix, profiles, tree, worths, claims, polygon, game, load, games, show, set, relative,
      label, edit, undo, solve, why, thresholds, ask, compare, plot, concepts, export, help, quit,
    ] + Concept.all.map(entry)

  /// Other words for the same.
  static let synonyms = ["exit": "quit", "bye": "quit", "?": "help", "use": "load"]

  /// Does what a line says, with the lines of its block if it opens one; empty lines and what
  /// follows # say nothing.
  ///
  /// - Returns: what to print, or nil to end.
  static func perform(_ input: String, _ session: inout Session) throws -> String? {
    // A line end of Windows is one character, which is no "\n".
    var lines = input.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)[...]
    let first = uncommented(lines.removeFirst())
    guard !first.isEmpty else { return "" }
    let word = String(first.prefix { !$0.isWhitespace && $0 != ":" })
    guard !word.isEmpty else {
      throw UsageError("\(quoted(first)) is not understood; help lists what can be said")
    }
    let entry = try named(word)
    var rest = trimmed(first.dropFirst(word.count))
    if opensBlock(first), entry.block != .none { rest = trimmed(rest.dropLast()) }
    for line in lines {
      rest += "\n" + (entry.block == .document ? String(line) : uncommented(line, indented: true))
    }
    return try entry.perform(rest, &session)
  }

  /// The block that a line opens.
  static func block(openedBy line: String) -> Block {
    let text = uncommented(line[...])
    guard opensBlock(text) else { return .none }
    return (try? named(String(text.prefix { !$0.isWhitespace && $0 != ":" })))?.block ?? .none
  }

  private static func opensBlock(_ text: String) -> Bool { text.hasSuffix(":") }

  /// The line without a remark and without blanks at its ends; those before it stay if `indented`.
  private static func uncommented(_ line: Substring, indented: Bool = false) -> String {
    let text = line.prefix { $0 != "#" }
    return indented ? String(text.reversed().drop { $0.isWhitespace }.reversed()) : trimmed(text)
  }

  /// The entry called `word`.
  static func named(_ word: String) throws(UsageError) -> ReplEntry {
    let name = synonyms[word.lowercased()] ?? word.lowercased()
    guard let entry = all.first(where: { $0.name == name }) else {
      let near = Suggestion.nearest(to: word, in: all.map(\.name) + ["exit", "use"])
      let isTable = word.first.map { $0.isNumber || "-(\"".contains($0) } ?? false
      throw UsageError(
        "\(quoted(word)) is not understood; "
          + (isTable
            ? "a table begins with a line matrix: and ends with an empty line"
            : near.map { "did you mean \(quoted($0))?" } ?? "help lists what can be said"))
    }
    return entry
  }

  /// Complains about words where none are expected.
  static func refuse(_ words: String, after name: String) throws(UsageError) {
    guard words.isEmpty else {
      throw UsageError("\(name) stands alone: \(quoted(words)) is too much")
    }
  }
}
