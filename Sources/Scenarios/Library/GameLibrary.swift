import Glibc

/// The prepared games and experiments on disk.
public struct GameLibrary: Sendable {
  /// One prepared file.
  public struct Entry: Hashable, Sendable {
    /// `family/id`, for an experiment its `id`.
    public let name: String
    /// Where the file is.
    public let path: String

    /// The name without its family.
    public var id: String { name.split(separator: "/").last.map(String.init) ?? name }
  }

  /// The folder that holds `Games/` and `Experiments/`; nil if none was found.
  public let home: String?

  /// The library of the folder `home`, or, if nil, of `TUMEN_HOME`, of the current folder and those
  /// above it, or of the folders above the executable, whichever first has a folder `Games`.
  public init(home: String? = nil) {
    if let home {
      self.home = home
    } else if let named = getenv("TUMEN_HOME"), named.pointee != 0 {
      self.home = String(cString: named)
    } else {
      self.home =
        Self.firstHome(from: Self.currentFolder()) ?? Self.firstHome(from: Self.executable())
    }
  }

  /// The prepared games, by name.
  ///
  /// - Throws: ``InputError`` if there is no folder of games.
  public func games() throws(InputError) -> [Entry] {
    let root = try folder("Games")
    var entries: [Entry] = []
    for family in Self.names(in: root) where Self.isFolder(root + "/" + family) {
      for (stem, path) in Self.files(in: root + "/" + family) {
        entries.append(Entry(name: family + "/" + stem, path: path))
      }
    }
    return entries
  }

  /// The prepared experiments, by name; those in a folder as `folder/id`.
  ///
  /// - Throws: ``InputError`` if there is no folder of experiments.
  public func experiments() throws(InputError) -> [Entry] {
    let top = try folder("Experiments")
    let folders = Self.names(in: top).filter { Self.isFolder(top + "/" + $0) }
    return Self.files(in: top).map { Entry(name: $0.stem, path: $0.path) }
      + folders.flatMap { name in
        Self.files(in: top + "/" + name).map { Entry(name: "\(name)/\($0.stem)", path: $0.path) }
      }
  }

  /// The list of the situations that games are about.
  ///
  /// - Throws: ``InputError`` if there is no folder of games.
  public func situations() throws(InputError) -> String {
    try folder("Games") + "/situations.yaml"
  }

  /// The file of a game: `family/id`, an `id` alone, a path, or `-` as it is.
  ///
  /// - Throws: ``InputError`` with the nearest known name.
  public func locate(_ game: String) throws(InputError) -> String {
    try Self.locate(game, among: games, what: "game", option: "tumen games")
  }

  /// The file of an experiment: an `id`, or a path.
  ///
  /// - Throws: ``InputError`` with the nearest known name.
  public func locate(experiment: String) throws(InputError) -> String {
    try Self.locate(experiment, among: experiments, what: "experiment", option: "ls Experiments")
  }

  private static func locate(
    _ name: String, among list: () throws(InputError) -> [Entry], what: String, option: String
  ) throws(InputError) -> String {
    // A name with an ending is a path, and the reader says what is wrong with it.
    if name == "-" || ScenarioFormat(path: name) != nil { return name }
    let entries: [Entry]
    do {
      entries = try list()
    } catch {
      if isFile(name) { return name }
      throw error
    }
    if let entry = entries.first(where: { $0.name == name }) { return entry.path }
    let named = entries.filter { $0.id == name }
    if named.count == 1 { return named[0].path }
    guard named.isEmpty else {
      throw InputError(
        "\(quoted(name)) is the name of several: write "
          + named.map(\.name).joined(separator: " or "))
    }
    if isFile(name) { return name }
    let candidates = name.contains("/") ? entries.map(\.name) : entries.map(\.id)
    let near = Suggestion.nearest(to: name, in: candidates)
    let hint =
      near.map { "; did you mean \(quoted($0))?" } ?? ": name a file, or one that \(option) lists"
    throw InputError("there is no \(what) \(quoted(name))\(hint)")
  }

  private func folder(_ name: String) throws(InputError) -> String {
    guard let home else {
      throw InputError(
        "no folder \(name) here or above: go to the project's folder, set TUMEN_HOME, "
          + "or name a file")
    }
    let path = home + "/" + name
    guard Self.isFolder(path) else {
      throw InputError("\(home) has no folder \(name): set TUMEN_HOME to the project's folder")
    }
    return path
  }

  private static func files(in folder: String) -> [(stem: String, path: String)] {
    names(in: folder).compactMap { name in
      guard let format = ScenarioFormat(path: name), !format.isGambit,
        let dot = name.lastIndex(of: "."), isFile(folder + "/" + name)
      else { return nil }
      return (String(name[..<dot]), folder + "/" + name)
    }
  }

  /// The names in a folder, hidden ones left out, in order; none if it cannot be read.
  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { tuple in
        tuple.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names.sorted()
  }

  private static func isFolder(_ path: String) -> Bool { kind(of: path) == S_IFDIR }

  private static func isFile(_ path: String) -> Bool {
    kind(of: path).map { $0 != S_IFDIR } ?? false
  }

  private static func kind(of path: String) -> mode_t? {
    var status = stat()
    return stat(path, &status) == 0 ? status.st_mode & S_IFMT : nil
  }

  /// The first folder from `start` upwards that has a folder `Games`.
  private static func firstHome(from start: String?) -> String? {
    var folder = start
    while let here = folder {
      if isFolder(here + "/Games") { return here }
      guard let slash = here.lastIndex(of: "/") else { return nil }
      folder = here.isEmpty ? nil : String(here[..<slash])
    }
    return nil
  }

  private static func currentFolder() -> String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }

  private static func executable() -> String? {
    guard let path = realpath("/proc/self/exe", nil) else { return nil }
    defer { free(path) }
    return String(cString: path)
  }
}
