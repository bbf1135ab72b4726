import Equilibria

extension Concept {
  /// Rationalizable strategies.
  public static let rationalizable = Concept(
    name: "rationalizable",
    answers: "What may reasonable actors play who know no more than that all are reasonable?",
    forms: ["strategic"], takes: "any number of actors",
    method: "iterated strict dominance by mixed strategies; beliefs by linear programs, exact",
    source: "Bernheim 1984; Pearce 1984",
    limits: "about \(Int(WorkEstimate.mostSeconds)) seconds of work"
  ) { setting, options in
    try WorkEstimate.dominance(setting.utilities).refuse(
      "rationalizable", of: setting, options: options)
    let found = Rationalizability.solve(setting.utilities, seconds: options.seconds)
    guard found.isProof else { throw LaboratoryError.failedCheck(concept: "rationalizable") }
    return Solution(
      concept: "rationalizable", method: "iterated strict dominance, beliefs exact",
      isExact: setting.isExact, status: found.completeness,
      answer: RationalizableAnswer(found: found))
  }
}

/// What may reasonably be played, with the beliefs that justify it.
struct RationalizableAnswer: Answer {
  /// The strategies and beliefs.
  let found: Rationalizability

  func json(in setting: Setting) -> [JSONValue.Member] {
    let lists = setting.scenario.actors.enumerated().map { actor, named in
      JSONValue.Member(
        named.key,
        .array(
          found.strategies[actor].map { justified in
            [
              "strategy": .string(setting.strategies[actor][justified.strategy].key),
              "belief": .array(
                justified.belief.map {
                  [
                    "against": others(at: $0.profile, than: actor, setting),
                    "probability": setting.json($0.probability),
                  ]
                }),
            ]
          }))
    }
    return [.init("strategies", .object(lists)), .init("rounds", .integer(found.rounds))]
  }

  private func others(at profile: Int, than actor: Int, _ setting: Setting) -> JSONValue {
    .object(
      setting.scenario.actors.indices.filter { $0 != actor }.map { other in
        .init(
          setting.scenario.actors[other].key, .string(key(of: other, at: profile, setting)))
      })
  }

  private func key(of actor: Int, at profile: Int, _ setting: Setting) -> String {
    setting.strategies[actor][setting.utilities.strategy(of: actor, at: profile)].key
  }

  private func words(at profile: Int, than actor: Int, _ setting: Setting) -> String {
    let keys = setting.scenario.actors.indices.filter { $0 != actor }
      .map { key(of: $0, at: profile, setting) }
    return keys.count == 1 ? keys[0] : "(\(keys.joined(separator: ", ")))"
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(columns: ["actor", "may play", "believing in"])
    for (actor, named) in setting.scenario.actors.enumerated() {
      for justified in found.strategies[actor] {
        table.rows.append([
          .text(named.name), .text(setting.strategies[actor][justified.strategy].key),
          .several(
            justified.belief.map {
              let weight = ResultTable.Cell.number($0.probability, exact: setting.isExact)
              return .text(
                "\(words(at: $0.profile, than: actor, setting)): "
                  + weight.textLines.joined())
            }),
        ])
      }
    }
    if found.completeness != .complete {
      table.notes.append("Time was over: some of these may not be rationalizable.")
    } else if setting.scenario.actors.count > 2 {
      table.notes.append(
        "Beliefs may correlate the others' choices; who rules that out may leave fewer strategies.")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(columns: ["actor", "strategy", "against", "probability"])
    for (actor, named) in setting.scenario.actors.enumerated() {
      for justified in found.strategies[actor] {
        for possibility in justified.belief {
          table.rows.append([
            .text(named.key), .text(setting.strategies[actor][justified.strategy].key),
            .text(words(at: possibility.profile, than: actor, setting)),
            setting.cell(possibility.probability),
          ])
        }
      }
    }
    return table
  }
}
