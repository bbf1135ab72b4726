import Arithmetic
import Glibc
import Laboratory
public import RelativeGains
import Scenarios

/// What a run was made of and what came of it, as JSON: everything needed to make it again.
///
/// Times and the number of jobs stand here and nowhere else, so that the results of two runs of one
/// spec are equal byte for byte.
struct Manifest {
  let experiment: Experiment
  let identity: RunIdentity
  let summary: RunSummary
  let jobs: Int
  /// When the run began, in seconds since 1970.
  let started: Int
  /// The ``XXH64`` digest of the results.
  let digest: String

  /// The manifest as text.
  var text: String { json.text + "\n" }

  private var json: JSONValue {
    .object([
      .init("format", 1),
      .init("kind", "manifest"),
      .init("program", .string(identity.program)),
      .init("build", .string(identity.build)),
      .init("experiment", experimentJSON),
      .init("game", gameJSON),
      .init("parameters", .array(experiment.parameters.map(parameterJSON))),
      .init("tables", .string(identity.tables)),
      .init("design", .string(designName)),
      .init("series", .array(experiment.series.map(seriesJSON))),
      .init(
        "seeds", .array(experiment.series.map { .integer(Int(clamping: $0.design.seed)) })),
      .init("columns", .array(experiment.headings.map { .string($0) })),
      .init("rows", .integer(summary.rows)),
      .init("failures", failuresJSON),
      .init("expectations", .array(summary.verdicts.map(verdictJSON))),
      .init("results", ["xxh64": .string(digest)]),
      .init("files", .array(summary.files.map { .string($0) })),
      .init("started", .string(startedText)),
      .init("seconds", .number((summary.seconds * 1000).rounded() / 1000)),
      .init("jobs", .integer(jobs)),
    ])
  }

  private var experimentJSON: JSONValue {
    .object([
      .init("id", .string(experiment.id)),
      .init("question", .string(experiment.question)),
      .init("proposition", experiment.proposition.map { .string($0) } ?? .null),
      .init("spec", .string(experiment.origin.spec)),
      .init("sha256", .string(experiment.origin.specDigest)),
    ])
  }

  private var gameJSON: JSONValue {
    .object([
      .init("id", .string(experiment.scenario.id)),
      .init("title", .string(experiment.scenario.title)),
      .init("file", .string(experiment.origin.game)),
      .init("sha256", .string(experiment.origin.gameDigest)),
    ])
  }

  private func parameterJSON(_ parameter: Scenario.Parameter) -> JSONValue {
    .object([
      .init("name", .string(parameter.name)),
      .init("default", .quantity(parameter.default)),
      .init(
        "range",
        parameter.range.map { .array([.quantity($0.lowerBound), .quantity($0.upperBound)]) }
          ?? .null),
    ])
  }

  private func seriesJSON(_ series: Experiment.Series) -> JSONValue {
    let rule = (series.relativeGains ?? experiment.scenario.relativeGains).rule
    return .object([
      .init("name", series.name.map { .string($0) } ?? .null),
      .init("rule", .string(rule.rawValue)),
      .init("normalisation", .string(rule.normalisation)),
      .init(
        "set",
        .object(series.settings.map { JSONValue.Member($0.parameter, .quantity($0.value)) })),
      .init("vary", .array(series.factors.map(factorJSON))),
      .init(
        "design",
        [
          "kind": .string(series.design.scheme.name), "points": .integer(series.design.points),
          "replicates": .integer(series.design.replicates),
          "seed": .integer(Int(clamping: series.design.seed)),
          "where": .array(series.constraints.map { .string($0.expression.text) }),
        ]),
      .init("rows", .integer(series.design.rows)),
    ])
  }

  private func factorJSON(_ factor: Experiment.Factor) -> JSONValue {
    let name = JSONValue.Member("parameter", .string(factor.parameter))
    if let distribution = factor.distribution {
      return .object([name, .init("distribution", .string(distribution.name))])
    }
    switch factor.levels {
    case .list(let values):
      return .object([name, .init("list", .array(values.map { .quantity($0) }))])
    case .range(let from, _, let count):
      return .object([
        name, .init("from", .quantity(from)), .init("to", .quantity(factor.levels[count - 1])),
        .init("count", .integer(count)),
      ])
    }
  }

  /// The kind of the designs; `union` where they are several.
  private var designName: String {
    let kinds = experiment.series.map(\.design.scheme.name)
    return Set(kinds).count == 1 ? kinds[0] : "union"
  }

  private var failuresJSON: JSONValue {
    .object([
      .init("rows", .integer(summary.failures.count)),
      .init(
        "first",
        .array(
          summary.failures.first.map {
            .object([.init("row", .integer($0.row)), .init("error", .string($0.reason))])
          })),
    ])
  }

  private func verdictJSON(_ verdict: Verdict) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("claim", .string(verdict.claim)),
      .init("holds", .string(verdict.text)),
      .init("series", verdict.series.map { .string($0) } ?? .null),
    ]
    switch verdict.outcome {
    case .holds: members.append(.init("verdict", "holds"))
    case .untested: members.append(.init("verdict", "untested"))
    case .fails(let example):
      members += [
        .init("verdict", "fails"), .init("row", .integer(example.row)),
        .init("counterexample", .string(example.text)),
      ]
    }
    members += [
      .init("tested", .integer(verdict.tested)), .init("without_value", .integer(verdict.passed)),
    ]
    return .object(members)
  }

  /// The beginning of the run, `2026-01-31T12:00:00Z`.
  private var startedText: String {
    var seconds = time_t(started)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var buffer = [CChar](repeating: 0, count: 32)
    let count = strftime(&buffer, buffer.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: buffer.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension RelativeGainsRule {
  /// The formula of the rule, with what its numbers are divided by: two rules that agree on
  /// equilibria may stretch payoffs differently.
  public var normalisation: String {
    switch self {
    case .none: "u_i = a_i"
    case .grieco: "u_i = a_i - sum_j k_ij (a_j - a_i): payoffs are stretched as k grows"
    case .snidal:
      "u_i = a_i - r_i sum_j w_ij a_j, the weights w_ij of an actor sum to 1 over all states: "
        + "payoffs shrink as r grows"
    case .lead: "u_i = a_i - sum_j k_ij max(0, a_j - a_i)"
    case .convex: "u_i = a_i - sum_j k_ij max(0, a_j - a_i)^2"
    case .power: "u_i = (1-r) a_i + r M [(c_i + a_i)/sum(c + a) - c_i/sum(c)]"
    case .ally: "u_i = a_i + sum_j e_ij a_j"
    }
  }
}
