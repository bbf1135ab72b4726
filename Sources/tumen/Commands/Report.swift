import ArgumentParser
import Experiments
import Figures
import Glibc
import Laboratory
import Scenarios

/// `tumen report DIR`: the report on a finished run; `tumen report --out DIR`: the propositions put
/// to the test, a page each and one table of all.
struct Report: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Report on a finished run, or put propositions to the test.",
    discussion: """
      tumen report DIR: DIR is what tumen sweep wrote. Writes DIR/report/report.html, one page that \
      needs nothing else: question, expectations, figures, results, game, what is assumed and what \
      computed, and the command that makes it again; beside it each figure as SVG and CSV, and with \
      --latex the tables.

      tumen report --out DIR: runs every prepared experiment that states a finding, or those named. \
      Writes index.html, a page for each and the results of each run into DIR. Status 1 if an \
      expectation does not hold.
      """)

  @Argument(help: "The directory of a finished run; or experiments by their ids or files.")
  var experiments: [String] = []

  @Option(
    help: ArgumentHelp("The directory to write to; of a run DIR/report.", valueName: "dir"))
  var out: String?

  @Option(
    help: ArgumentHelp("Of a run: its spec, where that was moved.", valueName: "file"))
  var spec: String?

  @Flag(help: "Of a run: write its tables as LaTeX too.")
  var latex = false

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
    if experiments.count == 1, RunReportFiles.isDirectory(experiments[0]) {
      return try RunReportFiles(directory: experiments[0], out: out, spec: spec, latex: latex)
        .write(output, format)
    }
    guard let out else { throw UsageError(needsPlace) }
    guard spec == nil, !latex else {
      throw UsageError("--spec and --latex go with the directory of a run: leave them out")
    }
    return try reportPropositions(into: out, output, messages)
  }

  private var needsPlace: String {
    switch experiments.count {
    case 0:
      "write tumen report DIR for a finished run, or tumen report --out DIR for the propositions"
    case 1:
      "there is no directory \(quoted(experiments[0])): write the one that tumen sweep wrote, or for "
        + "an experiment with a finding --out DIR"
    default: "one run a report: write tumen report DIR, or for experiments with a finding --out DIR"
    }
  }

  private func reportPropositions(
    into out: String, _ output: Output, _ messages: Output
  ) throws -> ExitStatus {
    let library = GameLibrary()
    let chosen = try selected(from: library)
    guard mkdir(out, 0o777) == 0 || errno == EEXIST else {
      throw UsageError("\(quoted(out)) cannot be made: \(String(cString: strerror(errno)))")
    }
    Interruption.catchSignals()
    var entries: [PropositionReport.Entry] = []
    for experiment in chosen {
      do {
        let summary = try experiment.run(
          into: "\(out)/\(experiment.id)",
          options: RunOptions(jobs: Processors.count, earlier: .resume),
          draw: Illustration.svg)
        if let entry = PropositionReport.Entry(experiment, summary) { entries.append(entry) }
      } catch let interruption as Interruption {
        messages.remark("tumen: \(interruption)\n")
        return .interrupted
      }
    }
    let report = PropositionReport(entries)
    for entry in entries {
      try write(report.page(of: entry), to: "\(out)/\(entry.experiment.id).html")
    }
    try write(report.index, to: "\(out)/index.html")
    try format.write(
      to: output, text: { report.table.text(style: output.style) }, json: { report.json },
      csv: { report.csv }, latex: { report.table.latex })
    return report.isEstablished ? .done : .checkFailed
  }

  private func selected(from library: GameLibrary) throws -> [Experiment] {
    guard experiments.isEmpty else {
      return try experiments.map { name in
        let experiment = try Experiment.read(
          try library.locate(experiment: name), library: library)
        guard experiment.finding != nil else {
          throw UsageError(
            "the experiment \(quoted(name)) states no finding: run it with tumen sweep, or write a "
              + "finding block")
        }
        return experiment
      }
    }
    return try library.experiments().map { try Experiment.read($0.path, library: library) }
      .filter { $0.finding != nil }
  }

  private func write(_ text: String, to path: String) throws {
    let file = try OutputFile(path)
    try file.write(text)
    try file.commit()
  }
}

/// How many threads compute when nothing is said.
enum Processors {
  /// One a processor.
  static var count: Int { max(1, min(256, sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
