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
  /// The values of the symbols, kept so that no row allocates.
  private var values: [Rational]

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

  /// The value when each symbol is worth what `worth` says; nil when one of them is worth nothing.
  ///
  /// - Throws: `InputError` where the formula has no value.
  func value(
    _ worth: (Measure.Symbol) throws(InputError) -> Rational?
  ) throws(InputError) -> Rational? {
    if let single { return try worth(single) }
    for index in symbols.indices {
      guard let value = try worth(symbols[index]) else { return nil }
      values[index] = value
    }
    return try expression.evaluate(values)
  }
}
