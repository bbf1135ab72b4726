/// Reads JSON (RFC 8259) into a ``Document``, with the place of every value, no key twice, and no
/// deeper than ``Document/deepest``.
struct JSONParser {
  private let scalars: [Unicode.Scalar]
  private let file: String
  private var index = 0
  private var line = 1
  private var lineStart = 0

  init(_ text: String, file: String) {
    scalars = Array(text.unicodeScalars)
    self.file = file
  }

  /// The one value of the text.
  mutating func document() throws(InputError) -> Document {
    let value = try value(level: 1)
    skipBlanks()
    guard index == scalars.count else { throw unexpected("the end of the file") }
    return value
  }

  private var position: Position {
    Position(file: file, line: line, column: index - lineStart + 1)
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func skipBlanks() {
    while let scalar = current, [" ", "\t", "\n", "\r"].contains(scalar) {
      index += 1
      if scalar == "\n" {
        line += 1
        lineStart = index
      }
    }
  }

  private func unexpected(_ expected: String) -> InputError {
    let found = current.map { quoted(String($0)) } ?? "the end of the file"
    return InputError("malformed JSON: expected \(expected), found \(found)", at: position)
  }

  private mutating func value(level: Int) throws(InputError) -> Document {
    skipBlanks()
    let start = position
    guard level <= Document.deepest else {
      throw InputError(
        "nests more than \(Document.deepest) levels deep: write it flatter", at: start)
    }
    switch current {
    case "{": return try object(level: level, at: start)
    case "[": return try array(level: level, at: start)
    case "\"": return .scalar(Document.Scalar(try string(), style: .quoted, position: start))
    default: return .scalar(Document.Scalar(try word(at: start), position: start))
    }
  }

  private mutating func object(level: Int, at start: Position) throws(InputError) -> Document {
    var entries: [Document.Entry] = []
    var known: [String: Position] = [:]
    index += 1
    skipBlanks()
    if take("}") { return .mapping([], start) }
    repeat {
      skipBlanks()
      let place = position
      guard current == "\"" else { throw unexpected("a key in quotation marks") }
      let key = trimmed(try string())
      if let first = known.updateValue(place, forKey: key) {
        throw InputError(doubled: key, first: first, second: place)
      }
      skipBlanks()
      guard take(":") else { throw unexpected("\":\" after the key \(quoted(key))") }
      let value = try value(level: level + 1)
      entries.append(Document.Entry(key: key, keyPosition: place, value: value))
      skipBlanks()
    } while take(",")
    guard take("}") else { throw unexpected("\",\" or \"}\"") }
    return .mapping(entries, start)
  }

  private mutating func array(level: Int, at start: Position) throws(InputError) -> Document {
    var items: [Document] = []
    index += 1
    skipBlanks()
    if take("]") { return .sequence([], start) }
    repeat {
      items.append(try value(level: level + 1))
      skipBlanks()
    } while take(",")
    guard take("]") else { throw unexpected("\",\" or \"]\"") }
    return .sequence(items, start)
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard current == scalar else { return false }
    index += 1
    return true
  }

  /// A number, `true`, `false` or `null`, as written.
  private mutating func word(at start: Position) throws(InputError) -> String {
    var text = String.UnicodeScalarView()
    while let scalar = current,
      scalar.properties.isAlphabetic || "+-.0123456789".unicodeScalars.contains(scalar)
    {
      text.append(scalar)
      index += 1
    }
    let word = String(text)
    if ["true", "false", "null"].contains(word) || Self.isNumber(word) { return word }
    guard !word.isEmpty else { throw unexpected("a value") }
    throw InputError(
      "malformed JSON: \(quoted(word)) is no value: write a number, or a text in quotation marks",
      at: start)
  }

  /// Whether `text` is a number as RFC 8259 has it.
  static func isNumber(_ text: String) -> Bool {
    var rest = Substring(text).utf8
    func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
    if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
    let whole = rest.prefix(while: isDigit)
    guard whole.count == 1 || (whole.count > 1 && whole.first != 48) else { return false }
    rest = rest.dropFirst(whole.count)
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: isDigit)
      guard !digits.isEmpty else { return false }
      rest = rest.dropFirst(digits.count + 1)
    }
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") {
        rest = rest.dropFirst()
      }
      guard !rest.isEmpty else { return false }
      rest = rest.drop(while: isDigit)
    }
    return rest.isEmpty
  }

  /// A text in quotation marks, which stands here.
  private mutating func string() throws(InputError) -> String {
    let start = position
    var text = String.UnicodeScalarView()
    index += 1
    while let scalar = current {
      switch scalar {
      case "\"":
        index += 1
        return String(text)
      case "\\":
        text.append(try escape())
      case "\u{0}"..."\u{1F}":
        throw InputError(
          "malformed JSON: a text may not hold a line end or control character: write \\n",
          at: position)
      default:
        text.append(scalar)
        index += 1
      }
    }
    throw InputError("malformed JSON: the text that starts here is never closed", at: start)
  }

  private mutating func escape() throws(InputError) -> Unicode.Scalar {
    let start = position
    index += 1
    guard let letter = current else { throw unexpected("an escape") }
    index += 1
    switch letter {
    case "\"", "\\", "/": return letter
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "u": break
    default:
      throw InputError("malformed JSON: unknown escape \(quoted("\\" + String(letter)))", at: start)
    }
    let unit = try hexadecimal(at: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    // The first half of a pair needs its second.
    guard unit < 0xDC00, take("\\"), take("u") else { throw halfPair(at: start) }
    let second = try hexadecimal(at: start)
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (second - 0xDC00))
    else { throw halfPair(at: start) }
    return scalar
  }

  private func halfPair(at start: Position) -> InputError {
    InputError("malformed JSON: half of a surrogate pair: write both, or the letter", at: start)
  }

  private mutating func hexadecimal(at start: Position) throws(InputError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let scalar = current, scalar.isASCII,
        let digit = Character(scalar).hexDigitValue
      else { throw InputError("malformed JSON: \\u needs four hexadecimal digits", at: start) }
      value = value << 4 + UInt32(digit)
      index += 1
    }
    return value
  }
}
