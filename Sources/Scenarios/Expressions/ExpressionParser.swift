import Arithmetic

/// Reads a formula by recursive descent, as deep as ``Expression/deepest``, and compiles it.
struct ExpressionParser {
  private let position: Position
  var lexer: ExpressionLexer
  var builder = ProgramBuilder()
  var token = ExpressionLexer.Token.end
  /// Where the token starts.
  var offset = 0
  var depth = 0
  private let text: String

  typealias Complaint = ExpressionLexer.Complaint

  init(
    _ text: String, at position: Position, names: [String], calls: [String]
  ) throws(InputError) {
    self.position = position
    self.text = text
    guard text.utf8.count <= Expression.longest else {
      throw InputError(
        "the expression has \(text.utf8.count) bytes, more than \(Expression.longest): "
          + "write a shorter one", at: position)
    }
    lexer = ExpressionLexer(text, names: names, calls: calls)
  }

  /// The whole text as an expression.
  mutating func expression() throws(InputError) -> Expression {
    do {
      try advance()
      try disjunction()
      guard token == .end else { throw unexpected("an operator or the end") }
      return Expression(
        text: trimmed(text), position: position, parameters: builder.names,
        program: builder.program, isOnOneLine: isOnOneLine)
    } catch let complaint as Complaint {
      throw error(complaint)
    } catch let trouble as Program.Trouble {
      throw error(
        Complaint(message: trouble.message(in: text), offset: Int(trouble.offset)))
    } catch {
      throw InputError("\(error)", at: position)
    }
  }

  private func error(_ complaint: Complaint) -> InputError {
    InputError(
      complaint.message,
      at: isOnOneLine ? position.advanced(by: complaint.offset) : position)
  }

  /// Whether letters can be counted from the start of the text, which in a block they cannot.
  private var isOnOneLine: Bool { !text.contains("\n") }

  private mutating func advance() throws(Complaint) {
    (token, offset) = try lexer.next()
  }

  mutating func take(_ sign: String) throws(Complaint) -> Bool {
    guard token == .sign(sign) else { return false }
    try advance()
    return true
  }

  private mutating func take(word: String) throws(Complaint) -> Bool {
    guard token == .word(word) else { return false }
    try advance()
    return true
  }

  private func unexpected(_ expected: String) -> Complaint {
    guard token != .end else {
      let start =
        trimmed(text).isEmpty ? "the expression is empty" : "the expression ends too early"
      return Complaint(message: "\(start): expected \(expected)", offset: offset)
    }
    let found = trimmed(lexer.text(from: offset, to: lexer.offset))
    return Complaint(message: "expected \(expected), found \(quoted(found))", offset: offset)
  }

  // Each level leaves one value on the stack and returns where its instructions start.

  @discardableResult
  mutating func disjunction() throws -> Int {
    let start = try conjunction()
    while token == .word("or") {
      let at = offset
      try advance()
      if let left = builder.constant(from: start) {
        try conjunction()
        if left.isZero {
          builder.remove(start..<(start + 1))
          try builder.operate(.truth, on: [start], at: at)
        } else {
          builder.remove(from: start)
          builder.constant(.one, at: at)
        }
        continue
      }
      let toRight = builder.jump(.jumpIfZero, at: at)
      builder.constant(.one, at: at)
      let toEnd = builder.jump(.jump, at: at)
      builder.land(toRight)
      let right = try conjunction()
      try builder.operate(.truth, on: [right], at: at)
      builder.land(toEnd)
    }
    return start
  }

  @discardableResult
  private mutating func conjunction() throws -> Int {
    let start = try negation()
    while token == .word("and") {
      let at = offset
      try advance()
      if let left = builder.constant(from: start) {
        try negation()
        if left.isZero {
          builder.remove(from: start)
          builder.constant(.zero, at: at)
        } else {
          builder.remove(start..<(start + 1))
          try builder.operate(.truth, on: [start], at: at)
        }
        continue
      }
      let toZero = builder.jump(.jumpIfZero, at: at)
      let right = try negation()
      try builder.operate(.truth, on: [right], at: at)
      let toEnd = builder.jump(.jump, at: at)
      builder.land(toZero)
      builder.constant(.zero, at: at)
      builder.land(toEnd)
    }
    return start
  }

  @discardableResult
  private mutating func negation() throws -> Int {
    var count = 0
    let at = offset
    while try take(word: "not") { count += 1 }
    let start = try comparison()
    // Two are enough to turn a number into 1 or 0.
    for _ in 0..<(count < 2 ? count : 2 - count % 2) {
      try builder.operate(.not, on: [start], at: at)
    }
    return start
  }

  private static let comparisons: [String: Program.Operation] = [
    "<": .less, "<=": .lessOrEqual, ">": .greater, ">=": .greaterOrEqual, "==": .equal,
    "!=": .notEqual,
  ]

  private mutating func comparison() throws -> Int {
    let start = try sum()
    guard case .sign(let sign) = token, let operation = Self.comparisons[sign] else { return start }
    let at = offset
    try advance()
    let right = try sum()
    try builder.operate(operation, on: [start, right], at: at)
    if case .sign(let next) = token, Self.comparisons[next] != nil {
      throw Complaint(message: "comparisons do not chain: write a < b and b < c", offset: offset)
    }
    return start
  }

  private mutating func sum() throws -> Int {
    let start = try product()
    while case .sign(let sign) = token, sign == "+" || sign == "-" {
      let at = offset
      try advance()
      let right = try product()
      try builder.operate(sign == "+" ? .add : .subtract, on: [start, right], at: at)
    }
    return start
  }

  private mutating func product() throws -> Int {
    let start = try signed()
    while case .sign(let sign) = token, sign == "*" || sign == "/" {
      let at = offset
      try advance()
      let right = try signed()
      try builder.operate(sign == "*" ? .multiply : .divide, on: [start, right], at: at)
    }
    return start
  }

  private mutating func signed() throws -> Int {
    let at = offset
    var negative = false
    while case .sign(let sign) = token, sign == "+" || sign == "-" {
      negative = negative != (sign == "-")
      try advance()
    }
    let start = try power()
    if negative { try builder.operate(.negate, on: [start], at: at) }
    return start
  }

  private mutating func power() throws -> Int {
    let start = try primary()
    let at = offset
    guard try take("^") else { return start }
    try descend()
    let exponent = try signed()
    depth -= 1
    try builder.operate(.power, on: [start, exponent], at: at)
    return start
  }

  private mutating func primary() throws -> Int {
    let start = builder.end
    let at = offset
    switch token {
    case .number(let value):
      builder.constant(value, at: at)
      try advance()
      if case .number = token { throw unexpected("an operator or the end") }
    case .name(let name):
      builder.parameter(name, at: at)
      try advance()
    case .word(let word) where ExpressionLexer.functions.contains { $0.name == word }:
      try advance()
      try call(word, at: at)
    case .sign("("):
      try advance()
      try descend()
      try disjunction()
      depth -= 1
      try close(at)
    default:
      throw unexpected("a number, a parameter or \"(\"")
    }
    return start
  }

  mutating func close(_ open: Int) throws {
    guard try !take(")") else { return }
    throw unexpected("\")\" for the \"(\" at letter \(open + 1)")
  }

  mutating func descend() throws(Complaint) {
    depth += 1
    guard depth <= Expression.deepest else {
      throw Complaint(
        message: "the expression nests more than \(Expression.deepest) levels deep: "
          + "write it in parts", offset: offset)
    }
  }
}
