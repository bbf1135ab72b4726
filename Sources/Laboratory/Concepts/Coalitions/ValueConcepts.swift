import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// The Shapley value.
  public static let shapley = Concept(
    name: "shapley",
    answers: "What does each actor add on average to those who came before it?",
    forms: [CoalitionalForm.name], takes: "up to 24 actors exactly, 62 by sampling",
    method: "sums over all coalitions, exact; beyond 24 actors random orders with standard errors",
    source: "Shapley 1953", limits: "62 actors"
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "shapley")
    if question.actors.count > CoalitionalGame.mostActors { return sampledShapley(question) }
    return question.solution(
      ShapleyValue.values(try question.game()), method: "all coalitions, exact")
  }

  private static func sampledShapley(_ question: CoalitionQuestion) -> Solution {
    let orders = 20_000
    let worths = orders * question.actors.count
    question.options.announce(
      "\(orders) orders of \(question.actors.count) actors",
      seconds: Double(worths) * question.form.secondsPerCoalition)
    let worth = question.form.worth(in: question.setting.evaluated)
    let sampled = SampledShapleyValue(
      actors: question.actors.count, orders: orders, seed: 1, worth: worth)
    return Solution(
      concept: "shapley", method: "\(orders) random orders, seed 1", isExact: false,
      status: .sample,
      answer: SampledValueAnswer(question: question, sampled: sampled))
  }

  /// The Banzhaf value.
  public static let banzhaf = Concept(
    name: "banzhaf",
    answers: "How often, and for how much, does each actor make the difference to a coalition?",
    forms: [CoalitionalForm.name], takes: "up to 24 actors",
    method: "sums over all coalitions, exact; values are the normalised index",
    source: "Penrose 1946, Banzhaf 1965", limits: "24 actors"
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "banzhaf")
    let value = BanzhafValue(try question.game())
    return question.solution(
      value.normalised ?? value.average, method: "all coalitions, exact",
      others: [("raw", "in all", value.raw), ("average", "on average", value.average)],
      note: value.normalised == nil
        ? "The differences add up to 0: values are averages, not shares."
        : "Values are shares of all differences made.")
  }

  /// The Deegan-Packel index.
  public static let deeganPackel = Concept(
    name: "deegan-packel",
    answers: "How is power shared where only coalitions form in which everyone is needed?",
    forms: [CoalitionalForm.name], takes: "simple games of up to 24 actors",
    method: "minimal winning coalitions, exact", source: "Deegan and Packel 1978",
    limits: "24 actors"
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "deegan-packel")
    let game = try question.game()
    let values = try question.asking { () throws(CoalitionRefusal) in
      try DeeganPackelIndex.values(game)
    }
    return question.solution(values, method: "minimal winning coalitions, exact")
  }

  /// The Owen value.
  public static let owen = Concept(
    name: "owen",
    answers: "What does each actor add on average where members of a union come together?",
    forms: [CoalitionalForm.name], takes: "up to 20 actors in unions",
    method: "orders of unions and within them, exact", source: "Owen 1977", limits: "20 actors",
    options: [CoalitionQuestion.unionsOption]
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "owen")
    let unions = try question.unions()
    return question.solution(
      OwenValue.values(try question.game(limit: 20), unions: unions),
      method: "orders of unions and within them, exact", note: "Unions: \(question.words(unions)).")
  }

  /// The Myerson value.
  public static let myerson = Concept(
    name: "myerson",
    answers: "What does each actor add on average where only those cooperate who can talk?",
    forms: [CoalitionalForm.name], takes: "up to 20 actors and their links",
    method: "Shapley value of the game restricted to the graph, exact", source: "Myerson 1977",
    limits: "20 actors", options: [CoalitionQuestion.linksOption]
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "myerson")
    let links = try question.links()
    let words = links.map { question.words(Coalition([$0.0, $0.1])) }
    return question.solution(
      MyersonValue.values(try question.game(limit: 20), links: links),
      method: "Shapley value of the restricted game, exact",
      note: "Links: \(words.joined(separator: "; ")).")
  }

  /// The Aumann-Dreze value.
  public static let aumannDreze = Concept(
    name: "aumann-dreze",
    answers: "What does each actor add on average within its own block?",
    forms: [CoalitionalForm.name], takes: "up to 24 actors in blocks",
    method: "Shapley value of each block, exact", source: "Aumann and Dreze 1974",
    limits: "24 actors", options: [CoalitionQuestion.unionsOption]
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "aumann-dreze")
    let unions = try question.unions()
    return question.solution(
      AumannDrezeValue.values(try question.game(), structure: unions),
      method: "Shapley value of each block, exact", note: "Blocks: \(question.words(unions)).")
  }

  /// The tau value.
  public static let tau = Concept(
    name: "tau",
    answers: "Where do the most that actors can ask and the least they can insist on meet?",
    forms: [CoalitionalForm.name], takes: "quasi-balanced games of up to 20 actors",
    method: "between utopia and minimal rights, exact", source: "Tijs 1981", limits: "20 actors"
  ) { setting, options in
    let question = try CoalitionQuestion(setting, options, concept: "tau")
    let game = try question.game(limit: 20)
    let value = try question.asking { () throws(CoalitionRefusal) in try TauValue(game) }
    return question.solution(
      value.values, method: "between utopia and minimal rights, exact",
      others: [("utopia", "at most", value.utopia), ("minimum", "at least", value.minimum)])
  }
}

extension CoalitionQuestion {
  /// The solution of a concept that gives each actor a value.
  func solution(
    _ values: [Rational], method: String,
    others: [(key: String, heading: String, values: [Rational])] = [], note: String? = nil
  ) -> Solution {
    Solution(
      concept: concept, method: method, isExact: setting.isExact,
      answer: ValueAnswer(question: self, values: values, others: others, note: note))
  }
}

/// One value an actor.
struct ValueAnswer: Answer {
  let question: CoalitionQuestion
  let values: [Rational]
  let others: [(key: String, heading: String, values: [Rational])]
  let note: String?

  func json(in setting: Setting) -> [JSONValue.Member] {
    [.init("values", question.json(values: values))]
      + others.map { .init($0.key, question.json(values: $0.values)) }
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = csv(in: setting)
    table.columns = ["actor", question.verb] + others.map(\.heading)
    table.notes = [note].compactMap(\.self)
    if question.mindsOthers {
      table.notes.append("The value is of absolute gains; the rule makes no difference to it.")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["actor", "value"] + others.map(\.key),
      rows: question.actors.indices.map { actor in
        [.text(question.actors[actor].name)]
          + ([values] + others.map(\.values)).map { setting.cell(question.shown($0[actor])) }
      })
  }
}

/// One estimate an actor, with its standard error.
struct SampledValueAnswer: Answer {
  let question: CoalitionQuestion
  let sampled: SampledShapleyValue

  private func number(_ value: Double) -> Rational { Rational(value) ?? .zero }

  private func values(_ numbers: [Double], sign: Double = 1) -> JSONValue {
    .object(
      zip(question.actors, numbers).map {
        .init($0.key, .quantity(number(sign * $1), exact: false))
      })
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    [
      .init("values", values(sampled.values, sign: question.form.areCosts ? -1 : 1)),
      .init("standardErrors", values(sampled.standardErrors)),
      .init("orders", .integer(sampled.orders)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] { [csv(in: setting)] }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["actor", "value", "standard-error"],
      rows: question.actors.indices.map { actor in
        [
          .text(question.actors[actor].name),
          .number(question.shown(number(sampled.values[actor])), exact: false),
          .number(number(sampled.standardErrors[actor]), exact: false),
        ]
      })
  }
}
