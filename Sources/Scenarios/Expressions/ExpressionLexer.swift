import Arithmetic

/// Cuts a formula into words, numbers and signs.
struct ExpressionLexer {
  /// One piece of a formula.
  enum Token: Equatable {
    case number(Rational)
    /// A parameter, or a call that the caller of the parser resolves.
    case name(String)
    /// A function, `and`, `or`, `not`.
    case word(String)
    case sign(String)
    case end
  }

  /// The functions, and how many arguments each takes.
  static let functions: [(name: String, arguments: ClosedRange<Int>)] = [
    ("min", 1...100), ("max", 1...100), ("abs", 1...1), ("sqrt", 1...1), ("exp", 1...1),
    ("log", 1...1), ("if", 3...3),
  ]
  /// What may not be the name of a parameter.
  static let reserved = functions.map(\.name) + ["and", "or", "not"]

  let scalars: [Unicode.Scalar]
  let names: [String]
  let calls: [String]
  /// Where the next token starts or will be looked for.
  private(set) var offset = 0

  init(_ text: String, names: [String], calls: [String]) {
    scalars = Array(text.unicodeScalars)
    self.names = names
    self.calls = calls
  }

  /// A complaint about the letter at `offset`.
  struct Complaint: Error {
    var message: String
    var offset: Int
  }

  /// The next token and where it starts.
  mutating func next() throws(Complaint) -> (token: Token, offset: Int) {
    while offset < scalars.count, scalars[offset].properties.isWhitespace { offset += 1 }
    let start = offset
    guard offset < scalars.count else { return (.end, start) }
    let first = scalars[offset]
    if isDigit(first) || first == "." { return (try number(), start) }
    if isLetter(first) { return (try word(), start) }
    return (try sign(), start)
  }

  /// The source between two offsets.
  func text(from start: Int, to end: Int) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[start..<end])
    return String(text)
  }

  private mutating func number() throws(Complaint) -> Token {
    let start = offset
    skip(isDigit)
    if peek(0) == "." {
      offset += 1
      skip(isDigit)
    }
    if peek(0) == "e" || peek(0) == "E" {
      let signed = peek(1) == "-" || peek(1) == "+"
      if let digit = peek(signed ? 2 : 1), isDigit(digit) {
        offset += signed ? 2 : 1
        skip(isDigit)
      }
    }
    if offset == start + 1, scalars[start] == "." { skip { isLetter($0) } }
    let written = text(from: start, to: offset)
    if let letter = peek(0), isLetter(letter) {
      throw Complaint(
        message: "no operator between \(quoted(written)) and \(quoted(String(letter))): "
          + "write \(written)*\(letter)", offset: offset)
    }
    do {
      return .number(try Rational.read(written))
    } catch .tooLong {
      throw Complaint(
        message: "the number has more than \(Rational.mostDigits) digits: write a shorter one",
        offset: start)
    } catch {
      throw Complaint(message: "\(quoted(written)) is not a number", offset: start)
    }
  }

  private mutating func word() throws(Complaint) -> Token {
    let start = offset
    skip { isLetter($0) || isDigit($0) }
    var end = offset
    let shortest = text(from: start, to: end)
    if Self.reserved.contains(shortest), !names.contains(where: { $0.hasPrefix(shortest + "-") }) {
      return .word(shortest)
    }
    // A hyphen belongs to the longest declared name that it makes.
    var found = names.contains(shortest) ? end : nil
    var longest = end
    while peek(0) == "-", let letter = peek(1), isLetter(letter) || isDigit(letter) {
      offset += 1
      skip { isLetter($0) || isDigit($0) }
      longest = offset
      if names.contains(text(from: start, to: offset)) { found = offset }
    }
    offset = found ?? end
    if let found { end = found }
    let name = text(from: start, to: end)
    if found != nil { return .name(name) }
    if Self.reserved.contains(name) { return .word(name) }
    if calls.contains(name), peek(0) == "(" { return .name(try call(from: start)) }
    throw unknown(name, longer: text(from: start, to: longest), at: start)
  }

  /// The rest of `name(...)`, blanks made single.
  private mutating func call(from start: Int) throws(Complaint) -> String {
    let open = offset
    var depth = 0
    repeat {
      guard let scalar = peek(0) else {
        throw Complaint(message: "the \"(\" is never closed: write )", offset: open)
      }
      depth += scalar == "(" ? 1 : scalar == ")" ? -1 : 0
      offset += 1
    } while depth > 0
    return text(from: start, to: offset)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func unknown(_ name: String, longer: String, at start: Int) -> Complaint {
    if ["nan", "inf", "infinity"].contains(name.lowercased()) {
      return Complaint(
        message: "\(quoted(name)) is not a number: write a finite one", offset: start)
    }
    if peek(0) == "(" {
      let hint = Suggestion.hint(for: name, in: Self.functions.map(\.name) + calls)
      return Complaint(message: "unknown function \(quoted(name))\(hint)", offset: start)
    }
    let near = Suggestion.nearest(to: longer, in: names)
    let shown = near == nil ? name : longer
    let hint =
      names.isEmpty
      ? "; no parameters are declared" : Suggestion.hint(for: shown, in: names)
    return Complaint(message: "unknown parameter \(quoted(shown))\(hint)", offset: start)
  }

  private mutating func sign() throws(Complaint) -> Token {
    let start = offset
    let first = scalars[offset]
    if let second = peek(1) {
      let pair = String(first) + String(second)
      if ["<=", ">=", "==", "!="].contains(pair) {
        offset += 2
        return .sign(pair)
      }
      let meant = ["**": "^", "&&": "and", "||": "or", "=<": "<=", "=>": ">=", "<>": "!="]
      if let meant = meant[pair] {
        throw Complaint(
          message: "\(quoted(pair)) is not an operator: write \(meant)", offset: start)
      }
    }
    switch first {
    case "+", "-", "*", "/", "^", "<", ">", "(", ")", ",":
      offset += 1
      return .sign(String(first))
    case "=": throw Complaint(message: "\"=\" does not compare: write ==", offset: start)
    case "!": throw Complaint(message: "\"!\" is not an operator: write not", offset: start)
    case "\u{2212}", "\u{2013}":
      throw Complaint(
        message: "\(quoted(String(first))) is not a minus sign: write -", offset: start)
    case "%":
      throw Complaint(message: "\"%\" is not an operator: write 50/100 for 50%", offset: start)
    default:
      throw Complaint(
        message: "\(quoted(String(first))) does not belong in an expression", offset: start)
    }
  }

  private func peek(_ ahead: Int) -> Unicode.Scalar? {
    offset + ahead < scalars.count ? scalars[offset + ahead] : nil
  }

  private mutating func skip(_ belongs: (Unicode.Scalar) -> Bool) {
    while offset < scalars.count, belongs(scalars[offset]) { offset += 1 }
  }

  /// Whether `name` can be the name of a parameter: a letter, then letters, digits, `_`, and `-`
  /// between two of them; not a function.
  static func isName(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first, first.properties.isAlphabetic else { return false }
    guard !reserved.contains(name) else { return false }
    return name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty
        && part.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) }
    }
  }
}

private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
  scalar == "_" || scalar.properties.isAlphabetic
}
