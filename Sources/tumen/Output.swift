import Glibc
import Laboratory

/// Where a command writes its answer: a file descriptor, or memory for tests.
///
/// Text is gathered and written in large pieces. A reader that has gone away and a device that is
/// full are errors the caller hears of, so that no half answer passes for a whole one.
final class Output {
  /// Why nothing more can be written.
  enum Failure: Error, CustomStringConvertible {
    /// The reader closed its end of the pipe.
    case closedPipe
    /// The system refused, for instance because the disk is full.
    case refused(String)

    var description: String {
      switch self {
      case .closedPipe: "the reader has gone away"
      case .refused(let reason): "cannot write the output: \(reason)"
      }
    }
  }

  /// How text may be dressed here.
  let style: TextStyle
  private let descriptor: Int32?
  private var waiting: [UInt8] = []

  /// An output to `descriptor`, coloured only if that is a terminal and `NO_COLOR` is not set.
  init(descriptor: Int32) {
    self.descriptor = descriptor
    style = TextStyle(
      coloured: isatty(descriptor) == 1 && Environment["NO_COLOR"].isEmpty
        && Environment["TERM"] != "dumb")
  }

  /// An output kept in memory.
  init() {
    descriptor = nil
    style = .plain
  }

  /// What was written and not yet handed to the system.
  var text: String { String(decoding: waiting, as: UTF8.self) }

  /// Adds `text`.
  func write(_ text: String) throws(Failure) {
    waiting.append(contentsOf: text.utf8)
    if waiting.count >= 1 << 16, descriptor != nil { try flush() }
  }

  /// Writes a line beside the answer at once; that nobody reads it changes nothing.
  func remark(_ line: String) {
    guard (try? write(line)) != nil else { return }
    try? flush()
  }

  /// Hands everything to the system.
  func flush() throws(Failure) {
    guard let descriptor else { return }
    let bytes = waiting
    waiting.removeAll(keepingCapacity: true)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno == EPIPE {
        throw .closedPipe
      } else if errno != EINTR {
        throw .refused(String(cString: strerror(errno)))
      }
    }
  }
}

/// The variables of the process's environment.
enum Environment {
  /// The value of a variable, empty if it is not set.
  static subscript(name: String) -> String {
    getenv(name).map { String(cString: $0) } ?? ""
  }
}
