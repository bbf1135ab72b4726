import Equilibria
import RelativeGains
import Scenarios

/// Solutions of one game, ready to be shown.
public struct SolutionReport: Sendable {
  /// The game and its conditions.
  public let setting: Setting
  /// What was asked and answered.
  public let solutions: [Solution]

  /// The report of these solutions.
  public init(_ setting: Setting, _ solutions: [Solution]) {
    self.setting = setting
    self.solutions = solutions
  }

  /// Whether a limit cut any of the answers short.
  public var isCutShort: Bool {
    solutions.contains { if case .limit = $0.status { true } else { false } }
  }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    [
      "format": 1, "game": setting.json,
      "solutions": .array(solutions.map { $0.json(in: setting) }),
    ]
  }

  /// The solutions for people.
  public func text(style: TextStyle = .plain) -> String {
    var text = style.heading(setting.title) + "\n"
    for remark in setting.remarks { text += style.marked("note: \(remark)") + "\n" }
    for solution in solutions {
      let rounded =
        solution.isExact ? "" : setting.isExact ? "; floating point" : "; of rounded payoffs"
      text += "\n" + style.heading(solution.concept)
      text += style.faint(": \(solution.status.words); \(solution.method)\(rounded)") + "\n"
      text += solution.answer.tables(in: solution.seen ?? setting).map { $0.text(style: style) }
        .joined(separator: "\n")
    }
    return text
  }

  /// One CSV table a concept, an empty line between; the concept is the first column.
  public var csv: String {
    solutions.map { solution in
      var table = solution.answer.csv(in: solution.seen ?? setting)
      table.columns.insert("concept", at: 0)
      table.rows = table.rows.map { [.text(solution.concept)] + $0 }
      return table.csv
    }.joined(separator: "\n")
  }

  /// The tables as LaTeX.
  public var latex: String {
    solutions.map { solution in
      solution.answer.tables(in: solution.seen ?? setting).map { table in
        var table = table
        table.caption = [setting.title, solution.concept, table.caption]
          .compactMap { $0 }.joined(separator: ": ")
        return table.latex
      }.joined(separator: "\n")
    }.joined(separator: "\n")
  }
}

extension Setting {
  /// `Title (family/id), rule snidal, r = 1/4`.
  public var title: String { scenario.title(under: relativeGains.rule, with: parameters) }

  /// The game as JSON names it: id, title, form, actors, parameter values and rule.
  public var json: JSONValue { scenario.json(rule: relativeGains.rule, parameters: parameters) }
}

extension Scenario {
  /// The game as JSON has it everywhere: id, title, form, actors, rule, and the parameters that have
  /// one value.
  func json(rule: RelativeGainsRule, parameters: [Setting.ParameterValue]) -> JSONValue {
    [
      "id": .string(id), "title": .string(title), "form": .string(form.name),
      "actors": .array(actors.map { .string($0.key) }),
      "parameters": .object(parameters.map { .init($0.name, .quantity($0.value)) }),
      "rule": .string(rule.rawValue),
    ]
  }
}

extension Solution {
  /// The solution as JSON.
  func json(in setting: Setting) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("concept", .string(concept)), .init("method", .string(method)),
      .init("arithmetic", isExact ? "exact" : "floating"), .init("status", .string(status.name)),
    ]
    if case .limit(let limit) = status { members.append(.init("limit", .string(limit))) }
    return .object(members + answer.json(in: seen ?? setting))
  }
}
