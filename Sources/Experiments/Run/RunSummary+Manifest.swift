import Glibc
import Scenarios

extension RunSummary {
  /// The summary of a shard: its parts lie there, and nothing is said of them yet.
  init(directory: String, rows: Int, parts: Int, files: [String], seconds: Double) {
    self.init(
      directory: directory, rows: rows, failures: Failures(), verdicts: [], files: files,
      seconds: seconds, table: nil, parts: (parts, parts))
  }

  /// The summary of a run that is whole, from its manifest; nil where a file is missing or the
  /// results are not those it tells of.
  init?(_ manifest: Document, in directory: String) {
    func value(_ key: String, _ document: Document? = nil) -> Document? {
      RunRecord.value(key, in: document ?? manifest)
    }
    guard let rows = try? value("rows")?.integer("rows"),
      let digest = value("results").flatMap({ RunRecord.text("xxh64", in: $0) }),
      digest == FileDigest.xxh64(of: "\(directory)/\(RunDirectory.resultsName)"),
      let files = try? value("files")?.list("files").map({ try $0.text("a file") }),
      files.allSatisfy({ access("\(directory)/\($0)", R_OK) == 0 }),
      let expectations = try? value("expectations")?.list("expectations")
    else { return nil }
    var verdicts: [Verdict] = []
    for entry in expectations {
      func text(_ key: String) -> String? { RunRecord.text(key, in: entry) }
      func number(_ key: String) -> Int { (try? value(key, entry)?.integer(key)) ?? 0 }
      let outcome: Verdict.Outcome =
        switch text("verdict") {
        case "holds": .holds
        case "untested": .untested
        default:
          .fails(
            Verdict.Counterexample(row: number("row"), text: text("counterexample") ?? ""))
        }
      verdicts.append(
        Verdict(
          claim: text("claim") ?? "", text: text("holds") ?? "", series: text("series"),
          outcome: outcome, tested: number("tested"), passed: number("without_value")))
    }
    var failures = Failures()
    if let block = value("failures") {
      failures.count = (try? value("rows", block)?.integer("rows")) ?? 0
      for entry in (try? value("first", block)?.list("first")) ?? [] {
        guard let row = try? value("row", entry)?.integer("row") else { continue }
        failures.first.append(Failure(row: row, reason: RunRecord.text("error", in: entry) ?? ""))
      }
    }
    self.init(
      directory: directory, rows: rows, failures: failures, verdicts: verdicts, files: files,
      seconds: 0, table: nil, parts: (0, 0))
  }
}

extension Manifest {
  /// The manifest in a directory; nil where there is none of ours.
  static func read(in directory: String) -> Document? {
    let path = "\(directory)/\(RunDirectory.manifestName)"
    guard access(path, R_OK) == 0, let document = try? Document.read(path: path),
      RunRecord.kind(of: document) == "manifest"
    else { return nil }
    return document
  }
}
