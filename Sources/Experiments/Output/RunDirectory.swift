import Glibc
import Scenarios

/// The directory a run writes to.
///
/// A directory that is not there is made, and goes again if the run fails. In one that is there,
/// only files that a run has written before, as its manifest tells, are replaced.
public final class RunDirectory {
  /// The path as the user named it.
  let path: String
  /// The directories made for this run, the outermost first.
  private var made: [String] = []
  private var isKept = false
  /// The files that the run before left, as its manifest tells.
  private var earlier: [String] = []

  /// The name of the file that says a run is whole.
  static let manifestName = "manifest.json"
  /// The name of the answers about the parameters.
  static let sensitivityName = "sensitivity.csv"
  /// The name of the results.
  static let resultsName = "results.csv"

  /// Makes sure that files of these names can be written to `path`.
  ///
  /// - Throws: ``OutputError`` if it cannot be made, or holds a file of such a name that no run
  ///   wrote.
  init(_ path: String, names: [String]) throws(OutputError) {
    self.path = path
    try makeDirectories()
    guard access(path, W_OK | X_OK) == 0 else {
      let code = errno
      removeMade()
      throw .system(doing: "write to the directory", path: path, code: code)
    }
    earlier =
      Self.files(of: self.path(of: Self.manifestName), kind: "manifest")
      + Self.files(of: self.path(of: PartsFolder.recordName), kind: "run")
    for name in names where access(self.path(of: name), F_OK) == 0 && !earlier.contains(name) {
      throw .foreign(path: self.path(of: name))
    }
  }

  deinit { if !isKept { removeMade() } }

  /// Lets the directory stay though the run is not whole.
  func keep() { isKept = true }

  /// Makes sure that there is a directory `path` to write to.
  ///
  /// - Returns: its path without a slash at the end.
  public static func made(_ path: String) throws(OutputError) -> String {
    let directory = try RunDirectory(path, names: [])
    directory.isKept = true
    return path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
  }

  /// The path of a file in the directory.
  func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

  /// Gives all files their names, the last one last.
  ///
  /// The old manifest goes first, and with it the files that the new run does not write: nothing
  /// of two runs ever stands side by side.
  func commit(_ files: [OutputFile]) throws(OutputError) {
    for file in files { try file.close() }
    isKept = true
    if unlink(path(of: Self.manifestName)) != 0, errno != ENOENT {
      throw .system(doing: "replace", path: path(of: Self.manifestName), code: errno)
    }
    let names = files.map { $0.path.split(separator: "/").last.map(String.init) ?? "" }
    for name in earlier where !names.contains(name) { unlink(path(of: name)) }
    for file in files { try file.commit() }
  }

  private func makeDirectories() throws(OutputError) {
    var prefix = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      prefix += prefix.isEmpty || prefix == "/" ? part : "/" + part
      if mkdir(prefix, 0o755) == 0 {
        made.append(prefix)
      } else if errno != EEXIST {
        // A read-only parent may still hold the directory asked for.
        guard access(prefix, F_OK) == 0 else {
          let code = errno
          removeMade()
          throw .system(doing: "make the directory", path: prefix, code: code)
        }
      }
    }
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
      throw .system(doing: "write results into it", path: path, code: ENOTDIR)
    }
  }

  private func removeMade() {
    // Only empty directories go.
    for directory in made.reversed() { rmdir(directory) }
    made = []
  }

  /// The files that a manifest, or the record of a run under way, lists; none if it is not there or
  /// not ours.
  private static func files(of manifest: String, kind: String) -> [String] {
    guard access(manifest, R_OK) == 0, let document = try? Document.read(path: manifest),
      let entries = try? document.entries("the manifest")
    else { return [] }
    func value(_ key: String) -> Document? { entries.first { $0.key == key }?.value }
    guard (try? value("kind")?.text("the kind")) == kind,
      let files = try? value("files")?.list("the files")
    else { return [] }
    // Nothing outside the directory is ours, whatever a manifest says.
    return files.compactMap { try? $0.text("a file") }.filter { !$0.contains("/") }
  }
}
