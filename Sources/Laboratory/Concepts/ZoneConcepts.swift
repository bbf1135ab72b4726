import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// Which outcomes all accept.
  public static let zoneOfAgreement = Concept(
    name: "zone-of-agreement",
    answers: "Which outcomes does everyone accept who must agree, and who refuses the others?",
    forms: [BargainingForm.name], takes: "any number of actors",
    method: "utilities against disagreement, outside options and ratifiers",
    source: "Raiffa 1982, Putnam 1988", limits: nil, options: [BargainingQuestion.spaceOption]
  ) { setting, options in
    let question = try BargainingQuestion(setting, options)
    let corners =
      question.space == .lotteries
      ? try question.agreements(for: "zone-of-agreement").agreements : nil
    return Solution(
      concept: "zone-of-agreement",
      method: "each outcome against each floor, over \(question.space.rawValue)",
      isExact: setting.isExact,
      answer: ZoneAnswer(
        question: question, verdicts: ZoneOfAgreement.solve(question.problem), corners: corners))
  }

  /// Which agreements leave nothing on the table.
  public static let paretoFrontier = Concept(
    name: "pareto-frontier",
    answers: "On which outcomes can nobody improve without harm to another?",
    forms: [BargainingForm.name], takes: "any number of actors",
    method: "comparison of all outcomes", source: "Pareto 1906", limits: nil
  ) { setting, options in
    let question = try BargainingQuestion(setting, options)
    let verdicts = ZoneOfAgreement.solve(question.problem).filter(\.isEfficient)
    return Solution(
      concept: "pareto-frontier", method: "comparison of all outcomes", isExact: setting.isExact,
      answer: ZoneAnswer(question: question, verdicts: verdicts, corners: nil))
  }
}

/// How outcomes fare with those who must agree.
struct ZoneAnswer: Answer {
  let question: BargainingQuestion
  let verdicts: [ZoneOfAgreement.Verdict]
  /// With lotteries, the corners of what all accept and nobody can improve on; nil without.
  let corners: [Agreement]?
  /// Most rows of a table for people; past it only what all accept is listed.
  static let mostRows = 60

  func json(in setting: Setting) -> [JSONValue.Member] {
    let keys = setting.scenario.actors.map(\.key)
    return [
      .init("space", .string(question.space.rawValue)),
      .init(
        "corners",
        corners.map { corners in
          .array(
            corners.map {
              [
                "values": setting.json(perActor: $0.utilities),
                "gains": setting.json(perActor: question.gains(of: $0)),
                "lottery": question.json(lottery: $0, exact: setting.isExact),
              ]
            })
        } ?? .null),
      .init("accepted", .integer(verdicts.count { $0.isAccepted })),
      .init(
        "outcomes",
        .array(
          verdicts.map { verdict in
            [
              "outcome": question.json(outcome: verdict.outcome),
              "utilities": setting.json(perActor: question.problem.utilities[verdict.outcome]),
              "accepted": .bool(verdict.isAccepted), "efficient": .bool(verdict.isEfficient),
              "refusedBy": .array(verdict.refusedBy.map { .string(keys[$0]) }),
              "notRatifiedBy": .array(
                verdict.notRatifiedBy.map { .string(question.form.ratifiers[$0].name) }),
            ]
          })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let shown =
      verdicts.count <= Self.mostRows ? verdicts : verdicts.filter { $0.isAccepted }
    var table = table(shown, names: setting.scenario.actors.map { "utility of \($0.name)" })
    let accepted = verdicts.count { $0.isAccepted }
    table.notes.append(
      "\(accepted) of \(Words.count(verdicts.count, "outcome")) accepted by all."
        + (shown.count < verdicts.count ? " Only these are listed." : ""))
    guard let corners else { return [table] }
    let actors = setting.scenario.actors
    return [
      table,
      ResultTable(
        caption: "Lotteries that all accept and nobody can improve on are mixtures of these",
        columns: ["agreement"] + actors.map { "gain of \($0.name)" }
          + actors.map { "utility of \($0.name)" },
        rows: corners.map { corner in
          [question.words(corner)]
            + (question.gains(of: corner) + corner.utilities).map(setting.cell)
        }, notes: corners.isEmpty ? ["There are none: no zone of agreement."] : []),
    ]
  }

  func csv(in setting: Setting) -> ResultTable {
    table(verdicts, names: setting.scenario.actors.map { "utility.\($0.key)" })
  }

  private func table(_ verdicts: [ZoneOfAgreement.Verdict], names: [String]) -> ResultTable {
    ResultTable(
      columns: ["agreement"] + names + ["refused by", "not ratified by", "efficient"],
      rows: verdicts.map { verdict in
        [.text(question.form.name(ofCell: verdict.outcome))]
          + question.problem.utilities[verdict.outcome].map(question.setting.cell)
          + [
            .text(question.names(verdict.refusedBy)),
            .text(
              verdict.notRatifiedBy.isEmpty
                ? "-"
                : verdict.notRatifiedBy.map { question.form.ratifiers[$0].name }
                  .joined(separator: ", ")),
            .text(verdict.isEfficient ? "yes" : "no"),
          ]
      })
  }
}
