import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import Scenarios

extension Concept {
  /// What it takes to turn each refusal.
  public static let sidePayments = Concept(
    name: "side-payments",
    answers: "What is the least that must be paid, and to whom, to turn each refusal?",
    forms: [BargainingForm.name],
    takes: "any number of actors under a linear rule: none, grieco, snidal, ally",
    method: "linear program solved exactly", source: "von Neumann and Morgenstern 1944; ours",
    limits: nil
  ) { setting, options in
    let question = try BargainingQuestion(setting, options)
    guard setting.relativeGains.rule.isLinear else {
      throw LaboratoryError.wrongSize(
        concept: "side-payments", takes: "a linear rule",
        found: "rule \(setting.relativeGains.rule.rawValue)", instead: "use --rule grieco or snidal"
      )
    }
    let evaluator = try GameEvaluator(
      setting.scenario, relativeGains: setting.relativeGains)
    let rule = try evaluator.rule(setting.parameters.map(\.value))
    var entries: [SidePaymentsAnswer.Entry] = []
    for verdict in ZoneOfAgreement.solve(question.problem) where !verdict.refusedBy.isEmpty {
      let payments = try SidePayments.least(
        gains: setting.gains(ofCell: verdict.outcome), floors: question.problem.reservations,
        rule: rule)
      entries.append(.init(verdict: verdict, payments: payments))
    }
    return Solution(
      concept: "side-payments", method: "linear program, exact", isExact: setting.isExact,
      answer: SidePaymentsAnswer(question: question, entries: entries))
  }
}

/// The payments that turn each refusal.
struct SidePaymentsAnswer: Answer {
  let question: BargainingQuestion
  let entries: [Entry]

  /// A refused outcome.
  struct Entry {
    let verdict: ZoneOfAgreement.Verdict
    /// Nil where no payments help.
    let payments: [SidePayments.Payment]?

    var total: Rational? { payments?.reduce(.zero) { $0 + $1.amount } }
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let actors = setting.scenario.actors
    return [
      .init(
        "refused",
        .array(
          entries.map { entry in
            [
              "outcome": question.json(outcome: entry.verdict.outcome),
              "refusedBy": .array(entry.verdict.refusedBy.map { .string(actors[$0].key) }),
              "total": entry.total.map { setting.json($0) } ?? .null,
              "payments": entry.payments.map { payments in
                .array(
                  payments.map {
                    [
                      "from": .string(actors[$0.from].key), "to": .string(actors[$0.to].key),
                      "amount": setting.json($0.amount),
                    ]
                  })
              } ?? .null,
            ]
          }))
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(columns: ["agreement", "refused by", "pays", "is paid", "amount"])
    let shown = entries.prefix(ZoneAnswer.mostRows)
    for entry in shown {
      let start: [ResultTable.Cell] = [
        .text(question.form.name(ofCell: entry.verdict.outcome)),
        .text(question.names(entry.verdict.refusedBy)),
      ]
      guard let payments = entry.payments, !payments.isEmpty else {
        table.rows.append(start + ["-", "-", "no payment helps"])
        continue
      }
      table.rows.append(
        start + [
          .several(payments.map { .text(setting.scenario.actors[$0.from].name) }),
          .several(payments.map { .text(setting.scenario.actors[$0.to].name) }),
          .several(payments.map { setting.cell($0.amount) }),
        ])
    }
    if entries.isEmpty { table.notes.append("No actor refuses any outcome.") }
    if shown.count < entries.count {
      table.notes.append("\(entries.count - shown.count) more with --format json.")
    }
    if !question.form.ratifiers.isEmpty {
      table.notes.append("Ratifiers are not paid: they may still refuse.")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    let actors = setting.scenario.actors
    var table = ResultTable(columns: ["agreement", "from", "to", "amount"])
    for entry in entries {
      for payment in entry.payments ?? [] {
        table.rows.append([
          .text(question.form.name(ofCell: entry.verdict.outcome)), .text(actors[payment.from].key),
          .text(actors[payment.to].key), setting.cell(payment.amount),
        ])
      }
    }
    return table
  }
}
