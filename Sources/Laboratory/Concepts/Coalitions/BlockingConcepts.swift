import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// Coalitions that block a division, and what would keep them.
  public static let blocking = Concept(
    name: "blocking",
    answers: "Which coalitions would leave a division, and who must be paid how much to stay?",
    forms: [CoalitionalForm.name], takes: "up to 20 actors and a division",
    method: "all coalitions; the cheapest payments by an exact linear program",
    source: "Gillies 1959; payments ours", limits: "20 actors",
    options: [CoalitionQuestion.divisionOption]
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "blocking")
    let division = try question.division()
    let game = try question.claims()
    let subsidy = try question.asking { () throws(CoalitionRefusal) in
      try CoreSubsidy.keeping(division, in: game, seconds: options.seconds)
    }
    return Solution(
      concept: "blocking", method: "all coalitions, exact", isExact: setting.isExact,
      answer: BlockingAnswer(
        question: question, division: division,
        blocks: BlockingCoalitions.of(division, in: game), subsidy: subsidy))
  }

  /// Whether a division is in the kernel.
  public static let kernel = Concept(
    name: "kernel",
    answers: "Can any two actors hold equally much against each other under a division?",
    forms: [CoalitionalForm.name], takes: "up to 20 actors and a division",
    method: "surpluses over all coalitions, exact", source: "Davis and Maschler 1965",
    limits: "20 actors", options: [CoalitionQuestion.divisionOption]
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "kernel")
    let division = try question.division()
    let game = try question.claims()
    let isEfficient = division.reduce(.zero, +) == game[game.everyone]
    let isRational = zip(division, game.alone).allSatisfy { $0 >= $1 }
    return Solution(
      concept: "kernel", method: "surpluses over all coalitions, exact",
      isExact: setting.isExact,
      answer: KernelAnswer(
        question: question, isImputation: isEfficient && isRational, isEfficient: isEfficient,
        surpluses: SurplusMatrix(division, in: game)))
  }

  /// Convexity, superadditivity and balancedness.
  public static let convexity = Concept(
    name: "convexity",
    answers: "Does cooperation pay more the more cooperate, and if not, where does it fail?",
    forms: [CoalitionalForm.name], takes: "up to 20 actors",
    method: "every pair of coalitions, exact", source: "Shapley 1971; Bondareva 1963",
    limits: "20 actors, 14 for superadditivity"
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "convexity")
    let game = try question.game(limit: Nucleolus.mostActors)
    let least = try question.asking { () throws(CoalitionRefusal) in
      try LeastCore.solve(game, seconds: options.seconds)
    }
    return Solution(
      concept: "convexity", method: "pairs of coalitions, exact", isExact: setting.isExact,
      answer: ConvexityAnswer(
        question: question, game: game, convexity: GameShape.convexityViolation(game),
        superadditivity: game.actors <= GameShape.mostForSuperadditivity
          ? .some(GameShape.superadditivityViolation(game)) : nil,
        least: least))
  }
}

/// Coalitions that block, and payments that keep them.
struct BlockingAnswer: Answer {
  let question: CoalitionQuestion
  let division: [Rational]
  let blocks: [BlockingCoalitions.Block]
  let subsidy: CoreSubsidy

  /// Most coalitions that the page for people lists.
  static let mostRows = 30

  func json(in setting: Setting) -> [JSONValue.Member] {
    [
      .init("division", question.json(values: division)), .init("blocked", .bool(!blocks.isEmpty)),
      .init(
        "blocking",
        .array(
          blocks.map {
            .object([
              .init("coalition", question.json($0.coalition)),
              .init("excess", setting.json($0.excess)),
            ])
          })),
      .init("payments", setting.json(perActor: subsidy.payments)),
      .init("cost", setting.json(subsidy.cost)),
      .init("claims", question.json(subsidy.claims)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = csv(in: setting)
    table.columns = ["coalition that would leave", "gains by leaving"]
    table.rows = Array(table.rows.prefix(Self.mostRows))
    if blocks.count > Self.mostRows {
      table.notes.append("and \(blocks.count - Self.mostRows) more, which gain less")
    }
    if blocks.isEmpty { table.notes.append("Nobody: the division is in the core.") }
    let payments = ResultTable(
      caption: "Cheapest payments from outside that keep everyone: "
        + "\(subsidy.cost.readingText) in all",
      columns: ["actor", question.verb, "is paid to stay"],
      rows: question.actors.indices.map { actor in
        [
          .text(question.actors[actor].name), setting.cell(question.shown(division[actor])),
          setting.cell(subsidy.payments[actor]),
        ]
      }, notes: question.notes)
    return [table, payments]
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["coalition", "excess"],
      rows: blocks.map { [.text(question.words($0.coalition)), setting.cell($0.excess)] })
  }
}

/// Who can hold how much against whom.
struct KernelAnswer: Answer {
  let question: CoalitionQuestion
  let isImputation: Bool
  let isEfficient: Bool
  let surpluses: SurplusMatrix

