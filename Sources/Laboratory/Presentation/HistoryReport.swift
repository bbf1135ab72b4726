import Arithmetic
import Scenarios

/// The histories of many games, with those that could not be held against their model.
public struct HistoryReport: Sendable {
  /// One a game with a recorded outcome.
  public let histories: [History]

  /// The report of these histories.
  public init(_ histories: [History]) { self.histories = histories }

  /// A JSON array, one object a game.
  public var json: JSONValue { .array(histories.map(\.json)) }

  /// One row a game.
  public var table: ResultTable {
    var table = ResultTable(columns: [
      "game", "recorded outcome", "at defaults", "in the box", "at defaults, absolute",
      "in the box, absolute",
    ])
    for history in histories {
      table.rows.append([
        .text(history.scenario.path), .text(history.scenario.form.words(of: history.outcome)),
        .text(history.withRule.words),
        .text(history.withRule.share.text),
        .text(history.absolute.words),
        .text(history.absolute.share.text),
      ])
    }
    table.notes = [
      "In the box: the share of the box of parameter ranges in which the outcome is an equilibrium.",
      "Absolute: the same with relative gains off.",
    ]
    if histories.contains(where: { $0.scenario.form is BargainingForm }) {
      table.notes.append(
        "Of bargaining: an agreement is allowed for where all accept it and none is better for "
          + "all, no agreement where there is none that all accept.")
    }
    if histories.contains(where: { $0.scenario.form is DivisionForm }) {
      table.notes.append(
        "Of divisions: allowed for where all accept it and no other harms nobody and helps someone."
      )
    }
    let isSampled = histories.contains { history in
      [history.withRule, history.absolute].contains {
        if case .sampled = $0.share { true } else { false }
      }
    }
    for history in histories {
      for case .unknown(let reason) in [history.withRule.share, history.absolute.share] {
        let note = "Not known: \(reason)"
        if !table.notes.contains(note) { table.notes.append(note) }
      }
    }
    if isSampled { table.notes.append("~ counted at \(ParameterShare.points) Sobol points.") }
    return table
  }

  /// One row a game, numbers for machines.
  public var csv: String {
    var table = ResultTable(columns: [
      "id", "outcome", "at-defaults", "share", "share-exact", "points", "absolute-at-defaults",
      "absolute-share", "absolute-share-exact", "absolute-points",
    ])
    func cells(_ verdict: History.Verdict) -> [ResultTable.Cell] {
      let share = verdict.share
      let exact: ResultTable.Cell
      if case .exact(let value) = share { exact = .text(value.description) } else { exact = "" }
      return [
        .text(verdict.atDefaults ? "true" : "false"),
        .text(share.double.map(\.shortestText) ?? ""), exact,
        share.points.map { .count($0) } ?? "",
      ]
    }
    for history in histories {
      table.rows.append(
        [.text(history.scenario.path), .text(history.scenario.form.words(of: history.outcome))]
          + cells(history.withRule) + cells(history.absolute))
    }
    return table.csv
  }
}

extension History {
  /// The object of one game.
  var json: JSONValue {
    [
      "id": .string(scenario.id), "family": scenario.family.map(JSONValue.string) ?? .null,
      "title": .string(scenario.title),
      "outcome": scenario.json(outcome: outcome),
      "rule": .string(scenario.relativeGains.rule.rawValue),
      "equilibriumAtDefaults": .bool(withRule.atDefaults),
      "verdict": .string(withRule.words),
      "share": withRule.share.json,
      "absolute": [
        "equilibriumAtDefaults": .bool(absolute.atDefaults),
        "verdict": .string(absolute.words), "share": absolute.share.json,
      ],
    ]
  }
}

extension ParameterShare {
  /// The share as a number between 0 and 1, nil if it is not known.
  var double: Double? {
    switch self {
    case .exact(let share): share.double
    case .sampled(let hits, let points): Double(hits) / Double(points)
    case .unknown: nil
    }
  }

  /// How many points were counted, nil where none were.
  var points: Int? {
    if case .sampled(_, let points) = self { points } else { nil }
  }

  /// `{"value": "1/3", "method": "exact"}`.
  var json: JSONValue {
    switch self {
    case .exact(let share): ["value": .quantity(share), "method": "exact"]
    case .sampled(let hits, let points):
      [
        "value": .number(Double(hits) / Double(points)), "method": "sobol",
        "points": .integer(points),
      ]
    case .unknown(let reason): ["value": .null, "method": "unknown", "reason": .string(reason)]
    }
  }

  /// `33.3 % (1/3)`, `~41.2 %`.
  var text: String {
    switch self {
    case .exact(let share):
      share.isInteger
        ? share.double.percentText : "\(share.double.percentText) (\(share.shortText))"
    case .sampled(let hits, let points): "~" + (Double(hits) / Double(points)).percentText
    case .unknown: "not known"
    }
  }
}
