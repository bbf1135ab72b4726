import Arithmetic
import GameForms
import Scenarios

extension ExtensiveForm: Paged {
  func page(in setting: Setting) -> any FormPage { ExtensivePage(setting: setting, form: self) }
}

/// A tree: who moves, knowing what, and what comes of it.
struct ExtensivePage: FormPage {
  let setting: Setting
  let form: ExtensiveForm

  private var scenario: Scenario { setting.scenario }

  func choices(_ style: TextStyle) -> [String] {
    let described = form.sets.compactMap { set in
      set.meaning.map { GamePage.item("\(set.key) (\(scenario.actors[set.actor].name)): \($0)") }
    }
    return described.isEmpty
      ? [] : [style.heading("What is known") + "\n" + described.joined()]
  }

  func game(_ style: TextStyle) -> String {
    style.heading("The tree") + "\n" + lines.map { $0 + "\n" }.joined() + style.faint(legend)
  }

  private var legend: String {
    let names = Words.list(scenario.actors.map(\.name))
    let rule = setting.relativeGains.rule
    let second = rule == .none ? "" : "; after |, utilities under rule \(rule.rawValue)"
    let outcome = scenario.outcome == nil ? "" : "; ** what happened"
    return "Gains of \(names)\(second)\(outcome).\n"
  }

  /// The tree, one line a node, each level further in.
  private var lines: [String] {
    let recorded = scenario.outcome?.profile
    let probabilities = try? setting.tree().gains
    var depths: [Int] = []
    return form.nodes.indices.map { index in
      let path = form.path(to: index)
      depths.append(path.count)
      var line = String(repeating: "  ", count: max(0, path.count - 1))
      if let action = form.keys(of: path).last {
        line += "- " + action
        if let game = probabilities, let parent = game.nodes[index].parent,
          case .chance(let list) = game.nodes[parent].kind
        {
          line += " (\(list[game.nodes[index].action].shortText))"
        }
        line += ": "
      }
      return line + words(at: index) + (recorded == path ? " **" : "")
    }
  }

  private func words(at node: Int) -> String {
    switch form.nodes[node].kind {
    case .decision(let set):
      let name = scenario.actors[form.sets[set].actor].name
      return form.sets[set].isNamed ? "\(name) [\(form.sets[set].key)]" : name
    case .chance: return "chance"
    case .end(let cell):
      let name = form.cellNames[cell].map { $0 + " " } ?? ""
      let gains = setting.gains(ofCell: cell).map(text).joined(separator: ", ")
      guard setting.relativeGains.rule != .none else { return "\(name)(\(gains))" }
      let utilities = setting.utilities(ofCell: cell).map(text).joined(separator: ", ")
      return "\(name)(\(gains) | \(utilities))"
    }
  }

  private func text(_ number: Rational) -> String {
    setting.isExact ? number.shortText : number.double.text(digits: 6)
  }

  var tables: [ResultTable] {
    var tables = CellsPage(setting: setting).tables
    for index in tables.indices { tables[index].caption = "\(setting.title): ends" }
    return tables
  }

  var json: [JSONValue.Member] {
    let view = try? setting.tree()
    let nodes = form.nodes.indices.map { index -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("path", .array(form.keys(of: form.path(to: index)).map(JSONValue.string)))
      ]
      switch form.nodes[index].kind {
      case .decision(let set):
        members.append(.init("actor", .string(scenario.actors[form.sets[set].actor].key)))
        members.append(.init("set", .string(form.sets[set].key)))
      case .chance(let moves):
        var values = moves.map { _ in Rational.zero }
        if let view, case .chance(let list) = view.gains.nodes[index].kind { values = list }
        members.append(
          .init(
            "chance", .object(zip(moves, values).map { .init($0.key, setting.json($1)) })))
      case .end(let cell):
        members.append(.init("end", .string(form.name(ofCell: cell))))
        members += setting.members(ofCell: cell)
      }
      return .object(members)
    }
    let sets = form.sets.map { set -> JSONValue.Member in
      .init(
        set.key,
        [
          "actor": .string(scenario.actors[set.actor].key),
          "actions": .array(set.actions.map(JSONValue.string)),
          "meaning": set.meaning.map(JSONValue.string) ?? .null,
        ])
    }
    return [.init("sets", .object(sets)), .init("nodes", .array(nodes))]
  }

  var csv: ResultTable { CellsPage(setting: setting).csv }
}

extension Setting {
  /// The tree of a game that is one.
  ///
  /// - Throws: `InputError` where probabilities do not add up to 1.
  func tree() throws(InputError) -> ExtensiveView {
    guard let form = scenario.form as? any TreeForm else {
      throw InputError("a game of form \(scenario.form.name) is no tree")
    }
    return try form.extensiveView(of: evaluated, actors: scenario.actors)
  }
}
