import Arithmetic
import Scenarios

/// What the page of a game shows of its form: the rest is the same for every form.
protocol FormPage {
  /// The game and its conditions.
  var setting: Setting { get }
  /// Sections on what the actors may do, each with its heading.
  func choices(_ style: TextStyle) -> [String]
  /// The game itself: matrices, a tree, a list of outcomes.
  func game(_ style: TextStyle) -> String
  /// Why the payoffs are what they are, where a list of cells would not say; nil for that list.
  func reasons(_ style: TextStyle) -> [String]?
  /// What the form adds to the page's JSON object.
  var json: [JSONValue.Member] { get }
  /// The tables that go into LaTeX.
  var tables: [ResultTable] { get }
  /// One row an outcome.
  var csv: ResultTable { get }
}

extension FormPage {
  /// The list of cells.
  func reasons(_ style: TextStyle) -> [String]? { nil }
}

/// A form with a page of its own.
protocol Paged: GameForm {
  /// The page.
  func page(in setting: Setting) -> any FormPage
}

/// The page of a form without one of its own: a list of what may come about.
struct CellsPage: FormPage {
  let setting: Setting

  func choices(_ style: TextStyle) -> [String] { [] }

  func game(_ style: TextStyle) -> String {
    tables.map { $0.text(style: style) }.joined(separator: "\n")
  }

  var tables: [ResultTable] {
    let names = setting.scenario.actors.map(\.name)
    let showsUtilities = setting.relativeGains.rule != .none
    let form = setting.scenario.form
    return [
      ResultTable(
        columns: [type(of: form).outcomeKey] + names.map { "gain of \($0)" }
          + (showsUtilities ? names.map { "utility of \($0)" } : []),
        rows: form.cells.indices.map { index in
          [.text(form.name(ofCell: index))] + setting.gains(ofCell: index).map(setting.cell)
            + (showsUtilities ? setting.utilities(ofCell: index).map(setting.cell) : [])
        })
    ]
  }

  var json: [JSONValue.Member] {
    let form = setting.scenario.form
    let outcomes = form.cells.indices.map { index -> JSONValue in
      .object(
        [JSONValue.Member("outcome", .string(form.name(ofCell: index)))]
          + setting.members(ofCell: index))
    }
    return [.init("outcomes", .array(outcomes))]
  }

  var csv: ResultTable {
    let form = setting.scenario.form
    return ResultTable(
      columns: [type(of: form).outcomeKey] + setting.payoffColumns,
      rows: form.cells.indices.map { index in
        [.text(form.name(ofCell: index))] + setting.payoffCells(ofCell: index)
      })
  }
}

// What comes of one cell of the form.
extension Setting {
  /// Each actor's absolute gain.
  func gains(ofCell index: Int) -> [Rational] {
    let actors = scenario.actors.count
    return Array(evaluated.gains[(index * actors)..<((index + 1) * actors)])
  }

  /// What each actor makes of it under the rule.
  func utilities(ofCell index: Int) -> [Rational] {
    let actors = scenario.actors.count
    return Array(evaluated.utilities[(index * actors)..<((index + 1) * actors)])
  }

  /// `gains`, `utilities`, `expressions`, `because` and `source`.
  func members(ofCell index: Int) -> [JSONValue.Member] {
    let cell = scenario.form.cells[index]
    return [
      .init("gains", json(perActor: gains(ofCell: index))),
      .init("utilities", json(perActor: utilities(ofCell: index))),
      .init(
        "expressions",
        .object(zip(scenario.actors, cell.gains).map { .init($0.key, .string($1.text)) })),
      .init("because", cell.because.map(JSONValue.string) ?? .null),
      .init("source", cell.source.map(JSONValue.string) ?? .null),
    ]
  }

  /// The columns of ``payoffCells(ofCell:)``.
  var payoffColumns: [String] {
    let keys = scenario.actors.map(\.key)
    return keys.map { "gain.\($0)" } + keys.map { "utility.\($0)" } + ["because", "source"]
  }

  /// Gains, utilities, reason and source, one a column.
  func payoffCells(ofCell index: Int) -> [ResultTable.Cell] {
    let cell = scenario.form.cells[index]
    return (gains(ofCell: index) + utilities(ofCell: index)).map(self.cell)
      + [.text(cell.because ?? ""), .text(cell.source ?? "")]
  }
}
