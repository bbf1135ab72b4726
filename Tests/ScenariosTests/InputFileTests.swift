import Glibc
import Scenarios
import Testing

/// A folder that goes away with its owner.
final class TemporaryFolder {
  let path: String

  init() throws {
    var template = Array("/tmp/tumen-tests-XXXXXX".utf8CString)
    guard let made = mkdtemp(&template) else { throw InputError("no temporary folder") }
    path = String(cString: made)
  }

  deinit { remove(path) }

  /// Writes a file, making the folders above it.
  @discardableResult
  func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    var folder = path
    for part in name.split(separator: "/").dropLast() {
      folder += "/" + part
      mkdir(folder, 0o755)
    }
    let file = path + "/" + name
    guard let stream = fopen(file, "w") else { throw InputError("cannot write \(file)") }
    fwrite(bytes, 1, bytes.count, stream)
    fclose(stream)
    return file
  }

  private func remove(_ path: String) {
    if let folder = opendir(path) {
      var names: [String] = []
      while let entry = readdir(folder) {
        names.append(
          withUnsafePointer(to: &entry.pointee.d_name) { tuple in
            tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
          })
      }
      closedir(folder)
      for name in names where name != "." && name != ".." { remove(path + "/" + name) }
      rmdir(path)
    } else {
      unlink(path)
    }
  }
}

@Suite struct `Input files` {
  private func complaint(_ path: String) -> String {
    do {
      return try InputFile.text(of: path)
    } catch {
      return error.description
    }
  }

  @Test func `are read as they are, without a byte order mark`() throws {
    let folder = try TemporaryFolder()
    #expect(complaint(try folder.write("a", Array("é\n".utf8))) == "é\n")
    #expect(complaint(try folder.write("b", [0xEF, 0xBB, 0xBF] + Array("x".utf8))) == "x")
  }

  @Test func `that are no text get one line with the place`() throws {
    let folder = try TemporaryFolder()
    let cases: [(bytes: [UInt8], line: String)] = [
      ([], ": the file is empty"),
      (Array("a\né\0".utf8), ":2:2: a NUL byte stands here: this is no text file"),
      (
        Array("a\né".utf8) + [0xFF, 0x41],
        ":2:2: the bytes here are not UTF-8: save the file in UTF-8"
      ),
      ([0xFF, 0xFE, 0x41, 0], ": the file is in UTF-16: save it in UTF-8"),
    ]
    for (bytes, line) in cases {
      let path = try folder.write("x", bytes)
      #expect(complaint(path) == path + line)
    }
  }

  @Test func `that cannot be read say why`() throws {
    let folder = try TemporaryFolder()
    #expect(
      complaint(folder.path + "/none.yaml")
        == folder.path + "/none.yaml: cannot be read: no such file or directory")
    #expect(complaint(folder.path) == folder.path + ": is a folder: name a file in it")
    let file = try folder.write("plain", [65])
    #expect(complaint(file + "/x") == file + "/x: cannot be read: not a directory")
  }

  @Test func `of any size are refused before they fill the memory`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("sparse", [])
    #expect(truncate(path, 4 << 30) == 0)
    #expect(complaint(path) == path + ": is larger than 16 MB, which no game file needs")
    #expect(
      complaint("/dev/zero") == "/dev/zero: is larger than 16 MB, which no game file needs")
  }

  @Test func `of an unknown ending ask for the format`() {
    do {
      _ = try ScenarioReader.read(path: "game.txt")
      Issue.record("read")
    } catch {
      #expect(
        error.description
          == "game.txt: the name does not tell the format: end it in .yaml, .json, .nfg or .efg, "
          + "or say --from (yaml, json, nfg, efg)")
    }
  }
}
