/// How a command ended, as the shell sees it.
enum ExitStatus: Int32 {
  /// Done.
  case done = 0
  /// A check the user asked for does not hold.
  case checkFailed = 1
  /// The input or the words are wrong.
  case wrongInput = 2
  /// A limit cut the answer short, and the answer says so.
  case cutShort = 3
  /// Ctrl-C, as shells count it.
  case interrupted = 130
}

/// Words on the command line that no command understands.
struct UsageError: Error, CustomStringConvertible {
  /// One line: what was found, and what to write instead.
  let description: String

  init(_ description: String) { self.description = description }
}
