import Glibc

/// Figures as comma-separated values after RFC 4180, with LF at the end of a line: a record a figure,
/// written as soon as it is measured, each with the program and the machine so that files of several
/// runs can be put together.
struct FigureFile {
  private let file: UnsafeMutablePointer<FILE>
  private let machine: Machine

  /// Makes the file; nil where that fails.
  init?(_ path: String, machine: Machine) {
    guard let file = fopen(path, "w") else { return nil }
    self.file = file
    self.machine = machine
    write([
      "subject", "work", "unit", "median", "worst", "peer", "peer median", "ratio", "worst ratio",
      "promise", "holds", "note", "program", "machine",
    ])
  }

  /// Writes the record of one figure; numbers in the units that it names, every digit kept.
  func add(_ figure: Figure, of subject: String, judged: Bool) {
    let verdict = judged ? figure.holds.map { $0 ? "yes" : "no" } : nil
    write([
      subject, figure.work, figure.unit.rawValue, "\(figure.ours.median)",
      figure.worst.map { "\($0)" } ?? "", figure.peer?.name ?? "",
      figure.theirs.map { "\($0)" } ?? "", figure.ratio.map { "\($0)" } ?? "",
      figure.worstRatio.map { "\($0)" } ?? "", figure.promise?.text(figure.unit) ?? "",
      verdict ?? "", figure.note ?? "", machine.program, machine.text,
    ])
  }

  private func write(_ fields: [String]) {
    let quoted = fields.map { field in
      field.contains { ",\"\n".contains($0) }
        ? "\""
          + field.split(separator: "\"", omittingEmptySubsequences: false)
          .joined(separator: "\"\"") + "\"" : field
    }
    fputs(quoted.joined(separator: ",") + "\n", file)
    fflush(file)
  }
}
