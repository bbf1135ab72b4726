import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// Two-level games.
  public static let winSets = Concept(
    name: "win-sets",
    answers: "What could each side have ratified at home, and who gains from tied hands?",
    forms: [BargainingForm.name], takes: "any number of actors, ratifiers with floors",
    method: "the Nash solution with and without each side's ratifiers",
    source: "Putnam 1988, Schelling 1960", limits: nil,
    options: [BargainingQuestion.spaceOption]
  ) { setting, options in
    let question = try BargainingQuestion(setting, options)
    guard !question.form.ratifiers.isEmpty else {
      throw BargainingQuestion.missing(
        "ratifiers", for: "win-sets",
        write: "ratifiers: {\(setting.scenario.actors[0].key): [{name: Parliament, floor: 1/2}]}")
    }
    do throws(BargainingError) {
      let answer = try WinSets.solve(question.problem, space: question.space)
      return Solution(
        concept: "win-sets",
        method: "Nash bargaining with and without ratifiers, over \(question.space.rawValue)",
        isExact: setting.isExact && answer.agreement?.gap == nil,
        answer: WinSetsAnswer(question: question, answer: answer))
    } catch {
      throw BargainingQuestion.refusal(error, "win-sets")
    }
  }
}

/// Win-sets and what ratifiers are worth.
struct WinSetsAnswer: Answer {
  let question: BargainingQuestion
  let answer: WinSets.Answer

  func json(in setting: Setting) -> [JSONValue.Member] {
    let sides = setting.scenario.actors.enumerated().map { actor, named in
      let side = answer.sides[actor]
      return JSONValue.Member(
        named.key,
        [
          "winSet": .array(side.winSet.map { question.json(outcome: $0) }),
          "tiedHands": answer.tiedHands(of: actor).map { setting.json($0) } ?? .null,
          "valuesUntied": side.untied.map { setting.json(perActor: $0) } ?? .null,
          "blocks": .bool(answer.losesAgreement(by: actor)),
        ])
    }
    let chosen = answer.agreement?.agreement
    return [
      .init("space", .string(question.space.rawValue)), .init("agreement", .bool(chosen != nil)),
      .init("sides", .object(sides)),
      .init("intersection", .array(answer.intersection.map { question.json(outcome: $0) })),
      .init("outcome", question.json(outcome: chosen?.outcome)),
      .init("values", chosen.map { setting.json(perActor: $0.utilities) } ?? .null),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(columns: [
      "actor", "win-set", "utility agreed", "with hands untied", "gain from tied hands",
    ])
    for (actor, named) in setting.scenario.actors.enumerated() {
      let side = answer.sides[actor]
      func cell(_ value: Rational?) -> ResultTable.Cell { value.map(setting.cell) ?? "none" }
      table.rows.append([
        .text(named.name),
        .text("\(side.winSet.count) of \(Words.count(question.problem.outcomes, "outcome"))"),
        cell(answer.agreement?.agreement.utilities[actor]), cell(side.untied?[actor]),
        answer.losesAgreement(by: actor)
          ? "the agreement is lost" : cell(answer.tiedHands(of: actor)),
      ])
    }
    if let chosen = answer.agreement?.agreement {
      let words = question.words(chosen).textLines.joined(separator: ", ")
      table.notes.append(
        "In all win-sets: \(Words.count(answer.intersection.count, "outcome")). Agreed: \(words).")
    } else {
      table.notes.append("The win-sets have nothing in common: no agreement.")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(columns: ["actor", "outcome"])
    for (actor, named) in setting.scenario.actors.enumerated() {
      for outcome in answer.sides[actor].winSet {
        table.rows.append([.text(named.key), .text(question.form.name(ofCell: outcome))])
      }
    }
    return table
  }
}
