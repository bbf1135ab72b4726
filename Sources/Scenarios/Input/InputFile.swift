/// Reads whole files, within bounds.
public enum InputFile {
  /// Largest file that is read, in bytes.
  public static let largest = 16 << 20

  /// The text of a file of at most ``largest`` bytes, `-` for standard input.
  ///
  /// - Throws: ``InputError`` for a file that is not there, not readable, too large, empty, or not
  ///   text in UTF-8.
  public static func text(of path: String) throws(InputError) -> String {
    throw InputError("not built yet")
  }
}
