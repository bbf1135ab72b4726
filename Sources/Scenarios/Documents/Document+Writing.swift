// Lists and mappings that fit on a line stand on one; the others take a line an entry.
extension Document {
  private static let width = 100

  /// The document as JSON, two blanks a level, with a line end.
  public var json: String {
    var text = ""
    writeJSON(to: &text, indent: 0, room: Self.width)
    return text + "\n"
  }

  /// The document as YAML, two blanks a level, with a line end.
  public var yaml: String {
    var text = ""
    if case .mapping(let entries, _) = self, !entries.isEmpty {
      writeBlock(entries, to: &text, indent: 0, continuing: false)
    } else {
      text += inline(flow) + "\n"
    }
    return text
  }

  /// How values are written on one line: as JSON or as YAML.
  private var flow: (Scalar) -> String { { $0.yamlText } }

  /// The document on one line.
  private func inline(_ write: (Scalar) -> String, quoteKeys: Bool = false) -> String {
    switch self {
    case .scalar(let scalar): return write(scalar)
    case .sequence(let items, _):
      return "[" + items.map { $0.inline(write, quoteKeys: quoteKeys) }.joined(separator: ", ")
        + "]"
    case .mapping(let entries, _):
      let parts = entries.map { entry in
        let key = Scalar(entry.key, style: .quoted, position: entry.keyPosition)
        return (quoteKeys ? key.jsonText : key.yamlText) + ": "
          + entry.value.inline(write, quoteKeys: quoteKeys)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }

  private func writeJSON(to text: inout String, indent: Int, room: Int) {
    let line = inline(\.jsonText, quoteKeys: true)
    guard line.unicodeScalars.count > room - indent || indent == 0, isContainer else {
      text += line
      return
    }
    let inner = String(repeating: " ", count: indent + 2)
    let outer = String(repeating: " ", count: indent)
    switch self {
    case .scalar: text += line
    case .sequence(let items, _):
      text += "[\n"
      for (index, item) in items.enumerated() {
        text += inner
        item.writeJSON(to: &text, indent: indent + 2, room: room)
        text += index == items.count - 1 ? "\n" : ",\n"
      }
      text += outer + "]"
    case .mapping(let entries, _):
      text += "{\n"
      for (index, entry) in entries.enumerated() {
        let key = Scalar(entry.key, style: .quoted, position: entry.keyPosition).jsonText
        text += inner + key + ": "
        entry.value.writeJSON(
          to: &text, indent: indent + 2, room: room - key.unicodeScalars.count - 3)
        text += index == entries.count - 1 ? "\n" : ",\n"
      }
      text += outer + "}"
    }
  }

  /// Whether it is a list or mapping with something in it.
  private var isContainer: Bool {
    switch self {
    case .scalar: false
    case .sequence(let items, _): !items.isEmpty
    case .mapping(let entries, _): !entries.isEmpty
    }
  }

  /// Entries, one a line; the first goes on the line that is already begun if `continuing`.
  private func writeBlock(
    _ entries: [Entry], to text: inout String, indent: Int, continuing: Bool
  ) {
    let margin = String(repeating: " ", count: indent)
    for (index, entry) in entries.enumerated() {
      let key = Scalar(entry.key, style: .quoted, position: entry.keyPosition).yamlText
      // Of a key without a mark YAML wants the colon within 1024 characters.
      let start = key.unicodeScalars.count > 1000 ? "? \(key)\n\(margin)" : key
      text += (index == 0 && continuing ? "" : margin) + start + ":"
      entry.value.writeValue(
        to: &text, indent: indent, room: Self.width - indent - key.unicodeScalars.count - 2)
    }
  }

  /// A value after `key:`, with its line end.
  private func writeValue(to text: inout String, indent: Int, room: Int) {
    let line = inline(flow)
    if line.unicodeScalars.count <= room, !line.contains("\n") {
      text += " " + line + "\n"
      return
    }
    switch self {
    case .scalar(let scalar):
      text += " " + (scalar.folded(indent: indent + 2, width: Self.width) ?? line) + "\n"
    case .sequence(let items, _):
      text += "\n"
      for item in items { item.writeItem(to: &text, indent: indent + 2) }
    case .mapping(let entries, _):
      text += "\n"
      writeBlock(entries, to: &text, indent: indent + 2, continuing: false)
    }
  }

  /// A list entry with its line end.
  private func writeItem(to text: inout String, indent: Int) {
    text += String(repeating: " ", count: indent) + "-"
    let line = inline(flow)
    if case .mapping(let entries, _) = self, isContainer,
      line.unicodeScalars.count > Self.width - indent - 2
    {
      text += " "
      writeBlock(entries, to: &text, indent: indent + 2, continuing: true)
    } else {
      writeValue(to: &text, indent: indent, room: Self.width - indent - 2)
    }
  }
}

extension Document.Scalar {
  /// The text as JSON: a number where it was written as one, else between quotation marks.
  var jsonText: String {
    if style == .plain, JSONParser.isNumber(text) || text == "null" { return text }
    return Self.inMarks(text)
  }

  /// The text as YAML on one line, between quotation marks unless it is plain beyond doubt.
  var yamlText: String {
    if style == .plain, text == "null" { return text }
    return isPlainYAML ? text : Self.inMarks(text)
  }

  /// Words that some readers of YAML take for something else than text.
  private static let words = [
    "null", "true", "false", "yes", "no", "on", "off",
  ]

  private var isPlainYAML: Bool {
    guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else {
      return false
    }
    guard !Self.words.contains(text.lowercased()), last != " ", last != ":" else { return false }
    if first == "-" {
      guard text.unicodeScalars.dropFirst().first.map(Self.isOrdinary) == true else { return false }
    } else {
      guard Self.isOrdinary(first) || first == "(" else { return false }
    }
    return text.unicodeScalars.allSatisfy {
      Self.isOrdinary($0) || " -()./+*^<>=;'_!".unicodeScalars.contains($0)
    }
  }

  private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": true
    default: scalar.value > 0xA0 && scalar.properties.isAlphabetic
    }
  }

  /// What YAML takes only escaped: controls, the two separators, the byte order mark, and what is
  /// no character.
  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{FEFF}",
      "\u{FFFE}", "\u{FFFF}":
      true
    default: false
    }
  }

  /// Escapes that JSON and YAML share.
  private static func inMarks(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case let scalar where isUnprintable(scalar):
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }

  /// The text as a folded block, if folding loses nothing.
  fileprivate func folded(indent: Int, width: Int) -> String? {
    let margin = "\n" + String(repeating: " ", count: indent)
    var result = ">-"
    for (index, paragraph) in text.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      let words = paragraph.split(separator: " ", omittingEmptySubsequences: false)
      // Blanks at the ends of lines, runs of them, and control characters do not survive folding.
      guard !words.contains(""), !words.isEmpty,
        !paragraph.unicodeScalars.contains(where: Self.isUnprintable)
      else { return nil }
      if index > 0 { result += "\n" }
      var used = width
      for word in words {
        let length = word.unicodeScalars.count
        if used + 1 + length > width {
          result += margin + word
          used = indent + length
        } else {
          result += " " + word
          used += 1 + length
        }
      }
    }
    return result
  }
}
