import Arithmetic

/// An expression compiled to flat postfix: each instruction works on a stack of numbers.
struct Program: Sendable {
  /// What to do, in order.
  var instructions: [Instruction]
  /// Where in the text each instruction comes from, in scalars from its start.
  var offsets: [Int32]
  /// The numbers that instructions refer to.
  var constants: [Rational]
  /// Most numbers on the stack at once.
  var stackDepth: Int

  /// One step: an operation and what it refers to.
  struct Instruction: Sendable {
    var operation: Operation
    /// The constant, the parameter, or the instruction to jump to.
    var operand: Int32 = 0
  }

  /// What a step does; unless said otherwise it takes its operands from the stack.
  enum Operation: UInt8, Sendable {
    case constant, parameter
    case add, subtract, multiply, divide, power, negate
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual
    /// 1 for 0, and 0 for all else.
    case not
    /// 0 for 0, and 1 for all else.
    case truth
    case minimum, maximum, absolute, squareRoot, exponential, logarithm
    /// Takes a number; goes to the operand if it is zero.
    case jumpIfZero
    /// Goes to the operand.
    case jump
  }

  /// Largest number, in bits of numerator and denominator together.
  static let mostBits = 20_000

  /// Why a value cannot be computed, and at which instruction.
  struct Trouble: Error {
    enum Kind: Sendable {
      case divisionByZero, tooLarge, notReal(String)
    }
    var kind: Kind
    var offset: Int32
  }

  /// The program of these steps.
  init(instructions: [Instruction], offsets: [Int32], constants: [Rational]) {
    self.instructions = instructions
    self.offsets = offsets
    self.constants = constants
    stackDepth =
      instructions.reduce(into: (now: 0, most: 1)) { depth, instruction in
        depth.now += instruction.operation.growth
        depth.most = max(depth.most, depth.now)
      }.most
  }

  /// The program that gives `value`.
  init(constant value: Rational) {
    self.init(
      instructions: [Instruction(operation: .constant)], offsets: [0], constants: [value])
  }

  /// The value if the program is a single constant.
  var constant: Rational? {
    guard instructions.count == 1, instructions[0].operation == .constant else { return nil }
    return constants[Int(instructions[0].operand)]
  }

  /// The same program with parameter `i` read from place `places[i]` of a longer list.
  func relinked(to places: [Int]) -> Program {
    var program = self
    for index in instructions.indices where instructions[index].operation == .parameter {
      program.instructions[index].operand = Int32(places[Int(instructions[index].operand)])
    }
    return program
  }
}

extension Program.Operation {
  /// By how much a step makes the stack grow; a jump counts as if it were not taken, which can
  /// only overestimate.
  fileprivate var growth: Int {
    switch self {
    case .constant, .parameter: 1
    case .add, .subtract, .multiply, .divide, .power, .minimum, .maximum, .jumpIfZero: -1
    case .less, .lessOrEqual, .greater, .greaterOrEqual, .equal, .notEqual: -1
    case .negate, .not, .truth, .absolute, .squareRoot, .exponential, .logarithm, .jump: 0
    }
  }
}

extension Program.Trouble {
  /// What went wrong, naming the expression `text`.
  func message(in text: String) -> String {
    let shown = quoted(trimmed(text))
    switch kind {
    case .divisionByZero:
      return "division by zero in \(shown): change a parameter, or guard it with if(...)"
    case .tooLarge:
      return "a number in \(shown) grows past \(Program.mostBits) bits: make the power smaller"
    case .notReal(let what):
      return "\(what) in \(shown) is not a real number"
    }
  }
}

extension InputError {
  init(_ trouble: Program.Trouble, in expression: Expression) {
    self.init(
      trouble.message(in: expression.text),
      at: expression.isOnOneLine
        ? expression.position.advanced(by: Int(trouble.offset)) : expression.position)
  }

  /// What `error`, thrown while `expression` was evaluated over rationals, means to the user.
  init(evaluating error: any Error, of expression: Expression) {
    if let error = error as? InputError {
      self = error
    } else {
      self.init("\(quoted(expression.text)) has no value: \(error)", at: expression.position)
    }
  }
}
