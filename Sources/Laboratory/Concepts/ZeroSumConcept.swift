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
  ) { setting, _ in
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
    try WorkEstimate.zeroSum(game).refuse("zero-sum", of: setting)
    let solution = try ZeroSumSolution.solve(game)
    guard solution.isProof else { throw LaboratoryError.failedCheck(concept: "zero-sum") }
    return Solution(
      concept: "zero-sum", method: "linear program, exact", isExact: setting.isExact,
      status: solution.isUnique ? .complete : .sample, answer: ZeroSumAnswer(solution: solution))
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
    let strategies = setting.scenario.actors.enumerated().map { actor, named in
      JSONValue.Member(named.key, setting.json(mixed: solution.strategies[actor], of: actor))
    }
    return [
      .init("sum", setting.json(solution.sum)),
      .init("values", setting.json(perActor: solution.values)),
      .init("strategies", .object(strategies)), .init("unique", .bool(solution.isUnique)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(columns: ["actor", "plays", "and is sure of"])
    for (actor, named) in setting.scenario.actors.enumerated() {
      table.rows.append([
        .text(named.name), setting.cell(mixed: solution.strategies[actor], of: actor),
        setting.cell(solution.values[actor]),
      ])
    }
    table.notes.append(
      solution.isUnique
        ? "No other strategies are optimal."
        : "Any optimal strategy of one is in equilibrium with any of the other's.")
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(columns: ["actor", "value", "strategy", "probability"])
    for (actor, named) in setting.scenario.actors.enumerated() {
      for (strategy, weight) in solution.strategies[actor].enumerated() where !weight.isZero {
        table.rows.append([
          .text(named.key), setting.cell(solution.values[actor]),
          .text(setting.strategies[actor][strategy].key), setting.cell(weight),
        ])
      }
    }
    return table
  }
}