  private var isInKernel: Bool { isImputation && surpluses.imbalances.isEmpty }
  private var isInPrekernel: Bool { isEfficient && surpluses.prekernelImbalances.isEmpty }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let actors = question.actors
    return [
      .init("inKernel", .bool(isInKernel)), .init("inPrekernel", .bool(isInPrekernel)),
      .init("imputation", .bool(isImputation)),
      .init(
        "surpluses",
        .object(
          actors.indices.map { own in
            .init(
              actors[own].key,
              .object(
                actors.indices.filter { $0 != own }.map {
                  .init(actors[$0].key, setting.json(surpluses.entries[own][$0]))
                }))
          })),
      .init(
        "imbalances",
        .array(
          surpluses.imbalances.map {
            .object([
              .init("stronger", .string(actors[$0.stronger].key)),
              .init("weaker", .string(actors[$0.weaker].key)),
              .init("difference", setting.json($0.difference)),
            ])
          })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = csv(in: setting)
    let verdict =
      isInKernel
      ? "The division is in the kernel." : "The division is not in the kernel."
    table.notes = [
      verdict
        + (isImputation
          ? "" : " It does not give everyone at least its worth alone, or is not the whole.")
    ]
    for imbalance in surpluses.imbalances {
      table.notes.append(
        "\(question.actors[imbalance.stronger].name) can hold "
          + "\(imbalance.difference.readingText) more against "
          + "\(question.actors[imbalance.weaker].name) than the other way round.")
    }
    table.notes += question.notes
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    let actors = question.actors
    return ResultTable(
      columns: ["largest complaint with"] + actors.map { "without \($0.name)" },
      rows: actors.indices.map { own in
        [.text(actors[own].name)]
          + actors.indices.map {
            $0 == own ? .text("") : setting.cell(surpluses.entries[own][$0])
          }
      })
  }
}

/// What shape a game has, and where it fails to have another.
struct ConvexityAnswer: Answer {
  let question: CoalitionQuestion
  let game: CoalitionalGame
  let convexity: GameShape.Violation?
  /// Nil where there are too many pairs to look.
  let superadditivity: GameShape.Violation??
  let least: LeastCore

  func json(in setting: Setting) -> [JSONValue.Member] {
    [
      .init("convex", .bool(convexity == nil)),
      .init("convexityViolation", json(convexity, setting)),
      .init("superadditive", superadditivity.map { .bool($0 == nil) } ?? .null),
      .init("superadditivityViolation", json(superadditivity ?? nil, setting)),
      .init("balanced", .bool(!least.isCoreEmpty)),
      .init("collection", question.json(least.collection)),
      .init("claimed", setting.json(least.collection.worth(in: game))),
      .init("available", setting.json(game[game.everyone])),
    ]
  }

  private func json(_ violation: GameShape.Violation?, _ setting: Setting) -> JSONValue {
    violation.map {
      .object([
        .init("first", question.json($0.first)), .init("second", question.json($0.second)),
        .init("amount", setting.json($0.amount)),
      ])
    } ?? .null
  }

  func tables(in setting: Setting) -> [ResultTable] { [csv(in: setting)] }

  func csv(in setting: Setting) -> ResultTable {
    var rows: [[ResultTable.Cell]] = [
      ["convex", .text(convexity == nil ? "yes" : "no"), .text(words(convexity))]
    ]
    if let superadditivity {
      rows.append([
        "superadditive", .text(superadditivity == nil ? "yes" : "no"),
        .text(words(superadditivity)),
      ])
    }
    let parts = least.collection.map {
      "\($0.weight.readingText) v{\(question.words($0.coalition))}"
    }
    rows.append([
      "balanced", .text(least.isCoreEmpty ? "no" : "yes"),
      .text(
        least.isCoreEmpty
          ? parts.joined(separator: " + ")
            + " = \(least.collection.worth(in: game).readingText) > "
            + "\(game[game.everyone].readingText)" : "-"),
    ])
    return ResultTable(columns: ["property", "holds", "fails most at"], rows: rows)
  }

  private func words(_ violation: GameShape.Violation?) -> String {
    guard let violation else { return "-" }
    let sides = [
      violation.first, violation.second, violation.first.union(violation.second),
      violation.first.intersection(violation.second),
    ].map { "v{\(question.words($0))}" }
    return "\(sides[0]) + \(sides[1]) > \(sides[2])"
      + (violation.first.isDisjoint(with: violation.second) ? "" : " + \(sides[3])")
      + ", by \(violation.amount.readingText)"
  }
}
