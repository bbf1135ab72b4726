import Arithmetic
import Cooperation
import GameForms
import Scenarios

/// Who refuses a division, what it has without one, and who would rather exchange.
enum DivisionExplanation {
  static func of(_ subject: String?, _ form: DivisionForm, _ setting: Setting) throws -> Explanation
  {
    let question = try DivisionQuestion(setting, concept: "why")
    let allocation = try allocation(subject, form, setting)
    let problem = question.problem
    let values = problem.values(of: allocation)
    let gains = question.gains(of: allocation)
    let actors = setting.scenario.actors

    let reasons = actors.enumerated().map { actor, entry in
      let floor = problem.disagreement[actor]
      let stays = values[actor] >= floor
      let margin = (values[actor] - floor).magnitude
      let others = setting.minded(by: actor).map {
        "\(actors[$0].name) gains \(setting.number(gains[$0]))"
      }
      let counted =
        gains[actor] == values[actor] || others.isEmpty
        ? "" : " (it gains \(setting.number(gains[actor])), but \(Words.list(others)))"
      let comparison =
        margin.isZero ? "just as much" : "\(setting.number(margin)) \(stays ? "less" : "more")"
      let envied = actors.indices.filter {
        $0 != actor && problem.envy(of: actor, towards: $0, in: allocation).signum > 0
      }
      let envy =
        envied.isEmpty
        ? "" : ", and it would rather have what \(Words.list(envied.map { actors[$0].name })) has"
      return Explanation.Reason(
        actor: entry.key, stays: stays,
        sentence: "\(entry.name) \(stays ? "accepts" : "refuses"): its part counts "
          + "\(setting.number(values[actor]))\(counted) for it, no agreement "
          + "\(setting.number(floor)), \(comparison)\(envy).")
    }

    let holds = reasons.allSatisfy(\.stays)
    let name = "(\(form.words(of: allocation)))"
    let refusing = zip(actors, reasons).filter { !$0.1.stays }.map(\.0.name)
    return Explanation(
      setting, subject: name, holds: holds,
      verdict: holds
        ? "\(name) is accepted by everyone."
        : "\(name) is refused by \(Words.list(refusing)).",
      reasons: reasons,
      notes: holds ? better(than: allocation, question) : payments(for: allocation, question))
  }

  /// The division that a subject names: as the record has it, as held today, by the benchmark, or
  /// `parcel: actor` for every parcel.
  private static func allocation(
    _ subject: String?, _ form: DivisionForm, _ setting: Setting
  ) throws -> DivisionProblem.Allocation {
    let problem = form.problem(of: setting.evaluated)
    let example = form.parcels.map { "\($0.key): \(form.actors[0])" }.joined(separator: ", ")
    guard let subject else {
      if let recorded = setting.scenario.outcome, let found = form.allocation(of: recorded.profile)
      {
        return found
      }
      throw Explanation.nothingNamed("a division", example: quoted(example))
    }
    let named = ["held": form.holders(\.heldBy), "benchmark": form.holders(\.benchmark)]
    if let holders = named[subject] {
      guard let holders else {
        throw LaboratoryError.wrongSubject(
          subject, reason: "not every parcel says who that is: write \(quoted(example))")
      }
      return problem.allocation(holders: holders)
    }
    do throws(InputError) {
      return try form.allocation(typed: subject, actors: setting.scenario.actors)
    } catch {
      throw LaboratoryError.wrongSubject(
        subject, reason: "\(error.message): write a holder for every parcel, \(quoted(example))")
    }
  }

  /// Whether all could do better, and how.
  private static func better(
    than allocation: DivisionProblem.Allocation, _ question: DivisionQuestion
  ) -> [String] {
    do throws(BargainingError) {
      guard let found = try question.problem.improvement(on: allocation) else {
        return ["Nobody could have more without another having less."]
      }
      let words = question.form.words(of: found)
      return ["All could do better: (\(words)) harms nobody and helps someone."]
    } catch {
      return []  // Too many divisions to look at them all.
    }
  }

  /// What must be paid before all accept.
  private static func payments(
    for allocation: DivisionProblem.Allocation, _ question: DivisionQuestion
  ) -> [String] {
    let actors = question.setting.scenario.actors
    guard let payments = question.payments(for: allocation) else {
      return ["No payment makes all accept it."]
    }
    let needed = payments.map {
      "\(actors[$0.from].name) to \(actors[$0.to].name): \(question.text($0.amount))"
    }
    return ["All would accept it for a payment, at least \(Words.list(needed))."]
  }
}
