import Foundation
import Testing

@testable import tumen

/// A page of the documentation, README.md or an article, and the examples in it.
///
/// What its code blocks mean: `sh` has commands to run; `console` commands after `$ ` and lines of a
/// conversation after `> `, each with what is answered, where `...` stands for lines left out; `repl`
/// a conversation; `yaml` that begins with `# NAME.yaml` is a file for the commands below it.
struct HandbookPage: Sendable, CustomTestStringConvertible {
  /// Where it is, seen from the repository.
  let path: String
  /// All of it.
  let text: String
  /// Its code blocks.
  let blocks: [Block]

  /// A code block.
  struct Block: Sendable {
    /// What stands after the three backticks.
    var language: String
    /// The number of its first line in the page.
    var start: Int
    /// Its lines.
    var lines: [String]
  }

  var testDescription: String { path }

  /// README.md, then the articles by name.
  static let all: [HandbookPage] = {
    let catalogue = "Sources/Laboratory/Laboratory.docc"
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: "\(CommandRun.home)/\(catalogue)")
    let articles = (files ?? []).filter { $0.hasSuffix(".md") }.sorted()
    return (["README.md"] + articles.map { "\(catalogue)/\($0)" }).map(HandbookPage.init)
  }()

  init(path: String) {
    self.path = path
    text = (try? String(contentsOfFile: "\(CommandRun.home)/\(path)", encoding: .utf8)) ?? ""
    var blocks: [Block] = []
    var isInside = false
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line.hasPrefix("```") {
        isInside.toggle()
        guard isInside else { continue }
        blocks.append(Block(language: String(line.dropFirst(3)), start: number + 2, lines: []))
      } else if isInside {
        blocks[blocks.count - 1].lines.append(String(line))
      }
    }
    self.blocks = blocks
  }

  /// One command or line of a conversation, and what the page says is answered.
  struct Example {
    /// What is typed.
    var typed: String
    /// The number of its line in the page.
    var line: Int
    /// The answer; nil where the page shows none.
    var shown: [String]?
  }

  /// The examples after a mark, `$ ` or `> `, with the lines up to the next mark of either kind.
  static func examples(in block: Block) -> [(isTalk: Bool, example: Example)] {
    var found: [(isTalk: Bool, example: Example)] = []
    for (offset, line) in block.lines.enumerated() {
      if line.hasPrefix("$ ") || line.hasPrefix("> ") {
        let example = Example(
          typed: String(line.dropFirst(2)), line: block.start + offset, shown: [])
        found.append((line.hasPrefix("> "), example))
      } else if !found.isEmpty {
        found[found.count - 1].example.shown?.append(line)
      }
    }
    return found
  }

  /// Whether an answer is what a page shows of it.
  static func isAnswer(_ text: String, shownAs shown: [String]) -> Bool {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(trimmed)
    while lines.last?.isEmpty == true { lines.removeLast() }
    var parts = shown.map { trimmed($0[...]) }
      .split(separator: "...", omittingEmptySubsequences: false).map(Array.init)
    guard let last = parts.popLast() else { return true }
    var place = 0
    for (index, part) in parts.enumerated() {
      let starts = index == 0 ? [0] : Array(place...max(place, lines.count))
      guard let start = starts.first(where: { lines.dropFirst($0).starts(with: part) }) else {
        return false
      }
      place = start + part.count
    }
    // What follows the last gap is the end of the answer.
    guard !last.isEmpty || parts.isEmpty else { return true }
    guard lines.count - last.count >= place, !parts.isEmpty || lines.count == last.count else {
      return false
    }
    return Array(lines.suffix(last.count)) == last
  }

  private static func trimmed(_ line: Substring) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
