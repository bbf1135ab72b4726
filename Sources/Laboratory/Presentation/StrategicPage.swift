import Equilibria
import GameForms
import RelativeGains
import Scenarios

extension StrategicForm: Paged {
  func page(in setting: Setting) -> any FormPage { StrategicPage(setting: setting) }
}

/// A strategic game: its strategies in words, and a matrix with best replies marked.
struct StrategicPage: FormPage {
  let setting: Setting

  private var scenario: Scenario { setting.scenario }

  func choices(_ style: TextStyle) -> [String] {
    let described = zip(scenario.actors, setting.strategies).compactMap { actor, strategies in
      let lines = strategies.compactMap { strategy in
        strategy.description.map { GamePage.item("\(actor.name), \(strategy.key): \($0)") }
      }
      return lines.isEmpty ? nil : lines.joined()
    }
    return described.isEmpty ? [] : [style.heading("Strategies") + "\n" + described.joined()]
  }

  func game(_ style: TextStyle) -> String {
    let gains = MatrixText(setting: setting, game: setting.gains)
      .tables(caption: setting.isOrdinal ? "Ranks" : "Absolute gains")
    var text: String
    if setting.relativeGains.rule == .none {
      text = gains.map { $0.text(style: style) }.joined(separator: "\n")
    } else {
      let utilities = MatrixText(setting: setting, game: setting.utilities)
        .tables(caption: "Utilities under rule \(setting.relativeGains.rule.rawValue)")
      text = zip(gains, utilities).map { left, right in
        // Escape sequences would count as columns here.
        MatrixText.sideBySide([left.text(), right.text()], width: GamePage.width)
      }.joined(separator: "\n")
    }
    text += style.faint(MatrixText.legend(hasOutcome: scenario.outcome != nil)) + "\n"
    return text
  }

  var tables: [ResultTable] {
    var tables = MatrixText(setting: setting, game: setting.gains)
      .tables(caption: "\(setting.title): absolute gains")
    if setting.relativeGains.rule != .none {
      tables += MatrixText(setting: setting, game: setting.utilities)
        .tables(caption: "\(setting.title): utilities")
    }
    return tables
  }

  var json: [JSONValue.Member] {
    let actors = scenario.actors
    let payoffs = scenario.form.cells.indices.map { index -> JSONValue in
      let best = actors.indices.filter { setting.utilities.isBestReply(of: $0, at: index) }
      var members: [JSONValue.Member] = [.init("profile", setting.json(profile: index))]
      members += setting.members(ofCell: index)
      members.insert(
        .init("bestReplies", .array(best.map { .string(actors[$0].key) })), at: 3)
      return .object(members)
    }
    let strategies = zip(actors, setting.strategies).map { actor, strategies in
      JSONValue.Member(
        actor.key,
        .object(strategies.map { .init($0.key, $0.description.map(JSONValue.string) ?? .null) }))
    }
    return [
      .init("strategies", .object(strategies)), .init("ordinal", .bool(setting.isOrdinal)),
      .init("payoffs", .array(payoffs)),
    ]
  }

  var csv: ResultTable {
    ResultTable(
      columns: scenario.actors.map(\.key) + setting.payoffColumns,
      rows: scenario.form.cells.indices.map {
        setting.cells(profile: $0) + setting.payoffCells(ofCell: $0)
      })
  }
}
