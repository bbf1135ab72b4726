import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// The best correlated equilibria.
  public static let correlated = correlated(
    .told, name: "correlated",
    answers: "What is the best a mediator can bring about, if all obey the part they are told?",
    source: "Aumann 1974")

  /// The best coarse correlated equilibria.
  public static let coarseCorrelated = correlated(
    .untold, name: "coarse-correlated",
    answers: "What is the best a mediator can bring about, if all commit before they are told?",
    source: "Moulin and Vial 1978")

  private static func correlated(
    _ kind: CorrelatedEquilibria.Kind, name: String, answers: String, source: String
  ) -> Concept {
    Concept(
      name: name, answers: answers, forms: ["strategic"], takes: "any number of actors",
      method: "linear programs solved exactly: best in sum, for the least, for each actor",
      source: source, limits: "about \(Int(WorkEstimate.mostSeconds)) seconds of work"
    ) { setting, options in
      try WorkEstimate.correlated(setting.utilities, kind).refuse(
        name, of: setting, options: options)
      let found = CorrelatedEquilibria.solve(setting.utilities, kind, seconds: options.seconds)
      let points = found.points
      guard points.allSatisfy(\.evidence.isProof) else {
        throw LaboratoryError.failedCheck(concept: name)
      }
      return Solution(
        concept: name, method: "linear programs, exact", isExact: setting.isExact,
        status: found.limit.map { .limit($0) } ?? .sample,
        answer: CorrelatedAnswer(points: points))
    }
  }
}

/// The best point of each objective.
struct CorrelatedAnswer: Answer {
  /// One point an objective.
  let points: [CorrelatedEquilibria.Point]

  func json(in setting: Setting) -> [JSONValue.Member] {
    let list = points.map { point -> JSONValue in
      let drawn = point.distribution.indices.filter { !point.distribution[$0].isZero }
      return [
        "objective": .string(point.objective.name),
        "actor": point.objective.actor.map { .string(setting.scenario.actors[$0].key) } ?? .null,
        "value": setting.json(point.value),
        "distribution": .array(
          drawn.map {
            [
              "profile": setting.json(profile: $0),
              "probability": setting.json(point.distribution[$0]),
            ]
          }),
        "gains": setting.json(perActor: setting.gains.expectedPayoffs(of: point.distribution)),
        "utilities": setting.json(perActor: point.utilities),
        "proof": point.evidence.json(in: setting),
      ]
    }
    return [.init("points", .array(list))]
  }

  /// One row a point; with more than two actors what each expects stands below one another.
  func tables(in setting: Setting) -> [ResultTable] {
    let actors = setting.scenario.actors
    let isWide = actors.count <= 2
    var table = ResultTable(
      columns: ["best for", "value", "drawn"]
        + (isWide ? actors.map { "utility of \($0.name)" } : ["utilities"])
        + ["gain from disobeying"])
    for point in points {
      let drawn = point.distribution.enumerated().filter { !$0.element.isZero }
      let utilities: [ResultTable.Cell] =
        isWide
        ? point.utilities.map(setting.cell)
        : [.several(zip(actors, point.utilities).map { .text("\($0.name): \(setting.text($1))") })]
      table.rows.append(
        [
          .text(point.objective.words(in: setting)), setting.cell(point.value),
          .several(
            drawn.map { profile, weight in
              let names = setting.text(profile: setting.utilities.profile(at: profile))
              return .text("(\(names)): \(setting.text(weight))")
            }),
        ] + utilities + [setting.cell(point.evidence.largestGain)])
    }
    table.notes.append("No equilibrium of this kind is better: proved by exact dual prices.")
    return [table]
  }

  /// One row a point and profile of positive probability.
  func csv(in setting: Setting) -> ResultTable {
    let keys = setting.scenario.actors.map(\.key)
    var table = ResultTable(
      columns: ["objective", "actor", "value"] + keys.map { "plays \($0)" } + ["probability"]
        + keys.map { "utility \($0)" })
    for point in points {
      for (profile, weight) in point.distribution.enumerated() where !weight.isZero {
        table.rows.append(
          [
            .text(point.objective.name), .text(point.objective.actor.map { keys[$0] } ?? ""),
            setting.cell(point.value),
          ] + setting.cells(profile: profile) + [setting.cell(weight)]
            + point.utilities.map(setting.cell))
      }
    }
    return table
  }
}

extension CorrelatedEquilibria.Objective {
  /// As JSON and CSV call it.
  var name: String {
    switch self {
    case .welfare: "welfare"
    case .egalitarian: "egalitarian"
    case .actor: "actor"
    }
  }

  /// The actor whose utility it is, if it is one's.
  var actor: Int? { if case .actor(let actor) = self { actor } else { nil } }

  /// As people call it.
  func words(in setting: Setting) -> String {
    switch self {
    case .welfare: "all together"
    case .egalitarian: "the worst off"
    case .actor(let actor): setting.scenario.actors[actor].name
    }
  }
}

extension CorrelatedEvidence {
  /// The largest gain, the weights and the prices.
  fileprivate func json(in setting: Setting) -> JSONValue {
    let prices = prices.map { price -> JSONValue in
      let (actor, strategies) = (price.way.actor, setting.strategies[price.way.actor])
      return [
        "actor": .string(setting.scenario.actors[actor].key),
        "told": price.way.told.map { .string(strategies[$0].key) } ?? .null,
        "turnsTo": .string(strategies[price.way.turnsTo].key),
        "price": setting.json(price.price),
      ]
    }
    return [
      "largestGain": setting.json(largestGain), "weights": setting.json(perActor: weights),
      "prices": .array(prices),
    ]
  }
}

extension Setting {
  /// A number inside a text of a table.
  fileprivate func text(_ value: Rational) -> String {
    isExact ? value.readingText : value.double.text(digits: 6)
  }
}
