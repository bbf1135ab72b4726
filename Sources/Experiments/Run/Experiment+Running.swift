import Arithmetic
import Glibc
import Laboratory
import RelativeGains
import Scenarios

extension Experiment {
  /// Runs the experiment and writes `results.csv`, the figures and `manifest.json`.
  ///
  /// The files take their names together at the end, the manifest last: a run that fails or is
  /// interrupted leaves none. The results do not depend on `jobs`.
  ///
  /// - Parameters:
  ///   - directory: where to write; made if it is not there.
  ///   - jobs: how many threads compute.
  ///   - progress: told from time to time how many rows are done, out of how many.
  ///   - draw: makes an SVG of a figure's numbers; nil draws nothing.
  /// - Throws: `InputError` for a game that cannot be compiled, ``OutputError`` for a file that
  ///   cannot be written, ``Interruption`` after a signal.
  public func run(
    into directory: String, jobs: Int = 1,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    draw: ((FigureData) -> String)? = nil
  ) throws -> RunSummary {
    try Interruption.check()
    let clock = ContinuousClock()
    let begin = clock.now
    let started = time(nil)
    var evaluators: [GameEvaluator] = []
    for index in series.indices { evaluators.append(try evaluator(of: index)) }

    let drawn = draw == nil ? [] : figures.map { $0.name + ".svg" }
    let names = [RunDirectory.resultsName] + drawn + [RunDirectory.manifestName]
    let target = try RunDirectory(directory, names: names)
    let results = try OutputFile(target.path(of: RunDirectory.resultsName))
    var gathering = Gathering(self, draws: draw != nil)
    try compute(evaluators, jobs: jobs, into: results, &gathering, progress)
    try results.close()

    var files = [results]
    if let draw {
      for figure in gathering.figures(evaluators) {
        let file = try OutputFile(target.path(of: figure.request.name + ".svg"))
        try file.write(draw(figure))
        files.append(file)
      }
    }
    let seconds = (clock.now - begin) / Duration.seconds(1)
    let summary = RunSummary(
      directory: directory, rows: rows, failures: gathering.failures,
      verdicts: gathering.judge.verdicts, files: names, seconds: seconds,
      table: gathering.shown?.table)
    let manifest = try OutputFile(target.path(of: RunDirectory.manifestName))
    try manifest.write(
      Manifest(experiment: self, summary: summary, jobs: jobs, started: started).text)
    files.append(manifest)
    try Interruption.check()
    try target.commit(files)
    return summary
  }

  private func compute(
    _ evaluators: [GameEvaluator], jobs: Int, into file: OutputFile, _ gathering: inout Gathering,
    _ progress: (_ done: Int, _ total: Int) -> Void
  ) throws {
    var heading = CSVText()
    for column in headings { heading.append(text: column) }
    heading.endLine()
    try heading.bytes.withUnsafeBytes { bytes in try file.write(bytes) }

    let plans = ChunkPlans(rows: series.map(\.design.rows))
    let keepsCells = gathering.needsCells
    var done = 0
    try OrderedWork.run(
      count: plans.count, jobs: max(1, min(jobs, 256)),
      reset: { chunk, index in chunk.reset(index, plans[index]) },
      makeWorker: {
        let worker = ChunkWorker(self, evaluators, keepsCells: keepsCells)
        return { worker.compute($0) }
      },
      consume: { chunk in
        try Interruption.check()
        if let chunk {
          try chunk.text.bytes.withUnsafeBytes { bytes in try file.write(bytes) }
          gathering.consume(chunk)
          done += chunk.plan.rows.count
        }
        progress(done, rows)
      })
  }
}

/// What is kept of the rows that go by.
private struct Gathering {
  private let experiment: Experiment
  private let offsets: [Int]
  var judge: ExpectationJudge
  var failures = RunSummary.Failures()
  var shown: ShownTable?
  private var collectors: [FigureCollector] = []

  init(_ experiment: Experiment, draws: Bool) {
    self.experiment = experiment
    var offsets: [Int] = []
    var rows = 0
    for series in experiment.series {
      offsets.append(rows)
      rows += series.design.rows
    }
    self.offsets = offsets
    judge = ExpectationJudge(experiment)
    if rows <= RunSummary.mostRowsShown { shown = ShownTable(experiment) }
    if draws { collectors = experiment.figures.map { FigureCollector($0, experiment) } }
  }

  var needsCells: Bool { judge.comparesRows || shown != nil || !collectors.isEmpty }

  mutating func consume(_ chunk: Chunk) {
    judge.consume(chunk)
    shown?.consume(chunk)
    for index in collectors.indices {
      collectors[index].consume(chunk, width: experiment.measures.count)
    }
    failures.count += chunk.failures
    for failure in chunk.firstFailures where failures.first.count < ChunkWorker.mostFailures {
      let row = offsets[chunk.plan.series] + failure.row + 1
      failures.first.append(RunSummary.Failure(row: row, reason: failure.text))
    }
  }

  /// The numbers of all figures, with their thresholds where they are wanted.
  mutating func figures(_ evaluators: [GameEvaluator]) -> [FigureData] {
    let experiment = experiment
    for index in collectors.indices where collectors[index].data.request.showsThresholds {
      let request = collectors[index].data.request
      collectors[index].addThresholds { series, panel in
        FigureThresholds(experiment, series, evaluators[series], request).find(panel)
      }
    }
    return collectors.map(\.data)
  }
}
