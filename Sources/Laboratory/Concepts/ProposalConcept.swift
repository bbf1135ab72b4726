import Arithmetic
import Cooperation
import GameForms
import Scenarios

extension Concept {
  /// How far the record is from what solutions choose.
  public static let proposalDistance = Concept(
    name: "proposal-distance",
    answers: "How far is the recorded agreement, or another, from what each solution chooses?",
    forms: [BargainingForm.name], takes: "any number of actors, a zone of agreement",
    method: "differences of utilities, largest first", source: "ours",
    limits: nil, options: [BargainingQuestion.spaceOption, "proposal"]
  ) { setting, options in
    let question = try BargainingQuestion(setting, options)
    var proposal = setting.scenario.outcome?.profile[0]
    if let text = options.text("proposal") {
      guard let place = question.place(named: text) else {
        throw LaboratoryError.wrongOption(
          option: "proposal", found: text,
          expected: "an agreement, such as \(quoted(question.form.name(ofCell: 0)))")
      }
      proposal = place
    }
    guard let proposal else {
      throw LaboratoryError.needsOption(
        concept: "proposal-distance", option: "proposal",
        example: "\"\(question.form.name(ofCell: 0))\"")
    }
    let set = try question.agreements(for: "proposal-distance")
    do throws(BargainingError) {
      return Solution(
        concept: "proposal-distance",
        method: "differences of utilities, over \(question.space.rawValue)",
        isExact: setting.isExact,
        answer: ProposalAnswer(
          question: question, proposal: proposal,
          entries: try ProposalDistance.solve(setting.utilities(ofCell: proposal), in: set)))
    } catch {
      throw BargainingQuestion.refusal(error, "proposal-distance")
    }
  }
}

/// A proposal held against the solutions.
struct ProposalAnswer: Answer {
  let question: BargainingQuestion
  let proposal: Int
  let entries: [ProposalDistance.Entry]

  func json(in setting: Setting) -> [JSONValue.Member] {
    [
      .init("proposal", question.json(outcome: proposal)),
      .init("space", .string(question.space.rawValue)),
      .init(
        "distances",
        .array(
          entries.map { entry in
            [
              "solution": .string(entry.rule.concept),
              "outcome": question.json(outcome: entry.agreement.outcome),
              "differences": setting.json(perActor: entry.differences),
              "distance": setting.json(entry.distance),
            ]
          })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(
      columns: ["solution", "agreement"]
        + setting.scenario.actors.map { "more for \($0.name)" } + ["distance"],
      rows: entries.map { entry in
        [.text(entry.rule.concept), question.words(entry.agreement)]
          + (entry.differences + [entry.distance]).map(setting.cell)
      })
    table.notes = ["Proposal: \(question.form.name(ofCell: proposal))."]
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable { tables(in: setting)[0] }
}

extension BargainingRule {
  /// The name of the concept.
  var concept: String { self == .nash ? "nash-bargaining" : rawValue }
}
