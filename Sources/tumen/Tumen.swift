import ArgumentParser
import Glibc
import Laboratory
import Scenarios

@main enum Main {
  static func main() {
    // A closed pipe is an error code of write(2), not the death of the process.
    signal(SIGPIPE, SIG_IGN)
    let status = Tumen.run(
      Array(CommandLine.arguments.dropFirst()), output: Output(descriptor: STDOUT_FILENO),
      messages: Output(descriptor: STDERR_FILENO))
    exit(status.rawValue)
  }
}

/// The command line: `tumen COMMAND ...`.
struct Tumen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tumen",
    abstract: "A laboratory for negotiation and cooperation between states.",
    discussion: """
      GAME is the id of a prepared game (tumen games lists them), a path to a file, or - for \
      standard input together with --from.

      Exit status: 0 done; 1 a check you asked for does not hold; 2 the input or the words are \
      wrong; 3 a limit or Ctrl-C cut the answer short; 130 Ctrl-C before there was one.

      tumen help json documents what --format json prints; tumen help man prints the manual page; \
      tumen --generate-completion-script bash (or zsh, or fish) prints what a shell completes.
      """,
    version: Version.withLibraries,
    subcommands: Tumen.commands)

  static let commands: [ParsableCommand.Type] = [
    Games.self, Show.self, Solve.self, Why.self, ThresholdsCommand.self, Robust.self, Ask.self,
    HistoryCommand.self, TournamentCommand.self, DynamicsCommand.self, Concepts.self, Check.self,
    Convert.self,
    Sweep.self, Merge.self, Report.self, HandoutCommand.self, ReplCommand.self,
  ]

  /// Runs the command that these words name and returns how it ended.
  static func run(_ words: [String], output: Output, messages: Output) -> ExitStatus {
    do {
      let status = try perform(words, output: output, messages: messages)
      try output.flush()
      return status
    } catch Output.Failure.closedPipe {
      return .done
    } catch {
      return report(error, output: output, messages: messages)
    }
  }

  private static func perform(
    _ words: [String], output: Output, messages: Output
  ) throws -> ExitStatus {
    if words == ["--version"] {
      try output.write(Version.withLibraries + "\n")
      return .done
    }
    if words == ["help", "json"] {
      try output.write(JSONHelp.text)
      return .done
    }
    if words == ["help", "man"] {
      try output.write(ManPage.text)
      return .done
    }
    try refuseUnknownCommand(words)
    var command = try parseAsRoot(words)
    if var own = command as? any TumenCommand {
      return try own.perform(output, messages)
    }
    try command.run()
    return .done
  }

  /// Names the command that was probably meant; the parser would only call the word unexpected.
  private static func refuseUnknownCommand(_ words: [String]) throws(UsageError) {
    let names = commands.compactMap { $0.configuration.commandName } + ["help"]
    guard let first = words.first, !first.hasPrefix("-"), !names.contains(first) else { return }
    let near = Suggestion.nearest(to: first, in: names)
    throw UsageError(
      "there is no command \(quoted(first)); "
        + (near.map { "did you mean \(quoted($0))?" }
          ?? "commands: \(names.joined(separator: ", "))"))
  }

  /// One line on standard error, or the help that was asked for on standard output.
  private static func report(_ error: any Error, output: Output, messages: Output) -> ExitStatus {
    let isOwn = error is UsageError || error is Output.Failure
    if !isOwn, exitCode(for: error).isSuccess {
      return run(help: fullMessage(for: error), output: output, messages: messages)
    }
    // What was ready before the error is not shown: half an answer looks like a whole one.
    var line = isOwn ? "\(error)" : message(for: error)
    if let hint = usageHint(of: error) {
      if line.last == "." { line.removeLast() }
      line += "; see \(hint)"
    }
    line = oneLine(line)
    messages.remark("tumen: \(line)\n")
    if let error = error as? LaboratoryError {
      if error.isLimit { return .cutShort }
      if case .interrupted = error { return .interrupted }
    }
    return .wrongInput
  }

  /// The argument parser's lists of values, `- a` a line, as `a, b`.
  private static func oneLine(_ text: String) -> String {
    var line = ""
    var isInList = false
    for part in text.split(whereSeparator: \.isNewline) {
      let words = part.drop { $0 == " " }
      let isItem = words.hasPrefix("- ")
      line += line.isEmpty ? "" : isItem && isInList ? ", " : " "
      line += isItem ? words.dropFirst(2) : words
      isInList = isItem
    }
    return line
  }

  private static func run(help: String, output: Output, messages: Output) -> ExitStatus {
    do {
      try output.write(help + "\n")
      try output.flush()
      return .done
    } catch Output.Failure.closedPipe {
      return .done
    } catch {
      return report(error, output: output, messages: messages)
    }
  }

  /// `tumen solve --help`, for errors of the argument parser.
  private static func usageHint(of error: any Error) -> String? {
    guard exitCode(for: error) == .validationFailure else { return nil }
    return fullMessage(for: error).split(separator: "See '").dropFirst().first?
      .split(separator: "'").first.map(String.init)
  }
}

/// A command: writes its answer to `output`, its remarks to `messages`.
protocol TumenCommand: ParsableCommand {
  /// Does the work; what is thrown becomes one line on standard error and status 2.
  mutating func perform(_ output: Output, _ messages: Output) throws -> ExitStatus
}
