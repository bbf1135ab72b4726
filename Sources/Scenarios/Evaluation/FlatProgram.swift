import Arithmetic

/// Many programs laid end to end, run over rationals without allocating: the inner loop of sweeps.
///
/// Only what cannot go wrong and stays exact is done here; a program that divides by zero, takes
/// a root, or raises to anything but a small whole power is left to ``Program/run(_:exact:)``,
/// which knows how to complain and to round.
struct FlatProgram: Sendable {
  private var instructions: [Program.Instruction] = []
  private var constants: [Rational] = []
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
      constants += program.constants
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
    _ programs: ArraySlice<Int>, _ values: [Rational], stack: inout [Rational],
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
              results[program] = stack[0]
            }
            return programs.endIndex
          }
        }
      }
    }
  }

  private static func run(
    _ instructions: UnsafeBufferPointer<Program.Instruction>, _ range: Range<Int>,
    _ constants: UnsafeBufferPointer<Rational>, _ values: UnsafeBufferPointer<Rational>,
    _ stack: UnsafeMutableBufferPointer<Rational>
  ) -> Bool {
    var next = range.lowerBound
    // The numbers on the stack.
    var count = 0
    while next < range.upperBound {
      let instruction = instructions[next]
      next &+= 1
      switch instruction.operation {
      case .constant:
        stack[count] = constants[Int(instruction.operand)]
        count &+= 1
        continue
      case .parameter:
        stack[count] = values[Int(instruction.operand)]
        count &+= 1
        continue
      case .jump:
        next &+= Int(instruction.operand) &- 1
        continue
      case .jumpIfZero:
        count &-= 1
        if stack[count].isZero { next &+= Int(instruction.operand) &- 1 }
        continue
      case .negate: stack[count &- 1] = -stack[count &- 1]
      case .not: stack[count &- 1] = stack[count &- 1].isZero ? .one : .zero
      case .truth: stack[count &- 1] = stack[count &- 1].isZero ? .zero : .one
      case .absolute: stack[count &- 1] = stack[count &- 1].magnitude
      case .squareRoot, .exponential, .logarithm: return false
      default:
        count &-= 1
        let right = stack[count]
        switch instruction.operation {
        case .add: stack[count &- 1] += right
        case .subtract: stack[count &- 1] -= right
        case .multiply: stack[count &- 1] *= right
        case .divide:
          guard !right.isZero else { return false }
          stack[count &- 1] /= right
        case .power:
          guard let exponent = right.integer, 0...8 ~= exponent else { return false }
          stack[count &- 1] = stack[count &- 1].raised(to: exponent)
        case .minimum: if right < stack[count &- 1] { stack[count &- 1] = right }
        case .maximum: if right > stack[count &- 1] { stack[count &- 1] = right }
        case .less: stack[count &- 1] = stack[count &- 1] < right ? .one : .zero
        case .lessOrEqual: stack[count &- 1] = stack[count &- 1] <= right ? .one : .zero
        case .greater: stack[count &- 1] = stack[count &- 1] > right ? .one : .zero
        case .greaterOrEqual: stack[count &- 1] = stack[count &- 1] >= right ? .one : .zero
        case .equal: stack[count &- 1] = stack[count &- 1] == right ? .one : .zero
        default: stack[count &- 1] = stack[count &- 1] != right ? .one : .zero
        }
        // A number that outgrew a machine word goes the way that watches its size.
        if stack[count &- 1].words == nil { return false }
      }
    }
    return true
  }
}
