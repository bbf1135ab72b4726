import Glibc
import Laboratory
public import Scenarios

/// A run that is whole, read back from its directory: everything a report says of it.
///
/// All numbers come from `results.csv`, which must be the file the manifest tells of; spec and game
/// must be those of the run.
public struct FinishedRun: Sendable {
  /// Where it lies.
  public let directory: String
  /// The experiment, as it was when it ran.
  public let experiment: Experiment
  /// What came of it, from the manifest.
  public let summary: RunSummary
  /// By what and when it was made.
  public let provenance: Provenance
  /// The first rows of the results, each cell as it is written there.
  public let firstRows: [[String]]
  /// Each column of the results in brief, in their order.
  public let columns: [ColumnSummary]
  /// The numbers of each figure.
  public let figures: [FigureData]
  /// What each parameter does on its own, where the rows tell.
  public let oneAtATime: [OneAtATime]
  /// What was asked about the parameters.
  public let sensitivity: [SensitivityAnswer]

  /// How many rows the results have.
  public var rows: Int { columns.first.map { $0.values + $0.empty } ?? 0 }

  /// Most of ``firstRows``.
  public static let mostFirstRows = 12

  /// By what a run was made, and when: the manifest's own words.
  public struct Provenance: Hashable, Sendable {
    /// The version of the program.
    public let program: String
    /// The xxHash digest of the program.
    public let build: String
    /// The xxHash digest of the results.
    public let results: String
    /// When it began, `2026-01-31T12:00:00Z`.
    public let started: String
    /// The kind of design.
    public let design: String
    /// The seeds, one a series; empty where nothing was drawn.
    public let seeds: [String]
  }

  /// Reads the run in a directory.
  ///
  /// - Parameters:
  ///   - spec: the spec, where it is not any more at the place from which the run read it.
  ///   - library: where spec and game are looked up.
  /// - Throws: ``ReportRefusal`` for a directory without a whole run of known files, `InputError`.
  public init(
    _ directory: String, spec: String? = nil, library: GameLibrary = GameLibrary()
  ) throws {
    let parts = PartsFolder(in: directory)
    if let record = parts.earlier {
      throw RunRecord.text("shard", in: record).flatMap { Shard($0) }
        .map { ReportRefusal.shard(directory: directory, $0) }
        ?? ReportRefusal.unfinished(directory: directory, parts: parts.count)
    }
    guard let manifest = Manifest.read(in: directory), let identity = RunIdentity(manifest),
      let block = RunRecord.value("experiment", in: manifest),
      let named = RunRecord.text("spec", in: block), let id = RunRecord.text("id", in: block)
    else { throw ReportRefusal.foreign(directory: directory) }
    guard let summary = RunSummary(manifest, in: directory) else {
      throw ReportRefusal.damaged(directory: directory)
    }
    let experiment = try Self.experiment(
      of: identity, in: directory, among: spec.map { [$0] } ?? [named, id], library)
    self.directory = directory
    self.experiment = experiment
    self.summary = summary
    provenance = Provenance(
      program: identity.program, build: identity.build,
      results: RunRecord.value("results", in: manifest).flatMap { RunRecord.text("xxh64", in: $0) }
        ?? "",
      started: RunRecord.text("started", in: manifest) ?? "",
      design: RunRecord.text("design", in: manifest) ?? "",
      seeds: ((try? RunRecord.value("seeds", in: manifest)?.list("the seeds")) ?? [])
        .compactMap { try? $0.scalar("a seed").text })

    guard let lines = ResultLines("\(directory)/\(RunDirectory.resultsName)") else {
      throw ReportRefusal.damaged(directory: directory)
    }
    var cells: [[UInt8]] = []
    guard lines.next(&cells) else { throw ReportRefusal.damaged(directory: directory) }
    let headings = cells.map { String(decoding: $0, as: UTF8.self) }
    var columns = headings.map(ColumnSummary.init)
    var firstRows: [[String]] = []
    var alone = OneAtATimeGathering(experiment, headings)
    var fillers = experiment.figures.map { FigureFiller($0, experiment, headings) }
    while lines.next(&cells) {
      guard cells.count == headings.count else { throw ReportRefusal.damaged(directory: directory) }
      for index in cells.indices { columns[index].take(cells[index]) }
      for index in fillers.indices { fillers[index].take(cells) }
      alone.take(cells)
      if firstRows.count < Self.mostFirstRows {
        firstRows.append(cells.map { String(decoding: $0, as: UTF8.self) })
      }
    }
    self.firstRows = firstRows
    self.columns = columns
    let (found, evaluators) = (alone.found, try experiment.compiled())
    oneAtATime = found
    let answers =
      experiment.sensitivity.isEmpty
      ? [] : SensitivityAnswer.read("\(directory)/\(RunDirectory.sensitivityName)")
    guard let answers else { throw ReportRefusal.damaged(directory: directory) }
    sensitivity = answers
    figures = fillers.map {
      $0.data(experiment, evaluators).with(answers, found, of: experiment)
    }
  }

  /// The experiment that a run was made from: the first of `places` at which it is unchanged.
  private static func experiment(
    of then: RunIdentity, in directory: String, among places: [String], _ library: GameLibrary
  ) throws -> Experiment {
    var changes: [String]?
    for place in places {
      guard let path = try? library.locate(experiment: place), access(path, R_OK) == 0 else {
        continue
      }
      let experiment = try Experiment.read(path, library: library)
      var now = RunIdentity(experiment)
      // A later program may well report on an earlier one's results.
      (now.program, now.build) = (then.program, then.build)
      let found = now.changes(since: then)
      if found.isEmpty { return experiment }
      changes = changes ?? found
    }
    guard let changes else { throw ReportRefusal.noSpec(path: places[0]) }
    throw ReportRefusal.changed(directory: directory, changes: changes)
  }
}

/// Why there is no report on a directory.
public enum ReportRefusal: Error, Hashable, Sendable {
  /// It holds parts of a run that did not end.
  case unfinished(directory: String, parts: Int)
  /// It holds a share of a run.
  case shard(directory: String, Shard)
  /// No run wrote there.
  case foreign(directory: String)
  /// A file of the run is gone, or the results are not those the manifest tells of.
  case damaged(directory: String)
  /// Spec or game are not those of the run any more: what has changed since.
  case changed(directory: String, changes: [String])
  /// The spec is not there any more.
  case noSpec(path: String)
}

extension ReportRefusal: CustomStringConvertible {
  /// One line: what is the matter and what to do.
  public var description: String {
    switch self {
    case .unfinished(let directory, let parts):
      "\(directory): holds an unfinished run of \(Words.count(parts, "part")): end it with "
        + "tumen sweep SPEC --out \(directory) --resume"
    case .shard(let directory, let shard):
      "\(directory): holds the share \(shard) of a run: put the shares together with tumen merge"
    case .foreign(let directory):
      "\(directory): holds no run: name the directory that tumen sweep SPEC --out wrote"
    case .damaged(let directory):
      "\(directory): a file of the run is missing or was changed after it: run it again with "
        + "tumen sweep SPEC --out \(directory) --restart"
    case .changed(let directory, let changes):
      "\(directory): changed since the run: \(changes.joined(separator: ", ")); run it again, or "
        + "write --spec FILE with the spec it was made from"
    case .noSpec(let path):
      "\(path): the spec of this run is not there any more: write --spec FILE"
    }
  }
}
