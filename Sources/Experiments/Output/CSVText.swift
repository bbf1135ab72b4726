import Arithmetic

/// Comma-separated values after RFC 4180, with LF at the end of a line: the bytes of some rows.
struct CSVText {
  /// The bytes so far.
  private(set) var bytes: [UInt8] = []
  private var isAtLineStart = true

  /// Empties the text, keeping its room.
  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  /// Starts a cell: a comma unless it is the first of its line.
  private mutating func startCell() {
    if isAtLineStart { isAtLineStart = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  /// An empty cell.
  mutating func appendEmpty() { startCell() }

  /// A cell already in its final form.
  mutating func append(cell: [UInt8]) {
    startCell()
    bytes.append(contentsOf: cell)
  }

  /// A cell of text, quoted where a comma, quote or line end asks for it.
  mutating func append(text: String) {
    startCell()
    let needsQuotes = text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else {
      bytes.append(contentsOf: text.utf8)
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// A cell with the shortest decimal that reads back as the double nearest to `number`.
  mutating func append(number: Rational) {
    startCell()
    NumberText.append(number, to: &bytes)
  }

  /// A cell with the fraction itself: `7/3`.
  mutating func append(exact number: Rational) {
    startCell()
    NumberText.append(exact: number, to: &bytes)
  }

  /// The end of a line.
  mutating func endLine() {
    bytes.append(0x0A)
    isAtLineStart = true
  }
}

/// How results write numbers.
enum NumberText {
  /// Appends the shortest decimal that reads back as the double nearest to `number`; integers
  /// without a point.
  static func append(_ number: Rational, to bytes: inout [UInt8]) {
    if let integer = number.integer, integer.magnitude < 1 << 53 {
      append(integer, to: &bytes)
      return
    }
    var text = number.double.description
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Appends `7/3` or `-2`.
  static func append(exact number: Rational, to bytes: inout [UInt8]) {
    guard let (numerator, denominator) = number.words else {
      bytes.append(contentsOf: number.description.utf8)
      return
    }
    append(numerator, to: &bytes)
    guard denominator != 1 else { return }
    bytes.append(UInt8(ascii: "/"))
    append(denominator, to: &bytes)
  }

  /// Appends an integer in base ten.
  static func append(_ integer: Int, to bytes: inout [UInt8]) {
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = integer.magnitude
    let start = bytes.count
    repeat {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
    } while rest > 0
    if bytes.count - start > 1 { bytes[start...].reverse() }
  }

  /// The shortest decimal as a text of its own.
  static func text(_ number: Rational) -> String {
    var bytes: [UInt8] = []
    append(number, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension CSVText {
  /// The bytes of one cell of text.
  static func cell(_ text: String) -> [UInt8] {
    var line = CSVText()
    line.append(text: text)
    return line.bytes
  }
}
