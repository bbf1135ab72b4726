import Arithmetic
import Scenarios

/// Tests the expectations that look at one row at a time: `equals`, `always`, `never`.
final class RowCheck {
  /// What was found in some rows.
  struct Finding: Sendable {
    /// Rows tested.
    var tested = 0
    /// Rows passed over because a measure has no value.
    var passed = 0
    /// The first row that fails, counted within its series, and what is wrong there.
    var failure: (row: Int, text: String)?
  }

  private let measure: Int?
  private let wanted: Wanted
  private let formula: Expression
  private let operands: [Expectation.RowFormula.Operand]
  private let names: [String]
  private var values: [Rational]
  private let condition: Expectation.RowFormula?
  private var conditionValues: [Rational]
  /// What was found since the last ``reset()``.
  private(set) var finding = Finding()

  private enum Wanted {
    case equal, truth, falsehood
  }

  /// A check of an expectation on rows; nil for one that compares rows with each other.
  init?(_ expectation: Expectation) {
    let formula: Expectation.RowFormula
    switch expectation.condition {
    case .equals(let measure, let written, let on):
      (self.measure, wanted, formula, condition) = (measure, .equal, written, on)
    case .always(let written, let on):
      (measure, wanted, formula, condition) = (nil, .truth, written, on)
    case .never(let written, let on):
      (measure, wanted, formula, condition) = (nil, .falsehood, written, on)
    case .monotone, .constant, .crosses, .correlates: return nil
    }
    conditionValues = Array(repeating: .zero, count: condition?.operands.count ?? 0)
    self.formula = formula.expression
    operands = formula.operands
    names = formula.expression.parameters
    values = Array(repeating: .zero, count: operands.count)
  }

  func reset() { finding = Finding() }

  /// Tests one row.
  func test(_ row: Int, parameters: [Rational], cells: [CellValue]) {
    if let condition {
      guard
        Self.fill(&conditionValues, condition.operands, parameters, cells),
        let holds = try? condition.expression.evaluate(conditionValues)
      else {
        finding.passed += 1
        return
      }
      // Where the condition does not hold nothing is claimed.
      if holds.isZero { return }
    }
    guard Self.fill(&values, operands, parameters, cells) else {
      finding.passed += 1
      return
    }
    var found: Rational?
    if let measure {
      guard let number = cells[measure].number else {
        finding.passed += 1
        return
      }
      found = number
    }
    finding.tested += 1
    do {
      let value = try formula.evaluate(values)
      switch wanted {
      case .equal where found != value: fail(row, "found \(found ?? value), expected \(value)")
      case .truth where value.isZero, .falsehood where !value.isZero: fail(row, situation)
      default: break
      }
    } catch {
      fail(row, error.message)
    }
  }

  /// Puts the values of `operands` into `values`; false where a measure has none.
  private static func fill(
    _ values: inout [Rational], _ operands: [Expectation.RowFormula.Operand],
    _ parameters: [Rational], _ cells: [CellValue]
  ) -> Bool {
    for index in operands.indices {
      switch operands[index] {
      case .parameter(let place): values[index] = parameters[place]
      case .measure(let place):
        guard let number = cells[place].number else { return false }
        values[index] = number
      }
    }
    return true
  }

  private var situation: String {
    zip(names, values).map { "\($0) = \($1)" }.joined(separator: ", ")
  }

  private func fail(_ row: Int, _ text: @autoclosure () -> String) {
    guard finding.failure == nil else { return }
    finding.failure = (row, text())
  }
}
