import Experiments
import Figures
import Glibc
import Laboratory
import Scenarios

/// `tumen report DIR`: the report on a finished run, written beside its results.
struct RunReportFiles {
  let directory: String
  /// Where to write; `DIR/report` where nothing is said.
  let out: String?
  let spec: String?
  let latex: Bool

  /// Whether `path` is a directory.
  static func isDirectory(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Reads the run, writes all files and says so.
  func write(_ output: Output, _ format: FormatOption) throws -> ExitStatus {
    let library = GameLibrary()
    let run = try FinishedRun(directory, spec: spec, library: library)
    let report = RunReport(run, name: name(of: run.experiment, library))
    let target = out ?? (directory.hasSuffix("/") ? directory : directory + "/") + "report"
    guard mkdir(target, 0o777) == 0 || errno == EEXIST else {
      throw UsageError("\(quoted(target)) cannot be made: \(String(cString: strerror(errno)))")
    }
    let files = report.files(latex: latex) + [(name: RunReport.pageName, text: report.page)]
    for (name, text) in files {
      let file = try OutputFile("\(target)/\(name)")
      try file.write(text)
      try file.commit()
    }
    let (held, all) = report.expectations
    let page = "\(target)/\(RunReport.pageName)"
    let table = ResultTable(
      columns: ["file"], rows: files.map { [.text("\(target)/\($0.name)")] })
    try format.write(
      to: output,
      text: {
        "\(page): \(Words.count(run.rows, "row")), \(held) of "
          + "\(Words.count(all, "expectation")) hold; beside it: "
          + files.dropLast().map(\.name).joined(separator: ", ") + "\n"
      },
      json: {
        [
          "format": 1, "id": .string(run.experiment.id), "page": .string(page),
          "files": .array(files.map { .string($0.name) }), "rows": .integer(run.rows),
          "held": .integer(held), "of": .integer(all),
        ]
      },
      csv: { table.csv }, latex: { report.tables.map(\.table.latex).joined(separator: "\n") })
    return .done
  }

  /// The experiment's name in the library if it is the one there, else its file.
  private func name(of experiment: Experiment, _ library: GameLibrary) -> String {
    let path = experiment.origin.spec
    return (try? library.experiments())?.first { $0.path == path }?.name ?? path
  }
}
