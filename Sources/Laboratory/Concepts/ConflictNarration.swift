import Cooperation

/// Tells in a sentence why a state is stable for an actor, or why not.
struct ConflictNarration {
  let question: ConflictQuestion

  /// The sentence.
  func sentence(_ verdict: StabilityVerdict) -> String {
    let who = question.name(ofActor: verdict.actor)
    guard !verdict.improvements.isEmpty else {
      let canMove = !question.graph.moves[verdict.actor][verdict.state].isEmpty
      return canMove ? "\(who) has no move to anything it likes better." : "\(who) has no move."
    }
    if let open = best(verdict.improvements.filter { $0.sanction == nil }, for: verdict.actor) {
      return unanswered(open.improvement, verdict, who)
    }
    guard let shown = best(verdict.improvements, for: verdict.actor), let steps = shown.sanction
    else { return "" }
    let others = verdict.improvements.count - 1
    let more =
      others == 0
      ? ""
      : " Its other \(others == 1 ? "improvement is" : "\(others) improvements are") answered too."
    return answered(shown.improvement, steps, verdict, who) + more
  }

  /// The improvement that its maker likes best, which tempts most.
  private func best(_ list: [AnsweredImprovement], for actor: Int) -> AnsweredImprovement? {
    let ranks = question.graph.preferences[actor].ranks
    return list.max { ranks[$0.improvement] < ranks[$1.improvement] }
  }

  private func unanswered(_ improvement: Int, _ verdict: StabilityVerdict, _ who: String) -> String
  {
    let gain = "\(who) gains by moving to \(name(improvement))"
    switch verdict.stability {
    case .nash: return gain + "."
    case .gmr: return gain + ", and nothing the others can do from there takes the gain away."
    case .smr:
      return gain + ", and whatever the others do from there, it ends better off or can move to "
        + "where it is."
    case .seq:
      return gain + ", and nothing the others gain from doing there takes the gain away."
    case .sim: return gain + ", and no improvement that others make meanwhile takes the gain away."
    }
  }

  private func answered(
    _ improvement: Int, _ steps: [ConflictStep], _ verdict: StabilityVerdict, _ who: String
  ) -> String {
    guard let end = steps.last?.state else { return "" }
    let could = "\(who) could gain by moving to \(name(improvement)), but"
    let result =
      end == verdict.state
      ? "which is back where it began" : "which \(who) likes no better than \(name(verdict.state))"
    if verdict.stability == .sim {
      let others = steps.dropLast().map {
        "\(question.name(ofActor: $0.actor)) makes its own move to \(name($0.state))"
      }
      return could
        + " if \(Words.list(others)) at the same time, all end in \(name(end)), \(result)."
    }
    let verb = verdict.stability == .seq ? "gains by moving to" : "can move to"
    let moves = steps.enumerated().map { place, step in
      let mover = question.name(ofActor: step.actor)
      return "\(mover) \(place == 0 || verdict.stability == .seq ? verb : "to") \(name(step.state))"
    }
    let escape =
      verdict.stability == .smr ? "; from there \(who) cannot get to anything better" : ""
    return could + " then \(moves.joined(separator: ", then ")), \(result)\(escape)."
  }

  private func name(_ state: Int) -> String { question.name(ofState: state) }
}
