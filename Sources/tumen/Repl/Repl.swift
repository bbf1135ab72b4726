import ArgumentParser
import Glibc
import Laboratory
import Scenarios

/// `tumen repl`: a conversation about games, from a terminal, a pipe or a file.
struct ReplCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl",
    abstract: "Talk about games line by line, at a terminal, from a pipe or from a file.",
    discussion: """
      From a pipe or a file there is no prompt, errors name their line, and the status is 2 if any \
      line failed. The line help lists what can be said.
      """)

  @Argument(
    help: ArgumentHelp("A file of lines to read instead of standard input.", valueName: "file"),
    completion: .file())
  var script: String?

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    if let script {
      let descriptor = open(script, O_RDONLY | O_CLOEXEC)
      guard descriptor >= 0 else {
        throw UsageError(
          "\(quoted(script)) cannot be read: \(String(cString: strerror(errno))); name a file of "
            + "lines, or leave it out to type them")
      }
      defer { close(descriptor) }
      var repl = Repl(LineReader(descriptor: descriptor), output, messages, script: script)
      return try repl.run()
    }
    guard isatty(STDIN_FILENO) == 1 else {
      var repl = Repl(LineReader(descriptor: STDIN_FILENO), output, messages)
      return try repl.run()
    }
    // Ctrl-C ends neither the conversation nor a half-written line of output.
    signal(SIGINT) { _ in }
    var source: any LineSource = LineReader(descriptor: STDIN_FILENO)
    if isatty(STDOUT_FILENO) == 1, let editor = LineEditor() { source = editor }
    var repl = Repl(source, output, messages, isInteractive: true)
    return try repl.run()
  }
}

/// Where the lines of a conversation come from.
protocol LineSource {
  /// The next line.
  ///
  /// - Parameters:
  ///   - prompt: what to show before it; empty where nobody sits at a terminal.
  ///   - session: what completion may draw on; nil inside a block, where a tab is a tab.
  mutating func next(prompt: String, session: Session?) -> LineReader.Line
  /// Whether the source shows the prompt itself.
  var showsPrompt: Bool { get }
}

extension LineReader: LineSource {
  mutating func next(prompt: String, session: Session?) -> Line { read() }
  var showsPrompt: Bool { false }
}

/// Reads lines, does what they say, and goes on whatever happens.
struct Repl {
  private var source: any LineSource
  private let output: Output
  private let messages: Output
  private let isInteractive: Bool
  private let script: String?
  private var session: Session
  /// The lines read.
  private var number = 0

  init(
    _ source: any LineSource, _ output: Output, _ messages: Output, isInteractive: Bool = false,
    patience: Double = 60, script: String? = nil
  ) {
    self.source = source
    self.output = output
    self.messages = messages
    self.isInteractive = isInteractive
    self.script = script
    session = Session(style: output.style, isInteractive: isInteractive, patience: patience)
  }

  /// Runs to the end of the input or to `quit`.
  mutating func run() throws -> ExitStatus {
    var failed = false
    if isInteractive { try output.write("tumen \(Version.text); help lists what can be said\n") }
    while true {
      var first = number + 1
      do {
        switch try next("tumen> ", session) {
        case .end:
          if isInteractive { try output.write("\n") }
          try output.flush()
          return failed && !isInteractive ? .wrongInput : .done
        case .tooLong: throw Self.tooLong
        case .text(let line):
          first = number
          let input = try line + block(after: line)
          guard let answer = try ReplEntry.perform(input, &session) else {
            try output.flush()
            return failed && !isInteractive ? .wrongInput : .done
          }
          try output.write(answer)
        }
      } catch let failure as Output.Failure {
        throw failure
      } catch {
        failed = true
        try output.flush()
        let text = "\(error)".split(whereSeparator: \.isNewline).joined(separator: " ")
        messages.remark(isInteractive ? "\(text)\n" : "\(place(first))\(text)\n")
      }
    }
  }

  /// `tumen: line 3: `, or `script:3: ` of a file.
  private func place(_ line: Int) -> String {
    script.map { "\($0):\(line): " } ?? "tumen: line \(line): "
  }

  private static var tooLong: UsageError {
    UsageError("the line is longer than \(LineReader.longest) bytes: write a file and load it")
  }

  private mutating func next(_ prompt: String, _ session: Session?) throws -> LineReader.Line {
    if isInteractive, !source.showsPrompt { try output.write(prompt) }
    // From a pipe answers go out in large pieces.
    if isInteractive { try output.flush() }
    number += 1
    return source.next(prompt: isInteractive ? prompt : "", session: session)
  }

  /// The lines of the block that a line opens, each after a newline; nothing if it opens none.
  private mutating func block(after line: String) throws -> String {
    let kind = ReplEntry.block(openedBy: line)
    guard kind != .none else { return "" }
    var lines = ""
    while true {
      switch try next("  ...> ", nil) {
      case .end: return lines
      case .tooLong: throw Self.tooLong
      case .text(let line):
        let word = trimmed(line)
        if word == "end" || (word.isEmpty && kind == .lines) { return lines }
        lines += "\n" + line
      }
      guard lines.utf8.count <= LineReader.longest else { throw Self.tooLong }
    }
  }
}
