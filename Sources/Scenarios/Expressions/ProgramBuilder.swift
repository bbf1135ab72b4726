import Arithmetic

/// Puts a ``Program`` together step by step, working out at once what needs no parameter.
///
/// Jumps are relative, so that what is worked out can be taken away before them.
struct ProgramBuilder {
  private(set) var instructions: [Program.Instruction] = []
  private(set) var offsets: [Int32] = []
  private(set) var constants: [Rational] = []
  /// The parameters used, in the order of their first use.
  private(set) var names: [String] = []

  /// Where the next instruction goes.
  var end: Int { instructions.count }

  /// What was built.
  var program: Program {
    Program(instructions: instructions, offsets: offsets, constants: constants)
  }

  mutating func constant(_ value: Rational, at offset: Int) {
    append(.constant, operand: constants.count, at: offset)
    constants.append(value)
  }

  mutating func parameter(_ name: String, at offset: Int) {
    let slot = names.firstIndex(of: name) ?? names.count
    if slot == names.count { names.append(name) }
    append(.parameter, operand: slot, at: offset)
  }

  /// The value of the instructions from `start` on, if they are one constant.
  func constant(from start: Int) -> Rational? {
    guard start == end - 1, instructions[start].operation == .constant else { return nil }
    return constants[Int(instructions[start].operand)]
  }

  /// An operation on the values whose instructions start at `starts`, the last ones built.
  mutating func operate(
    _ operation: Program.Operation, on starts: [Int], at offset: Int
  ) throws(Program.Trouble) {
    let first = starts[0]
    append(operation, operand: 0, at: offset)
    guard instructions[first..<(end - 1)].allSatisfy({ $0.operation == .constant }) else { return }
    var exact = true
    let value = try tail(from: first).runExactly([], exact: &exact)
    guard exact else { return }
    remove(from: first)
    constant(value, at: offset)
  }

  /// A jump whose target is not known yet.
  mutating func jump(_ operation: Program.Operation, at offset: Int) -> Int {
    append(operation, operand: 0, at: offset)
    return end - 1
  }

  /// Makes the jump at `index` come here.
  mutating func land(_ index: Int) {
    instructions[index].operand = Int32(end - index)
  }

  /// Takes away the instructions in `range`.
  mutating func remove(_ range: Range<Int>) {
    instructions.removeSubrange(range)
    offsets.removeSubrange(range)
  }

  /// Takes away the instructions from `start` on.
  mutating func remove(from start: Int) { remove(start..<end) }

  private mutating func append(_ operation: Program.Operation, operand: Int, at offset: Int) {
    instructions.append(Program.Instruction(operation: operation, operand: Int32(operand)))
    offsets.append(Int32(offset))
  }

  private func tail(from start: Int) -> Program {
    Program(
      instructions: Array(instructions[start...]), offsets: Array(offsets[start...]),
      constants: constants)
  }
}
