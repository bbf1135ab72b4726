import Glibc

/// The directory a run writes to.
///
/// A directory that is not there is made, and goes again if the run fails. In one that is there,
/// only files that a run has written before are replaced.
final class RunDirectory {
  /// The path as the user named it.
  let path: String
  /// The directories made for this run, the outermost first.
  private var made: [String] = []
  private var isKept = false

  /// The name of the file that says a run is whole.
  static let manifestName = "manifest.json"
  /// The name of the results.
  static let resultsName = "results.csv"

  /// Makes sure that results can be written to `path`.
  ///
  /// - Throws: ``OutputError`` if it cannot be made, or holds results that no run wrote.
  init(_ path: String) throws(OutputError) {
    self.path = path
    try makeDirectories()
    guard access(path, W_OK | X_OK) == 0 else {
      let code = errno
      removeMade()
      throw .system(doing: "write to the directory", path: path, code: code)
    }
    try refuseForeignFiles()
  }

  deinit { if !isKept { removeMade() } }

  /// The path of a file in the directory.
  func path(of name: String) -> String { path.hasSuffix("/") ? path + name : "\(path)/\(name)" }

  /// Gives all files their names, the last one last.
  ///
  /// The old manifest goes first: results of a new run never stand beside it.
  func commit(_ files: [OutputFile]) throws(OutputError) {
    for file in files { try file.close() }
    isKept = true
    if unlink(path(of: Self.manifestName)) != 0, errno != ENOENT {
      throw .system(doing: "replace", path: path(of: Self.manifestName), code: errno)
    }
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

  private func refuseForeignFiles() throws(OutputError) {
    let manifest = path(of: Self.manifestName)
    let results = path(of: Self.resultsName)
    let isOurs = Self.head(of: manifest).contains("\"kind\": \"manifest\"")
    for file in [manifest, results] where access(file, F_OK) == 0 && !isOurs {
      throw .foreign(path: file)
    }
  }

  /// The first bytes of a file, empty if it is not there.
  private static func head(of path: String) -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var bytes = [UInt8](repeating: 0, count: 256)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(count, 0)), as: UTF8.self)
  }
}
