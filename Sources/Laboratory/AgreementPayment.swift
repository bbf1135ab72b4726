public import Arithmetic
import Cooperation
import GameForms
public import RelativeGains
import Scenarios

/// The smallest side payment that restores agreement, and who pays it: exact.
///
/// Of a bargaining game: the outcome that everyone accepts for the least payment. Of a strategic
/// game: the payment at an outcome that makes it an equilibrium.
public struct AgreementPayment: Sendable {
  /// The game and its conditions.
  public let setting: Setting
  /// The outcome agreed on, in words.
  public let outcome: String
  /// Who pays whom; none where it is agreed on as it is, nil where no payment helps.
  public let payments: [SidePayments.Payment]?
  /// Who refuses the outcome, or would turn away from it, without a payment.
  public let refusedBy: [Int]

  /// Looks for the smallest payment.
  ///
  /// - Throws: ``LaboratoryError`` for games of other forms and for rules that are not linear.
  public init(in setting: Setting) throws {
    let evaluator = try GameEvaluator(setting.scenario, relativeGains: setting.relativeGains)
    let rule = try evaluator.rule(setting.parameters.map(\.value))
    guard rule.rule.isLinear else {
      throw LaboratoryError.wrongSize(
        concept: "ask --payment", takes: "a linear rule",
        found: "rule \(setting.relativeGains.rule.rawValue)", instead: "use --rule grieco or snidal"
      )
    }
    switch setting.scenario.form {
    case let form as StrategicForm: try self.init(setting, form, rule)
    case is BargainingForm: try self.init(bargaining: setting, rule)
    default:
      throw LaboratoryError.wrongForm(
        asked: "ask --payment", takes: [BargainingForm.name, StrategicForm.name],
        found: setting.scenario.form.name)
    }
  }

  /// The recorded outcome as an equilibrium.
  private init(
    _ setting: Setting, _ form: StrategicForm, _ rule: RelativeGains<Rational>
  ) throws {
    guard let recorded = setting.scenario.outcome else {
      throw LaboratoryError.wrongForm(
        asked: "ask --payment", takes: ["\(StrategicForm.name) with a recorded outcome"],
        found: "one without")
    }
    let profile = form.index(of: recorded.profile)
    let game = setting.utilities
    let floors = (0..<game.actors).map { actor in
      (0..<game.shape[actor]).filter { $0 != game.strategy(of: actor, at: profile) }
        .map { game.payoff(at: game.deviation(from: profile, of: actor, to: $0), of: actor) }
        .max() ?? game.payoff(at: profile, of: actor)
    }
    self.setting = setting
    outcome = form.name(ofCell: profile)
    refusedBy = (0..<game.actors).filter { floors[$0] > game.payoff(at: profile, of: $0) }
    payments = try SidePayments.least(
      gains: (0..<game.actors).map { setting.gains.payoff(at: profile, of: $0) }, floors: floors,
      rule: rule)
  }

  /// The cheapest outcome that actors, and ratifiers, accept.
  private init(bargaining setting: Setting, _ rule: RelativeGains<Rational>) throws {
    let question = try BargainingQuestion(setting, .init())
    var best: (outcome: Int, refusedBy: [Int], payments: [SidePayments.Payment], sum: Rational)?
    // Ratifiers are not paid: what they refuse stays refused.
    for verdict in ZoneOfAgreement.solve(question.problem) where verdict.notRatifiedBy.isEmpty {
      let found = try SidePayments.least(
        gains: setting.gains(ofCell: verdict.outcome), floors: question.problem.reservations,
        rule: rule)
      guard let found else { continue }
      let sum = found.reduce(Rational.zero) { $0 + $1.amount }
      if best.map({ sum < $0.sum }) ?? true {
        best = (verdict.outcome, verdict.refusedBy, found, sum)
      }
    }
    self.setting = setting
    outcome = best.map { question.form.name(ofCell: $0.outcome) } ?? "none"
    refusedBy = best?.refusedBy ?? []
    payments = best?.payments
  }

  /// What is paid in all.
  public var total: Rational? { payments?.reduce(.zero) { $0 + $1.amount } }
}

extension AgreementPayment: ParameterMap {
  private var actors: [Scenario.Actor] { setting.scenario.actors }

  /// The answer for people.
  public func text(style: TextStyle) -> String {
    var text = style.heading(setting.title) + "\n"
    text += "the smallest side payment that restores agreement\n\n"
    guard let payments else { return text + "No payment does.\n" }
    if payments.isEmpty { return text + "None is needed: \(outcome) is agreed on as it is.\n" }
    let refusing = Words.list(refusedBy.map { actors[$0].name })
    text += "On \(outcome), which \(refusing) would leave without it:\n"
    for payment in payments {
      let amount =
        setting.isExact
        ? payment.amount.readingText : "~" + payment.amount.double.text(digits: 6)
      text += "  \(actors[payment.from].name) pays \(actors[payment.to].name) \(amount)\n"
    }
    return text
  }

  /// One row a payment.
  public var table: ResultTable {
    ResultTable(
      columns: ["outcome", "pays", "is paid", "amount"],
      rows: (payments ?? []).map {
        [
          .text(outcome), .text(actors[$0.from].key), .text(actors[$0.to].key),
          setting.cell($0.amount),
        ]
      })
  }

  /// The table for machines.
  public var csv: String { table.csv }

  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    [
      "format": 1, "question": "payment", "game": setting.json, "outcome": .string(outcome),
      "refusedBy": .array(refusedBy.map { .string(actors[$0].key) }),
      "total": total.map(setting.json) ?? .null,
      "payments": payments.map { payments in
        .array(
          payments.map {
            [
              "from": .string(actors[$0.from].key), "to": .string(actors[$0.to].key),
              "amount": setting.json($0.amount),
            ]
          })
      } ?? .null,
    ]
  }
}
