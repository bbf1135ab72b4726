import Glibc

/// Reads whole files, within bounds.
public enum InputFile {
  /// Largest file that is read, in bytes.
  public static let largest = 16 << 20

  /// The text of a file of at most ``largest`` bytes, `-` for standard input.
  ///
  /// - Throws: ``InputError`` for a file that is not there, not readable, too large, empty, or not
  ///   text in UTF-8.
  public static func text(of path: String) throws(InputError) -> String {
    try text(bytes: bytes(of: path), file: name(of: path))
  }

  /// The name of `path` in errors.
  public static func name(of path: String) -> String { path == "-" ? "<stdin>" : path }

  /// The text that `bytes` hold, without a byte order mark.
  static func text(bytes: [UInt8], file: String) throws(InputError) -> String {
    let whole = Position(file: file)
    guard !bytes.isEmpty else { throw InputError("the file is empty", at: whole) }
    guard !bytes.starts(with: [0xFF, 0xFE]), !bytes.starts(with: [0xFE, 0xFF]) else {
      throw InputError("the file is in UTF-16: save it in UTF-8", at: whole)
    }
    let marked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let content = marked ? bytes[3...] : bytes[...]
    if let zero = content.firstIndex(of: 0) {
      throw InputError(
        "a NUL byte stands here: this is no text file",
        at: place(of: content[..<zero], in: file))
    }
    guard let text = String(validating: content, as: UTF8.self) else {
      throw InputError(
        "the bytes here are not UTF-8: save the file in UTF-8", at: place(of: content, in: file))
    }
    return text
  }

  /// The place right after the valid UTF-8 that `bytes` start with.
  private static func place(of bytes: ArraySlice<UInt8>, in file: String) -> Position {
    var position = Position(file: file, line: 1, column: 1)
    var decoder = UTF8()
    var rest = bytes.makeIterator()
    while case .scalarValue(let scalar) = decoder.decode(&rest) {
      if scalar == "\n" {
        position.line += 1
        position.column = 1
      } else {
        position.column += 1
      }
    }
    return position
  }

  /// Reads to the end, but never more than one byte past ``largest``.
  private static func bytes(of path: String) throws(InputError) -> [UInt8] {
    let whole = Position(file: name(of: path))
    let file = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else {
      throw InputError("cannot be read: \(reason(errno))", at: whole)
    }
    defer { if path != "-" { close(file) } }
    var status = stat()
    if fstat(file, &status) == 0 {
      guard status.st_mode & S_IFMT != S_IFDIR else {
        throw InputError("is a folder: name a file in it", at: whole)
      }
      guard status.st_size <= largest else { throw tooLarge(whole) }
    }
    var bytes: [UInt8] = []
    let step = 1 << 16
    while bytes.count <= largest {
      let start = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: step))
      let count = bytes.withUnsafeMutableBytes { buffer in
        Glibc.read(file, buffer.baseAddress.map { $0 + start }, step)
      }
      let failure = errno
      bytes.removeLast(step - max(0, count))
      if count == 0 { return bytes }
      guard count > 0 || failure == EINTR else {
        throw InputError("cannot be read: \(reason(failure))", at: whole)
      }
    }
    throw tooLarge(whole)
  }

  private static func tooLarge(_ whole: Position) -> InputError {
    InputError("is larger than \(largest >> 20) MB, which no game file needs", at: whole)
  }

  private static func reason(_ code: Int32) -> String {
    String(cString: strerror(code)).lowercased()
  }
}
