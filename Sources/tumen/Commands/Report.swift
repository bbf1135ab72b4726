import ArgumentParser
import Experiments
import Figures
import Glibc
import Laboratory
import Scenarios

/// `tumen report`: the propositions put to the test, a page each and one table of all.
struct Report: TumenCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract: "Put propositions to the test: run their experiments, write a page each and a table.",
    discussion: """
      Without names: every prepared experiment that states a finding. Writes index.html, a page for \
      each and the results of each run into DIR. Status 1 if an expectation does not hold.
      """)

  @Argument(help: "Experiments by their ids, or their files.")
  var experiments: [String] = []

  @Option(help: ArgumentHelp("The directory to write to.", valueName: "dir"))
  var out: String

  @OptionGroup var format: FormatOption

  func perform(_ output: Output, _ messages: Output) throws -> ExitStatus {
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
