extension Document {
  /// Reads YAML: one document, no anchors, no key twice.
  ///
  /// - Parameters:
  ///   - text: what a file would hold.
  ///   - file: its name in errors.
  /// - Throws: ``InputError`` at the first thing that cannot be read.
  public static func read(yaml text: String, file: String) throws(InputError) -> Document {
    throw InputError("not built yet")
  }

  /// Reads JSON: one value, no key twice. Numbers, `true`, `false` and `null` stay texts.
  public static func read(json text: String, file: String) throws(InputError) -> Document {
    throw InputError("not built yet")
  }

  /// Reads a file of at most ``InputFile/largest`` bytes as YAML, or as JSON if its name ends so.
  public static func read(path: String) throws(InputError) -> Document {
    throw InputError("not built yet")
  }
}
