import ArgumentParser
import Glibc
import Laboratory
import Scenarios

/// `tumen repl`: a conversation about games, from a terminal or a pipe.
struct ReplCommand: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "repl", abstract: "Talk about games line by line, at a terminal or from a pipe.",
    discussion: """
      From a pipe there is no prompt, errors name their line, and the status is 2 if any line \
      failed. The line help lists what can be said.
      """)

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    var repl = Repl(
      LineReader(descriptor: STDIN_FILENO), output, messages,
      isInteractive: isatty(STDIN_FILENO) == 1)
    return try repl.run()
  }
}

/// Reads lines, does what they say, and goes on whatever happens.
struct Repl {
  private var reader: LineReader
  private let output: Output
  private let messages: Output
  private let isInteractive: Bool
  private var session: Session

  init(_ reader: LineReader, _ output: Output, _ messages: Output, isInteractive: Bool) {
    self.reader = reader
    self.output = output
    self.messages = messages
    self.isInteractive = isInteractive
    session = Session(style: output.style)
  }

  /// Runs to the end of the input or to `quit`.
  mutating func run() throws -> ExitStatus {
    var number = 0
    var failed = false
    if isInteractive { try output.write("tumen \(Version.text); help lists what can be said\n") }
    while true {
      if isInteractive { try output.write("tumen> ") }
      try output.flush()
      number += 1
      do {
        switch reader.read() {
        case .end:
          if isInteractive { try output.write("\n") }
          return failed && !isInteractive ? .wrongInput : .done
        case .tooLong:
          throw UsageError(
            "the line is longer than \(LineReader.longest) bytes: write a file and load it")
        case .text(let line):
          guard let answer = try ReplEntry.perform(line, &session) else {
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
        messages.remark(isInteractive ? "\(text)\n" : "tumen: line \(number): \(text)\n")
      }
    }
  }
}
