import Arithmetic
import Scenarios

extension ExtensiveForm: Playable {
  func rules(in setting: Setting) -> [Sheet.Section] {
    let actors = setting.scenario.actors
    var items: [String] = []
    for index in nodes.indices {
      let path = keys(of: self.path(to: index))
      let when = path.isEmpty ? "First" : "After \(path.joined(separator: ", "))"
      switch nodes[index].kind {
      case .decision(let set):
        items.append(
          "\(when): \(actors[sets[set].actor].name) chooses "
            + Words.list(sets[set].actions, "or"))
      case .chance(let moves):
        let odds = moves.map { move in
          setting.value(of: move.probability).map { "\(move.key) (\($0.shortText))" } ?? move.key
        }
        items.append("\(when): chance decides: \(Words.list(odds, "or"))")
      case .end: break
      }
    }
    if items.count > PlayWords.mostRows {
      items = [PlayWords.tooLong(items.count, "moves")]
    }
    return [
      Sheet.Section(
        "Who moves when",
        paragraphs: [
          "One after another: whoever moves tells the facilitator, who tells those who may know."
        ], items: items)
    ]
  }

  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    let known = sets.filter { $0.actor == actor }.compactMap { set in
      set.meaning.map { "\(set.key): \($0)" }
    }
    var table = ResultTable(columns: ["if it goes", "points for you"])
    for index in nodes.indices {
      guard case .end(let cell) = nodes[index].kind else { continue }
      let path = keys(of: self.path(to: index)).joined(separator: ", ")
      table.rows.append([.text(path), setting.gain(of: actor, inCell: cell)])
    }
    if table.rows.count > PlayWords.mostRows {
      return [
        Sheet.Section("What you know when you move", items: known),
        Sheet.Section(
          PlayWords.worth, paragraphs: [PlayWords.tooLong(table.rows.count, "ends")]),
      ]
    }
    return [
      Sheet.Section("What you know when you move", items: known),
      Sheet.Section(
        PlayWords.worth, paragraphs: ["Points gained over the status quo."], tables: [table]),
    ]
  }

  func slips(in setting: Setting) -> [Sheet.Slip] {
    setting.scenario.actors.indices.flatMap { actor in
      var seen: [[String]] = []
      for set in sets where set.actor == actor && !seen.contains(set.actions) {
        seen.append(set.actions)
      }
      return seen.map { actions in
        Sheet.Slip(
          title: "Move of \(setting.scenario.actors[actor].name)",
          fields: [.blank("Knowing that"), .choice("We choose", actions), .blank("Signed")],
          copies: 2)
      }
    }
  }
}
