import ArgumentParser
import Foundation
import Laboratory
import Scenarios

@main enum Main {
  static func main() async {
    // A closed connection is an error code of write(2), not the death of the process.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try SeminarCommand.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      if SeminarCommand.exitCode(for: error).isSuccess {
        print(SeminarCommand.fullMessage(for: error))
        exit(0)
      }
      let line = SeminarCommand.message(for: error).split(whereSeparator: \.isNewline)
        .joined(separator: " ")
      FileHandle.standardError.write(Data("tumen-seminar: \(line)\n".utf8))
      exit(2)
    }
  }
}

/// The command line: `tumen-seminar GAME ...`.
struct SeminarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tumen-seminar",
    abstract: "A room of players, a browser each, and a debrief against theory and record.",
    discussion: """
      tumen-seminar GAME [GAME...] opens a session and prints where to join and with which code. \
      The session is one file; tumen-seminar resume FILE goes on with it after any interruption.

      Exit status: 0 done; 2 the input or the words are wrong.
      """,
    version: "tumen-seminar \(Version.text)",
    subcommands: [Open.self, Resume.self, Replay.self, LanguageCommand.self],
    defaultSubcommand: Open.self)
}
