import Glibc

/// Prints pages of HTML to PDF by Chromium, where that is installed.
struct PagePrinter {
  private let program: String

  /// Seconds after which a page that is not printed is given up.
  private static let patience = 60.0

  /// The printer, nil where no Chromium is on the path.
  init?() {
    let names = ["chromium", "chromium-browser", "google-chrome"]
    let folders = Environment["PATH"].split(separator: ":").map(String.init)
    let candidates: [String] = folders.flatMap { folder in names.map { "\(folder)/\($0)" } }
    let found = candidates.first { access($0, X_OK) == 0 }
    guard let found else { return nil }
    program = found
  }

  /// Prints one page; false if that does not work.
  func print(_ page: String, to pdf: String) -> Bool {
    guard let path = realpath(page, nil) else { return false }
    defer { free(path) }
    let words =
      [
        program, "--headless", "--disable-gpu", "--no-pdf-header-footer",
        "--print-to-pdf=\(pdf)",
      ] + (getuid() == 0 ? ["--no-sandbox"] : []) + [
        "file://" + Self.escaped(String(cString: path))
      ]
    return Self.run(words) && access(pdf, R_OK) == 0
  }

  /// A path as part of an address: everything but plain letters as `%20`.
  private static func escaped(_ path: String) -> String {
    let digits = Array("0123456789ABCDEF")
    return path.utf8.map { byte in
      let scalar = Unicode.Scalar(byte)
      let isPlain =
        scalar.isASCII
        && (scalar.properties.isAlphabetic || "0123456789-_./~".contains(Character(scalar)))
      return isPlain
        ? String(Character(scalar)) : "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }.joined()
  }

  /// Runs a program to its end, its words unheard; false if it fails or takes too long.
  private static func run(_ words: [String]) -> Bool {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments = words.map { strdup($0) } + [nil]
    let names = ["PATH", "HOME", "TMPDIR", "LANG"].filter { !Environment[$0].isEmpty }
    var environment = names.map { strdup("\($0)=\(Environment[$0])") } + [nil]
    defer { for text in arguments + environment { free(text) } }
    var child: pid_t = 0
    guard posix_spawn(&child, words[0], &actions, nil, &arguments, &environment) == 0 else {
      return false
    }
    let begin = ContinuousClock.now
    var status: Int32 = 0
    while waitpid(child, &status, WNOHANG) == 0 {
      if ContinuousClock.now - begin > .seconds(patience) {
        kill(child, SIGKILL)
        waitpid(child, &status, 0)
        return false
      }
      usleep(20_000)
    }
    return status == 0
  }
}
