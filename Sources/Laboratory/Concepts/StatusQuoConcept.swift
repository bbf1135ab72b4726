import Cooperation

extension Concept {
  /// Whether equilibria can be reached, and by whose moves.
  public static let statusQuo: Concept = {
    var concept = Concept(
      name: "status-quo",
      answers: "Can an equilibrium be reached from the status quo, by whose moves, and does each "
        + "gain from its move?",
      forms: ["conflict", "strategic"], takes: "any number of actors",
      method: "breadth-first search of legal sequences", source: "Li, Kilgour and Hipel 2005",
      limits: "4,000,000 moves"
    ) { setting, options in
      let question = try ConflictQuestion(setting, concept: "status-quo")
      guard let start = try question.state(options) ?? question.form?.statusQuo else {
        throw LaboratoryError.needsOption(
          concept: "status-quo", option: "state", example: "\"\(question.name(ofState: 0))\"")
      }
      return Solution(
        concept: "status-quo", method: legalSequences, isExact: setting.isExact,
        answer: StatusQuoAnswer(
          question: question, ways: StatusQuoAnalysis(question.analysis, from: start)))
    }
    concept.options = ["state"]
    return concept
  }()
}

/// The ways from the status quo.
struct StatusQuoAnswer: Answer {
  let question: ConflictQuestion
  let ways: StatusQuoAnalysis

  private func equilibrium(_ state: Int) -> [ConflictStability] {
    question.analysis.stabilities.filter {
      question.analysis.isEquilibrium(state, under: $0)
    }
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let states = question.states.map { state -> JSONValue in
      [
        "state": question.json(state: state),
        "equilibrium": .array(equilibrium(state).map { .string($0.rawValue) }),
        "byImprovements": ways.improvingPath(to: state).map { question.json($0) } ?? .null,
        "byAnyMoves": ways.path(to: state).map { question.json($0) } ?? .null,
      ]
    }
    return [
      .init("from", question.json(state: ways.start)), .init("states", .array(states)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      caption: "From \(question.name(ofState: ways.start))",
      columns: ["state", "equilibrium", "reached by", "moves", "by whose moves"])
    let listed = question.states.filter { !equilibrium($0).isEmpty || $0 == question.recorded }
    for state in listed.prefix(ConflictAnswer.mostRows) {
      let improving = ways.improvingPath(to: state)
      let path = improving ?? ways.path(to: state)
      table.rows.append([
        question.marked(state),
        .text(equilibrium(state).map(\.title).joined(separator: " ")),
        .text(
          state == ways.start
            ? "is there" : improving != nil ? "improvements" : path != nil ? "any moves" : "nothing"
        ),
        path.map { .count($0.count) } ?? "-",
        .several(GamePage.lines(path.map(words) ?? "-", 56)),
      ])
    }
    table.notes =
      [
        "Improvements: everyone gains from its own move. Shortest ways; --format json has all states."
      ]
      + question.notes
    if listed.count > ConflictAnswer.mostRows {
      table.notes.append("\(ConflictAnswer.mostRows) of \(listed.count) equilibria.")
    }
    return [table]
  }

  private func words(_ path: [ConflictStep]) -> String {
    path.isEmpty
      ? "-"
      : path.map {
        "\(question.name(ofActor: $0.actor)) to \(question.name(ofState: $0.state))"
      }.joined(separator: ", ")
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["state", "equilibrium", "improvements", "moves"],
      rows: question.states.map { state in
        func length(_ path: [ConflictStep]?) -> ResultTable.Cell {
          path.map { .count($0.count) } ?? ""
        }
        return [
          .text(question.name(ofState: state)),
          .text(equilibrium(state).map(\.rawValue).joined(separator: " ")),
          length(ways.improvingPath(to: state)), length(ways.path(to: state)),
        ]
      })
  }
}
