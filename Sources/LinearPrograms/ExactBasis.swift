import Arithmetic

/// A basis that may be optimal, in exact arithmetic: two square systems of equations give the point
/// and the prices, and both are held against the whole program.
///
/// A tableau says the same after as many pivots as there are variables in the basis, each over all
/// columns with fractions that grow: where the systems have a hundred unknowns, that takes a
/// hundred times as long.
///
/// - Source: Dhiflaoui et al. 2003, Certifying and repairing solutions to large LPs.
struct ExactBasis {
  private let program: LinearProgram
  /// The variables in the basis.
  private let variables: [Int]
  /// The constraints whose slack is not in the basis, as many.
  private let tight: [Int]

  /// The basis with these variables, those of the program first, then the slacks; nil where there
  /// are not as many as constraints.
  init?(_ basis: [Int], of program: LinearProgram) {
    let width = program.objective.count
    let slacks = Set(basis.lazy.filter { $0 >= width }.map { $0 - width })
    variables = basis.filter { $0 < width }
    tight = program.rows.indices.filter { !slacks.contains($0) }
    guard variables.count == tight.count else { return nil }
    self.program = program
  }

  /// The point and the prices at the basis.
  struct Solution {
    let point: [Rational]
    let prices: [Rational]
  }

  /// What the basis determines; nil where its equations have no single solution.
  func solution() -> Solution? {
    let part = tight.map { row in variables.map { program.rows[row][$0] } }
    let transposed = variables.indices.map { column in part.map { $0[column] } }
    guard let values = LinearSystem.solve(part, constants: tight.map { program.limits[$0] }),
      let own = LinearSystem.solve(transposed, constants: variables.map { program.objective[$0] })
    else { return nil }
    var point = Array(repeating: Rational.zero, count: program.objective.count)
    for (variable, value) in zip(variables, values) { point[variable] = value }
    var prices = Array(repeating: Rational.zero, count: program.rows.count)
    for (row, price) in zip(tight, own) { prices[row] = price }
    return Solution(point: point, prices: prices)
  }

  /// The optimum, nil where the basis is not optimal.
  func optimum(_ solution: Solution) -> LinearProgram.Optimum? {
    guard isFeasible(solution.point), isEnough(solution.prices) else { return nil }
    let value = ExactWeights(solution.prices).sum { program.limits[$0] }
    return LinearProgram.Optimum(value: value, point: solution.point, prices: solution.prices)
  }

  private func isFeasible(_ point: [Rational]) -> Bool {
    guard point.allSatisfy({ $0.signum >= 0 }) else { return false }
    // Constraints without a slack are met with equality anyway.
    let (weights, met) = (ExactWeights(point), Set(tight))
    return program.rows.indices.allSatisfy { row in
      met.contains(row)
        || weights.compare({ program.rows[row][$0] }, to: program.limits[row]) <= 0
    }
  }

  /// Whether no variable brings more than the prices ask for it; those in the basis bring as much.
  private func isEnough(_ prices: [Rational]) -> Bool {
    guard prices.allSatisfy({ $0.signum >= 0 }) else { return false }
    let (weights, paid) = (ExactWeights(prices), Set(variables))
    return program.objective.indices.allSatisfy { variable in
      paid.contains(variable)
        || weights.compare({ program.rows[$0][variable] }, to: program.objective[variable]) >= 0
    }
  }

  /// What the point leaves of every bound, magnified until the largest breach is 1: that of a
  /// constraint in units of its largest coefficient, as scaling will see it.
  func residual(_ solution: Solution) -> RoundedProgram.Residual {
    let weights = ExactWeights(solution.point)
    let left = zip(program.rows, program.limits).map { row, limit in
      limit - weights.sum { row[$0] }
    }
    var breach = -(solution.point.min() ?? .zero)
    for (row, left) in zip(program.rows, left) where left.signum < 0 {
      let unit = row.reduce(Rational.zero) { max($0, $1.magnitude) }
      if !unit.isZero { breach = max(breach, -left / unit) }
    }
    let factor = breach.signum > 0 ? breach.reciprocal : .one
    return RoundedProgram.Residual(
      changes: solution.point.map { -($0 * factor).double },
      limits: left.map { ($0 * factor).double })
  }
}
