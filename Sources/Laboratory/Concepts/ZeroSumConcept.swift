import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// The value of a game in which what one gains the other loses.
  public static let zeroSum = Concept(
    name: "zero-sum",
    answers: "What is a game worth in which one loses what the other gains, and how to play it?",
    forms: ["strategic"], takes: zeroSumGames,
    method: "linear program solved exactly", source: "von Neumann 1928",
    limits: "about \(Int(WorkEstimate.mostSeconds)) seconds of work"
  ) { setting, options in
    let game = setting.utilities
    do throws(ZeroSumRefusal) {
      _ = try ZeroSumSolution.constantSum(of: game)
    } catch {
      throw LaboratoryError.wrongSize(
        concept: "zero-sum", takes: zeroSumGames, found: error.found(in: setting),
        instead: game.actors == 2
          ? "use --concept nash, or security for what each can be sure of"
          : "use --concept security for what each can be sure of")
    }
    try WorkEstimate.zeroSum(game).refuse("zero-sum", of: setting, options: options)
    let solution = try ZeroSumSolution.solve(game, seconds: options.seconds)
    guard solution.isProof else { throw LaboratoryError.failedCheck(concept: "zero-sum") }
    return Solution(
      concept: "zero-sum",
      method: solution.isOptimal
        ? "linear program, exact" : "linear program in doubles, bounds exact",
      isExact: setting.isExact && solution.isOptimal,
      status: solution.isCutShort
        ? .limit(options.limit) : solution.isUnique ? .complete : .sample,
      answer: ZeroSumAnswer(solution: solution))
  }

  private static let zeroSumGames =
    "two actors whose utilities add up to the same in every profile"
}

extension ZeroSumRefusal {
  /// What the game has in place of a constant sum.
  fileprivate func found(in setting: Setting) -> String {
    func text(_ value: Rational) -> String {
      setting.isExact ? value.shortText : "~" + value.double.text(digits: 6)
    }
    func name(_ profile: Int) -> String {
      setting.text(profile: setting.utilities.profile(at: profile))
    }
    return switch self {
    case .needsTwoActors(let actors): Words.count(actors, "actor")
    case .sumDiffers(let profile, let sum, let other):
      "a sum of \(text(sum)) at (\(name(0))) but of \(text(other)) at (\(name(profile)))"
    }
  }
}

/// The value of the game and how to play it.
struct ZeroSumAnswer: Answer {
  /// The value and optimal strategies, in utilities.
  let solution: ZeroSumSolution

  func json(in setting: Setting) -> [JSONValue.Member] {
    let isExact = setting.isExact && solution.isOptimal
    func number(_ value: Rational) -> JSONValue { .quantity(value, exact: isExact) }
    func perActor(_ value: (Int) -> JSONValue) -> JSONValue {
      .object(setting.scenario.actors.enumerated().map { .init($1.key, value($0)) })
    }
    return [
      .init("sum", setting.json(solution.sum)),
      .init("values", perActor { number(solution.values[$0]) }),
      .init(
        "bounds",
        perActor { .array([number(solution.values[$0]), number(solution.ceilings[$0])]) }),
      .init(
        "strategies",
        perActor { actor in
          .object(
            zip(setting.strategies[actor], solution.strategies[actor]).filter { !$0.1.isZero }
              .map { .init($0.key, number($1)) })
        }),
      .init("unique", .bool(solution.isUnique)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      columns: ["actor", "plays", "and is sure of"]
        + (solution.isOptimal ? [] : ["at most"]))
    for (actor, named) in setting.scenario.actors.enumerated() {
      table.rows.append(
        [
          .text(named.name), mixture(of: actor, in: setting),
          cell(solution.values[actor], setting),
        ] + (solution.isOptimal ? [] : [cell(solution.ceilings[actor], setting)]))
    }
    table.notes.append(note)
    return [table]
  }

  private var note: String {
    if solution.isUnique { return "No other strategies are optimal." }
    guard !solution.isOptimal else {
      return "Any optimal strategy of one is in equilibrium with any of the other's."
    }
    let gap = (solution.ceilings[0] - solution.values[0]).double.text(digits: 2)
    return "What each is sure of is exact; the value lies above it by \(gap) at most."
  }

  private func cell(_ value: Rational, _ setting: Setting) -> ResultTable.Cell {
    .number(value, exact: setting.isExact && solution.isOptimal)
  }

  private func mixture(of actor: Int, in setting: Setting) -> ResultTable.Cell {
    guard !solution.isOptimal else {
      return setting.cell(mixed: solution.strategies[actor], of: actor)
    }
    return .several(
      zip(setting.strategies[actor], solution.strategies[actor]).filter { !$0.1.isZero }
        .map { .text("\($0.key): \($1.double.text(digits: 6))") })
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(columns: ["actor", "value", "at-most", "strategy", "probability"])
    for (actor, named) in setting.scenario.actors.enumerated() {
      for (strategy, weight) in solution.strategies[actor].enumerated() where !weight.isZero {
        table.rows.append([
          .text(named.key), cell(solution.values[actor], setting),
          cell(solution.ceilings[actor], setting),
          .text(setting.strategies[actor][strategy].key), cell(weight, setting),
        ])
      }
    }
    return table
  }
}
