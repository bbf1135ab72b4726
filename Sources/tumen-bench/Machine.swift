import Glibc

/// What a figure depends on besides the program: the machine, the build and the peers that are here.
struct Machine {
  /// The program with the libraries that compute.
  let program: String
  /// The processor, its cores, the memory, the kernel.
  let text: String
  private let load: String
  private let peers: String

  init(folder: Folder) {
    _ = Run(Run.tumen, ["--version"], output: "\(folder.path)/version.txt")
    let version = folder.read("version.txt")?.split(separator: "\n").first.map(String.init)
    #if DEBUG
      program = "\(version ?? "tumen"), debug build"
    #else
      program = "\(version ?? "tumen"), release build"
    #endif
    text = [
      Self.entry("model name", of: "/proc/cpuinfo") ?? "unknown processor",
      "\(sysconf(Int32(_SC_NPROCESSORS_ONLN))) cores",
      Self.entry("MemTotal", of: "/proc/meminfo").flatMap { Double($0.filter(\.isNumber)) }
        .map { "\(($0 * 1024 / 1e9).short) GB" } ?? "unknown memory",
      "Linux " + (contents(of: "/proc/sys/kernel/osrelease") ?? "").filter { $0 != "\n" },
    ].joined(separator: ", ")
    load = (contents(of: "/proc/loadavg") ?? "").split(separator: " ").prefix(3)
      .joined(separator: " ")
    peers = Self.peers(folder)
  }

  /// What stands above the table.
  var head: String {
    """
    \(program)
    \(text)
    load \(load); above 1 other programs run beside, which blurs times more than ratios
    \(peers)
    """
  }

  /// The first entry of this name in a file of `name: value` lines.
  private static func entry(_ name: String, of path: String) -> String? {
    contents(of: path)?.split(separator: "\n").first { $0.hasPrefix(name) }
      .flatMap { $0.split(separator: ":", maxSplits: 1).last }
      .map { String($0.drop { $0 == " " }) }
  }

  /// Each peer with its version, or that it is not here; lrsnash is of Debian's lrslib, the others are
  /// named as PyPI names them.
  private static func peers(_ folder: Folder) -> String {
    let packages = [
      "quantecon", "pygambit", "nashpy", "scipy", "numpy", "open-spiel", "sgamesolver",
      "coopgame-py", "Axelrod",
    ]
    let script = folder.write(
      "versions.py",
      """
      import sys
      from importlib import metadata
      for name in sys.argv[1:]:
          try:
              print(name, metadata.version(name))
          except metadata.PackageNotFoundError:
              pass
      """)
    _ = Run("python3", [script] + packages, output: "\(folder.path)/versions.txt")
    var here = (folder.read("versions.txt") ?? "").split(separator: "\n").map(String.init)
    var missing = packages.filter { name in !here.contains { $0.hasPrefix("\(name) ") } }
    if Run.isPresent("lrsnash") { here.insert("lrsnash", at: 0) } else { missing.append("lrsnash") }
    let absent = "not here: \(missing.joined(separator: ", "))"
    return "peers: \(here.joined(separator: ", "))" + (missing.isEmpty ? "" : "\n\(absent)")
  }
}
