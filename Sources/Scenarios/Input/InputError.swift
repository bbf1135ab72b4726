import Arithmetic

/// What is wrong with something the user wrote: where, what was found, what was expected, and what
/// to write instead, in one line.
public struct InputError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where the trouble is; nil when it is not in a file.
  public var position: Position?
  /// What is wrong, one line without the position.
  public var message: String

  /// The error `message` at `position`.
  public init(_ message: String, at position: Position? = nil) {
    self.position = position
    self.message = message
  }

  /// The error of a key that stands twice in one mapping.
  init(doubled key: String, first: Position, second: Position) {
    self.init("the key \(quoted(key)) stands here and at \(first.inWords): keep one", at: second)
  }

  /// `file:line:column: message`, on one line whatever names it holds.
  public var description: String {
    let text = position.map { "\($0): \(message)" } ?? message
    var line = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator: line.append(" ")
      default: line.append(scalar)
      }
    }
    return String(line)
  }
}

/// `text` in quotation marks, cut to a readable length, on one line whatever it holds.
public func quoted(_ text: some StringProtocol) -> String {
  let longest = 60
  var result = "\""
  for (count, scalar) in text.unicodeScalars.enumerated() {
    if count == longest { return result + "...\"" }
    switch scalar {
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    case "\r": result += "\\r"
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    default:
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        result += "\\u{\(String(scalar.value, radix: 16))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}

/// `1 cell`, `2 cells`: a count with its noun.
func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}

/// A number for an error: whole if it is short, else its first digits.
func brief(_ number: Rational) -> String {
  let text = number.description
  return text.utf8.count <= 40 ? text : text.prefix(37) + "..."
}
