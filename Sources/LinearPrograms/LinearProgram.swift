import Arithmetic

/// Maximise `objective . x` subject to `A x <= limits`, `x >= 0`, with no limit below zero, so that
/// the origin is feasible.
///
/// GLPK finds the optimal basis in doubles; the basis is then rebuilt, checked and, where rounding
/// misled it, improved in exact arithmetic.
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
    var tableau = ExactTableau(self)
    if let rounded = roundedOptimum(seconds: seconds) {
      try tableau.adopt(rounded.basis, shouldStop)
    }
    guard try tableau.maximise(shouldStop) else { return nil }
    return tableau.optimum
  }

  /// An optimum in doubles: a guess to be proved by other means.
  public struct RoundedOptimum: Sendable {
    /// About where the objective is largest.
    public let point: [Double]
    /// About the dual prices, one a constraint.
    public let prices: [Double]
    /// The basic variables, those of the program first, then the slacks.
    let basis: [Int]
  }

  /// GLPK's optimum, nil where it finds none, in time or at all.
  public func roundedOptimum(seconds: Double? = nil) -> RoundedOptimum? {
    let rounded = RoundedProgram(
      maximise: objective.map(\.double), rows: rows.flatMap { $0.map(\.double) },
      limits: limits.map(\.double))
    guard let found = rounded.solve(seconds: seconds) else { return nil }
    return RoundedOptimum(
      point: found.point, prices: found.prices,
      basis: found.basicVariables + found.slackConstraints.map { objective.count + $0 })
  }
}
