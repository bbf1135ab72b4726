import Cooperation

extension Concept {
  /// The inverse question: which orders make a state stable.
  public static let stabilityConditions: Concept = {
    var concept = Concept(
      name: "stability-conditions",
      answers: "How must each actor order the states for this state to be stable?",
      forms: ["conflict", "strategic"], takes: "any number of actors",
      method: "one condition a move: necessary, and together sufficient",
      source: "Kinsara, Kilgour and Hipel 2015", limits: "4,000,000 moves"
    ) { setting, options in
      let name = "stability-conditions"
      let question = try ConflictQuestion(setting, concept: name)
      guard let state = try question.state(options) ?? question.recorded else {
        throw LaboratoryError.needsOption(
          concept: name, option: "state", example: "\"\(question.name(ofState: 0))\"")
      }
      return Solution(
        concept: name, method: legalSequences, isExact: setting.isExact,
        answer: StabilityConditionsAnswer(question: question, state: state))
    }
    concept.options = ["state"]
    return concept
  }()
}

/// The conditions on each actor's order, stability by stability.
struct StabilityConditionsAnswer: Answer {
  let question: ConflictQuestion
  let state: Int
  let conditions: [StabilityConditions]

  init(question: ConflictQuestion, state: Int) {
    self.question = question
    self.state = state
    conditions = (0..<question.graph.actors).flatMap { actor in
      [ConflictStability.nash, .gmr, .smr, .seq].map {
        StabilityConditions(question.analysis, state: state, actor: actor, stability: $0)
      }
    }
  }

  /// Most alternatives that a sentence lists.
  private static let mostListed = 4

  func json(in setting: Setting) -> [JSONValue.Member] {
    func names(_ states: [Int]) -> JSONValue {
      .array(states.map { question.json(state: $0) })
    }
    return [
      .init("state", question.json(state: state)),
      .init(
        "actors",
        .array(
          conditions.map { entry in
            [
              "actor": .string(setting.scenario.actors[entry.actor].key),
              "stability": .string(entry.stability.rawValue), "met": .bool(entry.areMet),
              "conditions": .array(
                entry.conditions.map {
                  [
                    "move": question.json(state: $0.move), "met": .bool($0.isMet),
                    "noneBetter": .array($0.alternatives.map(names)),
                  ]
                }),
            ]
          })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      caption: "For \(question.name(ofState: state)) to be stable, none of these may be better "
        + "than it",
      columns: ["actor", "stability", "met", "condition"])
    for entry in conditions {
      let lines = entry.conditions.map { sentence($0) }
      table.rows.append([
        .text(question.name(ofActor: entry.actor)), .text(entry.stability.title),
        .text(entry.areMet ? "yes" : "no"),
        .several(
          lines.isEmpty
            ? [.text("any order will do")] : lines.flatMap { GamePage.lines($0, 64) }),
      ])
    }
    table.notes =
      ["met: by the orders as they are; SEQ takes the orders of the others as they are."]
      + question.notes
    return [table]
  }

  private func sentence(_ condition: StabilityConditions.Condition) -> String {
    let alternatives = condition.alternatives.prefix(Self.mostListed).map { states in
      states.map { question.name(ofState: $0) }.joined(separator: " and ")
    }
    let more = condition.alternatives.count - alternatives.count
    return (condition.isMet ? "" : "! ") + Words.list(alternatives, "or")
      + (more > 0 ? ", or \(Words.count(more, "other answer"))" : "")
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["actor", "stability", "move", "met", "alternatives"],
      rows: conditions.flatMap { entry in
        entry.conditions.map { condition in
          [
            .text(setting.scenario.actors[entry.actor].key), .text(entry.stability.rawValue),
            .text(question.name(ofState: condition.move)), .count(condition.isMet ? 1 : 0),
            .text(
              condition.alternatives.map { states in
                states.map { question.name(ofState: $0) }.joined(separator: " and ")
              }.joined(separator: "; ")),
          ]
        }
      })
  }
}
