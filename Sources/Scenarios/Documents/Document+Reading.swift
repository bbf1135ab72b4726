extension Document {
  /// Reads JSON: one value, no key twice. Numbers, `true`, `false` and `null` stay texts.
  ///
  /// - Parameters:
  ///   - text: what a file would hold.
  ///   - file: its name in errors.
  /// - Throws: ``InputError`` at the first thing that cannot be read.
  public static func read(json text: String, file: String) throws(InputError) -> Document {
    var parser = JSONParser(text, file: file)
    return try parser.document()
  }

  /// Reads a file of at most ``InputFile/largest`` bytes as YAML, or as JSON if its name ends so.
  public static func read(path: String) throws(InputError) -> Document {
    let text = try InputFile.text(of: path)
    let file = InputFile.name(of: path)
    return try ScenarioFormat(path: path) == .json
      ? read(json: text, file: file) : read(yaml: text, file: file)
  }
}
