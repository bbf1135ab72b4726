import Glibc
import Laboratory
public import Scenarios

extension Experiment {
  /// Reads the experiment that the parts in a directory belong to.
  ///
  /// - Parameters:
  ///   - directory: what a shard left.
  ///   - spec: the spec, where it is not any more at the place from which the shard read it.
  /// - Throws: ``RunRefusal`` if no run lies there or its spec is gone, `InputError`.
  public static func read(
    shardIn directory: String, spec: String? = nil, library: GameLibrary = GameLibrary()
  ) throws -> Experiment {
    guard let record = PartsFolder(in: directory).earlier,
      let block = RunRecord.value("experiment", in: record),
      let path = spec ?? RunRecord.text("spec", in: block)
    else { throw RunRefusal.noRun(directory: directory) }
    guard access(path, R_OK) == 0 else { throw RunRefusal.noSpec(path: path) }
    return try read(path, library: library)
  }

  /// Puts the parts that several shards left together, in whatever order they are named: the files
  /// are those of a run that was never cut.
  ///
  /// The directories of the shards are left as they are.
  ///
  /// - Throws: ``RunRefusal/different(first:second:changes:)`` for parts of something else,
  ///   ``RunRefusal/missing(parts:of:damaged:shards:)`` with the numbers of the parts and the shards
  ///   to run again.
  public func merge(
    _ directories: [String], into directory: String,
    progress: (_ done: Int, _ total: Int) -> Void = { _, _ in },
    draw: ((FigureData) -> String)? = nil
  ) throws -> RunSummary {
    let begin = ContinuousClock.now
    let started = time(nil)
    let evaluators = try compiled()
    let identity = RunIdentity(self)
    let folders = directories.map { PartsFolder(in: $0) }
    var shards: Int?
    for (folder, name) in zip(folders, directories) {
      guard let record = folder.earlier, let then = RunIdentity(record) else {
        throw RunRefusal.noRun(directory: name)
      }
      let changes = identity.changes(since: then)
      guard changes.isEmpty else {
        throw RunRefusal.different(
          first: origin.spec, second: name, changes: changes)
      }
      shards = shards ?? RunRecord.text("shard", in: record).flatMap { Shard($0)?.count }
    }
    let names = fileNames(draws: draw != nil)
    let target = try RunDirectory(directory, names: names)
    let plans = chunkPlans
    let places = try sound(
      folders, identity, plans.count, shards, tick: { progress($0, plans.count) })
    var ending = try Ending(
      self, evaluators, target, jobs: 1, started: started, identity: identity, draw: draw,
      locate: { folders[places[$0]].path(of: $0) })
    return try ending.write(names, begin: begin, parts: plans.count)
  }

  /// The folder that has each part whole.
  private func sound(
    _ folders: [PartsFolder], _ identity: RunIdentity, _ count: Int, _ shards: Int?,
    tick: (Int) -> Void
  ) throws -> [Int] {
    var buffer: [UInt8] = []
    var places: [Int] = []
    var missing: [Int] = []
    var damaged: [Int] = []
    for part in 0..<count {
      try Interruption.check()
      tick(part)
      var isDamaged = false
      let place = folders.indices.first { folder in
        do throws(Part.Fault) {
          _ = try Part.read(
            folders[folder].path(of: part), index: part, fingerprint: identity.fingerprint,
            buffer: &buffer)
          return true
        } catch {
          isDamaged = isDamaged || error != .missing
          return false
        }
      }
      if place == nil { if isDamaged { damaged.append(part) } else { missing.append(part) } }
      places.append(place ?? 0)
    }
    guard missing.isEmpty, damaged.isEmpty else {
      throw RunRefusal.missing(parts: missing, of: count, damaged: damaged, shards: shards)
    }
    return places
  }
}
