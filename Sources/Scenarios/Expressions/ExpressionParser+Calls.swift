import Arithmetic

// Functions: `name(argument, ...)`.
extension ExpressionParser {
  /// The arguments of the function `name`, which starts at `at`, and what it does with them.
  mutating func call(_ name: String, at: Int) throws {
    let open = offset
    guard try take("(") else {
      throw Complaint(message: "\(name) needs its arguments in parentheses", offset: offset)
    }
    try descend()
    if name == "if" {
      try conditional(at: at)
    } else {
      try ordinary(name, at: at)
    }
    depth -= 1
    try close(open)
  }

  private mutating func ordinary(_ name: String, at: Int) throws {
    let start = try disjunction()
    var count = 1
    while try take(",") {
      count += 1
      let next = try disjunction()
      if name == "min" || name == "max" {
        try builder.operate(name == "min" ? .minimum : .maximum, on: [start, next], at: at)
      }
    }
    try check(count, of: name, at: at)
    let unary: [String: Program.Operation] = [
      "abs": .absolute, "sqrt": .squareRoot, "exp": .exponential, "log": .logarithm,
    ]
    if let operation = unary[name] { try builder.operate(operation, on: [start], at: at) }
  }

  private mutating func conditional(at: Int) throws {
    let start = try disjunction()
    let known = builder.constant(from: start)
    guard try take(",") else { return try check(1, of: "if", at: at) }
    let toElse = builder.jump(.jumpIfZero, at: at)
    let thenStart = try disjunction()
    guard try take(",") else { return try check(2, of: "if", at: at) }
    let toEnd = builder.jump(.jump, at: at)
    builder.land(toElse)
    let elseStart = try disjunction()
    builder.land(toEnd)
    var count = 3
    while try take(",") {
      count += 1
      try disjunction()
    }
    try check(count, of: "if", at: at)
    guard let known else { return }
    // A condition that is known keeps one branch only.
    if known.isZero {
      builder.remove(start..<elseStart)
    } else {
      builder.remove(from: toEnd)
      builder.remove(start..<thenStart)
    }
  }

  private func check(_ count: Int, of name: String, at: Int) throws {
    let wanted = ExpressionLexer.functions.first { $0.name == name }?.arguments ?? 1...1
    guard !wanted.contains(count) else { return }
    let expected =
      name == "if"
      ? "3 arguments: if(condition, then, else)"
      : wanted.count == 1
        ? counted(wanted.lowerBound, "argument") : "1 to \(wanted.upperBound) arguments"
    throw Complaint(message: "\(name) takes \(expected), found \(count)", offset: at)
  }
}
