import Arithmetic

/// The simplex tableau of a linear program in exact arithmetic.
///
/// - Source: Dantzig 1963; Bland 1977 for the rule that cannot cycle.
struct ExactTableau {
  private let program: LinearProgram
  private let variables: Int
  /// `rows[r]`: the coefficients of all variables, then the right-hand side.
  private var rows: [[Rational]]
  /// Reduced costs, then minus the value of the objective.
  private var costs: [Rational]
  /// The basic variable of each row.
  private var basis: [Int]

  /// The tableau at the origin.
  init(_ program: LinearProgram) {
    self.program = program
    let width = program.objective.count
    variables = width + program.rows.count
    rows = program.rows.enumerated().map { index, row in
      var line = row + Array(repeating: .zero, count: program.rows.count + 1)
      line[width + index] = .one
      line[line.count - 1] = program.limits[index]
      return line
    }
    costs = program.objective + Array(repeating: .zero, count: program.rows.count + 1)
    basis = program.rows.indices.map { width + $0 }
  }

  /// Pivots to the basis with these variables; goes back to the origin if it is not feasible.
  mutating func adopt(_ wanted: [Int], _ shouldStop: () -> Bool) throws(OutOfTime) {
    for entering in wanted where !basis.contains(entering) {
      if shouldStop() { throw OutOfTime() }
      guard
        let row = rows.indices.first(where: {
          !wanted.contains(basis[$0]) && !rows[$0][entering].isZero
        })
      else { continue }
      pivot(row: row, column: entering)
    }
    if rows.contains(where: { $0[variables].signum < 0 }) { self = ExactTableau(program) }
  }

  /// Walks to an optimum; false where the objective grows without bound.
  mutating func maximise(_ shouldStop: () -> Bool) throws(OutOfTime) -> Bool {
    while let entering = (0..<variables).first(where: { costs[$0].signum > 0 }) {
      if shouldStop() { throw OutOfTime() }
      var leaving: Int?
      for row in rows.indices where rows[row][entering].signum > 0 {
        guard let best = leaving else {
          leaving = row
          continue
        }
        let own = rows[row][variables] * rows[best][entering]
        let least = rows[best][variables] * rows[row][entering]
        if own < least || (own == least && basis[row] < basis[best]) { leaving = row }
      }
      guard let leaving else { return false }
      pivot(row: leaving, column: entering)
    }
    return true
  }

  /// What the tableau says at an optimum.
  var optimum: LinearProgram.Optimum {
    let width = program.objective.count
    var point = Array(repeating: Rational.zero, count: width)
    for (row, variable) in basis.enumerated() where variable < width {
      point[variable] = rows[row][variables]
    }
    return LinearProgram.Optimum(
      value: -costs[variables], point: point,
      prices: program.rows.indices.map { -costs[width + $0] })
  }

  private mutating func pivot(row: Int, column: Int) {
    let inverse = rows[row][column].reciprocal
    for k in 0...variables where !rows[row][k].isZero { rows[row][k] *= inverse }
    let line = rows[row]
    func eliminate(_ target: inout [Rational]) {
      let factor = target[column]
      guard !factor.isZero else { return }
      for k in 0...variables where !line[k].isZero { target[k] -= factor * line[k] }
    }
    for other in rows.indices where other != row { eliminate(&rows[other]) }
    eliminate(&costs)
    basis[row] = column
  }
}
