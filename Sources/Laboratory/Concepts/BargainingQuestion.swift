import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import Scenarios

/// What every concept of bargaining needs: the problem in numbers, and what may be agreed on.
struct BargainingQuestion {
  let form: BargainingForm
  let problem: BargainingProblem
  let numbers: BargainingForm.Numbers
  let space: AgreementSet.Space
  let setting: Setting

  /// The option that says whether lotteries may be agreed on.
  static let spaceOption = "space"

  /// The question about a setting.
  ///
  /// - Throws: ``LaboratoryError/wrongOption(option:found:expected:)``.
  init(_ setting: Setting, _ options: Concept.Options) throws(LaboratoryError) {
    guard let form = setting.scenario.form as? BargainingForm else {
      throw .wrongForm(
        asked: "bargaining", takes: [BargainingForm.name], found: setting.scenario.form.name)
    }
    var space: AgreementSet.Space = form.lotteries ? .lotteries : .outcomes
    if let text = options.text(Self.spaceOption) {
      guard let asked = AgreementSet.Space(rawValue: text) else {
        throw .wrongOption(
          option: Self.spaceOption, found: text, expected: "outcomes or lotteries")
      }
      space = asked
    }
    self.form = form
    problem = form.problem(of: setting.evaluated)
    numbers = form.numbers(of: setting.evaluated)
    self.space = space
    self.setting = setting
  }

  /// The outcome of this name, `long, low`; nil if there is none.
  func place(named text: String) -> Int? {
    let wanted = text.filter { !"()".contains($0) }.split(separator: ",").map { part in
      part.split(separator: " ").joined(separator: " ")
    }.joined(separator: ", ")
    return form.cells.indices.first { form.name(ofCell: $0) == wanted }
  }

  /// The efficient agreements that everyone accepts.
  func agreements(for concept: String, space: AgreementSet.Space? = nil) throws -> AgreementSet {
    do {
      return try AgreementSet(problem, space: space ?? self.space)
    } catch {
      throw Self.refusal(error, concept)
    }
  }

  /// A complaint of a solver in the words of the laboratory.
  static func refusal(_ error: BargainingError, _ concept: String) -> LaboratoryError {
    switch error {
    case .tooMany(let what, let count, let limit, let instead):
      .tooLarge(concept: concept, size: "\(count) \(what)", limit: "\(limit)", instead: instead)
    case .needsTwoActors(let count):
      .wrongSize(
        concept: concept, takes: "two actors", found: Words.count(count, "actor"),
        instead: "use --concept nash-bargaining")
    case .noAgreement, .outOfRange:
      .wrongSize(
        concept: concept, takes: "other numbers", found: "such that \(error)",
        instead: "set other values")
    }
  }

  /// The refusal of a game whose file says nothing on what the concept needs.
  static func missing(_ what: String, for concept: String, write example: String)
    -> LaboratoryError
  {
    .wrongSize(
      concept: concept, takes: "a game with \(what)", found: "none",
      instead: "write \(example) in its file")
  }

  /// The absolute gains of an agreement: the same mixture of the outcomes' gains.
  func gains(of agreement: Agreement) -> [Rational] {
    var sum = problem.disagreement.map { _ in Rational.zero }
    for chance in agreement.lottery {
      for (actor, gain) in setting.gains(ofCell: chance.outcome).enumerated() {
        sum[actor] += chance.probability * gain
      }
    }
    return sum
  }

  /// An agreement in a few words: an outcome, or outcomes with their probabilities.
  func words(_ agreement: Agreement) -> ResultTable.Cell {
    if let outcome = agreement.outcome { return .text(form.name(ofCell: outcome)) }
    return .several(
      agreement.lottery.map { chance in
        let share =
          setting.isExact
          ? chance.probability.readingText : chance.probability.double.text(digits: 6)
        return .text("\(form.name(ofCell: chance.outcome)): \(share)")
      })
  }

  /// `{"years": "long"}`, null for a lottery.
  func json(outcome: Int?) -> JSONValue {
    outcome.map { setting.scenario.json(outcome: [$0]) } ?? .null
  }

  /// The outcomes of an agreement with their probabilities.
  func json(lottery agreement: Agreement, exact: Bool) -> JSONValue {
    .array(
      agreement.lottery.map {
        [
          "outcome": json(outcome: $0.outcome),
          "probability": .quantity($0.probability, exact: exact),
        ]
      })
  }

  /// `{"a": "3/2"}`.
  func json(perActor values: [Rational], exact: Bool) -> JSONValue {
    .object(
      zip(setting.scenario.actors, values).map { .init($0.key, .quantity($1, exact: exact)) })
  }

  /// The names of the actors at these places.
  func names(_ actors: [Int]) -> String {
    actors.isEmpty ? "-" : actors.map { setting.scenario.actors[$0].name }.joined(separator: ", ")
  }
}
