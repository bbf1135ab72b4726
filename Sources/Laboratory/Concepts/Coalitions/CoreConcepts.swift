import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import Scenarios

extension Concept {
  /// The core.
  public static let core = Concept(
    name: "core", answers: "Can everyone be given so much that no coalition gains by leaving?",
    forms: [CoalitionalForm.name], takes: "up to 20 actors; vertices up to 7",
    method: "exact linear programs over coalitions; a point or a balanced collection proves it",
    source: "Gillies 1959; Bondareva 1963, Shapley 1967; under relative gains ours",
    limits: "20 actors"
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "core")
    let plain = try question.game(limit: Nucleolus.mostActors, afterwards: 2e-6)
    let game = question.claims(in: plain)
    let seconds = options.seconds
    let answer = try question.asking { () throws(CoalitionRefusal) in
      CoreAnswer(
        question: question, claims: game, least: try LeastCore.solve(game, seconds: seconds),
        extremes: try CoreExtremes.solve(game, seconds: seconds),
        vertices: game.actors <= CoreVertices.mostActors
          ? try CoreVertices.solve(game, seconds: seconds) : nil,
        subsidy: try CoreSubsidy.stability(of: game, seconds: seconds),
        weights: try RelativeGainsCore.range(plain, seconds: seconds))
    }
    return Solution(
      concept: "core", method: "linear programs over coalitions, exact",
      isExact: setting.isExact, answer: answer)
  }

  /// The least core.
  public static let leastCore = Concept(
    name: "least-core", answers: "How small can the largest complaint be made, and how?",
    forms: [CoalitionalForm.name], takes: "up to 20 actors",
    method: "exact linear program over coalitions, proved by a balanced collection",
    source: "Shapley and Shubik 1966; Maschler, Peleg and Shapley 1979", limits: "20 actors"
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "least-core")
    let game = try question.claims()
    let least = try question.asking { () throws(CoalitionRefusal) in
      try LeastCore.solve(game, seconds: options.seconds)
    }
    return Solution(
      concept: "least-core", method: "linear program over coalitions, exact",
      isExact: setting.isExact,
      answer: CoreAnswer(question: question, claims: game, least: least))
  }

  /// The nucleolus.
  public static let nucleolus = nucleolusConcept(
    .imputations, name: "nucleolus",
    answers: "Which division makes the largest complaint as small as can be, then the next?",
    takes: "up to 20 actors who together have no less than apart")

  /// The prenucleolus.
  public static let prenucleolus = nucleolusConcept(
    .all, name: "prenucleolus",
    answers: "The same among all divisions, those that give somebody less than alone included?",
    takes: "up to 20 actors")

  private static func nucleolusConcept(
    _ domain: Nucleolus.Domain, name: String, answers: String, takes: String
  ) -> Concept {
    Concept(
      name: name, answers: answers, forms: [CoalitionalForm.name], takes: takes,
      method: "sequence of exact linear programs over coalitions, proved level by level",
      source: "Schmeidler 1969; Kohlberg 1971 for the proof", limits: "20 actors"
    ) { setting, options in
      let question = try CoalitionQuestion(setting, options, concept: name)
      let game = try question.claims()
      let found = try question.asking { () throws(CoalitionRefusal) in
        try Nucleolus(domain, seconds: options.seconds).solve(game)
      }
      return Solution(
        concept: name, method: "sequence of linear programs, exact, with Kohlberg's certificate",
        isExact: setting.isExact, answer: NucleolusAnswer(question: question, found: found))
    }
  }
}

/// The core or the least core.
struct CoreAnswer: Answer {
  let question: CoalitionQuestion
  let claims: CoalitionalGame
  let least: LeastCore
  var extremes: [CoreExtremes.Extremes]?
  var vertices: [[Rational]]?
  var subsidy: Rational?
  var weights: RelativeGainsCore.Range?

  /// Most vertices that the page for people lists.
  static let mostVertices = 8

  private var isCore: Bool { subsidy != nil }

