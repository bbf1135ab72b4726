import Arithmetic
import CGLPK

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
  public func solve() -> Optimum? {
    var tableau = ExactTableau(self)
    if let rounded = roundedOptimum() { tableau.adopt(rounded.basis) }
    guard tableau.maximise() else { return nil }
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

  /// GLPK's optimum, nil where it finds none.
  public func roundedOptimum() -> RoundedOptimum? {
    guard !rows.isEmpty, !objective.isEmpty, let problem = glp_create_prob() else { return nil }
    defer { glp_delete_prob(problem) }
    glp_term_out(GLP_OFF)
    glp_set_obj_dir(problem, GLP_MAX)
    glp_add_rows(problem, Int32(rows.count))
    glp_add_cols(problem, Int32(objective.count))
    for (column, coefficient) in objective.enumerated() {
      glp_set_col_bnds(problem, Int32(column + 1), GLP_LO, 0, 0)
      glp_set_obj_coef(problem, Int32(column + 1), coefficient.double)
    }
    let indices = (0...objective.count).map { Int32($0) }
    for (row, coefficients) in rows.enumerated() {
      glp_set_row_bnds(problem, Int32(row + 1), GLP_UP, 0, limits[row].double)
      // GLPK counts from 1 and does not read entry 0.
      let values = [0] + coefficients.map(\.double)
      glp_set_mat_row(problem, Int32(row + 1), Int32(objective.count), indices, values)
    }
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    guard glp_simplex(problem, &parameters) == 0, glp_get_status(problem) == GLP_OPT else {
      return nil
    }
    let structural = objective.indices.filter {
      glp_get_col_stat(problem, Int32($0 + 1)) == GLP_BS
    }
    let slacks = rows.indices.filter { glp_get_row_stat(problem, Int32($0 + 1)) == GLP_BS }
    return RoundedOptimum(
      point: objective.indices.map { glp_get_col_prim(problem, Int32($0 + 1)) },
      prices: rows.indices.map { glp_get_row_dual(problem, Int32($0 + 1)) },
      basis: structural + slacks.map { objective.count + $0 })
  }
}
