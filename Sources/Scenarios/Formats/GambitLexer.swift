import Arithmetic

/// Cuts a Gambit file into texts, words and braces.
struct GambitLexer {
  /// One piece of the file.
  enum Token: Hashable {
    /// Between quotation marks.
    case text(String)
    /// A number or a word: anything up to a blank, a brace, a comma or a quotation mark.
    case word(String)
    case open, close, comma, end
  }

  private let scalars: [Unicode.Scalar]
  private let file: String
  private var index = 0
  private var line = 1
  private var lineStart = 0
  /// The piece that comes next.
  private(set) var token = Token.end
  /// Where it starts.
  private(set) var position: Position

  init(_ text: String, file: String) throws(InputError) {
    scalars = Array(text.unicodeScalars)
    self.file = file
    position = Position(file: file, line: 1, column: 1)
    try advance()
  }

  /// Goes on to the next piece.
  mutating func advance() throws(InputError) {
    skipBlanks()
    position = here
    guard index < scalars.count else {
      token = .end
      return
    }
    switch scalars[index] {
    case "{": take(.open)
    case "}": take(.close)
    case ",": take(.comma)
    case "\"": token = .text(try text())
    default: token = .word(word())
    }
  }

  /// What comes next, in words.
  var found: String {
    switch token {
    case .text(let text): "the text " + quoted(text)
    case .word(let word): quoted(word)
    case .open: "\"{\""
    case .close: "\"}\""
    case .comma: "\",\""
    case .end: "the end of the file"
    }
  }

  private var here: Position {
    Position(file: file, line: line, column: index - lineStart + 1)
  }

  private mutating func take(_ token: Token) {
    self.token = token
    index += 1
  }

  private mutating func step() {
    if scalars[index] == "\n" {
      line += 1
      lineStart = index + 1
    }
    index += 1
  }

  private mutating func skipBlanks() {
    while index < scalars.count, scalars[index].isBlank { step() }
  }

  private mutating func word() -> String {
    let start = index
    while index < scalars.count, !scalars[index].isBlank, !Self.isSign(scalars[index]) {
      index += 1
    }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: scalars[start..<index])
    return String(word)
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "{" || scalar == "}" || scalar == "," || scalar == "\""
  }

  /// The text up to the closing mark; `\"` and `\\` stand for the mark and the backslash.
  private mutating func text() throws(InputError) -> String {
    let start = here
    var text = String.UnicodeScalarView()
    index += 1
    while index < scalars.count {
      let scalar = scalars[index]
      if scalar == "\"" {
        index += 1
        return String(text)
      }
      if scalar == "\\", index + 1 < scalars.count, ["\"", "\\"].contains(scalars[index + 1]) {
        index += 1
      }
      text.append(scalars[index])
      step()
    }
    throw InputError("the text that starts here is never closed: write \"", at: start)
  }
}

extension Unicode.Scalar {
  /// Whether it is white space; the property table is slow, and nearly all there is to ask is ASCII.
  fileprivate var isBlank: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }
}
