public import Arithmetic
public import Scenarios

/// The smallest value of a parameter at which a claim about a game holds: exact.
public struct SmallestValue: Sendable {
  /// The parameter.
  public let parameter: String
  /// The claim in words.
  public let claim: String
  /// From where to where was looked.
  public let reach: ClosedRange<Rational>
  /// Where the claim first holds, nil if nowhere.
  public let found: Found?
  /// The game's own value of the parameter.
  public let own: Rational
  private let steps: StepThresholds

  /// Where a claim first holds.
  public struct Found: Sendable {
    /// The value.
    public let value: Rational
    /// Whether the claim holds at the value itself, and not only right above it.
    public let isAttained: Bool
    /// How far it goes on holding without a break.
    public let until: Rational
  }

  /// Looks for the smallest value.
  ///
  /// - Parameter text: the claim; nil for the recorded outcome, or that there is a core.
  /// - Throws: ``LaboratoryError`` for games of other forms, claims that are none and numbers that
  ///   are not affine.
  public init(of scenario: Scenario, where text: String?, _ request: ParameterRequest) throws {
    let claim = try FormClaim(text, about: scenario)
    let run = try ParameterRun(scenario, request)
    // The same lines throughout: only whether the claim holds is told apart.
    steps = try StepThresholds(
      "claim", claim.words, run, candidates: claim.candidates(scenario, request)
    ) { try claim.holds(run.evaluated(at: $0)) ? [("holds", true)] : [] }
    parameter = run.name
    self.claim = claim.words
    reach = run.from...run.to
    own = run.values[run.place]
    found = steps.steps.first { !$0.answers.isEmpty }.map {
      Found(value: $0.from, isAttained: $0.holdsFrom, until: $0.to)
    }
  }

  /// The game, the rule and what stays as it is.
  public var title: String { steps.title }
}

extension SmallestValue: ParameterMap {
  private func text(_ value: Rational) -> String {
    steps.isExact ? value.readingText : "~" + value.double.text(digits: 6)
  }

  /// The answer for people.
  public func text(style: TextStyle) -> String {
    var text = style.heading(title) + "\n"
    text += "the smallest \(parameter) from \(reach.lowerBound) to \(reach.upperBound) at which: "
    text += claim + "\n\n"
    guard let found else { return text + "There is none.\n" }
    text +=
      found.isAttained
      ? "It holds from \(parameter) = \(self.text(found.value)) on"
      : "It holds right above \(parameter) = \(self.text(found.value)), not there itself"
    text +=
      found.until == found.value
      ? ", and only there.\n" : ", up to \(self.text(found.until)).\n"
    return text + "The game's own value is \(self.text(own)).\n"
  }

  /// The answer as a table of one row.
  public var table: ResultTable {
    ResultTable(
      columns: ["parameter", "claim", "smallest", "attained", "until"],
      rows: [
        [
          .text(parameter), .text(claim), found.map { number($0.value) } ?? "",
          .text(found.map { $0.isAttained ? "yes" : "no" } ?? ""),
          found.map { number($0.until) } ?? "",
        ]
      ])
  }

  private func number(_ value: Rational) -> ResultTable.Cell {
    .number(value, exact: steps.isExact)
  }

  /// The table for machines.
  public var csv: String { table.csv }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    func number(_ value: Rational) -> JSONValue { .quantity(value, exact: steps.isExact) }
    return [
      "format": 1, "question": "smallest", "game": .string(steps.run.scenario.id),
      "parameter": .string(parameter), "claim": .string(claim),
      "smallest": found.map { number($0.value) } ?? .null,
      "attained": found.map { JSONValue.bool($0.isAttained) } ?? .null,
      "until": found.map { number($0.until) } ?? .null,
      "reach": [number(reach.lowerBound), number(reach.upperBound)],
    ]
  }
}
