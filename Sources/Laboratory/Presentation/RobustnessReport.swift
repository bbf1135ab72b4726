import Arithmetic
import Scenarios

/// A claim's robustness, ready to be shown.
public struct RobustnessReport: Sendable {
  /// What was found.
  public let robustness: Robustness
  /// How many single payoffs the text shows.
  static let mostGains = 8

  /// The report of a claim.
  public init(_ robustness: Robustness) { self.robustness = robustness }

  private var setting: Setting { robustness.setting }
  private var scenario: Scenario { setting.scenario }

  /// The report for people.
  public func text(style: TextStyle = .plain) -> String {
    var text = style.heading(setting.title) + "\n"
    for remark in setting.remarks { text += style.marked("note: \(remark)") + "\n" }
    text += "claim: \(robustness.claim.words(in: scenario, robustness.form))\n\n"
    text += "At these values it \(robustness.holds ? "holds" : "does not hold").\n"
    text += radiusSentence + "\n"
    text += "In the box of parameter ranges it holds in \(robustness.share.text).\n"
    if case .unknown(let reason) = robustness.share { text += "Not known: \(reason)\n" }
    if robustness.holds { text += boxSentence + "\n" }
    if case .box(let box) = robustness.box { text += "\n" + boxTable(box).text(style: style) }
    if !robustness.parameters.isEmpty {
      text +=
        "\n"
        + table(robustness.parameters, caption: "Parameters, one at a time")
        .text(style: style)
    }
    if let omission = robustness.omission {
      text += "\n" + omission + "\n"
    } else {
      var gains = table(
        Array(tipping.prefix(Self.mostGains)), caption: "Single payoffs, one at a time")
      if tipping.isEmpty { gains.notes.append("No single payoff tips it within reach.") }
      if tipping.count > Self.mostGains {
        gains.notes.append("\(tipping.count - Self.mostGains) more tip it: --format csv lists all.")
      }
      text += "\n" + gains.text(style: style)
    }
    return text
  }

  private var tipping: [Robustness.Judgment] { robustness.gains.filter { $0.tips != nil } }

  private var radiusSentence: String {
    guard let radius = robustness.radius else {
      return robustness.holds
        ? "No error of the payoffs, however large, was found to end it, or the rule sets no bound."
        : "For this claim no error of all payoffs at once is worked out."
    }
    let size = setting.isExact ? radius.size.readingText : "~" + radius.size.double.text(digits: 6)
    let turns = radius.turns.map { robustness.form.name(ofCell: $0) }
    let tips =
      "\(scenario.actors[radius.actor].name) is nearest to tipping, between "
      + "\(turns.joined(separator: " and "))"
    return radius.isExact
      ? "It stays so while no payoff is off by more than \(size): \(tips)."
      : "It stays so at least while every payoff is off by less than \(size): \(tips)."
  }

  private var boxSentence: String {
    switch robustness.box {
    case .none(let reason): "No box of all numbers together: \(reason)."
    case .box(let box):
      "All numbers may be wrong at once by \(box.part.double.percentText) of their scales."
    }
  }

  private func boxTable(_ box: RobustBox) -> ResultTable {
    var table = ResultTable(
      caption: "The largest box in which it stays so", columns: ["number", "from", "to"])
    for side in box.parameters {
      table.rows.append([.text(side.name), setting.cell(side.from), setting.cell(side.to)])
    }
    if let error = box.payoffs {
      table.rows.append(["every payoff, off by", setting.cell(-error), setting.cell(error)])
    }
    if let restriction = box.restriction { table.notes.append("\(restriction).") }
    return table
  }

  private var boxJSON: JSONValue {
    switch robustness.box {
    case .none(let reason): ["reason": .string(reason)]
    case .box(let box):
      [
        "part": setting.json(box.part), "payoffs": box.payoffs.map(setting.json) ?? .null,
        "parameters": .array(
          box.parameters.map {
            [
              "name": .string($0.name), "from": setting.json($0.from), "to": setting.json($0.to),
            ]
          }),
        "reason": box.restriction.map(JSONValue.string) ?? .null,
      ]
    }
  }

  private func name(_ subject: Robustness.Subject) -> String {
    switch subject {
    case .parameter(let name): name
    case .gain(let actor, let profile):
      "\(scenario.actors[actor].key) at \(robustness.form.name(ofCell: profile))"
    }
  }

  private func table(_ judgments: [Robustness.Judgment], caption: String?) -> ResultTable {
    var table = ResultTable(
      caption: caption, columns: ["number", "is", "tips at", "change", "part of its reach"])
    for judgment in judgments {
      let change = judgment.tips.map { $0 - judgment.value }
      table.rows.append([
        .text(name(judgment.subject)), setting.cell(judgment.value),
        judgment.tips.map(setting.cell)
          ?? .text(
            judgment.unknown == nil
              ? "never from \(judgment.reach.lowerBound) to \(judgment.reach.upperBound)"
              : "not known"),
        change.map(setting.cell) ?? "", judgment.part.map { .text($0.double.percentText) } ?? "",
      ])
      if let unknown = judgment.unknown { table.notes.append("Not known: \(unknown)") }
    }
    return table
  }

  /// All numbers as one table.
  public var csv: String {
    var table = ResultTable(columns: [
      "kind", "number", "value", "tips-at", "from", "to", "unknown",
    ])
    for (kind, list) in [("parameter", robustness.parameters), ("gain", robustness.gains)] {
      for judgment in list {
        table.rows.append([
          .text(kind), .text(name(judgment.subject)), setting.cell(judgment.value),
          judgment.tips.map(setting.cell) ?? "", setting.cell(judgment.reach.lowerBound),
          setting.cell(judgment.reach.upperBound), .text(judgment.unknown ?? ""),
        ])
      }
    }
    return table.csv
  }

  /// Both tables.
  public var latex: String {
    [
      table(robustness.parameters, caption: "\(setting.title): parameters"),
      table(tipping, caption: "\(setting.title): payoffs"),
    ].map(\.latex).joined(separator: "\n")
  }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    [
      "format": 1, "game": setting.json,
      "claim": .string(robustness.claim.words(in: scenario, robustness.form)),
      "holds": .bool(robustness.holds), "share": robustness.share.json,
      "radius": robustness.radius.map { radius in
        [
          "size": setting.json(radius.size), "exact": .bool(radius.isExact),
          "actor": .string(scenario.actors[radius.actor].key),
          "between": .array(radius.turns.map { setting.json(profile: $0) }),
        ]
      } ?? .null,
      "box": boxJSON,
      "parameters": .array(robustness.parameters.map(json)),
      "gains": .array(robustness.gains.map(json)),
    ]
  }

  private func json(_ judgment: Robustness.Judgment) -> JSONValue {
    let subject: [JSONValue.Member] =
      switch judgment.subject {
      case .parameter(let name): [.init("parameter", .string(name))]
      case .gain(let actor, let profile):
        [
          .init("actor", .string(scenario.actors[actor].key)),
          .init("profile", setting.json(profile: profile)),
        ]
      }
    return .object(
      subject + [
        .init("value", setting.json(judgment.value)),
        .init("tipsAt", judgment.tips.map(setting.json) ?? .null),
        .init(
          "reach",
          [setting.json(judgment.reach.lowerBound), setting.json(judgment.reach.upperBound)]),
        .init("unknown", judgment.unknown.map(JSONValue.string) ?? .null),
      ])
  }
}
