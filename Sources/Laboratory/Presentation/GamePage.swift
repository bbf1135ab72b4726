import Arithmetic
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
    sections.append(page.game(style))
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
    sections += page.choices(style)
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

  private func reasons(_ style: TextStyle) -> [String] {
    let own = page.reasons(style)
    var sections = own ?? []
    let form = scenario.form
    if own == nil, form.cells.contains(where: { $0.because != nil || $0.source != nil }) {
      var table = ResultTable(columns: [type(of: form).outcomeKey, "gains", "because", "source"])
      for (index, cell) in form.cells.enumerated() {
        table.rows.append([
          .several(Self.lines(form.name(ofCell: index), 40)),
          .text(cell.gains.map(\.text).joined(separator: ", ")),
          .several(Self.lines(cell.because, 50)), .several(Self.lines(cell.source, 30)),
        ])
      }
      sections.append(style.heading("Why these payoffs") + "\n" + table.text(style: style))
    }
    if let outcome = scenario.outcome {
      var words = "(\(form.words(of: outcome.profile)))"
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
  static func item(_ text: String) -> String {
    let lines = text.wrapped(to: width - 2)
    return lines.enumerated().map { ($0 == 0 ? "- " : "  ") + $1 + "\n" }.joined()
  }

  static func lines(_ text: String?, _ width: Int) -> [ResultTable.Cell] {
    (text ?? "-").wrapped(to: width).map { .text($0) }
  }

  /// The tables of the game as LaTeX.
  public var latex: String { page.tables.map(\.latex).joined(separator: "\n") }

  /// One row an outcome.
  public var csv: String { page.csv.csv }

  /// What is shown of the form.
  var page: any FormPage {
    (scenario.form as? any Paged)?.page(in: setting) ?? CellsPage(setting: setting)
  }
}
