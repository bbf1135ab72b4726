public import Arithmetic

/// A mapping whose keys are known in advance: looks values up by key and refuses the others.
public struct Fields: Sendable {
  /// What the mapping is, for errors, such as `parameter "k"`.
  public let what: String
  /// Where it starts.
  public let position: Position
  private let entries: [Document.Entry]

  /// The fields of `document`.
  ///
  /// - Parameters:
  ///   - document: what stands in the file.
  ///   - what: what it is, for errors.
  ///   - keys: every key that may occur.
  /// - Throws: ``InputError`` if it is not a mapping, or for a key that is not in `keys`, with the
  ///   nearest one named.
  public init(_ document: Document, of what: String, keys: [String]) throws(InputError) {
    self.what = what
    position = document.position
    entries = try document.entries(what)
    for entry in entries where !keys.contains(entry.key) {
      throw InputError(
        "unknown key \(quoted(entry.key)) in \(what)\(Suggestion.hint(for: entry.key, in: keys))",
        at: entry.keyPosition)
    }
  }

  /// The value of `key`, nil when the key is absent or nothing was written after it.
  public subscript(key: String) -> Document? {
    guard let entry = entries.first(where: { $0.key == key }) else { return nil }
    if case .scalar(let scalar) = entry.value, scalar.isNull { return nil }
    return entry.value
  }

  /// Where `key` stands, nil when it is absent.
  public func position(of key: String) -> Position? {
    entries.first { $0.key == key }?.keyPosition
  }

  /// The value of a key that must be there.
  ///
  /// - Parameter example: what to write, for the error, such as `title: The lease`.
  public func required(_ key: String, example: String) throws(InputError) -> Document {
    guard let value = self[key] else {
      throw InputError(
        "\(what) lacks \(quoted(key)): write \(example)", at: self.position(of: key) ?? position)
    }
    return value
  }

  /// The text of `key`, nil when absent.
  public func text(_ key: String) throws(InputError) -> String? {
    try self[key]?.text(name(key))
  }

  /// The exact number of `key`, nil when absent.
  public func number(_ key: String) throws(InputError) -> Rational? {
    try self[key]?.number(name(key))
  }

  /// The integer of `key`, nil when absent.
  public func integer(_ key: String) throws(InputError) -> Int? {
    try self[key]?.integer(name(key))
  }

  /// The truth value of `key`, nil when absent.
  public func flag(_ key: String) throws(InputError) -> Bool? {
    try self[key]?.flag(name(key))
  }

  /// The list of `key`, empty when absent.
  public func list(_ key: String) throws(InputError) -> [Document] {
    try self[key]?.list(name(key)) ?? []
  }

  /// The texts of the list of `key`, empty when absent.
  public func texts(_ key: String) throws(InputError) -> [String] {
    var texts: [String] = []
    for item in try list(key) { texts.append(try item.text("an entry of \(name(key))")) }
    return texts
  }

  /// `"key" of what`, for errors.
  public func name(_ key: String) -> String { "\(quoted(key)) of \(what)" }
}
