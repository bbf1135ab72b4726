import Glibc

/// Why a result could not be written.
public enum OutputError: Error, Hashable, Sendable {
  /// The system refused: what was being done, to which file, and its error number.
  case system(doing: String, path: String, code: Int32)
  /// A file of this name is there already and was not written by a run.
  case foreign(path: String)
}

extension OutputError: CustomStringConvertible {
  /// One line: the file, what happened, and what to do.
  public var description: String {
    switch self {
    case .system(let doing, let path, let code):
      let reason = String(cString: strerror(code))
      let remedy = code == ENOSPC ? "; free some room and run again" : ""
      return "\(path): cannot \(doing): \(reason)\(remedy)"
    case .foreign(let path):
      return "\(path): was not written by a run and is left alone; choose another directory"
    }
  }

  /// Whether the reader of a pipe went away: a reason to stop without a word.
  public var isClosedPipe: Bool {
    if case .system(_, _, EPIPE) = self { true } else { false }
  }
}
