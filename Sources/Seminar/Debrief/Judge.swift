import Arithmetic
import Laboratory
import Scenarios

/// Holds outcomes against theory; what it has judged once it does not judge again.
struct Judge {
  /// What the record says happened.
  let recorded: [Int]?
  /// The game as it was, where actors saw it in different ways.
  let truth: TrueGame?
  private var verdicts: [Key: (with: String?, without: String?)] = [:]

  /// An outcome under the numbers it was played with.
  private struct Key: Hashable {
    let outcome: [Int]
    let utilities: [Rational]?
    let conditions: String
  }

  init(recorded: [Int]?, truth: TrueGame?) {
    self.recorded = recorded
    self.truth = truth
  }

  mutating func line(_ record: RoomState.Record) -> PlayedRounds.Line {
    let result = record.result
    let verdict = result.map { verdicts(on: $0, record.setting) }
    return PlayedRounds.Line(
      round: record.round, table: record.table, seats: record.seats, words: result?.words,
      gains: result?.gains, utilities: result?.utilities, verdict: verdict?.with,
      verdictWithoutRule: verdict?.without,
      isEfficient: result.flatMap { Self.isEfficient($0, record.setting) },
      isRecorded: result != nil && result?.outcome == recorded,
      note: result?.note ?? result.flatMap { surprise(at: $0, record.setting) })
  }

  private func surprise(at result: PlayResult, _ setting: Setting) -> Note? {
    truth?.surprised(by: result.outcome).map { actors in
      .surprise(actors.map { setting.scenario.actors[$0].name })
    }
  }

  private mutating func verdicts(
    on result: PlayResult, _ setting: Setting
  ) -> (with: String?, without: String?) {
    let key = Key(
      outcome: result.outcome, utilities: result.utilities, conditions: setting.conditions)
    if let known = verdicts[key] { return known }
    // A model that cannot be solved says nothing; the page of the theory says why.
    let with = try? setting.verdict(on: result.outcome)
    let without = try? setting.withoutRelativeGains().verdict(on: result.outcome)
    verdicts[key] = (with, without)
    return (with, without)
  }

  private static func isEfficient(_ result: PlayResult, _ setting: Setting) -> Bool? {
    guard let own = result.utilities else { return nil }
    if setting.scenario.form is DivisionForm { return setting.noDivisionImproves(on: own) }
    let cells = rivals(of: result, setting)
    guard !cells.isEmpty else { return nil }
    let actors = setting.scenario.actors.count
    return !cells.contains { cell in
      let other = setting.evaluated.utilities[(cell * actors)..<((cell + 1) * actors)]
      return zip(other, own).allSatisfy { $0 >= $1 } && zip(other, own).contains { $0 > $1 }
    }
  }

  /// The cells that could have come about instead.
  private static func rivals(of result: PlayResult, _ setting: Setting) -> Range<Int> {
    switch setting.scenario.form {
    case let form as HypergameForm: return form.truth.cells.indices
    case let form as BayesianForm:
      // Nobody chooses its type.
      let draw = form.draw(ofCell: form.cell(of: result.outcome))
      let perDraw = form.cells.count / form.prior.count
      return (draw * perDraw)..<((draw + 1) * perDraw)
    default: return setting.scenario.form.cells.indices
    }
  }
}
