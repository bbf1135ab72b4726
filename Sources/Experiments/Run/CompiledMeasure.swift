import Arithmetic
import RelativeGains
import Scenarios

/// A measure made ready for one thread, with room of its own to work in.
final class CompiledMeasure {
  let subject: Measure.Subject
  let over: Measure.Aggregate
  let dependsOnEquilibrium: Bool
  let concept: String?
  let seconds: Double?
  let isClassName: Bool
  /// The one symbol that is the whole value, if there is no more to it.
  let single: Measure.Symbol?
  let symbols: [Measure.Symbol]
  private let expression: Expression
  /// The values of the symbols, to be set before ``evaluate()``; kept so that no row allocates.
  var values: [Rational]

  init(_ measure: Measure) {
    subject = measure.subject
    over = measure.over
    concept = measure.concept
    seconds = measure.seconds
    dependsOnEquilibrium = measure.dependsOnEquilibrium
    switch measure.value {
    case .className:
      isClassName = true
      single = nil
      symbols = []
      expression = Expression(.zero)
    case .number(let shared, let symbols):
      isClassName = false
      single = symbols.count == 1 && shared.text == shared.parameters[0] ? symbols[0] : nil
      self.symbols = symbols
      expression = shared
    }
    values = Array(repeating: .zero, count: symbols.count)
  }

  /// The value of the formula at ``values``.
  ///
  /// - Throws: `InputError` where it has none.
  func evaluate() throws(InputError) -> Rational { try expression.evaluate(values) }
}
