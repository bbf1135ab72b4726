import Arithmetic
import Cooperation
import GameForms
import Scenarios

/// Who refuses an agreement, what it has without it, and who at home does not ratify.
enum BargainingExplanation {
  static func of(_ subject: String?, _ setting: Setting) throws -> Explanation {
    let question = try BargainingQuestion(setting, Concept.Options())
    let form = question.form
    let place: Int
    if let subject {
      guard let found = question.place(named: subject) else {
        throw LaboratoryError.wrongSubject(
          subject, reason: "write an agreement, such as \(quoted(form.name(ofCell: 0)))")
      }
      place = found
    } else if let recorded = setting.scenario.outcome?.profile.first {
      place = recorded
    } else {
      throw Explanation.nothingNamed("an agreement", example: quoted(form.name(ofCell: 0)))
    }
    guard place < form.combinations.count else { return withoutAgreement(place, question) }

    let reasons = actors(place, question) + ratifiers(place, question)
    let holds = reasons.allSatisfy(\.stays)
    let name = "(\(form.name(ofCell: place)))"
    let verdicts = ZoneOfAgreement.solve(question.problem)
    var notes: [String] = []
    if holds, !verdicts[place].isEfficient,
      let better = improvement(on: place, question.problem)
    {
      notes.append(
        "All could do better: (\(form.name(ofCell: better))) harms nobody and helps someone.")
    } else if holds {
      notes.append("Nobody could have more without another having less.")
    } else {
      let accepted = verdicts.filter(\.isAccepted)
      notes.append(
        accepted.isEmpty
          ? "There is no outcome that everyone accepts."
          : "\(Words.count(accepted.count, "outcome")) of \(verdicts.count) "
            + "\(accepted.count == 1 ? "is" : "are") accepted by all, such as "
            + "(\(form.name(ofCell: accepted[0].outcome))).")
    }
    let refusing = reasons.filter { !$0.stays }.map { reason in
      setting.scenario.actors.first { $0.key == reason.actor }?.name ?? reason.actor
    }
    return Explanation(
      setting, subject: name, holds: holds,
      verdict: holds
        ? "\(name) is accepted by everyone."
        : "\(name) is refused by \(Words.list(refusing)).", reasons: reasons, notes: notes)
  }

  private static func actors(_ place: Int, _ question: BargainingQuestion) -> [Explanation.Reason] {
    let (setting, problem) = (question.setting, question.problem)
    return setting.scenario.actors.enumerated().map { actor, entry in
      let value = problem.utilities[place][actor]
      let reservation = problem.reservations[actor]
      let leaves =
        problem.outsideOptions[actor] == reservation
        && problem.disagreement[actor] != reservation
      let without = leaves ? "leaving the table" : "no agreement"
      let here = counted(value, actor, place, setting)
      let difference = (value - reservation).magnitude
      let comparison = "\(without) \(setting.number(reservation))"
      let stays = value >= reservation
      let margin =
        difference.isZero
        ? "just as much" : "\(setting.number(difference)) \(stays ? "less" : "more")"
      return .init(
        actor: entry.key, stays: stays,
        sentence:
          "\(entry.name) \(stays ? "accepts" : "refuses"): the agreement counts \(here) for it, "
          + "\(comparison), \(margin).")
    }
  }

  private static func ratifiers(
    _ place: Int, _ question: BargainingQuestion
  ) -> [Explanation.Reason] {
    let setting = question.setting
    return zip(question.form.ratifiers, question.problem.ratifiers).map { ratifier, numbers in
      let value = numbers.values[place]
      let stays = value >= numbers.floor
      let actor = setting.scenario.actors[ratifier.actor].name
      return .init(
        actor: ratifier.name, stays: stays,
        sentence: "\(ratifier.name) \(stays ? "ratifies" : "does not ratify"): \(actor) gains "
          + "\(setting.number(value)), and the least that passes is \(setting.number(numbers.floor))."
      )
    }
  }

  private static func counted(
    _ value: Rational, _ actor: Int, _ place: Int, _ setting: Setting
  ) -> String {
    let gains = setting.gains(ofCell: place)
    guard gains[actor] != value else { return setting.number(value) }
    let others = setting.minded(by: actor).map { other in
      "\(setting.scenario.actors[other].name) gains \(setting.number(gains[other]))"
    }
    return "\(setting.number(value)) (it gains \(setting.number(gains[actor])), but "
      + "\(Words.list(others)))"
  }

  /// An outcome that is better for someone and worse for nobody.
  private static func improvement(on place: Int, _ problem: BargainingProblem) -> Int? {
    let here = problem.utilities[place]
    return problem.utilities.indices.first { other in
      zip(problem.utilities[other], here).allSatisfy { $0 >= $1 }
        && problem.utilities[other] != here
    }
  }

  /// No agreement, or one who leaves: was there anything that all would have signed?
  private static func withoutAgreement(
    _ place: Int, _ question: BargainingQuestion
  ) -> Explanation {
    let setting = question.setting
    let name = question.form.name(ofCell: place)
    let here = setting.utilities(ofCell: place)
    let accepted = ZoneOfAgreement.solve(question.problem).filter(\.isAccepted)
    let holds = accepted.isEmpty
    let reasons = setting.scenario.actors.enumerated().map { actor, entry in
      let best = accepted.map { question.problem.utilities[$0.outcome][actor] }.max()
      let stays = best.map { $0 <= here[actor] } ?? true
      let comparison =
        best.map { "the best that all accept counts \(setting.number($0))" }
        ?? "there is nothing that all accept"
      return Explanation.Reason(
        actor: entry.key, stays: stays,
        sentence: "\(entry.name) has \(setting.number(here[actor])); \(comparison).")
    }
    return Explanation(
      setting, subject: name, holds: holds,
      verdict: holds
        ? "\(name): there is nothing that everyone accepts."
        : "\(name), though \(Words.count(accepted.count, "outcome")) would be accepted by all.",
      reasons: reasons)
  }
}
