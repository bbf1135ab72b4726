import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// The agreement with the largest product of gains.
  public static let nashBargaining = bargaining(
    "nash-bargaining", .nash, "Which agreement makes the product of all gains largest?",
    method: "largest weighted product of gains over disagreement", source: "Nash 1950")
  /// The agreement at which all have the same share of their best.
  public static let kalaiSmorodinsky = bargaining(
    "kalai-smorodinsky", .kalaiSmorodinsky,
    "Which agreement gives all the same share of what each could have at best?",
    method: "largest least share of the best gain, lexicographically",
    source: "Kalai and Smorodinsky 1975, Imai 1983")
  /// The agreement with the largest least gain.
  public static let egalitarian = bargaining(
    "egalitarian", .egalitarian, "Which agreement makes the least gain as large as possible?",
    method: "largest least gain", source: "Kalai 1977")
  /// The agreement with the largest sum.
  public static let utilitarian = bargaining(
    "utilitarian", .utilitarian, "Which agreement makes the sum of gains largest?",
    method: "largest sum of gains", source: "Harsanyi 1955")
  /// The agreement with the largest least gain, then second least gain, and so on.
  public static let leximin = bargaining(
    "leximin", .leximin, "Which agreement serves the worst off first, then the next?",
    method: "lexicographic maximin of gains", source: "Sen 1970")
  /// The efficient agreement with gains most alike.
  public static let equalGains = bargaining(
    "equal-gains", .equalGains, "Which efficient agreement leaves gains most alike?",
    method: "least difference of the largest and the least gain", source: "Kalai 1977")

  private static func bargaining(
    _ name: String, _ rule: BargainingRule, _ answers: String, method: String, source: String
  ) -> Concept {
    Concept(
      name: name, answers: answers, forms: [BargainingForm.name], takes: "any number of actors",
      method: method, source: source,
      limits: "lotteries: \(AgreementSet.mostPairs) pairs of outcomes to mix at a floor",
      options: [BargainingQuestion.spaceOption]
    ) { setting, options in
      let question = try BargainingQuestion(setting, options)
      let set = try question.agreements(for: name)
      var solution: BargainingSolution?
      if !set.isEmpty {
        do throws(BargainingError) {
          solution =
            rule == .nash
            ? try NashBargaining.solve(set, weights: question.numbers.power) : try rule.solve(set)
        } catch {
          throw BargainingQuestion.refusal(error, name)
        }
      }
      return Solution(
        concept: name, method: "\(method), over \(question.space.rawValue)",
        isExact: setting.isExact && solution?.gap == nil,
        answer: BargainingAnswer(question: question, set: set, solution: solution))
    }
  }
}

/// What a bargaining solution chooses, or that there is nothing to agree on.
struct BargainingAnswer: Answer {
  let question: BargainingQuestion
  let set: AgreementSet
  /// Nil where the zone of agreement is empty.
  let solution: BargainingSolution?

  private var isExact: Bool { question.setting.isExact && solution?.gap == nil }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let chosen = solution?.agreement
    return [
      .init("space", .string(question.space.rawValue)), .init("agreement", .bool(chosen != nil)),
      .init(
        "values",
        question.json(perActor: chosen?.utilities ?? set.disagreement, exact: isExact)),
      .init(
        "gains",
        chosen.map { question.json(perActor: question.gains(of: $0), exact: isExact) } ?? .null),
      .init("outcome", question.json(outcome: chosen?.outcome)),
      .init("lottery", chosen.map { question.json(lottery: $0, exact: isExact) } ?? .array([])),
      .init("objective", solution.map { .quantity($0.value, exact: isExact) } ?? .null),
      .init("gap", solution?.gap.map(JSONValue.number) ?? .null),
      .init(
        "alsoBest",
        .array((solution?.agreements.dropFirst() ?? []).map { question.json(outcome: $0.outcome) })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let names = setting.scenario.actors.map(\.name)
    let showsUtilities = setting.relativeGains.rule != .none
    var table = ResultTable(
      columns: ["agreement"] + names.map { "gain of \($0)" }
        + (showsUtilities ? names.map { "utility of \($0)" } : []))
    for agreement in solution?.agreements ?? [] {
      table.rows.append(
        [question.words(agreement)]
          + question.gains(of: agreement).map { .number($0, exact: isExact) }
          + (showsUtilities ? agreement.utilities.map { .number($0, exact: isExact) } : []))
    }
    guard let solution else {
      return [
        ResultTable(
          columns: ["agreement"] + names.map { "utility of \($0)" },
          rows: [["none"] + set.disagreement.map(setting.cell)],
          notes: [
            "No zone of agreement: whatever is agreed, someone who must consent refuses. "
              + "zone-of-agreement says who."
          ])
      ]
    }
    if let gap = solution.gap {
      table.notes.append(
        "Floating point: the logarithm of the product is within \(gap.text(digits: 3)) of the best."
      )
    }
    if solution.agreements.count > 1 { table.notes.append("All of these are equally good.") }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    let keys = setting.scenario.actors.map(\.key)
    var table = ResultTable(
      columns: ["agreement", "probability"] + keys.map { "gain.\($0)" }
        + keys.map { "utility.\($0)" })
    for agreement in solution?.agreements ?? [] {
      let numbers = question.gains(of: agreement) + agreement.utilities
      for chance in agreement.lottery {
        table.rows.append(
          [
            .text(question.form.name(ofCell: chance.outcome)),
            .number(chance.probability, exact: isExact),
          ] + numbers.map { .number($0, exact: isExact) })
      }
    }
    return table
  }
}
