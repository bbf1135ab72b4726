/// What a structured file holds before anyone asks what it means: an ordered tree of texts, each
/// with its place. YAML and JSON read to the same tree, so that every decoder is written once.
///
/// Nothing is resolved: `no`, `1/2` and `2003-01` stay the text that was written.
public indirect enum Document: Sendable {
  /// A text.
  case scalar(Scalar)
  /// A list, in order, and where it starts.
  case sequence([Document], Position)
  /// Keys and values in the order of the file, no key twice, and where they start.
  case mapping([Entry], Position)

  /// A text and how it was written.
  public struct Scalar: Sendable {
    /// How a text was written down.
    public enum Style: Sendable {
      /// Without quotation marks, on one line or several.
      case plain
      /// Between quotation marks.
      case quoted
      /// As an indented block.
      case block
    }

    /// The text without quotation marks and escapes.
    public var text: String
    /// How it was written.
    public var style: Style
    /// Where it starts, the quotation mark included.
    public var position: Position

    /// The text `text` written at `position`.
    public init(_ text: String, style: Style = .plain, position: Position) {
      self.text = text
      self.style = style
      self.position = position
    }

    /// Whether the text stood between quotation marks or in a block, hence is never a null.
    public var quoted: Bool { style != .plain }

    /// Whether nothing was written: empty, `~` or `null`, without quotation marks.
    public var isNull: Bool { !quoted && (text.isEmpty || text == "~" || text == "null") }

    /// Where the first letter of the text stands.
    public var textPosition: Position { style == .quoted ? position.advanced(by: 1) : position }
  }

  /// A key and its value.
  public struct Entry: Sendable {
    /// The key.
    public var key: String
    /// Where the key starts.
    public var keyPosition: Position
    /// The value.
    public var value: Document

    /// The entry `key: value`.
    public init(key: String, keyPosition: Position, value: Document) {
      self.key = key
      self.keyPosition = keyPosition
      self.value = value
    }
  }

  /// Where it starts.
  public var position: Position {
    switch self {
    case .scalar(let scalar): scalar.position
    case .sequence(_, let position), .mapping(_, let position): position
    }
  }

  /// Most levels of lists and mappings inside one another.
  public static let deepest = 64

  /// What stands here, in words, for errors.
  public var kind: String {
    switch self {
    case .scalar(let scalar): scalar.isNull ? "nothing" : quotedKind(scalar)
    case .sequence(let items, _): "a list of \(items.count)"
    case .mapping(let entries, _): "a mapping of \(counted(entries.count, "key"))"
    }
  }

  private func quotedKind(_ scalar: Scalar) -> String { Scenarios.quoted(scalar.text) }
}
