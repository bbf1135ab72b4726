import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// Maximin and minimax values.
  public static let security = Concept(
    name: "security",
    answers: "What can each actor be sure of whatever the others do, and to what can they hold it?",
    forms: ["strategic"], takes: "any number of actors; the others are taken to act as one",
    method: "linear program solved exactly", source: "von Neumann 1928",
    limits: "about \(Int(WorkEstimate.mostSeconds)) seconds of work"
  ) { setting, options in
    try WorkEstimate.security(setting.utilities).refuse(
      "security", of: setting, options: options)
    return Solution(
      concept: "security", method: "linear program, exact", isExact: setting.isExact,
      answer: SecurityAnswer(levels: SecurityLevels.solve(setting.utilities).levels))
  }
}

/// The security level of each actor.
struct SecurityAnswer: Answer {
  /// One level an actor, in utilities.
  let levels: [SecurityLevels.Level]

  func json(in setting: Setting) -> [JSONValue.Member] {
    let actors = setting.scenario.actors.enumerated().map { actor, named in
      let level = levels[actor]
      let keys = level.pureStrategies.map { setting.strategies[actor][$0].key }
      return JSONValue.Member(
        named.key,
        [
          "maximin": [
            "pure": setting.json(level.pureMaximin),
            "pureStrategies": .array(keys.map(JSONValue.string)),
            "mixed": setting.json(level.value),
            "strategy": setting.json(mixed: level.strategy, of: actor),
          ],
          "minimax": ["pure": setting.json(level.pureMinimax), "mixed": setting.json(level.value)],
        ])
    }
    return [.init("levels", .object(actors))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      columns: [
        "actor", "pure maximin", "by", "mixed maximin", "by", "pure minimax",
      ])
    for (actor, level) in levels.enumerated() {
      table.rows.append([
        .text(setting.scenario.actors[actor].name), setting.cell(level.pureMaximin),
        .several(level.pureStrategies.map { .text(setting.strategies[actor][$0].key) }),
        setting.cell(level.value), setting.cell(mixed: level.strategy, of: actor),
        setting.cell(level.pureMinimax),
      ])
    }
    table.notes.append("Mixed maximin and minimax are equal: von Neumann's theorem.")
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(
      columns: ["actor", "pure-maximin", "mixed-value", "pure-minimax", "strategy", "probability"])
    for (actor, level) in levels.enumerated() {
      for (strategy, weight) in level.strategy.enumerated() where !weight.isZero {
        table.rows.append([
          .text(setting.scenario.actors[actor].key), setting.cell(level.pureMaximin),
          setting.cell(level.value), setting.cell(level.pureMinimax),
          .text(setting.strategies[actor][strategy].key), setting.cell(weight),
        ])
      }
    }
    return table
  }
}
