import ArgumentParser
import Experiments
import Figures
import Figures
import Glibc
import Laboratory
import Scenarios

/// `tumen sweep SPEC --out DIR`: runs an experiment.
struct Sweep: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "sweep", abstract: "Run an experiment: vary parameters, measure, compare.",
    discussion: """
      Writes results.csv, the figures and last of all manifest.json into DIR. A run that fails or \
      is interrupted leaves none of them.
      """)

  @Argument(help: "An experiment by its id, or its file.")
  var spec: String

  @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir"))
  var out: String

  @Flag(help: "Status 1 if an expectation does not hold.")
  var check = false

  @Flag(help: "No progress, no summary.")
  var quiet = false

  @Option(help: "How many threads compute; without it, one a processor.")
  var jobs: Int?

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    if let jobs, !(1...256).contains(jobs) {
      throw UsageError("--jobs \(jobs) is out of range: write 1 to 256")
    }
    let library = GameLibrary()
    let experiment = try Experiment.read(try library.locate(experiment: spec), library: library)

    Interruption.catchSignals()
    var progress = ProgressBar(isShown: !quiet && isatty(STDERR_FILENO) == 1)
    let summary: RunSummary
    do {
      summary = try experiment.run(
        into: out, jobs: jobs ?? Processors.count,
        progress: { done, total in progress.show(done, of: total) }, draw: Illustration.svg)
    } catch let interruption as Interruption {
      progress.clear()
      messages.remark("tumen: \(interruption)\n")
      return .interrupted
    }
    progress.clear()
    if !quiet { try output.write(Self.text(of: summary, experiment, style: output.style)) }
    tell(summary, messages)
    return check && !summary.expectationsHold ? .checkFailed : .done
  }

  private static func text(
    of summary: RunSummary, _ experiment: Experiment, style: TextStyle
  ) -> String {
    var text = style.heading(experiment.question) + "\n"
    if let table = summary.table { text += "\n" + table.text(style: style) }
    if !summary.verdicts.isEmpty { text += "\n" }
    for verdict in summary.verdicts {
      let series = verdict.series.map { " [\($0)]" } ?? ""
      let mark = verdict.holds ? style.good("holds") : style.marked("FAILS")
      text += "\(mark)  \(verdict.claim)\(series)"
      text += verdict.holds ? "\n" : "\n       \(verdict.description)\n"
    }
    let rows = Words.count(summary.rows, "row")
    text += "\n\(rows) in \(summary.seconds.text(digits: 3)) s; in \(summary.directory): "
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
    if quiet || check {
      for verdict in summary.verdicts where !verdict.holds {
        let series = verdict.series.map { " [\($0)]" } ?? ""
        messages.remark("tumen: \(verdict.claim)\(series): \(verdict.description)\n")
      }
    }
  }
}
