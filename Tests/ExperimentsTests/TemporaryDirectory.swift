import Glibc

/// A directory that goes when the test is over.
final class TemporaryDirectory {
  let path: String

  struct CannotCreate: Error {}

  init() throws {
    var template = Array("/tmp/tumen-experiments-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw CannotCreate() }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  deinit { Self.remove(path) }

  /// The names in the directory, in order.
  var files: [String] { Self.names(in: path) }

  /// The names in a directory within, in order.
  func names(in directory: String) -> [String] { Self.names(in: path + "/" + directory) }

  /// The content of a file, empty when there is none.
  func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }

  /// The content of a file, empty when there is none.
  func bytes(_ name: String) -> [UInt8] {
    guard let file = fopen(path + "/" + name, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65536)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes.append(contentsOf: chunk[..<count])
    }
    return bytes
  }

  /// Writes a file and returns its path.
  @discardableResult
  func write(_ text: String, to name: String) -> String {
    let target = path + "/" + name
    guard let file = fopen(target, "wb") else { return target }
    defer { fclose(file) }
    fwrite(text, 1, text.utf8.count, file)
    return target
  }

  private static func names(in path: String) -> [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private static func remove(_ path: String) {
    for name in names(in: path) {
      let inner = path + "/" + name
      if unlink(inner) != 0 { remove(inner) }
    }
    rmdir(path)
  }
}
