import Experiments
import Glibc
import Laboratory

/// What the screen shows of a run while it lasts and at its end.
struct RunScreen {
  let experiment: Experiment
  let isQuiet: Bool
  let checks: Bool

  init(_ experiment: Experiment, isQuiet: Bool, checks: Bool) {
    self.experiment = experiment
    self.isQuiet = isQuiet
    self.checks = checks
  }

  /// Runs `work` under a progress bar and shows what came of it.
  func follow(
    _ output: Output, _ messages: Output, unit: String,
    _ work: ((_ done: Int, _ total: Int) -> Void) throws -> RunSummary
  ) throws -> ExitStatus {
    var progress = ProgressBar(isShown: !isQuiet, unit: unit)
    let summary: RunSummary
    do {
      summary = try work { done, total in progress.show(done, of: total) }
    } catch let interruption as Interruption {
      progress.clear()
      messages.remark("tumen: \(interruption)\n")
      return .interrupted
    } catch let refusal as RunRefusal {
      progress.clear()
      guard case .failed = refusal else { throw refusal }
      messages.remark("tumen: \(refusal)\n")
      return .checkFailed
    } catch {
      progress.clear()
      throw error
    }
    progress.clear()
    if !isQuiet { try output.write(text(of: summary, style: output.style)) }
    tell(summary, messages)
    return checks && !summary.expectationsHold ? .checkFailed : .done
  }

  private func text(of summary: RunSummary, style: TextStyle) -> String {
    var text = style.heading(experiment.question) + "\n"
    if let table = summary.table { text += "\n" + table.text(style: style) }
    if let answers = summary.sensitivity { text += "\n" + answers.text(style: style) }
    if !summary.verdicts.isEmpty { text += "\n" }
    for verdict in summary.verdicts {
      let series = verdict.series.map { " [\($0)]" } ?? ""
      let mark = verdict.holds ? style.good("holds") : style.marked("FAILS")
      text += "\(mark)  \(verdict.claim)\(series)"
      text += verdict.holds ? "\n" : "\n       \(verdict.description)\n"
    }
    let rows = Words.count(summary.rows, "row")
    let parts = summary.parts
    guard !summary.files.isEmpty else {
      return text
        + "\n\(rows) computed in \(summary.seconds.text(digits: 3)) s; the shard is whole in "
        + "\(summary.directory)\n"
    }
    guard parts.count > 0 else {
      return text + "\nnothing to do: all \(rows) are there, in \(summary.directory): "
        + summary.files.joined(separator: ", ") + "\n"
    }
    let kept =
      parts.done < parts.count
      ? " (\(parts.count - parts.done) of \(parts.count) parts were there)" : ""
    text += "\n\(rows) in \(summary.seconds.text(digits: 3)) s\(kept); in \(summary.directory): "
    return text + summary.files.joined(separator: ", ") + "\n"
  }

  /// What has to be said even when all else is quiet.
  private func tell(_ summary: RunSummary, _ messages: Output) {
    let failures = summary.failures
    if let first = failures.first.first {
      messages.remark(
        "tumen: \(Words.count(failures.count, "row")) without all values; row \(first.row): "
          + "\(first.reason)\n")
    }
    if isQuiet || checks {
      for verdict in summary.verdicts where !verdict.holds {
        let series = verdict.series.map { " [\($0)]" } ?? ""
        messages.remark("tumen: \(verdict.claim)\(series): \(verdict.description)\n")
      }
    }
  }
}
