import Arithmetic

extension Expression {
  /// The same formula with some of its parameters replaced by numbers.
  func binding(_ values: [(name: String, value: Rational)]) -> Expression {
    let kept = parameters.filter { name in !values.contains { $0.name == name } }
    var program = program
    for index in program.instructions.indices
    where program.instructions[index].operation == .parameter {
      let name = parameters[Int(program.instructions[index].operand)]
      if let place = kept.firstIndex(of: name) {
        program.instructions[index].operand = Int32(place)
      } else if let bound = values.first(where: { $0.name == name }) {
        program.instructions[index].operation = .constant
        program.instructions[index].operand = Int32(program.constants.count)
        program.constants.append(bound.value)
      }
    }
    return Expression(
      text: text, position: position, parameters: kept, program: program,
      isOnOneLine: isOnOneLine)
  }
}
