import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// Iterated elimination of dominated strategies, in its four variants.
  public static let dominance = Concept(
    name: "dominance",
    answers: "Which strategies would no reasonable actor play, once the others' are gone too?",
    forms: ["strategic"], takes: "any number of actors",
    method:
      "rounds of simultaneous elimination; mixed dominators by linear programs solved exactly",
    source: "Luce and Raiffa 1957; Pearce 1984",
    limits: "about \(Int(WorkEstimate.mostSeconds)) seconds of work"
  ) { setting, options in
    try WorkEstimate.dominance(setting.utilities).refuse(
      "dominance", of: setting, options: options)
    let variants = IteratedDominance.Kind.allCases.flatMap { kind in
      IteratedDominance.Dominator.allCases.map { dominator in
        // Four variants share the time.
        let dominance = IteratedDominance(
          kind, by: dominator, seconds: options.seconds.map { $0 / 4 })
        return (dominance: dominance, result: dominance.solve(setting.utilities))
      }
    }
    let isComplete = variants.allSatisfy { $0.result.completeness == .complete }
    return Solution(
      concept: "dominance", method: "simultaneous elimination in rounds",
      isExact: setting.isExact,
      status: isComplete ? .complete : .limit(options.limit),
      answer: DominanceAnswer(variants: variants))
  }
}

/// What four kinds of elimination take away and leave.
struct DominanceAnswer: Answer {
  /// Each kind of dominance with its result.
  let variants: [(dominance: IteratedDominance, result: IteratedDominance.Result)]

  func json(in setting: Setting) -> [JSONValue.Member] {
    let strategies = setting.strategies
    let list = variants.map { dominance, result -> JSONValue in
      [
        "kind": .string(dominance.kind.rawValue), "by": .string(dominance.by.rawValue),
        "steps": .array(
          result.steps.map { step in
            [
              "round": .integer(step.round),
              "actor": .string(setting.scenario.actors[step.actor].key),
              "strategy": .string(strategies[step.actor][step.strategy].key),
              "by": setting.json(mixed: step.dominator, of: step.actor),
            ]
          }),
        "remaining": .object(
          setting.scenario.actors.enumerated().map { actor, named in
            .init(
              named.key,
              .array(result.remaining[actor].map { .string(strategies[actor][$0].key) }))
          }),
      ]
    }
    return [.init("variants", .array(list))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    // A variant that does what an earlier one does is only worth a word.
    var shown: [(name: String, result: IteratedDominance.Result)] = []
    for (dominance, result) in variants {
      let name = "\(dominance.kind.rawValue) by \(dominance.by.rawValue) strategies"
      if let same = shown.firstIndex(where: { $0.result == result }) {
        shown[same].name += ", \(name)"
      } else {
        shown.append((name, result))
      }
    }
    return shown.map { name, result in
      var table = table(of: result, in: setting)
      table.caption = name
      let left = setting.scenario.actors.enumerated().map { actor, named in
        let keys = result.remaining[actor].map { setting.strategies[actor][$0].key }
        return "\(named.name): \(keys.joined(separator: ", "))"
      }
      table.notes.append("remaining: " + left.joined(separator: "; "))
      return table
    }
  }

  private func table(of result: IteratedDominance.Result, in setting: Setting) -> ResultTable {
    var table = ResultTable(columns: ["round", "actor", "loses", "dominated by"])
    for step in result.steps {
      table.rows.append([
        .count(step.round), .text(setting.scenario.actors[step.actor].name),
        .text(setting.strategies[step.actor][step.strategy].key),
        setting.cell(mixed: step.dominator, of: step.actor),
      ])
    }
    if result.steps.isEmpty { table.notes.append("nothing is dominated") }
    return table
  }

  func csv(in setting: Setting) -> ResultTable {
    var whole = ResultTable(
      columns: ["kind", "by", "round", "actor", "strategy", "dominator", "probability"])
    for (dominance, result) in variants {
      for step in result.steps {
        let strategies = setting.strategies[step.actor]
        for (index, weight) in step.dominator.enumerated() where !weight.isZero {
          whole.rows.append([
            .text(dominance.kind.rawValue), .text(dominance.by.rawValue), .count(step.round),
            .text(setting.scenario.actors[step.actor].key), .text(strategies[step.strategy].key),
            .text(strategies[index].key), setting.cell(weight),
          ])
        }
      }
    }
    return whole
  }
}