  func json(in setting: Setting) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = [
      .init("empty", .bool(least.isCoreEmpty)), .init("epsilon", setting.json(least.level)),
      .init("division", question.json(values: least.division)),
      .init("collection", question.json(least.collection)),
      .init("claimed", setting.json(least.collection.worth(in: claims))),
      .init("available", setting.json(claims[claims.everyone])),
    ]
    guard let subsidy else { return members }
    let ends = extremes.map { extremes in
      JSONValue.object(
        zip(question.actors, ordered(extremes)).map { actor, pair in
          .init(
            actor.key,
            .object([
              .init("least", setting.json(pair.0)), .init("most", setting.json(pair.1)),
            ]))
        })
    }
    members += [
      .init("extremes", ends ?? .null),
      .init(
        "vertices",
        vertices.map { .array($0.map { question.json(values: $0) }) } ?? .null),
      .init("subsidy", setting.json(subsidy)),
      .init(
        "weights",
        weights.map {
          .object([
            .init("least", setting.json($0.least)), .init("most", setting.json($0.most)),
          ])
        } ?? .null),
    ]
    return members
  }

  /// The least and the most of each actor as shown: of costs the signs turn and so do the ends.
  private func ordered(_ extremes: [CoreExtremes.Extremes]) -> [(Rational, Rational)] {
    extremes.enumerated().map { actor, ends in
      let pair = [ends.least[actor], ends.most[actor]].map(question.shown).sorted()
      return (pair[0], pair[1])
    }
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = csv(in: setting)
    let shows = isCore && !least.isCoreEmpty
    table.columns = ["actor", "such as"] + (shows ? ["at least", "at most"] : [])
    table.notes = [verdict(setting)] + proof(setting)
    if let vertices, !vertices.isEmpty {
      let listed =
        vertices.count > Self.mostVertices
        ? []
        : vertices.map { vertex in
          "  (" + vertex.map { question.shown($0).description }.joined(separator: ", ") + ")"
        }
      table.notes.append(
        "It has \(Words.count(vertices.count, "vertex", plural: "vertices"))"
          + (listed.isEmpty ? "; --format json lists them." : ":"))
      table.notes += listed
    }
    if isCore { table.notes.append(range) }
    table.notes += question.notes
    return [table]
  }

  private func verdict(_ setting: Setting) -> String {
    let level = least.level.readingText
    guard least.isCoreEmpty else {
      return least.level.isZero
        ? "The core is not empty: no coalition gains by leaving; some just gain nothing."
        : "The core is not empty: every coalition can have \((-least.level).readingText) more than "
          + "it is worth by itself."
    }
    let cure = subsidy.map {
      " \($0.readingText) from outside would keep everyone."
    }
    return "The core is empty: whatever the division, some coalition complains of \(level) or more."
      + (cure ?? "")
  }

  private func proof(_ setting: Setting) -> [String] {
    guard least.isCoreEmpty else { return [] }
    let parts = least.collection.map { held in
      "\(held.weight.readingText) of {\(question.words(held.coalition))}"
    }
    return [
      "Because \(parts.joined(separator: ", ")) hold every actor once and claim "
        + "\(least.collection.worth(in: claims).readingText), and there is "
        + "\(claims[claims.everyone].readingText)."
    ]
  }

  private var range: String {
    guard let weights else {
      return "No weight r from 0 to 1 on the others' mean gain makes the core nonempty."
    }
    return "With the same weight r on the others' mean gain for all, the core is not empty for r "
      + (weights.least == weights.most
        ? "= \(weights.least.readingText)."
        : "from \(weights.least.readingText) to \(weights.most.readingText).")
  }

  func csv(in setting: Setting) -> ResultTable {
    let ends = isCore ? extremes.map(ordered) : nil
    return ResultTable(
      columns: ["actor", "value"] + (ends == nil ? [] : ["least", "most"]),
      rows: question.actors.indices.map { actor in
        [
          .text(question.actors[actor].name), setting.cell(question.shown(least.division[actor])),
        ] + (ends.map { [setting.cell($0[actor].0), setting.cell($0[actor].1)] } ?? [])
      })
  }
}

/// The nucleolus or the prenucleolus.
struct NucleolusAnswer: Answer {
  let question: CoalitionQuestion
  let found: Nucleolus.Certificate

  func json(in setting: Setting) -> [JSONValue.Member] {
    [
      .init("values", question.json(values: found.division)),
      .init(
        "levels",
        .array(
          found.levels.map { level in
            .object([
              .init("excess", setting.json(level.excess)),
              .init("collection", question.json(level.coalitions)),
              .init(
                "heldAtWorthAlone",
                .array(level.floors.map { .string(question.actors[$0.actor].key) })),
            ])
          })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var values = csv(in: setting)
    values.columns = ["actor", question.verb]
    values.notes = question.notes
    var levels = ResultTable(
      caption: "Complaints, the largest first, and the coalitions that keep them from being less",
      columns: ["complaint", "weight", "coalition"])
    for level in found.levels {
      levels.rows.append([
        setting.cell(level.excess), .several(level.coalitions.map { setting.cell($0.weight) }),
        .several(
          level.coalitions.map { .text(question.words($0.coalition)) }
            + level.floors.map {
              .text("(\(question.actors[$0.actor].name) has what it is worth alone)")
            }),
      ])
    }
    return found.levels.isEmpty ? [values] : [values, levels]
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["actor", "value"],
      rows: question.actors.indices.map { actor in
        [.text(question.actors[actor].name), setting.cell(question.shown(found.division[actor]))]
      })
  }
}
