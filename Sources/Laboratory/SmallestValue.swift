public import Arithmetic
import RelativeGains
public import Scenarios

/// The smallest value of a parameter at which a claim about pure equilibria holds: exact.
public struct SmallestValue: Sendable {
  /// The game, the rule and what stays as it is.
  public let title: String
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
  private let thresholds: Thresholds

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
  /// - Throws: as `Thresholds` and `Claim`.
  public init(of scenario: Scenario, where text: String, _ request: ParameterRequest) throws {
    guard let form = scenario.form as? StrategicForm else {
      throw LaboratoryError.wrongForm(
        asked: "ask --smallest", takes: [StrategicForm.name], found: scenario.form.name)
    }
    let claim = try Claim(text, about: scenario, form)
    let run = try ParameterRun(scenario, request)
    let thresholds = try Thresholds(
      of: scenario, parameter: run.name, from: run.from, to: run.to, set: request.set,
      relativeGains: request.relativeGains)
    title = run.title
    parameter = run.name
    self.claim = claim.words(in: scenario, form)
    reach = run.from...run.to
    own = run.values[run.place]
    found = Found(thresholds.map) { claim.holds($0, in: form) }
    self.thresholds = thresholds
  }
}

extension SmallestValue.Found {
  /// The first place of a map where `holds`.
  init?(_ map: ThresholdMap, where holds: ([Int]) -> Bool) {
    // Points and regions in one list; at the same lower end the point comes first.
    typealias Step = (from: Rational, to: Rational, holds: Bool)
    var steps: [Step] = map.points.map { ($0.at, $0.at, holds($0.equilibria)) }
    for region in map.regions { steps.append((region.from, region.to, holds(region.equilibria))) }
    steps.sort { (a: Step, b: Step) -> Bool in a.from != b.from ? a.from < b.from : a.to < b.to }
    guard let first = steps.firstIndex(where: \.holds) else { return nil }
    value = steps[first].from
    // An end of a region that is no point of its own belongs to the region.
    isAttained =
      steps[first].from == steps[first].to || !map.points.contains { $0.at == steps[first].from }
    until = steps[first...].prefix { $0.holds }.last?.to ?? steps[first].to
  }
}

extension SmallestValue: ParameterMap {
  private func text(_ value: Rational) -> String {
    thresholds.isExact ? value.readingText : "~" + value.double.text(digits: 6)
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
    .number(value, exact: thresholds.isExact)
  }

  /// The table for machines.
  public var csv: String { table.csv }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    func number(_ value: Rational) -> JSONValue { .quantity(value, exact: thresholds.isExact) }
    return [
      "format": 1, "question": "smallest", "game": .string(thresholds.scenario.id),
      "parameter": .string(parameter), "claim": .string(claim),
      "smallest": found.map { number($0.value) } ?? .null,
      "attained": found.map { JSONValue.bool($0.isAttained) } ?? .null,
      "until": found.map { number($0.until) } ?? .null,
      "reach": [number(reach.lowerBound), number(reach.upperBound)],
    ]
  }
}
