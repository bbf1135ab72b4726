import Arithmetic
import Glibc
import Laboratory
import Scenarios

/// The end of a run: its parts, in their order, become `results.csv`, figures and manifest.
///
/// Everything that is said of a run is read from its parts, so that it is the same whether they
/// were computed at once, after an interruption, or on several machines.
struct Ending {
  private let experiment: Experiment
  private let evaluators: [GameEvaluator]
  private let target: RunDirectory
  private let jobs: Int
  private let started: Int
  private let identity: RunIdentity
  private var buffer: [UInt8] = []

  init(
    _ experiment: Experiment, _ evaluators: [GameEvaluator], _ target: RunDirectory, jobs: Int,
    started: Int, identity: RunIdentity
  ) {
    self.experiment = experiment
    self.evaluators = evaluators
    self.target = target
    self.jobs = jobs
    self.started = started
    self.identity = identity
  }

  /// Writes the files `names`.
  ///
  /// - Parameters:
  ///   - done: how many parts were computed just now, out of how many.
  ///   - locate: where a part lies.
  mutating func write(
    _ names: [String], begin: ContinuousClock.Instant, draw: ((FigureData) -> String)?,
    parts done: Int, of count: Int, locate: (Int) -> String
  ) throws -> RunSummary {
    let results = try OutputFile(target.path(of: RunDirectory.resultsName))
    var gathering = Gathering(experiment, draws: draw != nil)
    let digest = try collect(into: results, &gathering, locate)
    var files = [results]
    let answers = gathering.answers
    if let answers {
      let file = try OutputFile(target.path(of: RunDirectory.sensitivityName))
      try file.write(SensitivityAnswer.table(answers).csv)
      files.append(file)
    }
    if let draw {
      let figures = gathering.figures(
        evaluators, answers ?? [], alone(in: results))
      for figure in figures {
        let file = try OutputFile(target.path(of: figure.request.name + ".svg"))
        try file.write(draw(figure))
        files.append(file)
      }
    }
    let summary = RunSummary(
      directory: target.path, rows: gathering.rows, failures: gathering.failures,
      verdicts: gathering.verdicts, files: names,
      seconds: (ContinuousClock.now - begin) / .seconds(1), table: gathering.table,
      parts: (done, count), sensitivity: answers.map(SensitivityAnswer.table))
    let manifest = try OutputFile(target.path(of: RunDirectory.manifestName))
    try manifest.write(
      Manifest(
        experiment: experiment, identity: identity, summary: summary, jobs: jobs, started: started,
        digest: digest
      ).text)
    files.append(manifest)
    try Interruption.check()
    try target.commit(files)
    return summary
  }

  /// What each parameter does on its own, read back from the lines just written, where a figure
  /// shows it.
  private func alone(in results: OutputFile) -> [OneAtATime] {
    guard experiment.figures.contains(where: { $0.kind == .tornado }) else { return [] }
    return OneAtATime.read(results.part, experiment)
  }

  /// Copies the lines of all parts and takes in their records; returns the digest of the results.
  private mutating func collect(
    into file: OutputFile, _ gathering: inout Gathering, _ locate: (Int) -> String
  ) throws -> String {
    var hash = XXH64()
    var heading = CSVText()
    for column in experiment.headings { heading.append(text: column) }
    heading.endLine()
    heading.bytes.withUnsafeBytes { hash.update($0) }
    try file.write(heading.bytes)
    let plans = ChunkPlans(rows: experiment.series.map(\.design.rows))
    let fingerprint = identity.fingerprint
    let chunk = Chunk()
    for index in 0..<plans.count {
      try Interruption.check()
      let path = locate(index)
      do {
        let (text, record) = try Part.read(
          path, index: index, fingerprint: fingerprint, buffer: &buffer)
        chunk.reset(index, plans[index])
        let isSound = try buffer.withUnsafeBytes { bytes in
          let lines = UnsafeRawBufferPointer(rebasing: bytes[text])
          hash.update(lines)
          try file.write(lines)
          var reader = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[record]))
          return chunk.decode(&reader)
        }
        guard isSound else { throw Part.Fault.damaged }
      } catch is Part.Fault {
        throw RunRefusal.damaged(path: path)
      }
      gathering.consume(chunk)
    }
    try file.close()
    return XXH64.hexadecimal(hash.digest)
  }
}
