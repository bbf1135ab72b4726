import Arithmetic
import Laboratory

/// Holds outcomes against theory; what it has judged once it does not judge again.
struct Judge {
  /// What the record says happened.
  let recorded: [Int]?
  private var verdicts: [Key: (with: String?, without: String?)] = [:]

  /// An outcome under the numbers it was played with.
  private struct Key: Hashable {
    let outcome: [Int]
    let utilities: [Rational]?
    let conditions: String
  }

  init(recorded: [Int]?) { self.recorded = recorded }

  mutating func line(_ record: RoomState.Record) -> PlayedRounds.Line {
    let result = record.result
    let verdict = result.map { verdicts(on: $0, record.setting) }
    return PlayedRounds.Line(
      round: record.round, table: record.table, seats: record.seats, words: result?.words,
      gains: result?.gains, utilities: result?.utilities, verdict: verdict?.with,
      verdictWithoutRule: verdict?.without,
      isEfficient: result.flatMap { Self.isEfficient($0, record.setting) },
      isRecorded: result != nil && result?.outcome == recorded, note: result?.note)
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
    guard let own = result.utilities, !setting.scenario.form.cells.isEmpty else { return nil }
    let all = setting.evaluated.utilities
    let actors = setting.scenario.actors.count
    return !stride(from: 0, to: all.count, by: actors).contains { start in
      let other = all[start..<(start + actors)]
      return zip(other, own).allSatisfy { $0 >= $1 } && zip(other, own).contains { $0 > $1 }
    }
  }
}
