import Cooperation

extension Concept {
  /// All stabilities of all states in one table.
  public static let conflictStabilities = Concept(
    name: "conflict",
    answers: "Which states are stable for whom, and in which sense? Nash, GMR, SMR, SEQ, SIM.",
    forms: ["conflict", "strategic"], takes: "any number of actors",
    method: "the worst that legal sequences of the others reach, searched backwards",
    source: "Fang, Hipel and Kilgour 1993", limits: "4,000,000 moves"
  ) { setting, _ in
    Solution(
      concept: "conflict", method: legalSequences, isExact: setting.isExact,
      answer: ConflictAnswer(question: try ConflictQuestion(setting, concept: "conflict")))
  }

  /// The rule for sanctions, which every answer names.
  static let legalSequences =
    "answers are legal sequences: no one moves twice in a row, one may move again after another"
}

/// Which states are stable for whom.
struct ConflictAnswer: Answer {
  let question: ConflictQuestion

  /// Most states that the table for people lists whole.
  static let mostRows = 60

  private var analysis: ConflictAnalysis { question.analysis }
  private var actors: Range<Int> { 0..<question.graph.actors }

  private func stableFor(_ state: Int, _ stability: ConflictStability) -> [Int] {
    actors.filter { analysis.isStable(state, for: $0, under: stability) }
  }

  private func equilibrium(_ state: Int) -> [ConflictStability] {
    analysis.stabilities.filter { analysis.isEquilibrium(state, under: $0) }
  }

  /// Stabilities with strength, where the orders say something of it.
  private var strong: [ConflictStability] {
    question.graph.preferences.contains(where: \.hasStrength) ? [.gmr, .smr, .seq] : []
  }

  private func stronglyFor(_ state: Int, _ stability: ConflictStability) -> [Int] {
    actors.filter { analysis.isStronglyStable(state, for: $0, under: stability) }
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let states = question.states.map { state -> JSONValue in
      var members: [JSONValue.Member] = [
        .init("state", question.json(state: state)),
        .init("recorded", .bool(state == question.recorded)),
        .init(
          "equilibrium", .array(equilibrium(state).map { .string($0.rawValue) })),
        .init(
          "stableFor",
          .object(
            analysis.stabilities.map {
              .init($0.rawValue, question.json(actors: stableFor(state, $0)))
            })),
      ]
      if !strong.isEmpty {
        members.append(
          .init(
            "stronglyStableFor",
            .object(
              strong.map { .init($0.rawValue, question.json(actors: stronglyFor(state, $0))) })))
      }
      return .object(members)
    }
    return [.init("states", .array(states))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let listed =
      question.graph.states <= Self.mostRows
      ? Array(question.states) : question.states.filter { !equilibrium($0).isEmpty }
    var table = ResultTable(columns: ["state"] + analysis.stabilities.map(\.title))
    for state in listed.prefix(Self.mostRows) {
      table.rows.append(
        [question.marked(state)]
          + analysis.stabilities.map { cell(state, $0) })
    }
    table.notes =
      [
        "EQ: stable for everyone; else for whom it is stable.",
        "Nash: no better move; GMR: every one can be answered; SMR: without escape; SEQ: by moves the "
          + "others gain from;", "SIM: by improvements made at the same time.",
      ] + (strong.isEmpty ? [] : ["+: strongly, every answer leaves the actor much worse off."])
      + question.notes
    if listed.count < question.graph.states || listed.count > Self.mostRows {
      let shown = min(listed.count, Self.mostRows)
      table.notes.append(
        "\(shown) of \(Words.count(question.graph.states, "state")): equilibria only, "
          + "\(listed.count) in all; --format csv has every state.")
    }
    return [table]
  }

  private func cell(_ state: Int, _ stability: ConflictStability) -> ResultTable.Cell {
    let stable = stableFor(state, stability)
    let firmly = strong.contains(stability) ? stronglyFor(state, stability) : []
    if stable.count == actors.count { return firmly.count == actors.count ? "EQ+" : "EQ" }
    let names = stable.map { actor in
      let isStrong =
        firmly.contains(actor) && question.graph.preferences[actor].hasStrength
      return ResultTable.Cell.text(question.name(ofActor: actor) + (isStrong ? "+" : ""))
    }
    return names.isEmpty ? "-" : .several(names)
  }

  func csv(in setting: Setting) -> ResultTable {
    let keys = setting.scenario.actors.map(\.key)
    var table = ResultTable(
      columns: ["state"]
        + analysis.stabilities.flatMap { stability in
          [stability.rawValue] + keys.map { "\(stability.rawValue).\($0)" }
        })
    for state in question.states {
      var row: [ResultTable.Cell] = [.text(question.name(ofState: state))]
      for stability in analysis.stabilities {
        let stable = stableFor(state, stability)
        row.append(.count(stable.count == actors.count ? 1 : 0))
        row += actors.map { .count(stable.contains($0) ? 1 : 0) }
      }
      table.rows.append(row)
    }
    return table
  }
}
