import Scenarios

extension RepeatedForm: Playable {
  private func play(_ setting: Setting) -> StrategicPlay {
    StrategicPlay(
      actors: setting.scenario.actors, strategies: stage.strategies, isOrdinal: stage.ordinal)
  }

  func rules(in setting: Setting) -> [Sheet.Section] {
    let length =
      periods.map { "There are \($0) rounds, and everyone knows it." }
      ?? "After each round chance decides whether there is another; nobody knows which is the last."
    return [
      play(setting).choices,
      Sheet.Section(
        "How it is played",
        paragraphs: [
          "The same is played again and again. In each round everyone fills in a slip in secret, and "
            + "all slips are turned over at once. " + length
        ]),
    ]
  }

  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    var sections = play(setting).knowledge(of: actor) {
      setting.gain(of: actor, inCell: stage.index(of: $0))
    }
    if let first = sections.indices.first {
      sections[first].paragraphs.append("These are the points of one round; they add up.")
      let factor = setting.evaluated.numbers[actor]
      sections[first].paragraphs.append(
        "A point in the next round is worth \(factor.readingText) of a point now.")
    }
    return sections
  }

  func slips(in setting: Setting) -> [Sheet.Slip] { play(setting).slips(copies: 6) }
}
