import Glibc

@testable import tumen

/// A command run within the test's process, on the repository's own games.
struct CommandRun {
  let status: ExitStatus
  let output: String
  let messages: String

  /// Runs `tumen` with these words.
  init(_ words: String...) { self.init(words) }

  init(_ words: [String]) {
    _ = Self.home
    let (output, messages) = (Output(), Output())
    status = Tumen.run(words, output: output, messages: messages)
    self.output = output.text
    self.messages = messages.text
  }

  /// The repository, found from this file, which commands are told of once.
  static let home: String = {
    let folders = #filePath.split(separator: "/").dropLast(3)
    let home = "/" + folders.joined(separator: "/")
    setenv("TUMEN_HOME", home, 1)
    return home
  }()

  /// A file of its own in the system's folder for such, with this content.
  static func temporaryFile(_ name: String, _ content: String) -> String {
    let path = "/tmp/tumen-tests-\(getpid())-\(name)"
    if let file = fopen(path, "w") {
      fputs(content, file)
      fclose(file)
    }
    return path
  }
}
