import Glibc
import Laboratory
import Scenarios

/// What a run is a run of: the files it was read from and the program that computes it.
///
/// Parts of two runs may stand together only where all of it is the same.
struct RunIdentity: Hashable, Sendable {
  /// The version of the program.
  var program: String
  /// The digest of the program itself: two builds of one version may differ.
  var build: String
  /// The digest of the spec.
  var spec: String
  /// The digest of the game.
  var game: String
  /// The digests of the files that designs were read from, one after the other.
  var tables: String

  /// The identity of a run of `experiment` by this program.
  init(_ experiment: Experiment) {
    program = "tumen \(Version.text)"
    build = Self.ownBuild
    spec = experiment.origin.specDigest
    game = experiment.origin.gameDigest
    tables = experiment.origin.tables.map(\.digest).joined(separator: " ")
  }

  /// The identity told by a `run.json` or a `manifest.json`; nil where one of its keys is missing.
  init?(_ document: Document) {
    guard let entries = try? document.entries("the record") else { return nil }
    func text(_ key: String, in entries: [Document.Entry]) -> String? {
      entries.first { $0.key == key }.flatMap { try? $0.value.text(key) }
    }
    func digest(_ key: String) -> String? {
      guard
        let inner = entries.first(where: { $0.key == key }).flatMap({ try? $0.value.entries(key) })
      else { return nil }
      return text("sha256", in: inner)
    }
    guard let program = text("program", in: entries), let build = text("build", in: entries),
      let spec = digest("experiment"), let game = digest("game")
    else { return nil }
    (self.program, self.build, self.spec, self.game) = (program, build, spec, game)
    tables = text("tables", in: entries) ?? ""
  }

  /// The number that every part of the run carries.
  var fingerprint: UInt64 {
    XXH64.digest(of: "parts 1\n\(program)\n\(build)\n\(spec)\n\(game)\n\(tables)")
  }

  /// What has changed since `earlier`, in words; empty where nothing has.
  func changes(since earlier: RunIdentity) -> [String] {
    var changes: [String] = []
    if spec != earlier.spec {
      changes.append("the spec (\(earlier.spec.prefix(8)) then, \(spec.prefix(8)) now)")
    }
    if game != earlier.game {
      changes.append("the game (\(earlier.game.prefix(8)) then, \(game.prefix(8)) now)")
    }
    if tables != earlier.tables { changes.append("the file of the design") }
    if program != earlier.program {
      changes.append("the program (\(earlier.program) then, \(program) now)")
    } else if build != earlier.build {
      changes.append(
        "the program (build \(earlier.build.prefix(8)) then, \(build.prefix(8)) now)")
    }
    return changes
  }

  /// The digest of the program that runs.
  private static let ownBuild = FileDigest.xxh64(of: "/proc/self/exe") ?? "unknown"
}

/// Digests of whole files.
enum FileDigest {
  /// The ``XXH64`` digest of a file, read in pieces; nil where it cannot be read.
  static func xxh64(of path: String) -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    var hash = XXH64()
    var buffer = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { return nil }
      guard count > 0 else { return XXH64.hexadecimal(hash.digest) }
      buffer.withUnsafeBytes { hash.update(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
    }
  }
}
