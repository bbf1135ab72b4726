import Arithmetic
import Equilibria
import Scenarios

/// Quantal responses: points of a branch, where it turns and ends, or an estimate of lambda.
struct LogitAnswer: Answer {
  /// The branch, or the part of it that was asked for.
  let branch: LogitBranch
  /// Which of its points are told.
  let points: [LogitPoint]
  /// Lambda from observed frequencies.
  let estimate: LogitEstimate?

  func json(in setting: Setting) -> [JSONValue.Member] {
    func json(_ point: LogitPoint) -> JSONValue {
      .object(self.members(point, setting))
    }
    var members: [JSONValue.Member] = [
      .init("normalisation", .string(setting.normalisation)),
      .init("points", .array(points.map(json))),
      .init(
        "limits",
        .array(
          branch.limits.map { limit in
            .object(
              FloatingProfile(limit.probabilities, in: setting).json(in: setting) + [
                .init("regret", .number(limit.regret)), .init("refined", .bool(limit.isRefined)),
              ])
          })),
      .init("folds", .array(branch.folds.map(json))),
      .init("bifurcations", .array(branch.bifurcations.map(json))),
    ]
    if let estimate {
      let maxima = estimate.maxima.map { point, likelihood in
        ["lambda": .number(point.lambda), "logLikelihood": .number(likelihood)] as JSONValue
      }
      members.append(
        .init(
          "estimate",
          .object(
            self.members(estimate.best, setting) + [
              .init("logLikelihood", .number(estimate.logLikelihood)),
              .init("maxima", .array(maxima)), .init("risingAtEnd", .bool(estimate.isRisingAtEnd)),
            ])))
    }
    return members
  }

  private func members(_ point: LogitPoint, _ setting: Setting) -> [JSONValue.Member] {
    [.init("lambda", .number(point.lambda))]
      + FloatingProfile(point.probabilities, in: setting).json(in: setting) + [
        .init("regret", .number(point.regret)), .init("residual", .number(point.residual)),
      ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var tables: [ResultTable] = []
    if let estimate {
      var table = table(estimate.best, "estimate", setting)
      table.notes.append("log-likelihood \(estimate.logLikelihood.text(digits: 8))")
      if estimate.isRisingAtEnd {
        table.notes.append(
          "The likelihood still rises where the branch ends: no lambda is large enough.")
      }
      if estimate.maxima.count > 1 {
        let lambdas = estimate.maxima.map { $0.point.lambda.text(digits: 6) }
        table.notes.append("The likelihood has local maxima at lambda \(Words.list(lambdas)).")
      }
      tables.append(table)
    }
    if points.count == 1, let point = points.first {
      tables.append(table(point, "point", setting))
    } else if !points.isEmpty {
      tables.append(list(setting))
    }
    for limit in branch.limits {
      var table = FloatingProfile(limit.probabilities, in: setting).table(
        in: setting, caption: "limit as lambda grows")
      table.notes.append(
        "regret \(limit.regret.text(digits: 3))"
          + (limit.isRefined ? "" : "; the branch's last point, not refined"))
      tables.append(table)
    }
    let notes = notes(setting)
    if tables.isEmpty { tables.append(ResultTable(columns: ["lambda"])) }
    tables[tables.count - 1].notes += notes
    return tables
  }

  private func table(_ point: LogitPoint, _ what: String, _ setting: Setting) -> ResultTable {
    var table = FloatingProfile(point.probabilities, in: setting).table(
      in: setting, caption: "\(what) at lambda \(point.lambda.text(digits: 10))")
    table.notes.append("regret \(point.regret.text(digits: 3))")
    return table
  }

  /// All points, one row each.
  private func list(_ setting: Setting) -> ResultTable {
    let names = setting.scenario.actors.map(\.name)
    var table = ResultTable(columns: ["#", "lambda"] + names + ["regret"])
    for (number, point) in points.enumerated() {
      let profile = FloatingProfile(point.probabilities, in: setting)
      table.rows.append(
        [.count(number + 1), .floating(point.lambda)]
          + names.indices.map { profile.cell(of: $0, in: setting) } + [.floating(point.regret)])
    }
    return table
  }

  private func notes(_ setting: Setting) -> [String] {
    var notes: [String] = []
    if !branch.folds.isEmpty {
      let lambdas = branch.folds.map { $0.lambda.text(digits: 6) }
      notes.append("The branch turns back in lambda at \(Words.list(lambdas)).")
    }
    if !branch.bifurcations.isEmpty {
      let lambdas = branch.bifurcations.map { $0.lambda.text(digits: 4) }
      notes.append("Other branches cross it near lambda \(Words.list(lambdas)).")
    }
    notes.append("Lambda is per unit of payoff: \(setting.normalisation).")
    return notes
  }

  /// One row a point, actor and strategy; the limit's lambda is `inf`.
  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(
      columns: [
        "kind", "point", "lambda", "regret", "actor", "strategy", "probability", "gain", "utility",
      ])
    func add(
      _ kind: String, _ number: Int, _ lambda: ResultTable.Cell, _ regret: Double,
      _ probabilities: [[Double]]
    ) {
      table.rows += FloatingProfile(probabilities, in: setting).csvRows(
        in: setting,
        leading: [.text(kind), .count(number + 1), lambda, .floating(regret)])
    }
    if let best = estimate?.best {
      add("estimate", 0, .floating(best.lambda), best.regret, best.probabilities)
    }
    for (number, point) in points.enumerated() {
      add("point", number, .floating(point.lambda), point.regret, point.probabilities)
    }
    for (number, limit) in branch.limits.enumerated() {
      add("limit", number, "inf", limit.regret, limit.probabilities)
    }
    return table
  }
}
