import Glibc

/// Reads lines from a file descriptor without ever holding more than one line of a set length.
struct LineReader {
  /// What came next.
  enum Line: Equatable {
    /// A line without its end.
    case text(String)
    /// A line longer than ``LineReader/longest``, skipped.
    case tooLong
    /// Nothing more.
    case end
  }

  /// The longest line read, in bytes.
  static let longest = 1 << 20

  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var next = 0
  private var ended = false

  /// A reader of `descriptor`, from where it stands.
  init(descriptor: Int32) { self.descriptor = descriptor }

  /// A reader of a text, for tests.
  init(text: String) {
    descriptor = -1
    buffer = Array(text.utf8)
    ended = true
  }

  /// The next line; bytes that are no UTF-8 are replaced.
  mutating func read() -> Line {
    var line: [UInt8] = []
    var tooLong = false
    while true {
      while next < buffer.count {
        let byte = buffer[next]
        next += 1
        if byte == UInt8(ascii: "\n") { return finished(line, tooLong) }
        if line.count < Self.longest { line.append(byte) } else { tooLong = true }
      }
      guard fill() else {
        return line.isEmpty && !tooLong ? .end : finished(line, tooLong)
      }
    }
  }

  private func finished(_ line: [UInt8], _ tooLong: Bool) -> Line {
    tooLong ? .tooLong : .text(String(decoding: line, as: UTF8.self))
  }

  /// Reads more bytes; false at the end.
  private mutating func fill() -> Bool {
    guard !ended else { return false }
    next = 0
    while true {
      var count = 0
      buffer = [UInt8](unsafeUninitializedCapacity: 1 << 16) { bytes, filled in
        count = Glibc.read(descriptor, bytes.baseAddress, bytes.count)
        filled = max(0, count)
      }
      if count < 0, errno == EINTR { continue }
      ended = count <= 0
      return count > 0
    }
  }
}
