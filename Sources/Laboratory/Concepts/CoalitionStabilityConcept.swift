import Cooperation
import GameForms

extension Concept {
  /// Which equilibria withstand groups that move together.
  public static let coalitionStability = Concept(
    name: "coalition-stability",
    answers:
      "Which equilibria withstand every group that moves together, and who breaks the others?",
    forms: ["conflict", "strategic"], takes: "at most \(CoalitionStability.mostActors) actors",
    method: "every coalition: improvements for all its members, answered at some member's cost",
    source: "Kilgour, Hipel, Fang and Peng 2001; Inohara and Hipel 2008",
    limits: "coalitions x states x moves of \(mostCoalitionWork)"
  ) { setting, _ in
    let name = "coalition-stability"
    let question = try ConflictQuestion(setting, concept: name)
    let graph = question.graph
    guard graph.actors <= CoalitionStability.mostActors else {
      throw LaboratoryError.wrongSize(
        concept: name, takes: "at most \(CoalitionStability.mostActors) actors",
        found: Words.count(graph.actors, "actor"), instead: "use --concept conflict")
    }
    let moves = graph.moves.reduce(0) { $0 + $1.count }
    let (work, overflow) = (graph.states << graph.actors).multipliedReportingOverflow(by: moves)
    guard !overflow, work <= mostCoalitionWork else {
      throw LaboratoryError.tooLarge(
        concept: name,
        size: "\(1 << graph.actors) coalitions x \(graph.states) states x \(moves) moves",
        limit: "\(mostCoalitionWork)", instead: "use --concept conflict")
    }
    return Solution(
      concept: name, method: legalSequences, isExact: setting.isExact,
      answer: CoalitionStabilityAnswer(question: question, stability: CoalitionStability(graph)))
  }

  private static let mostCoalitionWork = 1_000_000_000
}

/// Equilibria under coalitions.
struct CoalitionStabilityAnswer: Answer {
  let question: ConflictQuestion
  let stability: CoalitionStability

  /// The states that no one breaks alone, in at least one sense.
  private var candidates: [Int] {
    question.states.filter { state in
      CoalitionStability.stabilities.contains {
        question.analysis.isEquilibrium(state, under: $0)
      }
    }
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    var broken: [JSONValue] = []
    for state in candidates {
      for kind in CoalitionStability.stabilities
      where question.analysis.isEquilibrium(state, under: kind) {
        guard let breaker = stability.breaker(of: state, under: kind) else { continue }
        broken.append([
          "state": question.json(state: state), "stability": .string(kind.rawValue),
          "coalition": question.json(actors: breaker.coalition.members),
          "improvement": question.json(state: breaker.improvement),
        ])
      }
    }
    return [
      .init(
        "equilibria",
        .object(
          CoalitionStability.stabilities.map { kind in
            .init(
              kind.rawValue,
              .array(stability.equilibria(under: kind).map { question.json(state: $0) }))
          })),
      .init("broken", .array(broken)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = csv(in: setting)
    table.columns = ["state"] + CoalitionStability.stabilities.map(\.title)
    let count = table.rows.count
    table.rows = zip(candidates, table.rows).prefix(ConflictAnswer.mostRows).map { state, row in
      [question.marked(state)] + row.dropFirst()
    }
    table.notes =
      [
        "EQ: stable for every coalition; -: not even for each actor alone; else who breaks it and "
          + "improves to where."
      ] + question.notes
    if count > table.rows.count {
      table.notes.append("\(table.rows.count) of \(count) states.")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(columns: ["state"] + CoalitionStability.stabilities.map(\.rawValue))
    for state in candidates {
      table.rows.append(
        [.text(question.name(ofState: state))]
          + CoalitionStability.stabilities.map { kind in
            guard question.analysis.isEquilibrium(state, under: kind) else { return "-" }
            guard let breaker = stability.breaker(of: state, under: kind) else { return "EQ" }
            let names = breaker.coalition.members.map { question.name(ofActor: $0) }
            return .text(
              "\(Words.list(names)): \(question.name(ofState: breaker.improvement))")
          })
    }
    return table
  }
}
