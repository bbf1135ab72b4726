import Glibc

/// One finished run of a program as a process of its own.
struct Run {
  /// User and system seconds.
  let cpu: Double
  /// Seconds by the clock.
  let wall: Double
  /// The most memory it held, in bytes.
  let peakMemory: Int
  /// The status it ended with; -1 where it could not be started or was killed.
  let status: Int32

  /// Runs `program` with these arguments, its output into the file `output`.
  init(_ program: String, _ arguments: [String], output: String = "/dev/null") {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }

    let start = ContinuousClock.now
    var child = pid_t()
    var state: Int32 = 0
    var usage = rusage()
    let isStarted =
      posix_spawnp(&child, program, &actions, nil, words, environ) == 0
      && wait4(child, &state, 0, &usage) == child
    let elapsed = ContinuousClock.now - start
    wall = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
    cpu = usage.ru_utime.seconds + usage.ru_stime.seconds
    peakMemory = usage.ru_maxrss * 1024
    status = isStarted && state & 0x7f == 0 ? (state >> 8) & 0xff : -1
  }

  /// Whether the program can be started at all.
  static func isPresent(_ program: String) -> Bool {
    Run("sh", ["-c", "command -v \(program)"]).status == 0
  }

  /// The `tumen` beside this benchmark.
  static var tumen: String {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let path = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
    return path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      .joined(separator: "/") + "/tumen"
  }
}

extension timeval {
  fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}

/// A folder for the games, specs and outputs of one benchmark.
struct Folder {
  /// Where it is.
  let path: String

  /// A new folder under the system's folder for such things.
  init() {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/tumen-bench-XXXXXX".utf8CString)
    path = template.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) } ?? base
    }
  }

  /// Writes a file; returns its path.
  func write(_ name: String, _ text: String) -> String {
    let target = "\(path)/\(name)"
    guard let file = fopen(target, "w") else { return target }
    fputs(text, file)
    fclose(file)
    return target
  }

  /// What a file holds, nil where there is none.
  func read(_ name: String) -> String? { contents(of: "\(path)/\(name)") }

  /// Removes it with all it holds.
  func remove() { _ = Run("rm", ["-rf", path]) }
}

/// What a file holds, nil where there is none.
func contents(of path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
    bytes += chunk.prefix(count)
  }
  return String(decoding: bytes, as: UTF8.self)
}
