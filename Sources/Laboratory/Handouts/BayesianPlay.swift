import Arithmetic
import GameForms
import Scenarios

extension BayesianForm: Playable {
  func rules(in setting: Setting) -> [Sheet.Section] {
    let actors = setting.scenario.actors
    let draws = types.map(\.count)
    var table = ResultTable(columns: actors.map(\.name) + ["probability"])
    for (index, probability) in setting.evaluated.numbers.enumerated() {
      let draw = StrategicGame.profiles(of: draws)[index]
      table.rows.append(
        zip(types, draw).map { .text($0[$1]) } + [setting.cell(probability)])
    }
    return [
      StrategicPlay(actors: actors, strategies: strategies, isOrdinal: false).choices,
      Sheet.Section(
        "How it is played",
        paragraphs: [
          "The facilitator draws what kind each side is and shows it to that side alone. Then "
            + "everyone fills in a slip in secret, and all slips are turned over at once.",
          "How likely each draw is:",
        ], tables: [table]),
    ]
  }

  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    let actors = setting.scenario.actors
    let play = StrategicPlay(actors: actors, strategies: strategies, isOrdinal: false)
    let draws = types.map(\.count)
    let perDraw = strategies.reduce(1) { $0 * $1.count }
    let shape = strategies.map(\.count)
    let tables = StrategicGame.profiles(of: draws).enumerated().map { index, draw in
      let words = zip(actors.indices, draw).filter { types[$0.0].count > 1 }.map {
        ($0 == actor ? "you are" : "\(actors[$0].name) is") + " \(types[$0][$1])"
      }
      return play.worths(
        of: actor, caption: words.isEmpty ? nil : "Where \(Words.list(words))"
      ) { profile in
        let place = zip(profile, shape).reduce(0) { $0 * $1.1 + $1.0 }
        return setting.gain(of: actor, inCell: index * perDraw + place)
      }
    }
    return [Sheet.Section(PlayWords.worth, paragraphs: [play.unit], tables: tables)]
  }

  func slips(in setting: Setting) -> [Sheet.Slip] {
    StrategicPlay(actors: setting.scenario.actors, strategies: strategies, isOrdinal: false)
      .slips(copies: 4)
  }
}
