import Glibc

/// A file written beside its final name, which it takes only when it is whole.
///
/// Until ``commit()`` the bytes lie in `path.part`; a file that is never committed leaves nothing.
/// What is no regular file, such as `/dev/full`, is written in place.
public final class OutputFile {
  /// The final name.
  let path: String
  /// Where the bytes lie until then.
  let part: String
  private let isSpecial: Bool
  private var descriptor: Int32

  /// Creates `path.part`, empty.
  public init(_ path: String) throws(OutputError) {
    var status = stat()
    isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    self.path = path
    part = isSpecial ? path : path + ".part"
    descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      throw .system(doing: "create the file", path: part, code: errno)
    }
  }

  deinit {
    if descriptor >= 0 { Glibc.close(descriptor) }
    // Gone already after a commit.
    if !isSpecial { unlink(part) }
  }

  /// Appends bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    var rest = bytes
    while let base = rest.baseAddress, !rest.isEmpty {
      let written = Glibc.write(descriptor, base, rest.count)
      if written < 0 && errno == EINTR { continue }
      guard written >= 0 else { throw .system(doing: "write", path: part, code: errno) }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }

  /// Appends bytes.
  func write(_ bytes: [UInt8]) throws(OutputError) {
    var failure: OutputError?
    bytes.withUnsafeBytes { bytes in
      do throws(OutputError) { try write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Appends a text.
  public func write(_ text: String) throws(OutputError) {
    var failure: OutputError?
    var text = text
    text.withUTF8 { bytes in
      do throws(OutputError) { try write(UnsafeRawBufferPointer(bytes)) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Ends the writing; errors that the system held back show here.
  func close() throws(OutputError) {
    guard descriptor >= 0 else { return }
    let status = Glibc.close(descriptor)
    descriptor = -1
    guard status == 0 else { throw .system(doing: "write", path: part, code: errno) }
  }

  /// Gives the file its final name, in place of an older one.
  public func commit() throws(OutputError) {
    try close()
    guard isSpecial || rename(part, path) == 0 else {
      throw .system(doing: "give the file its name", path: path, code: errno)
    }
  }
}
