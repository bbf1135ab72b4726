import Arithmetic
import Glibc
import Laboratory
import Scenarios

extension Experiment {
  /// Runs the experiment part by part and puts the parts together: `results.csv`, the figures and
  /// `manifest.json`.
  ///
  /// Every part takes its name when it is whole, so that whatever ends the run costs the parts in
  /// flight at most. Parts are put together while later ones are computed; the files of the end take
  /// their names together, the manifest last; then the parts go. A shard leaves its parts, for
  /// ``merge(_:into:progress:draw:)``. The results do not depend on `options`.
  ///
  /// - Parameters:
  ///   - directory: where to write; made if it is not there.
  ///   - options: threads, shard, what to do with earlier parts.
  ///   - progress: told from time to time how many rows are done, out of how many.
  ///   - draw: makes an SVG of a figure's numbers; nil draws nothing.
  /// - Throws: `InputError` for a game that cannot be compiled, ``OutputError`` for a file that
  ///   cannot be written, ``RunRefusal``, ``Interruption`` after a signal.
  public func run(
    into directory: String, options: RunOptions = RunOptions(),
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    draw: ((FigureData) -> String)? = nil
  ) throws -> RunSummary {
    try Interruption.check()
    let clock = ContinuousClock()
    let begin = clock.now
    let started = time(nil)
    let evaluators = try compiled()

    let names = fileNames(draws: draw != nil)
    let target = try RunDirectory(directory, names: names)
    let parts = PartsFolder(in: directory)
    let plans = chunkPlans
    let identity = RunIdentity(self)
    if let whole = try finished(directory, identity, options, parts) { return whole }
    try prepare(parts, identity, options, plans, in: directory)
    do {
      let due = try missing(parts, identity, options, plans)
      let record = RunRecord(
        experiment: self, identity: identity, shard: options.shard, parts: plans.count,
        files: names)
      try parts.write(record.text)
      let total = due.reduce(0) { $0 + plans[$1].rows.count }
      var ending =
        options.shard == nil
        ? try Ending(
          self, evaluators, target, jobs: options.jobs, started: started, identity: identity,
          draw: draw, locate: { parts.path(of: $0) }) : nil
      try compute(
        due, evaluators, options, plans, into: parts, identity.fingerprint
      ) { rows, head in
        try Interruption.check()
        progress(rows, total)
        // One thread at work is one core in use: then the parts wait for the end.
        guard options.jobs > 1 else { return }
        try ending?.collect(before: head < due.count ? due[head] : plans.count)
      }
      if let summary = try ending?.write(names, begin: begin, parts: due.count) {
        parts.remove()
        return summary
      }
      target.keep()
      return RunSummary(
        directory: directory, rows: total, parts: due.count, files: [],
        seconds: (clock.now - begin) / .seconds(1))
    } catch {
      parts.removeIfEmpty()
      if parts.count > 0 { target.keep() }
      if error is Interruption {
        throw Interruption.after(parts: parts.count, of: plans.count)
      }
      throw error
    }
  }

  /// The game of each series, compiled.
  func compiled() throws(InputError) -> [GameEvaluator] {
    var evaluators: [GameEvaluator] = []
    for index in series.indices { evaluators.append(try evaluator(of: index)) }
    return evaluators
  }

  /// The files of a whole run, the manifest last.
  func fileNames(draws: Bool) -> [String] {
    [RunDirectory.resultsName] + (sensitivity.isEmpty ? [] : [RunDirectory.sensitivityName])
      + (draws ? figures.map { $0.name + ".svg" } : [])
      + [RunDirectory.manifestName]
  }

  /// The summary of a run that is whole already, if going on with it was asked for.
  private func finished(
    _ directory: String, _ identity: RunIdentity, _ options: RunOptions, _ parts: PartsFolder
  ) throws -> RunSummary? {
    guard options.earlier == .resume, parts.earlier == nil, parts.count == 0,
      let manifest = Manifest.read(in: directory), let earlier = RunIdentity(manifest)
    else { return nil }
    let changes = identity.changes(since: earlier)
    guard changes.isEmpty else {
      throw RunRefusal.changed(directory: directory, changes: changes)
    }
    return RunSummary(manifest, in: directory)
  }

  /// Opens the folder of the parts, after a look at what lies there.
  private func prepare(
    _ parts: PartsFolder, _ identity: RunIdentity, _ options: RunOptions, _ plans: ChunkPlans,
    in directory: String
  ) throws {
    let earlier = parts.earlier
    try parts.open()
    switch options.earlier {
    case .restart: parts.empty()
    case .refuse:
      if parts.count > 0 {
        throw RunRefusal.unfinished(directory: directory, parts: parts.count, of: plans.count)
      }
    case .resume:
      if let then = earlier.flatMap({ RunIdentity($0) }), parts.count > 0 {
        let changes = identity.changes(since: then)
        guard changes.isEmpty else {
          throw RunRefusal.changed(directory: directory, changes: changes)
        }
      }
    }
    parts.sweep()
  }

  /// The parts to compute: those of the shard that are not there whole.
  private func missing(
    _ parts: PartsFolder, _ identity: RunIdentity, _ options: RunOptions, _ plans: ChunkPlans
  ) throws -> [Int] {
    let wanted = (0..<plans.count).filter { options.shard?.contains($0) ?? true }
    guard parts.count > 0 else { return wanted }
    var buffer: [UInt8] = []
    let chunk = Chunk()
    var due: [Int] = []
    for index in wanted {
      try Interruption.check()
      do throws(Part.Fault) {
        let (_, record) = try Part.read(
          parts.path(of: index), index: index, fingerprint: identity.fingerprint, buffer: &buffer)
        guard options.retriesFailed else { continue }
        chunk.reset(index, plans[index])
        let isSound = buffer.withUnsafeBytes { bytes in
          var reader = RecordReader(UnsafeRawBufferPointer(rebasing: bytes[record]))
          return chunk.decode(&reader)
        }
        if !isSound || chunk.failures > 0 { due.append(index) }
      } catch {
        if error == .foreign {
          throw RunRefusal.foreign(directory: parts.path, parts: parts.count)
        }
        due.append(index)
      }
    }
    return due
  }

  private func compute(
    _ due: [Int], _ evaluators: [GameEvaluator], _ options: RunOptions, _ plans: ChunkPlans,
    into parts: PartsFolder, _ fingerprint: UInt64, tick: (_ rows: Int, _ head: Int) throws -> Void
  ) throws {
    let stop = Stop()
    let kept = keptMeasures
    let offsets = offsets
    let folder = parts.path
    try PartWork.run(
      due, jobs: options.jobs, stop: stop,
      makeWorker: {
        let worker = ChunkWorker(self, evaluators, kept: kept, stop: stop)
        let chunk = Chunk()
        return { index in
          chunk.reset(index, plans[index])
          guard worker.compute(chunk) else { return nil }
          if options.failsFast, let failure = chunk.firstFailures.first {
            throw RunRefusal.failed(
              row: offsets[chunk.plan.series] + failure.row + 1, reason: failure.text)
          }
          try Part.write(chunk, fingerprint: fingerprint, to: "\(folder)/\(Part.name(index))")
          return chunk.plan.rows.count
        }
      }, tick: tick)
  }
}
