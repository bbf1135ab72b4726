import Arithmetic
import Scenarios

extension HypergameForm: Playable {
  private func play(_ setting: Setting) -> StrategicPlay {
    StrategicPlay(
      actors: setting.scenario.actors, strategies: truth.strategies, isOrdinal: truth.ordinal)
  }

  func rules(in setting: Setting) -> [Sheet.Section] { truth.rules(in: setting) }

  /// What the actor believes of everyone, true or not: that is its knowledge here.
  func knowledge(of actor: Int, in setting: Setting) -> [Sheet.Section] {
    let play = play(setting)
    var sections = play.knowledge(of: actor) { profile in
      setting.gain(of: actor, inCell: cell(at: profile, seenBy: actor))
    }
    let others = setting.scenario.actors.indices.filter { $0 != actor }
    let beliefs = others.map { other in
      var table = play.worths(of: other) { profile in
        setting.gain(of: other, inCell: cell(at: profile, seenBy: actor))
      }
      let name = setting.scenario.actors[other].name
      table.columns = ["if"] + truth.strategies[other].map { "and \(name) \($0.key)" }
      table.caption = "What you believe it is worth to \(name)"
      return table
    }
    sections.append(
      Sheet.Section(
        "What you believe of the others",
        paragraphs: ["You may be mistaken, and they may be mistaken about you."], tables: beliefs))
    return sections
  }

  func slips(in setting: Setting) -> [Sheet.Slip] { play(setting).slips(copies: 2) }

  /// The cell of a profile as an actor takes it to be.
  private func cell(at profile: [Int], seenBy actor: Int) -> Int {
    let cell = truth.index(of: profile)
    let view = views.firstIndex { $0.actor == actor && $0.cell == cell }
    return view.map { truth.cells.count + $0 } ?? cell
  }
}
