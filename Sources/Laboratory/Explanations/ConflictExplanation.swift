import Cooperation
import Scenarios

/// Why a state of a conflict lasts or does not, actor by actor.
enum ConflictExplanation {
  static func of(_ subject: String?, _ setting: Setting) throws -> Explanation {
    let question = try ConflictQuestion(setting, concept: "why")
    var options = Concept.Options()
    if let subject { options.texts = [("state", subject)] }
    let found: Int?
    do throws(LaboratoryError) {
      found = try question.state(options)
    } catch {
      guard case .wrongOption(_, let text, let expected) = error else { throw error }
      throw LaboratoryError.wrongSubject(text, reason: "write \(expected)")
    }
    guard let state = found ?? question.recorded else {
      throw Explanation.nothingNamed("a state", example: question.name(ofState: 0))
    }
    let analysis = question.analysis
    let narration = ConflictNarration(question: question)
    let reasons = setting.scenario.actors.enumerated().map { actor, entry in
      let stays = analysis.isStable(state, for: actor, under: .seq)
      let verdict = analysis.verdict(on: state, for: actor, under: .seq)
      return Explanation.Reason(
        actor: entry.key, stays: stays, sentence: narration.sentence(verdict))
    }
    let holds = reasons.allSatisfy(\.stays)
    let kept = analysis.stabilities.filter { analysis.isEquilibrium(state, under: $0) }
    let name = question.name(ofState: state)
    let movers = zip(setting.scenario.actors, reasons).filter { !$1.stays }.map(\.0.name)
    return Explanation(
      setting, subject: name, holds: holds,
      verdict: holds
        ? "\(name) lasts: for everyone, every better move is answered by a move its maker gains from, "
          + "or there is none."
        : "\(name) does not last: \(Words.list(movers)) would move.", reasons: reasons,
      notes: [
        kept.isEmpty
          ? "It is an equilibrium in no sense."
          : "It is an equilibrium in the sense of \(Words.list(kept.map(\.title)))."
      ] + question.notes.filter { !$0.hasPrefix("*") })
  }
}
