import Foundation
import Laboratory
import Scenarios
import Testing

@testable import tumen

@Suite struct `The documentation` {
  @Test(arguments: HandbookPage.all)
  func `answers as it says`(_ page: HandbookPage) throws {
    let reader = try HandbookReader(page)
    defer { try? FileManager.default.removeItem(atPath: reader.folder) }
    try reader.read()
  }

  @Test func `has articles, and commands in them`() {
    #expect(HandbookPage.all.count > 2)
    let commands = HandbookPage.all.flatMap(\.blocks).flatMap(\.lines)
      .filter { $0.hasPrefix("tumen ") || $0.hasPrefix("$ tumen ") }
    #expect(commands.count > 30)
  }

  @Test func `names every concept and every form`() throws {
    func text(_ name: String) throws -> String {
      try #require(HandbookPage.all.first { $0.path.hasSuffix(name) }).text
    }
    let conformance = try text("Conformance.md")
    for concept in Concept.all {
      #expect(
        conformance.contains("| `\(concept.name)` | \(concept.source) |"),
        "write Conformance.md again: Tests/conformance.py")
    }
    let (readme, formats) = (try text("README.md"), try text("FileFormats.md"))
    for form in KnownForms.names {
      #expect(readme.contains("`\(form)`") && formats.contains("\n## \(form)\n"))
    }
  }

  @Test func `lines left out are passed over, and no others`() {
    let answer = "a\nb\n\nc\nd\n"
    let right = [
      ["a", "b", "", "c", "d"], ["a", "..."], ["...", "c", "d"], ["...", "b", "..."],
    ]
    let wrong = [["a", "b"], ["b", "..."], ["...", "c"], ["...", "d", "...", "a", "..."]]
    for shown in right { #expect(HandbookPage.isAnswer(answer, shownAs: shown)) }
    for shown in wrong { #expect(!HandbookPage.isAnswer(answer, shownAs: shown)) }
  }
}

/// Types what a page says into the program, and looks at the answers.
private struct HandbookReader {
  let page: HandbookPage
  /// Where the page's files are, and where its commands write.
  let folder: String

  init(_ page: HandbookPage) throws {
    self.page = page
    let name = page.path.split(separator: "/").last ?? ""
    folder = "/tmp/tumen-tests-\(getpid())-handbook-\(name)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  func read() throws {
    var session = Session()
    for block in page.blocks {
      switch block.language {
      case "yaml":
        guard let first = block.lines.first, first.hasPrefix("# "), first.hasSuffix(".yaml") else {
          continue
        }
        try block.lines.joined(separator: "\n").write(
          toFile: "\(folder)/\(first.dropFirst(2))", atomically: false, encoding: .utf8)
      case "sh":
        for (offset, line) in block.lines.enumerated() where line.hasPrefix("tumen ") {
          run(.init(typed: line, line: block.start + offset, shown: nil))
        }
      case "console":
        for (isTalk, example) in HandbookPage.examples(in: block) {
          if isTalk { say(example, &session) } else { run(example) }
        }
      case "repl":
        var session = Session()
        for (offset, line) in block.lines.enumerated() where !line.hasPrefix("$ ") {
          say(.init(typed: line, line: block.start + offset, shown: nil), &session)
        }
      default: continue
      }
    }
  }

  private func run(_ example: HandbookPage.Example) {
    let words = self.words(example.typed)
    let run = CommandRun(Array(words.dropFirst()))
    let place = place(of: example)
    #expect(words.first == "tumen", sourceLocation: place)
    let isError = example.shown?.first?.hasPrefix("tumen: ") == true
    #expect((run.status == .done) != isError, "\(run.messages)", sourceLocation: place)
    let answer = isError ? run.messages : run.output
    look(at: answer.replacing("\(folder)/", with: ""), example)
  }

  private func say(_ example: HandbookPage.Example, _ session: inout Session) {
    #expect(throws: Never.self, sourceLocation: place(of: example)) {
      look(at: try ReplEntry.perform(example.typed, &session) ?? "", example)
    }
  }

  private func look(at answer: String, _ example: HandbookPage.Example) {
    guard let shown = example.shown else { return }
    #expect(
      HandbookPage.isAnswer(answer, shownAs: shown), "the answer is:\n\(answer)",
      sourceLocation: place(of: example))
  }

  private func place(of example: HandbookPage.Example) -> SourceLocation {
    SourceLocation(
      fileID: "tumen/\(page.path)", filePath: "\(CommandRun.home)/\(page.path)",
      line: example.line, column: 1)
  }

  /// The words of a line as a shell would part them; files are those of the page or the repository.
  private func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    for letter in line {
      if let open = quote {
        if letter == open { quote = nil } else { word?.append(letter) }
      } else if letter == "\"" || letter == "'" {
        quote = letter
        word = word ?? ""
      } else if letter == " " {
        if let word { words.append(word) }
        word = nil
      } else if letter == "#", word == nil {
        break
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    if let word { words.append(word) }
    let endings = [".yaml", ".json", ".nfg", ".efg", ".svg", ".html"]
    return words.indices.map { index in
      let word = words[index]
      let isFolder = index > 0 && words[index - 1] == "--out"
      let files = FileManager.default
      let isMade = files.fileExists(atPath: "\(folder)/\(word)")
      guard isFolder || isMade || endings.contains(where: word.hasSuffix) else { return word }
      let own = "\(CommandRun.home)/\(word)"
      return files.fileExists(atPath: own) && !isMade ? own : "\(folder)/\(word)"
    }
  }
}
