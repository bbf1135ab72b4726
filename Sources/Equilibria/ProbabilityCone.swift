import Arithmetic
import LinearPrograms

/// Probabilities under linear conditions, scaled by a factor so that the origin is feasible: what
/// sums to 1 sums to the factor, which is at most 1.
struct ProbabilityCone {
  private let variables: Int
  /// The first so many variables must be positive; others may be 0.
  private let positive: Int
  /// Rows over the variables and the factor; each is at most 0.
  private var rows: [[Rational]] = []

  init(variables: Int, positive: Int? = nil) {
    self.variables = variables
    self.positive = positive ?? variables
  }

  /// These variables sum to 1.
  mutating func distribution(_ columns: [Int]) {
    var row = Array(repeating: Rational.zero, count: variables + 1)
    for column in columns { row[column] = .one }
    row[variables] = -1
    rows.append(row)
    rows.append(row.map { -$0 })
  }

  /// `row . variables + constant >= 0`, or 0 where it must be equal.
  mutating func require(_ row: [Rational], _ constant: Rational, isEqual: Bool) {
    let whole = row + [constant]
    rows.append(whole.map { -$0 })
    if isEqual { rows.append(whole) }
  }

  /// A point at which the smallest of those that must be positive is as large as it can be; nil
  /// where they cannot all be positive.
  func interior() -> [Rational]? {
    // Variables, factor, and the margin that is maximised.
    let width = variables + 2
    var program = rows.map { $0 + [.zero] }
    for column in 0..<positive {
      var row = Array(repeating: Rational.zero, count: width)
      row[column] = -1
      row[width - 1] = .one
      program.append(row)
    }
    var unit = Array(repeating: Rational.zero, count: width)
    unit[variables] = .one
    program.append(unit)
    // With no variable that must be positive the margin would know no bound.
    var bound = Array(repeating: Rational.zero, count: width)
    bound[variables] = -1
    bound[width - 1] = .one
    program.append(bound)
    var objective = Array(repeating: Rational.zero, count: width)
    objective[width - 1] = .one
    let limits = program.map { $0 == unit ? Rational.one : .zero }
    guard
      let optimum = LinearProgram(maximise: objective, rows: program, limits: limits).solve(),
      optimum.value.signum > 0
    else { return nil }
    let factor = optimum.point[variables]
    return optimum.point.prefix(variables).map { $0 / factor }
  }

  /// Whether the variables that must be positive can take one value only.
  func isPoint() -> Bool {
    var unit = Array(repeating: Rational.zero, count: variables + 1)
    unit[variables] = .one
    let program = rows + [unit]
    let limits = rows.map { _ in Rational.zero } + [.one]
    for column in 0..<positive {
      var values: [Rational] = []
      for sign in [Rational.one, -1] {
        var objective = Array(repeating: Rational.zero, count: variables + 1)
        objective[column] = sign
        // A factor below 1 never pays: probabilities are at most 1, so 2 for the factor outweighs.
        objective[variables] = 2
        guard
          let optimum = LinearProgram(maximise: objective, rows: program, limits: limits).solve()
        else { return false }
        values.append(optimum.point[column])
      }
      if values[0] != values[1] { return false }
    }
    return true
  }
}
