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
  private let draw: ((FigureData) -> String)?
  private let plans: ChunkPlans
  private let locate: (Int) -> String
  private let results: OutputFile
  private var gathering: Gathering
  private var hash = XXH64()
  /// How many parts are collected.
  private var collected = 0
  private var buffer: [UInt8] = []
  private let chunk = Chunk()

  /// Begins `results.csv`.
  ///
  /// - Parameters:
  ///   - draw: makes an SVG of a figure's numbers; nil draws nothing.
  ///   - locate: where a part lies.
  init(
    _ experiment: Experiment, _ evaluators: [GameEvaluator], _ target: RunDirectory, jobs: Int,
    started: Int, identity: RunIdentity, draw: ((FigureData) -> String)?,
    locate: @escaping (Int) -> String
  ) throws(OutputError) {
    self.experiment = experiment
    self.evaluators = evaluators
    self.target = target
    self.jobs = jobs
    self.started = started
    self.identity = identity
    self.draw = draw
    self.locate = locate
    plans = experiment.chunkPlans
    gathering = Gathering(experiment, draws: draw != nil)
    results = try OutputFile(target.path(of: RunDirectory.resultsName))
    var heading = CSVText()
    for column in experiment.headings { heading.append(text: column) }
    heading.endLine()
    heading.bytes.withUnsafeBytes { hash.update($0) }
    try results.write(heading.bytes)
  }

  /// Copies the lines of the parts before `end` that are not copied yet and takes in their records.
  ///
  /// May be called while later parts are computed.
  mutating func collect(before end: Int) throws {
    let fingerprint = identity.fingerprint
    while collected < end {
      try Interruption.check()
      let path = locate(collected)
      do {
        let (text, record) = try Part.read(
          path, index: collected, fingerprint: fingerprint, buffer: &buffer)
        chunk.reset(collected, plans[collected])
        let isSound = try buffer.withUnsafeBytes { bytes in
          let lines = UnsafeRawBufferPointer(rebasing: bytes[text])
          hash.update(lines)
          try results.write(lines)
          var reader = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[record]))
          return chunk.decode(&reader)
        }
        guard isSound else { throw Part.Fault.damaged }
      } catch is Part.Fault {
        throw RunRefusal.damaged(path: path)
      }
      gathering.consume(chunk)
      collected += 1
    }
  }

  /// Collects the rest and writes the files `names`.
  ///
  /// - Parameter done: how many parts were computed just now.
  mutating func write(
    _ names: [String], begin: ContinuousClock.Instant, parts done: Int
  ) throws -> RunSummary {
    try collect(before: plans.count)
    try results.close()
    let digest = XXH64.hexadecimal(hash.digest)
    var files = [results]
    let answers = gathering.answers
    if let answers {
      let file = try OutputFile(target.path(of: RunDirectory.sensitivityName))
      try file.write(SensitivityAnswer.table(answers).csv)
      files.append(file)
    }
    if let draw {
      let figures = gathering.figures(evaluators, answers ?? [], alone)
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
      parts: (done, plans.count), sensitivity: answers.map(SensitivityAnswer.table))
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
  private var alone: [OneAtATime] {
    guard experiment.figures.contains(where: { $0.kind == .tornado }) else { return [] }
    return OneAtATime.read(results.part, experiment)
  }
}
