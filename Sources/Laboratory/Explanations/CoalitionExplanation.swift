import Arithmetic
import Cooperation
import GameForms
import Scenarios

/// Who would leave a division, and what it could have instead.
enum CoalitionExplanation {
  static func of(_ subject: String?, _ setting: Setting) throws -> Explanation {
    let actors = setting.scenario.actors
    let example = actors.map { "\($0.key)=1" }.joined(separator: ",")
    guard let subject else { throw Explanation.nothingNamed("a division", example: example) }
    let question = try CoalitionQuestion(
      setting, Concept.Options(texts: [(CoalitionQuestion.divisionOption, subject)]),
      concept: "why")
    let division: [Rational]
    do throws(LaboratoryError) {
      division = try question.division()
    } catch {
      guard case .wrongOption(_, let text, let expected) = error else { throw error }
      throw LaboratoryError.wrongSubject(text, reason: "write \(expected)")
    }
    let game = try question.claims()
    let blocks = BlockingCoalitions.of(division, in: game)
    let shown = blocks.prefix(12)
    let reasons = shown.map { block in
      let names = block.coalition.members.map { actors[$0].name }
      let has = block.coalition.members.reduce(Rational.zero) { $0 + division[$1] }
      return Explanation.Reason(
        actor: names.joined(separator: ", "), stays: false,
        sentence: "\(Words.list(names)) would leave: "
          + "\(names.count == 1 ? "it claims" : "together they claim") "
          + "\(setting.number(game[block.coalition])) and the division gives "
          + "\(names.count == 1 ? "it" : "them") \(setting.number(has)), "
          + "\(setting.number(block.excess)) less.")
    }
    var notes: [String] = []
    let total = division.reduce(.zero, +)
    let whole = game[game.everyone]
    if total != whole {
      notes.append(
        "The division gives away \(setting.number(total)), and all together claim "
          + "\(setting.number(whole)).")
    }
    if blocks.count > shown.count {
      notes.append("\(blocks.count - shown.count) more coalitions would leave, for less.")
    }
    if question.mindsOthers {
      notes.append("Claims count what those outside would gain, under the rule in force.")
    }
    let name = zip(actors, division).map { "\($0.key) \(setting.number($1))" }
      .joined(separator: ", ")
    return Explanation(
      setting, subject: name, holds: blocks.isEmpty,
      verdict: blocks.isEmpty
        ? "Nobody leaves (\(name)): no coalition claims more than it is given."
        : "(\(name)) does not hold: \(Words.count(blocks.count, "coalition")) would leave.",
      reasons: reasons, notes: notes)
  }
}
