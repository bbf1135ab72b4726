import CGLPK

/// Maximise `objective . x` subject to `A x <= limits`, `x >= 0`, in doubles by GLPK's simplex
/// method with steepest edge: what it finds is a guess to be proved by other means.
///
/// - Source: Forrest and Goldfarb 1992 for steepest edge, as projected in GLPK 5.
public struct RoundedProgram: Sendable {
  /// One coefficient a variable.
  public let objective: [Double]
  /// `A`, row by row.
  public let rows: [Double]
  /// One limit a constraint, none negative.
  public let limits: [Double]

  /// The program with these coefficients.
  ///
  /// - Precondition: `rows` holds a coefficient for each limit and variable.
  public init(maximise objective: [Double], rows: [Double], limits: [Double]) {
    precondition(rows.count == objective.count * limits.count, "rows must fit the objective")
    self.objective = objective
    self.rows = rows
    self.limits = limits
  }

  /// Which way the simplex method goes.
  public enum Method: Sendable {
    /// From one feasible point to a better one, the faster where matrices are dense; by the other
    /// way where it goes round for long.
    case primal
    /// By way of prices, coefficients scaled: degenerate programs do not hold it up.
    case dual
  }

  /// What is left to be done from a point: how far it may go, magnified so that what doubles
  /// overlooked is in sight.
  public struct Residual: Sendable {
    /// The least each variable may change by.
    public let changes: [Double]
    /// What each constraint leaves.
    public let limits: [Double]
  }

  /// An optimum in doubles.
  public struct Optimum: Sendable {
    /// About where the objective is largest.
    public let point: [Double]
    /// About the dual prices, one a constraint.
    public let prices: [Double]
    /// The variables in the basis.
    public let basicVariables: [Int]
    /// The constraints whose slack is in the basis.
    public let slackConstraints: [Int]
  }

  /// GLPK's optimum, nil where it finds none in time, or numbers past 1e100 are not for doubles.
  ///
  /// - Parameters:
  ///   - method: the way to it.
  ///   - seconds: after which to give up; nil for no limit.
  ///   - next: what is left to be done from an optimum of the dual method, nil where it will do. The
  ///     method goes on from its basis; of what it finds then, only the basis has a meaning.
  public func solve(
    _ method: Method, seconds: Double? = nil, next: (Optimum) -> Residual? = { _ in nil }
  ) -> Optimum? {
    guard !limits.isEmpty, !objective.isEmpty,
      // GLPK ends the process where products of larger ones overflow.
      [objective, rows, limits].allSatisfy({ $0.allSatisfy { abs($0) < 1e100 } }),
      let problem = glp_create_prob()
    else { return nil }
    // GLPK keeps an environment for every thread, which would be lost with the thread.
    defer {
      glp_delete_prob(problem)
      glp_free_env()
    }
    glp_term_out(GLP_OFF)
    glp_set_obj_dir(problem, GLP_MAX)
    glp_add_rows(problem, Int32(limits.count))
    glp_add_cols(problem, Int32(objective.count))
    for (column, coefficient) in objective.enumerated() {
      glp_set_col_bnds(problem, Int32(column + 1), GLP_LO, 0, 0)
      glp_set_obj_coef(problem, Int32(column + 1), coefficient)
    }
    let width = objective.count
    let indices = (0...width).map { Int32($0) }
    // GLPK counts from 1 and does not read entry 0.
    var line = Array(repeating: 0.0, count: width + 1)
    for (row, limit) in limits.enumerated() {
      glp_set_row_bnds(problem, Int32(row + 1), GLP_UP, 0, limit)
      for column in 0..<width { line[column + 1] = rows[row * width + column] }
      glp_set_mat_row(problem, Int32(row + 1), Int32(width), indices, line)
    }
    var parameters = glp_smcp()
    glp_init_smcp(&parameters)
    parameters.msg_lev = GLP_MSG_OFF
    // Programs take one or two pivots a line; those that take ten times as many may go on for ever.
    parameters.it_lim = Int32(clamping: 20 * (limits.count + objective.count))
    let deadline = Deadline(seconds: seconds)
    if method == .primal, let found = optimum(of: problem, parameters, deadline) { return found }
    glp_scale_prob(problem, GLP_SF_AUTO)
    parameters.meth = GLP_DUALP
    guard var found = optimum(of: problem, parameters, deadline) else { return nil }
    parameters.tol_dj = 1e-12
    while let residual = next(found) {
      for (column, change) in residual.changes.enumerated() {
        glp_set_col_bnds(problem, Int32(column + 1), GLP_LO, change, 0)
      }
      for (row, limit) in residual.limits.enumerated() {
        glp_set_row_bnds(problem, Int32(row + 1), GLP_UP, 0, limit)
      }
      guard let better = optimum(of: problem, parameters, deadline) else { break }
      found = better
    }
    return found
  }

  /// The optimum to which GLPK goes from where it is.
  private func optimum(
    of problem: OpaquePointer, _ parameters: glp_smcp, _ deadline: Deadline
  ) -> Optimum? {
    var parameters = parameters
    if let seconds = deadline.secondsLeft {
      parameters.tm_lim = Int32(min(max(1, seconds * 1000), 2e9))
    }
    guard glp_simplex(problem, &parameters) == 0, glp_get_status(problem) == GLP_OPT
    else { return nil }
    return Optimum(
      point: objective.indices.map { glp_get_col_prim(problem, Int32($0 + 1)) },
      prices: limits.indices.map { glp_get_row_dual(problem, Int32($0 + 1)) },
      basicVariables: objective.indices.filter {
        glp_get_col_stat(problem, Int32($0 + 1)) == GLP_BS
      },
      slackConstraints: limits.indices.filter {
        glp_get_row_stat(problem, Int32($0 + 1)) == GLP_BS
      })
  }
}
