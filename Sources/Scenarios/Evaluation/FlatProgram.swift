import Arithmetic

/// Many programs laid end to end, run over fractions of machine words without allocating: the inner
/// loop of sweeps.
///
/// Only what cannot go wrong and stays exact is done here; a program that divides by zero, takes
/// a root, raises to anything but a small whole power, or outgrows a word is left to ``Program/run(_:exact:)``,
/// which knows how to complain and to round.
struct FlatProgram: Sendable {
  private var instructions: [Program.Instruction] = []
  /// Nil where a word does not suffice.
  private var constants: [WordFraction?] = []
  /// `starts[program]..<starts[program + 1]` are the instructions of a program.
  private var starts: [Int] = [0]
  /// Most numbers on the stack at once.
  private(set) var stackDepth = 1

  init(_ programs: [Program]) {
    for program in programs {
      for instruction in program.instructions {
        var moved = instruction
        if instruction.operation == .constant { moved.operand += Int32(constants.count) }
        instructions.append(moved)
      }
      constants += program.constants.map(\.fraction)
      starts.append(instructions.count)
      stackDepth = max(stackDepth, program.stackDepth)
    }
  }

  /// Runs some of the programs.
  ///
  /// - Parameters:
  ///   - programs: which.
  ///   - values: one a parameter.
  ///   - stack: scratch of ``stackDepth`` numbers.
  ///   - results: one a program of the whole; those of `programs` are written.
  /// - Returns: the place in `programs` of the first that is left to the slow way, or their count.
  func run(
    _ programs: ArraySlice<Int>, _ values: [Rational], stack: inout [WordFraction],
    results: inout [Rational]
  ) -> Int {
    precondition(stack.count >= stackDepth && results.count == starts.count - 1)
    return instructions.withUnsafeBufferPointer { instructions in
      constants.withUnsafeBufferPointer { constants in
        values.withUnsafeBufferPointer { values in
          stack.withUnsafeMutableBufferPointer { stack in
            for place in programs.indices {
              let program = programs[place]
              let range = starts[program]..<starts[program + 1]
              guard Self.run(instructions, range, constants, values, stack) else { return place }
              results[program] = Rational(stack[0])
            }
            return programs.endIndex
          }
        }
      }
    }
  }

  /// Leaves the value at the bottom of the stack; false where the program is for the slow way.
  private static func run(
    _ instructions: UnsafeBufferPointer<Program.Instruction>, _ range: Range<Int>,
    _ constants: UnsafeBufferPointer<WordFraction?>, _ values: UnsafeBufferPointer<Rational>,
    _ stack: UnsafeMutableBufferPointer<WordFraction>
  ) -> Bool {
    var next = range.lowerBound
    // The numbers on the stack.
    var count = 0
    while next < range.upperBound {
      let instruction = instructions[next]
      next &+= 1
      switch instruction.operation {
      case .constant:
        guard let constant = constants[Int(instruction.operand)] else { return false }
        stack[count] = constant
        count &+= 1
      case .parameter:
        guard let value = values[Int(instruction.operand)].fraction else { return false }
        stack[count] = value
        count &+= 1
      case .jump: next &+= Int(instruction.operand) &- 1
      case .jumpIfZero:
        count &-= 1
        if stack[count].isZero { next &+= Int(instruction.operand) &- 1 }
      case .negate: stack[count &- 1] = stack[count &- 1].negated
      case .not: stack[count &- 1] = stack[count &- 1].isZero ? .one : .zero
      case .truth: stack[count &- 1] = stack[count &- 1].isZero ? .zero : .one
      case .absolute: stack[count &- 1] = stack[count &- 1].magnitude
      case .squareRoot, .exponential, .logarithm: return false
      default:
        count &-= 1
        guard let value = apply(instruction.operation, stack[count &- 1], stack[count]) else {
          return false
        }
        stack[count &- 1] = value
      }
    }
    return true
  }

  /// The value of an operation on two numbers; nil where it is for the slow way.
  @inline(__always)
  private static func apply(
    _ operation: Program.Operation, _ left: WordFraction, _ right: WordFraction
  ) -> WordFraction? {
    switch operation {
    case .add: return left.adding(right)
    case .subtract: return left.adding(right.negated)
    case .multiply: return left.multiplied(by: right)
    case .divide:
      guard let reciprocal = right.reciprocal else { return nil }
      return left.multiplied(by: reciprocal)
    case .power:
      guard let exponent = right.integer, 0...8 ~= exponent else { return nil }
      return left.raised(to: exponent)
    case .minimum: return min(left, right)
    case .maximum: return max(left, right)
    case .less: return left < right ? .one : .zero
    case .lessOrEqual: return left <= right ? .one : .zero
    case .greater: return left > right ? .one : .zero
    case .greaterOrEqual: return left >= right ? .one : .zero
    case .equal: return left == right ? .one : .zero
    case .notEqual: return left != right ? .one : .zero
    default: return nil
    }
  }
}
