import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// Logit quantal response equilibria.
  public static let qre = Concept(
    name: "qre",
    answers: "What is played where better strategies are only likelier, as lambda says how much?",
    forms: ["strategic"],
    takes: "any number of actors; --lambda for a point, --frequencies to estimate lambda, --start "
      + "for another branch, --points for all points",
    method: "the principal branch by predictor and corrector, in log-probabilities",
    source: "McKelvey and Palfrey 1995; Turocy 2005",
    limits: "some 300 strategies together, or a million profiles, in a minute",
    arithmetic: "floating", options: ["lambda", "points", "frequencies", "start"]
  ) { setting, options in
    try refuseLong("qre", setting, options)
    let lambda = try options.number("lambda")
    if let lambda, lambda.signum < 0 {
      throw LaboratoryError.wrongOption(
        option: "lambda", found: lambda.description, expected: "a number from 0 up")
    }
    let path = LogitPath(setting.utilities, seconds: options.seconds)
    let answer: LogitAnswer
    if let text = options.text("frequencies") {
      for other in ["lambda", "start", "points"] where options.text(other) != nil {
        throw LaboratoryError.wrongOption(
          option: other, found: options.text(other) ?? "",
          expected: "no --\(other) beside --frequencies, which ask for the likeliest lambda")
      }
      let observed = try MixedInput(text, option: "frequencies", in: setting).frequencies()
      let estimate = path.estimate(frequencies: observed)
      answer = LogitAnswer(branch: LogitBranch(), points: [], estimate: estimate)
      return try solution(answer, ends: [estimate.end], setting, options)
    }
    let asksAll = options.text("points") != nil
    if let text = options.text("start") {
      guard let lambda else {
        throw LaboratoryError.needsOption(
          concept: "qre with --start", option: "lambda", example: "10")
      }
      let start = try MixedInput(text, option: "start", in: setting).profile()
      guard let point = path.point(near: start, lambda: lambda.double) else {
        throw LaboratoryError.wrongOption(
          option: "start", found: text,
          expected: "a profile nearer to a quantal response: none was found from there")
      }
      let branch =
        asksAll ? path.branch(near: start, lambda: lambda.double) ?? LogitBranch() : LogitBranch()
      answer = LogitAnswer(
        branch: branch, points: asksAll ? branch.points : [point], estimate: nil)
      return try solution(answer, ends: branch.ends, setting, options)
    }
    let branch = path.principalBranch(to: lambda?.double)
    let isReached = branch.ends.allSatisfy { $0 == .lambda || $0 == .limit }
    let last = lambda == nil || !isReached ? [] : branch.points.suffix(1)
    answer = LogitAnswer(branch: branch, points: asksAll ? branch.points : last, estimate: nil)
    return try solution(answer, ends: branch.ends, setting, options)
  }

  /// The tracing procedure.
  public static let tracing = Concept(
    name: "tracing",
    answers: "To which equilibrium does reasoning lead that starts from a common prior?",
    forms: ["strategic"],
    takes: "any number of actors; --start for a prior other than even chances",
    method: "the logarithmic tracing procedure by predictor and corrector, then Newton's method",
    source: "Harsanyi 1975; Herings and Peeters 2001; Eibelshaeuser, Klockmann, Poensgen and von "
      + "Schenk 2023",
    limits: "some 300 strategies together, or a million profiles, in a minute",
    arithmetic: "floating", options: ["start"]
  ) { setting, options in
    try refuseLong("tracing", setting, options)
    let prior = try options.text("start").map { (text) throws(InputError) in
      try MixedInput(text, option: "start", in: setting).profile()
    }
    let result = LogarithmicTracing(setting.utilities, seconds: options.seconds).solve(
      prior: prior)
    return Solution(
      concept: "tracing",
      method: "logarithmic tracing" + (result.isRefined ? ", refined on the support" : ""),
      isExact: false,
      status: result.isCutShort ? .limit(options.limit) : .sample,
      answer: TracingAnswer(result: result))
  }

  private static func solution(
    _ answer: LogitAnswer, ends: [LogitBranch.End], _ setting: Setting, _ options: Options
  ) throws(LaboratoryError) -> Solution {
    let told =
      answer.points + answer.branch.folds + (answer.estimate.map { [$0.best] } ?? [])
    guard told.allSatisfy({ $0.residual < 1e-8 }) else { throw .failedCheck(concept: "qre") }
    var status = Completeness.sample
    if ends.contains(.time) { status = .limit(options.limit) }
    if ends.contains(.stalled) { status = .limit("the smallest step") }
    return Solution(
      concept: "qre",
      method: "branch of logit equilibria by predictor and corrector", isExact: false,
      status: status, answer: answer)
  }

  /// Refuses what would take long, unless seconds are given.
  static func refuseLong(
    _ concept: String, _ setting: Setting, _ options: Options
  ) throws(LaboratoryError) {
    let seconds = WorkEstimate.path(setting.utilities).seconds
    guard options.seconds == nil, seconds > WorkEstimate.mostSeconds else {
      return options.announce("some 200 steps along a curve", seconds: seconds)
    }
    throw .tooLarge(
      concept: concept,
      size: "\(setting.sizeText), about \(seconds.durationText) of work",
      limit: WorkEstimate.mostSeconds.durationText,
      instead: "use --concept pure, or --seconds N to stop with what is found by then")
  }
}

/// One equilibrium and the prior it was traced from.
struct TracingAnswer: Answer {
  let result: LogarithmicTracing.Result

  func json(in setting: Setting) -> [JSONValue.Member] {
    let prior = FloatingProfile(result.prior, in: setting).json(in: setting)
    let equilibrium =
      FloatingProfile(result.probabilities, in: setting).json(in: setting) + [
        .init("regret", .number(result.regret)), .init("refined", .bool(result.isRefined)),
      ]
    return [
      .init("equilibria", .array([.object(equilibrium)])),
      .init("prior", prior.first?.value ?? .null), .init("priorsTried", .integer(result.starts)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = FloatingProfile(result.probabilities, in: setting).table(
      in: setting, caption: "equilibrium")
    table.notes.append(
      "regret \(result.regret.text(digits: 3))"
        + (result.isRefined ? "" : "; the last point of the curve, not refined"))
    if result.starts > 1 {
      table.notes.append("The prior asked for led nowhere: this is from prior \(result.starts).")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["regret", "actor", "strategy", "probability", "gain", "utility"],
      rows: FloatingProfile(result.probabilities, in: setting).csvRows(
        in: setting, leading: [.floating(result.regret)]))
  }
}
