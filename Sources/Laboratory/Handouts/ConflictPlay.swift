import Arithmetic
import GameForms
import Scenarios

extension ConflictForm: Playable {
  func rules(in setting: Setting) -> [Sheet.Section] {
    let actors = setting.scenario.actors
    var items = options.map { option in
      "\(actors[option.actor].name): " + PlayWords.item(option.key, option.description)
    }
    for rule in irreversible {
      items.append(
        "Cannot be undone: \(options[rule.option].key) once it is "
          + (rule.staysTaken ? "taken" : "not taken"))
    }
    let places = options.enumerated().map { "letter \($0 + 1): \($1.key)" }
    var talk = [
      "A state is a row of letters, Y or N, one an option: \(Words.list(places)). In turn each may "
        + "change its own letters or pass; nobody moves twice in a row. It is over when all pass."
    ]
    if let quo = statusQuo {
      talk.append("It starts from \(name(ofState: quo)), \(pattern(ofState: quo)).")
    }
    let impossible = infeasible.map { "Cannot be: \($0.pattern.text)" }
    return [
      Sheet.Section("Options", items: items),
      Sheet.Section("How it is played", paragraphs: talk, items: impossible),
    ]
  }

  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    let ranks: [Int]
    switch preferences {
    case .orders: ranks = graph(of: setting.evaluated).preferences[actor].ranks
    case .gains(let gains):
      // Before the rule: what others gain is not for this sheet.
      let count = setting.scenario.actors.count
      ranks =
        PreferenceOrder(
          values: gains.entry.map { setting.evaluated.gains[$0 * count + actor] }, muchAt: nil
        ).ranks
    }
    let order = ranks.indices.sorted { ranks[$0] == ranks[$1] ? $0 < $1 : ranks[$0] > ranks[$1] }
    let hasNames = !named.isEmpty
    var table = ResultTable(
      columns: ["place", "state"] + (hasNames ? ["name", "meaning"] : []))
    for state in order.prefix(PlayWords.mostRows) {
      let known = named.first { $0.state == state }
      table.rows.append(
        [
          .count(ranks.count { $0 > ranks[state] } + 1), .text(pattern(ofState: state)),
        ]
          + (hasNames
            ? [.text(known?.key ?? ""), .several(GamePage.lines(known?.description ?? "", 50))]
            : []))
    }
    var words = ["How you order the states, the best for you first; equal places are as good."]
    if ranks.count > PlayWords.mostRows {
      words.append("The best \(PlayWords.mostRows) of \(ranks.count).")
    }
    return [Sheet.Section("What you want", paragraphs: words, tables: [table])]
  }

  func slips(in setting: Setting) -> [Sheet.Slip] {
    let actors = setting.scenario.actors
    return [
      Sheet.Slip(
        title: "Move",
        fields: [.choice("Side", actors.map(\.name))]
          + options.map { .choice($0.key, ["Y", "N", "as it is"]) } + [.blank("New state")],
        copies: 6)
    ]
  }
}
