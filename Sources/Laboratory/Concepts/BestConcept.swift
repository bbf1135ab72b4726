import Equilibria
import Scenarios

extension Concept {
  /// The best equilibria of two actors by an objective.
  public static let best = Concept(
    name: "best",
    answers: "Which of all equilibria is best: in sum, for the worst off, or for one actor?",
    forms: ["strategic"], takes: "two actors",
    method: "extreme equilibria compared, among which a best one always is",
    source: "Millham 1974 for the sets of equilibria", limits: "as nash",
    options: ["objective"]
  ) { setting, options in
    let objectives = try setting.objectives(in: options)
    let found = try setting.allEquilibria(for: "best", options)
    let best = objectives.compactMap { BestEquilibria.find(among: found.extreme, for: $0) }
    // Only the equilibria that are best for something are shown.
    let shown = Set(best.flatMap(\.equilibria)).sorted()
    return Solution(
      concept: "best", method: found.method, isExact: setting.isExact,
      status: found.completeness,
      answer: BestAnswer(
        equilibria: try EquilibriaAnswer(
          shown.map { found.extreme[$0].profile }, in: setting, concept: "best"),
        best: best.map { entry in
          (entry, entry.equilibria.compactMap { shown.firstIndex(of: $0) })
        }))
  }
}

extension Setting {
  /// What `--objective` asks for; everything where it is not given.
  fileprivate func objectives(
    in options: Concept.Options
  ) throws(LaboratoryError) -> [CorrelatedEquilibria.Objective] {
    let all = CorrelatedEquilibria.Objective.all(actors: scenario.actors.count)
    guard let text = options.text("objective") else { return all }
    if let plain = all.first(where: { $0.actor == nil && $0.name == text }) { return [plain] }
    if let actor = scenario.actors.firstIndex(where: { $0.key == text }) {
      return [.actor(actor)]
    }
    throw .wrongOption(
      option: "objective", found: text,
      expected: "welfare, egalitarian, or an actor: "
        + scenario.actors.map(\.key).joined(separator: ", "))
  }
}

/// The best equilibria for each objective.
struct BestAnswer: Answer {
  /// The equilibria that are best for something.
  let equilibria: EquilibriaAnswer
  /// Each objective's best, with indices into ``equilibria``.
  let best: [(entry: BestEquilibria, members: [Int])]

  func json(in setting: Setting) -> [JSONValue.Member] {
    let list = best.map { entry, members -> JSONValue in
      [
        "objective": .string(entry.objective.name),
        "actor": entry.objective.actor.map { .string(setting.scenario.actors[$0].key) } ?? .null,
        "value": setting.json(entry.value),
        "equilibria": .array(members.map(JSONValue.integer)),
      ]
    }
    return equilibria.json(in: setting) + [.init("best", .array(list))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(columns: ["best for", "value", "equilibria"])
    for (entry, members) in best {
      table.rows.append([
        .text(entry.objective.words(in: setting)), setting.cell(entry.value),
        .text(Words.list(members.map { String($0 + 1) })),
      ])
    }
    return equilibria.tables(in: setting) + [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(columns: ["objective", "actor", "value", "equilibrium"])
    for (entry, members) in best {
      for member in members {
        table.rows.append([
          .text(entry.objective.name),
          .text(entry.objective.actor.map { setting.scenario.actors[$0].key } ?? ""),
          setting.cell(entry.value), .count(member + 1),
        ])
      }
    }
    return table
  }
}
