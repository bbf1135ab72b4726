import Arithmetic
import Equilibria
import GameForms
import RelativeGains
import Scenarios

/// A game as a reader meets it: story, parameters, payoffs with their reasons, sources.
public struct GamePage: Sendable {
  /// The game and its conditions.
  public let setting: Setting
  /// Columns of a terminal that text may fill.
  static let width = 100

  /// The page of a game.
  public init(_ setting: Setting) { self.setting = setting }

  private var scenario: Scenario { setting.scenario }

  /// The page for people.
  ///
  /// - Parameter brief: leave out story, reasons and sources.
  public func text(style: TextStyle = .plain, brief: Bool = false) -> String {
    var sections = [style.heading(setting.title) + "\n"]
    if !setting.remarks.isEmpty {
      sections[0] += setting.remarks.map { style.marked("note: \($0)") + "\n" }.joined()
    }
    if !brief { sections += background(style) }
    sections.append(matrices(style))
    if !brief { sections += reasons(style) }
    return sections.joined(separator: "\n")
  }

  private func background(_ style: TextStyle) -> [String] {
    var sections: [String] = []
    if let story = scenario.story {
      let when = scenario.when.map { "\($0): " } ?? ""
      sections.append((when + story).wrapped(to: Self.width).joined(separator: "\n") + "\n")
    }
    if scenario.actors.contains(where: { $0.wants != nil || $0.fears != nil }) {
      var lines = ""
      for actor in scenario.actors {
        let wants = actor.wants.map { "wants \($0)" }
        let fears = actor.fears.map { "fears \($0)" }
        let words = [wants, fears].compactMap { $0 }.joined(separator: "; ")
        if !words.isEmpty { lines += Self.item("\(actor.name): \(words)") }
      }
      sections.append(style.heading("Actors") + "\n" + lines)
    }
    if !scenario.parameters.isEmpty {
      sections.append(style.heading("Parameters") + "\n" + parameterTable.text(style: style))
    }
    let described = zip(scenario.actors, setting.form.strategies).compactMap { actor, strategies in
      let lines = strategies.compactMap { strategy in
        strategy.description.map { Self.item("\(actor.name), \(strategy.key): \($0)") }
      }
      return lines.isEmpty ? nil : lines.joined()
    }
    if !described.isEmpty {
      sections.append(style.heading("Strategies") + "\n" + described.joined())
    }
    return sections
  }

  private var parameterTable: ResultTable {
    ResultTable(
      columns: ["name", "value", "range", "meaning", "source"],
      rows: zip(scenario.parameters, setting.parameters).map { parameter, set in
        [
          .text(parameter.name), .number(set.value, exact: true),
          .text(parameter.range.map { "[\($0.lowerBound), \($0.upperBound)]" } ?? "-"),
          .several(Self.lines(parameter.meaning, 50)), .several(Self.lines(parameter.source, 30)),
        ]
      })
  }

  private func matrices(_ style: TextStyle) -> String {
    let gains = MatrixText(setting: setting, game: setting.gains)
      .tables(caption: setting.form.ordinal ? "Ranks" : "Absolute gains")
    var text: String
    if setting.relativeGains.rule == .none {
      text = gains.map { $0.text(style: style) }.joined(separator: "\n")
    } else {
      let utilities = MatrixText(setting: setting, game: setting.utilities)
        .tables(caption: "Utilities under rule \(setting.relativeGains.rule.rawValue)")
      text = zip(gains, utilities).map { left, right in
        // Escape sequences would count as columns here.
        MatrixText.sideBySide([left.text(), right.text()], width: Self.width)
      }.joined(separator: "\n")
    }
    text += style.faint(MatrixText.legend(hasOutcome: scenario.outcome != nil)) + "\n"
    return text
  }

  private func reasons(_ style: TextStyle) -> [String] {
    var sections: [String] = []
    if setting.form.cells.contains(where: { $0.because != nil || $0.source != nil }) {
      var table = ResultTable(columns: ["profile", "gains", "because", "source"])
      for (index, cell) in setting.form.cells.enumerated() {
        table.rows.append([
          .text(scenario.text(profile: setting.form.profile(at: index))),
          .text(cell.gains.map(\.text).joined(separator: ", ")),
          .several(Self.lines(cell.because, 50)), .several(Self.lines(cell.source, 30)),
        ])
      }
      sections.append(style.heading("Why these payoffs") + "\n" + table.text(style: style))
    }
    if let outcome = scenario.outcome {
      var words = "(\(scenario.text(profile: outcome.profile)))"
      if let note = outcome.note { words += ": \(note)" }
      if let source = outcome.source { words += " [\(source)]" }
      sections.append(style.heading("What happened") + "\n" + Self.item(words))
    }
    let lists = [
      ("Where the sources disagree", scenario.contradictions),
      ("What the model leaves out", scenario.leavesOut),
      ("Sources", scenario.sources.map { "\($0.short): \($0.full)" }),
    ]
    for (title, items) in lists where !items.isEmpty {
      sections.append(style.heading(title) + "\n" + items.map(Self.item).joined())
    }
    return sections
  }

  /// `- text`, later lines indented.
  private static func item(_ text: String) -> String {
    let lines = text.wrapped(to: width - 2)
    return lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 + "\n" }.joined()
  }

  private static func lines(_ text: String?, _ width: Int) -> [ResultTable.Cell] {
    (text ?? "-").wrapped(to: width).map { .text($0) }
  }

  /// The payoff tables as LaTeX.
  public var latex: String {
    var tables = MatrixText(setting: setting, game: setting.gains)
      .tables(caption: "\(setting.title): absolute gains")
    if setting.relativeGains.rule != .none {
      tables += MatrixText(setting: setting, game: setting.utilities)
        .tables(caption: "\(setting.title): utilities")
    }
    return tables.map(\.latex).joined(separator: "\n")
  }

  /// One row a profile.
  public var csv: String {
    let keys = scenario.actors.map(\.key)
    var table = ResultTable(
      columns: keys + keys.map { "gain.\($0)" } + keys.map { "utility.\($0)" }
        + ["because", "source"])
    for (index, cell) in setting.form.cells.enumerated() {
      let payoffs = [setting.gains, setting.utilities].flatMap { game in
        keys.indices.map { setting.cell(game.payoff(at: index, of: $0)) }
      }
      table.rows.append(
        setting.cells(profile: index) + payoffs
          + [.text(cell.because ?? ""), .text(cell.source ?? "")])
    }
    return table.csv
  }
}
