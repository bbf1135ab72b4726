/// The formats a scenario is read from and written to.
public enum ScenarioFormat: String, CaseIterable, Sendable {
  /// YAML, as in `Games/`.
  case yaml
  /// JSON of the same structure.
  case json
  /// Gambit's strategic games.
  case nfg
  /// Gambit's extensive games.
  case efg

  /// Whether files of this format are Gambit's, which have no story, sources or parameters.
  public var isGambit: Bool { self == .nfg || self == .efg }

  /// The format that the end of a file name stands for, nil for another.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "yaml", "yml": self = .yaml
    case "json": self = .json
    case "nfg": self = .nfg
    case "efg": self = .efg
    default: return nil
    }
  }
}

/// Reads scenarios.
public enum ScenarioReader {
  /// The scenario in a file.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard input.
  ///   - format: the format, needed where the file name does not tell.
  /// - Throws: ``InputError`` for what cannot be read.
  public static func read(
    path: String, format: ScenarioFormat? = nil
  ) throws(InputError) -> Scenario {
    let file = InputFile.name(of: path)
    guard let format = format ?? ScenarioFormat(path: path) else {
      let known = ScenarioFormat.allCases.map(\.rawValue).joined(separator: ", ")
      throw InputError(
        "the name does not tell the format: end it in .yaml, .json, .nfg or .efg, or say --from "
          + "(\(known))", at: Position(file: file))
    }
    return try read(text: try InputFile.text(of: path), format: format, file: file)
  }

  /// The scenario in a text.
  ///
  /// - Parameters:
  ///   - text: what a file would hold.
  ///   - format: its format.
  ///   - file: its name in errors.
  public static func read(
    text: String, format: ScenarioFormat, file: String
  ) throws(InputError) -> Scenario {
    switch format {
    case .yaml:
      return try ScenarioDecoder(Document.read(yaml: text, file: file)).scenario()
    case .json:
      return try ScenarioDecoder(Document.read(json: text, file: file)).scenario()
    case .nfg:
      var reader = try NFGReader(text, file: file)
      return try reader.scenario()
    case .efg:
      var reader = try EFGReader(text, file: file)
      return try reader.scenario()
    }
  }
}
