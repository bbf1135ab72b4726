import Arithmetic

/// Maximise `objective . x` subject to `A x <= limits`, `x >= 0`, with no limit below zero, so that
/// the origin is feasible.
///
/// GLPK finds the optimal basis in doubles; the basis is then solved and checked in exact
/// arithmetic. Where rounding misled GLPK, it goes on from there with what is left, magnified; and
/// where that does not help, the simplex method goes on in exact arithmetic.
///
/// - Source: Gleixner, Steffy and Wolter 2016, Iterative refinement for linear programming.
public struct LinearProgram: Sendable {
  /// One coefficient a variable.
  public let objective: [Rational]
  /// `A`, one row a constraint.
  public let rows: [[Rational]]
  /// One limit a constraint, none negative.
  public let limits: [Rational]

  /// The program with these coefficients.
  ///
  /// - Precondition: rows are as long as the objective, there are as many limits as rows, and no
  ///   limit is negative.
  public init(maximise objective: [Rational], rows: [[Rational]], limits: [Rational]) {
    precondition(rows.count == limits.count, "each constraint needs a limit")
    precondition(rows.allSatisfy { $0.count == objective.count }, "rows must fit the objective")
    precondition(limits.allSatisfy { $0.signum >= 0 }, "the origin must be feasible")
    self.objective = objective
    self.rows = rows
    self.limits = limits
  }

  /// An exact optimum with the prices that prove it.
  public struct Optimum: Hashable, Sendable {
    /// The largest value of the objective.
    public let value: Rational
    /// A point at which it is reached.
    public let point: [Rational]
    /// Dual prices, one a constraint: not negative, and `value = prices . limits`.
    public let prices: [Rational]
  }

  /// An optimum, or nil when the objective grows without bound.
  public func solve() -> Optimum? { try? walk(shouldStop: { false }) }

  /// The same within a time.
  ///
  /// - Throws: ``OutOfTime``.
  public func solve(until deadline: Deadline) throws(OutOfTime) -> Optimum? {
    try walk(seconds: deadline.secondsLeft) { deadline.isOver }
  }

  private func walk(
    seconds: Double? = nil, shouldStop: () -> Bool
  ) throws(OutOfTime) -> Optimum? {
    var exact: Optimum?
    var rounds = 0
    let rounded = rounded.solve(.dual, seconds: seconds) { found in
      guard !shouldStop(), let basis = ExactBasis(self.basis(of: found), of: self),
        let solution = basis.solution()
      else { return nil }
      exact = basis.optimum(solution)
      rounds += 1
      return exact == nil && rounds < Self.mostRounds ? basis.residual(solution) : nil
    }
    if let exact { return exact }
    var tableau = ExactTableau(self)
    if let rounded { try tableau.adopt(basis(of: rounded), shouldStop) }
    guard try tableau.maximise(shouldStop) else { return nil }
    return tableau.optimum
  }

  /// So often is GLPK sent on before the tableau has its turn.
  private static let mostRounds = 8

  private var rounded: RoundedProgram {
    RoundedProgram(
      maximise: objective.map(\.double), rows: rows.flatMap { $0.map(\.double) },
      limits: limits.map(\.double))
  }

  /// The basic variables, those of the program first, then the slacks.
  private func basis(of found: RoundedProgram.Optimum) -> [Int] {
    found.basicVariables + found.slackConstraints.map { objective.count + $0 }
  }

  /// GLPK's optimum, a guess to be proved by other means; nil where it finds none.
  public func roundedOptimum() -> RoundedProgram.Optimum? { rounded.solve(.primal) }
}
