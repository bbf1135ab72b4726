import Arithmetic
import GameForms
import Scenarios

/// Strategies chosen all at once, as sheets of paper tell of them.
struct StrategicPlay {
  let actors: [Scenario.Actor]
  let strategies: [[StrategicForm.Strategy]]
  let isOrdinal: Bool

  /// What each may do.
  var choices: Sheet.Section {
    Sheet.Section(
      "What each may do",
      items: zip(actors, strategies).flatMap { actor, list in
        list.map { "\(actor.name): " + PlayWords.item($0.key, $0.description) }
      })
  }

  /// What each profile is worth to one actor: a column for each of its own strategies, a row for
  /// each combination of the others'.
  func worths(of actor: Int, caption: String? = nil, _ gain: ([Int]) -> ResultTable.Cell)
    -> ResultTable
  {
    let others = strategies.indices.filter { $0 != actor }
    var table = ResultTable(
      caption: caption,
      columns: ["if"] + strategies[actor].map { "and you \($0.key)" })
    for choice in StrategicGame.profiles(of: others.map { strategies[$0].count }) {
      let words = zip(others, choice).map { "\(actors[$0].name): \(strategies[$0][$1].key)" }
      table.rows.append(
        [.text(others.isEmpty ? "you choose alone" : words.joined(separator: ", "))]
          + strategies[actor].indices.map { own in
            var profile = Array(repeating: own, count: strategies.count)
            for (other, strategy) in zip(others, choice) { profile[other] = strategy }
            return gain(profile)
          })
    }
    return table
  }

  /// How the numbers are to be read.
  var unit: String {
    isOrdinal
      ? "The numbers are ranks: the higher, the better for you, and nothing more."
      : "Points gained over the status quo."
  }

  /// What one actor knows of its own gains.
  func knowledge(of actor: Int, _ gain: ([Int]) -> ResultTable.Cell) -> [Sheet.Section] {
    let table = worths(of: actor, gain)
    guard table.rows.count <= PlayWords.mostRows else {
      return [
        Sheet.Section(
          PlayWords.worth, paragraphs: [PlayWords.tooLong(table.rows.count, "combinations")])
      ]
    }
    return [Sheet.Section(PlayWords.worth, paragraphs: [unit], tables: [table])]
  }

  /// A slip a player for its choice.
  func slips(copies: Int) -> [Sheet.Slip] {
    zip(actors, strategies).map { actor, list in
      Sheet.Slip(
        title: "Choice of \(actor.name)",
        fields: [.blank("Round"), .choice("We choose", list.map(\.key)), .blank("Signed")],
        copies: copies)
    }
  }
}

extension StrategicForm: Playable {
  private func play(_ setting: Setting) -> StrategicPlay {
    StrategicPlay(
      actors: setting.scenario.actors, strategies: strategies, isOrdinal: ordinal)
  }

  func rules(in setting: Setting) -> [Sheet.Section] {
    [
      play(setting).choices,
      Sheet.Section(
        "How it is played",
        paragraphs: [
          "Talk as long as the facilitator allows. Then everyone fills in a slip in secret, and all "
            + "slips are turned over at once. What was promised before binds nobody."
        ]),
    ]
  }

  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    play(setting).knowledge(of: actor) { setting.gain(of: actor, inCell: index(of: $0)) }
  }

  func slips(in setting: Setting) -> [Sheet.Slip] { play(setting).slips(copies: 2) }
}
