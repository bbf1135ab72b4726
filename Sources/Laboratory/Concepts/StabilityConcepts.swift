import Cooperation

extension Concept {
  /// One concept a stability: the verdict on every state for every actor, each in a sentence.
  public static let stabilities: [Concept] = [
    stability(
      .nash, name: "nash-stability",
      answers: "Which states does no actor gain by leaving, whatever may come of it?",
      source: "Nash 1951; Fang, Hipel and Kilgour 1993"),
    stability(
      .gmr, name: "gmr",
      answers: "Which states are kept by what others could do about a move, liking it or not?",
      source: "Howard 1971; Fang, Hipel and Kilgour 1993"),
    stability(
      .smr, name: "smr",
      answers: "The same, where the one who moved cannot get away from the answer either?",
      source: "Howard 1971; Fang, Hipel and Kilgour 1993"),
    stability(
      .seq, name: "seq",
      answers: "Which states are kept by answers that those who give them gain from?",
      source: "Fraser and Hipel 1984; Fang, Hipel and Kilgour 1993"),
    stability(
      .sim, name: "sim",
      answers: "Which states are kept by improvements that others make at the same time?",
      source: "Fraser and Hipel 1984"),
  ]

  private static func stability(
    _ stability: ConflictStability, name: String, answers: String, source: String
  ) -> Concept {
    var concept = Concept(
      name: name, answers: answers, forms: ["conflict", "strategic"],
      takes: "any number of actors",
      method: "the worst that legal sequences of the others reach, searched backwards",
      source: source, limits: "4,000,000 moves"
    ) { setting, options in
      let question = try ConflictQuestion(setting, concept: name)
      return Solution(
        concept: name, method: legalSequences, isExact: setting.isExact,
        answer: StabilityAnswer(
          question: question, stability: stability, only: try question.state(options)))
    }
    concept.options = ["state"]
    return concept
  }
}

/// The verdicts of one stability.
struct StabilityAnswer: Answer {
  let question: ConflictQuestion
  let stability: ConflictStability
  /// The one state asked about; nil for all.
  let only: Int?

  private var equilibria: [Int] { question.analysis.equilibria(under: stability) }

  /// The states with a verdict: those asked about, and of many only the equilibria.
  private var judged: [Int] {
    if let only { return [only] }
    return question.graph.states <= ConflictAnswer.mostRows ? Array(question.states) : equilibria
  }

  private func verdicts(on states: [Int]) -> [StabilityVerdict] {
    states.flatMap { state in
      (0..<question.graph.actors).map {
        question.analysis.verdict(on: state, for: $0, under: stability)
      }
    }
  }

  /// `strongly`, `weakly`, or nil where nothing is known of strength or meant by it.
  private func strength(_ verdict: StabilityVerdict) -> String? {
    guard verdict.isStable, question.graph.preferences[verdict.actor].hasStrength,
      [.gmr, .smr, .seq].contains(stability)
    else { return nil }
    return question.analysis.isStronglyStable(
      verdict.state, for: verdict.actor, under: stability) ? "strongly" : "weakly"
  }

  private func why(_ verdict: StabilityVerdict) -> String {
    ConflictNarration(question: question).sentence(verdict)
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let verdicts = verdicts(on: judged).map { verdict -> JSONValue in
      [
        "state": question.json(state: verdict.state),
        "actor": .string(setting.scenario.actors[verdict.actor].key),
        "stable": .bool(verdict.isStable),
        "strength": strength(verdict).map(JSONValue.string) ?? .null,
        "because": .string(why(verdict)),
        "improvements": .array(
          verdict.improvements.map { answered in
            [
              "to": question.json(state: answered.improvement),
              "sanction": answered.sanction.map { question.json($0) } ?? .null,
            ]
          }),
      ]
    }
    return [
      .init("equilibria", .array(equilibria.map { question.json(state: $0) })),
      .init("verdicts", .array(verdicts)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let all = equilibria
    let names = all.prefix(ConflictAnswer.mostRows).map { question.name(ofState: $0) }
    var table = ResultTable(
      caption: "Equilibria: "
        + (all.isEmpty ? "none" : names.joined(separator: "  "))
        + (all.count > names.count ? " and \(all.count - names.count) more" : ""),
      columns: ["state", "actor", "stable", "why"])
    let shown = judged.prefix(ConflictAnswer.mostRows)
    for verdict in verdicts(on: Array(shown)) {
      let word = verdict.isStable ? strength(verdict) ?? "yes" : "no"
      table.rows.append([
        question.marked(verdict.state), .text(question.name(ofActor: verdict.actor)),
        .text(word), .several(GamePage.lines(why(verdict), 64)),
      ])
    }
    table.notes = question.notes
    if only == nil, question.graph.states > ConflictAnswer.mostRows {
      table.notes.append("Equilibria only; --state STATE judges any other.")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["state", "actor", "stable", "strength", "because"],
      rows: verdicts(on: judged).map { verdict in
        [
          .text(question.name(ofState: verdict.state)),
          .text(setting.scenario.actors[verdict.actor].key), .count(verdict.isStable ? 1 : 0),
          .text(strength(verdict) ?? ""), .text(why(verdict)),
        ]
      })
  }
}
