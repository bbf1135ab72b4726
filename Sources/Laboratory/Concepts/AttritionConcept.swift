import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// Holding out.
  public static let warOfAttrition = Concept(
    name: "war-of-attrition",
    answers: "When two hold out for what each wants, who gives way, and how long does it take?",
    forms: [BargainingForm.name], takes: "two actors and an attrition block",
    method: "stationary equilibrium in mixed strategies, exact",
    source: "Maynard Smith 1974; Hendricks, Weiss and Wilson 1988", limits: nil
  ) { setting, options in
    let question = try BargainingQuestion(setting, options)
    guard let attrition = question.form.attrition, let round = question.form.roundCell else {
      throw BargainingQuestion.missing(
        "an attrition block", for: "war-of-attrition",
        write: "attrition: {favourites: {...}, round: {gains: {...}}}")
    }
    let utilities = question.problem.utilities
    let wanted = attrition.favourites
    // Fruitless talks leave what disagreement gives; a round costs what it takes away from that.
    let cost = zip(question.problem.disagreement, setting.utilities(ofCell: round)).map { $0 - $1 }
    do throws(BargainingError) {
      let war = try WarOfAttrition(
        winning: [utilities[wanted[0]][0], utilities[wanted[1]][1]],
        losing: [utilities[wanted[1]][0], utilities[wanted[0]][1]], costs: cost,
        discounts: question.numbers.discounts ?? [.one, .one])
      return Solution(
        concept: "war-of-attrition",
        method: "each gives way so often that the other is indifferent",
        isExact: setting.isExact,
        answer: AttritionAnswer(question: question, wanted: wanted, war: war))
    } catch {
      throw BargainingQuestion.refusal(error, "war-of-attrition")
    }
  }
}

/// Who gives way, how often and how soon.
struct AttritionAnswer: Answer {
  let question: BargainingQuestion
  let wanted: [Int]
  let war: WarOfAttrition

  func json(in setting: Setting) -> [JSONValue.Member] {
    let mixed = war.mixed
    return [
      .init("concession", setting.json(perActor: mixed.concession)),
      .init("givesWay", setting.json(perActor: mixed.loses)),
      .init("bothGiveWay", setting.json(mixed.together)),
      .init("rounds", setting.json(mixed.delay)),
      .init("values", setting.json(perActor: mixed.values)),
      .init(
        "pure",
        .array(
          setting.scenario.actors.indices.map { actor in
            [
              "givesWay": .string(setting.scenario.actors[actor].key),
              "outcome": question.json(outcome: wanted[1 - actor]),
              "values": setting.json(perActor: war.values(givingWay: actor)),
            ]
          })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let mixed = war.mixed
    var table = ResultTable(columns: [
      "actor", "holds out for", "has if it wins", "has if it gives way", "gives way a round",
      "is the one to give way",
    ])
    for (actor, named) in setting.scenario.actors.enumerated() {
      table.rows.append([
        .text(named.name), .text(question.form.name(ofCell: wanted[actor])),
        setting.cell(war.winning[actor]), setting.cell(war.losing[actor]),
        setting.cell(mixed.concession[actor]), setting.cell(mixed.loses[actor]),
      ])
    }
    let delay =
      setting.isExact ? mixed.delay.readingText : "~" + mixed.delay.double.text(digits: 6)
    table.notes = [
      "Expected fruitless rounds: \(delay).",
      "Beside this there are two equilibria in which one actor gives way at once.",
    ]
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable { tables(in: setting)[0] }
}
