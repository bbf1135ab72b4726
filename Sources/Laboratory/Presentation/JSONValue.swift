public import Arithmetic

/// A JSON value whose objects keep the order of their keys, so that the same answer gives the same
/// bytes.
public indirect enum JSONValue: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// A whole number: a count, never an exact payoff.
  case integer(Int)
  /// A floating-point number; `null` when it is not finite, since JSON has no other word for it.
  case number(Double)
  /// A text; exact numbers are texts such as `2/3`.
  case string(String)
  /// A list.
  case array([JSONValue])
  /// Keys and values in the order they are written; keys are not checked for repeats.
  case object([Member])

  /// One key of an object with its value.
  public struct Member: Hashable, Sendable {
    /// The key.
    public let key: String
    /// The value.
    public let value: JSONValue

    /// A key with its value.
    public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// An exact number as a string, or, if it came out of floating-point work, a JSON number.
  public static func quantity(_ value: Rational, exact: Bool = true) -> JSONValue {
    exact ? .string(value.description) : .number(value.double)
  }

  /// The member of an object with this key, nil for other values.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text: one line where it fits 100 columns, indented by two spaces where it does not.
  public var text: String {
    var writer = JSONWriter()
    writer.write(self, indent: 0)
    return writer.text
  }

  /// The text on one line, without blanks.
  public var compactText: String {
    var writer = JSONWriter()
    writer.writeCompact(self, spaced: false)
    return writer.text
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// The text itself.
  public init(stringLiteral value: String) { self = .string(value) }
  /// The whole number itself.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// The truth value itself.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// The values in their order.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  /// The members in the order they are written.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}

/// Writes ``JSONValue``s, wrapping only what does not fit a line.
private struct JSONWriter {
  var text = ""
  static let width = 100

  mutating func write(_ value: JSONValue, indent: Int) {
    switch value {
    case .array(let elements) where !fits(value, after: indent):
      writeLines("[", "]", count: elements.count, indent: indent) { writer, index in
        writer.write(elements[index], indent: indent + 2)
      }
    case .object(let members) where !fits(value, after: indent):
      writeLines("{", "}", count: members.count, indent: indent) { writer, index in
        writer.writeString(members[index].key)
        writer.text += ": "
        writer.write(members[index].value, indent: indent + 2)
      }
    default:
      writeCompact(value, spaced: true)
    }
  }

  mutating func writeCompact(_ value: JSONValue, spaced: Bool) {
    let comma = spaced ? ", " : ","
    switch value {
    case .null: text += "null"
    case .bool(let bool): text += bool ? "true" : "false"
    case .integer(let integer): text += String(integer)
    case .number(let number): text += number.isFinite ? number.shortestText : "null"
    case .string(let string): writeString(string)
    case .array(let elements):
      text += "["
      for (index, element) in elements.enumerated() {
        if index > 0 { text += comma }
        writeCompact(element, spaced: spaced)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += comma }
        writeString(member.key)
        text += spaced ? ": " : ":"
        writeCompact(member.value, spaced: spaced)
      }
      text += "}"
    }
  }

  private mutating func writeLines(
    _ open: String, _ close: String, count: Int, indent: Int,
    _ element: (inout JSONWriter, Int) -> Void
  ) {
    text += open
    for index in 0..<count {
      text += index > 0 ? ",\n" : "\n"
      text += String(repeating: " ", count: indent + 2)
      element(&self, index)
    }
    text += "\n" + String(repeating: " ", count: indent) + close
  }

  /// Whether the value may stand on one line; gives up early on long ones.
  private func fits(_ value: JSONValue, after indent: Int) -> Bool {
    var room = Self.width - indent
    return Self.spend(value, &room)
  }

  private static func spend(_ value: JSONValue, _ room: inout Int) -> Bool {
    switch value {
    case .null, .bool: room -= 5
    case .integer(let integer): room -= String(integer).utf8.count
    case .number(let number): room -= number.description.utf8.count
    case .string(let string): room -= string.utf8.count + 2
    case .array(let elements):
      room -= 2
      for element in elements {
        room -= 2
        guard room >= 0, spend(element, &room) else { return false }
      }
    case .object(let members):
      room -= 2
      for member in members {
        room -= member.key.utf8.count + 6
        guard room >= 0, spend(member.value, &room) else { return false }
      }
    }
    return room >= 0
  }

  private mutating func writeString(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      // Line separators are legal JSON but end a line in JavaScript.
      case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension Double {
  /// The shortest text that reads back as the same number, a whole number without `.0`.
  public var shortestText: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
