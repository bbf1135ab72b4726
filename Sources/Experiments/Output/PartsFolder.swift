import Glibc
import Laboratory
import Scenarios

/// The parts of a run that is under way, and the record of what it is a run of.
///
/// `DIR/run.json` is written first and held locked while a process is at work; the parts lie in
/// `DIR/parts`. Both go when the run is whole. Which parts are done is seen from the parts alone.
final class PartsFolder {
  /// The name of the record.
  static let recordName = "run.json"

  /// Where the parts lie.
  let path: String
  private let record: String
  private let directory: String
  private var lock: Int32 = -1

  /// The parts of a run in `directory`.
  init(in directory: String) {
    self.directory = directory
    let base = directory.hasSuffix("/") ? String(directory.dropLast()) : directory
    path = base + "/parts"
    record = base + "/" + Self.recordName
  }

  deinit { if lock >= 0 { close(lock) } }

  /// The path of a part.
  func path(of part: Int) -> String { "\(path)/\(Part.name(part))" }

  /// The record of the run, nil where there is none that can be read.
  var earlier: Document? {
    guard access(record, R_OK) == 0, let document = try? Document.read(path: record),
      RunRecord.kind(of: document) == "run"
    else { return nil }
    return document
  }

  /// How many files of parts there are, whole or not.
  var count: Int { names.count }

  private var names: [String] {
    guard let stream = opendir(path) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name.hasPrefix("part-") { names.append(name) }
    }
    return names
  }

  /// Locks the folder for this process and makes it if it is not there.
  ///
  /// - Throws: ``RunRefusal/busy(directory:)``, ``OutputError``.
  func open() throws {
    let doing = "create the file"
    lock = Glibc.open(record, O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw OutputError.system(doing: doing, path: record, code: errno) }
    // A file system without locks is no reason not to work.
    if flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK {
      throw RunRefusal.busy(directory: directory)
    }
    guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
      let code = errno
      unlink(record)
      throw OutputError.system(doing: "make the directory", path: path, code: code)
    }
  }

  /// Writes the record.
  func write(_ text: String) throws(OutputError) {
    let bytes = Array(text.utf8)
    guard ftruncate(lock, 0) == 0, pwrite(lock, bytes, bytes.count, 0) == bytes.count else {
      throw .system(doing: "write", path: record, code: errno)
    }
  }

  /// Removes what a run that was killed left half-written.
  func sweep() {
    for name in names where name.hasSuffix(".part") { unlink("\(path)/\(name)") }
  }

  /// Removes all parts.
  func empty() { for name in names { unlink("\(path)/\(name)") } }

  /// Removes parts and record.
  func remove() {
    empty()
    rmdir(path)
    unlink(record)
  }

  /// Removes the record if there is no part it could be the record of.
  func removeIfEmpty() {
    sweep()
    if names.isEmpty { remove() }
  }
}

/// What `run.json` says: of what the parts beside it are parts.
struct RunRecord {
  let experiment: Experiment
  let identity: RunIdentity
  let shard: Shard?
  let parts: Int
  /// The files the run will write.
  let files: [String]

  /// The record as text.
  var text: String {
    let json: JSONValue = [
      "format": 1, "kind": "run", "program": .string(identity.program),
      "build": .string(identity.build),
      "experiment": [
        "id": .string(experiment.id), "spec": .string(Self.absolute(experiment.origin.spec)),
        "sha256": .string(identity.spec),
      ],
      "game": [
        "id": .string(experiment.scenario.id), "file": .string(experiment.origin.game),
        "sha256": .string(identity.game),
      ],
      "tables": .string(identity.tables), "shard": shard.map { .string($0.description) } ?? .null,
      "rows": .integer(experiment.rows), "parts": .integer(parts),
      "files": .array(files.map { .string($0) }),
    ]
    return json.text + "\n"
  }

  /// The kind of a record or manifest.
  static func kind(of document: Document) -> String? { text("kind", in: document) }

  /// The text of a key.
  static func text(_ key: String, in document: Document) -> String? {
    value(key, in: document).flatMap { try? $0.text(key) }
  }

  /// The value of a key.
  static func value(_ key: String, in document: Document) -> Document? {
    (try? document.entries("the record"))?.first { $0.key == key }?.value
  }

  private static func absolute(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
