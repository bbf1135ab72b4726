import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// Alternating offers.
  public static let rubinstein = Concept(
    name: "rubinstein",
    answers: "What is agreed when offers alternate and delay costs each actor something?",
    forms: [BargainingForm.name],
    takes: "two actors and discount factors; what is offered may be divided, as lotteries are",
    method: "stationary subgame-perfect equilibrium, exact",
    source: "Rubinstein 1982; Binmore, Shaked and Sutton 1989", limits: nil
  ) { setting, options in
    let question = try BargainingQuestion(setting, options)
    let actors = setting.scenario.actors
    guard let discounts = question.numbers.discounts else {
      throw BargainingQuestion.missing(
        "discount factors", for: "rubinstein",
        write: "discounts: {\(actors[0].key): 9/10, \(actors[actors.count - 1].key): 9/10}")
    }
    let set = try question.agreements(for: "rubinstein", space: .lotteries)
    do throws(BargainingError) {
      let offers = try AlternatingOffers(
        discounts: discounts, breakdown: question.numbers.breakdown)
      let equilibrium =
        set.isEmpty
        ? nil : try offers.solve(set, outsideOptions: question.problem.outsideOptions)
      return Solution(
        concept: "rubinstein", method: "stationary subgame-perfect equilibrium, over lotteries",
        isExact: setting.isExact,
        answer: RubinsteinAnswer(question: question, equilibrium: equilibrium))
    } catch {
      throw BargainingQuestion.refusal(error, "rubinstein")
    }
  }
}

/// What each proposes and accepts.
struct RubinsteinAnswer: Answer {
  let question: BargainingQuestion
  /// Nil where there is nothing to agree on.
  let equilibrium: AlternatingOffers.Equilibrium?

  func json(in setting: Setting) -> [JSONValue.Member] {
    let actors = setting.scenario.actors
    let proposals = (equilibrium?.proposals ?? []).enumerated().map { proposer, agreement in
      [
        "proposer": .string(actors[proposer].key),
        "values": setting.json(perActor: agreement.utilities),
        "gains": setting.json(perActor: question.gains(of: agreement)),
        "outcome": question.json(outcome: agreement.outcome),
        "lottery": question.json(lottery: agreement, exact: setting.isExact),
      ] as JSONValue
    }
    return [
      .init("agreement", .bool(equilibrium != nil)),
      .init("proposals", .array(proposals)),
      .init("acceptsFrom", equilibrium.map { setting.json(perActor: $0.thresholds) } ?? .null),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let actors = setting.scenario.actors
    var table = ResultTable(
      columns: ["first proposer", "agreed at once"] + actors.map { "gain of \($0.name)" }
        + actors.map { "utility of \($0.name)" })
    for (proposer, agreement) in (equilibrium?.proposals ?? []).enumerated() {
      table.rows.append(
        [.text(actors[proposer].name), question.words(agreement)]
          + (question.gains(of: agreement) + agreement.utilities).map(setting.cell))
    }
    if equilibrium == nil {
      table.notes.append("No zone of agreement: nothing is ever agreed.")
    } else if equilibrium?.proposals.contains(where: { $0.outcome == nil }) == true {
      table.notes.append("Where outcomes cannot be divided, read the shares as probabilities.")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable { tables(in: setting)[0] }
}
