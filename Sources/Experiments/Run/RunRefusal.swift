/// Why a run does not start, does not go on, or cannot be put together.
public enum RunRefusal: Error, Hashable, Sendable {
  /// The directory holds parts of a run that did not end, and nothing was said about them.
  case unfinished(directory: String, parts: Int, of: Int)
  /// The directory holds a run of something else: what has changed since.
  case changed(directory: String, changes: [String])
  /// The directory holds parts of another run, and no record of which.
  case foreign(directory: String, parts: Int)
  /// Another process is at work there.
  case busy(directory: String)
  /// A part changed under the hands of the run.
  case damaged(path: String)
  /// A row has no value, and the run was to end at the first of these.
  case failed(row: Int, reason: String)
  /// No run wrote into this directory.
  case noRun(directory: String)
  /// Directories to be merged hold different runs.
  case different(first: String, second: String, changes: [String])
  /// Parts that no directory has, or only damaged: their numbers, and how many there are in all.
  case missing(parts: [Int], of: Int, damaged: [Int], shards: Int?)
  /// Nothing tells which spec the shards are of.
  case noSpec(path: String)
}

extension RunRefusal: CustomStringConvertible {
  /// One line: what is the matter and what to do.
  public var description: String {
    switch self {
    case .unfinished(let directory, let parts, let count):
      "\(directory): holds an unfinished run, \(parts) of \(count) parts: go on with --resume, or "
        + "start over with --restart"
    case .changed(let directory, let changes):
      "\(directory): holds a run of something else, changed since: "
        + "\(changes.joined(separator: ", ")); choose another directory, or start over with "
        + "--restart"
    case .foreign(let directory, let parts):
      "\(directory): holds \(parts) parts of another run: choose another directory, or start over "
        + "with --restart"
    case .busy(let directory):
      "\(directory): another run is at work there: wait for it, or choose another directory"
    case .damaged(let path): "\(path): changed while it was read: run again with --resume"
    case .failed(let row, let reason): "row \(row): \(reason)"
    case .noRun(let directory): "\(directory): holds no parts of a run"
    case .different(let first, let second, let changes):
      "\(second): holds a run of something else than \(first): \(changes.joined(separator: ", "))"
    case .missing(let parts, let count, let damaged, let shards):
      Self.missing(parts, of: count, damaged, shards)
    case .noSpec(let path):
      "\(path): the spec of these parts is not there any more: write --spec FILE"
    }
  }

  private static func missing(
    _ parts: [Int], of count: Int, _ damaged: [Int], _ shards: Int?
  ) -> String {
    func list(_ numbers: [Int]) -> String {
      numbers.prefix(10).map(String.init).joined(separator: ", ")
        + (numbers.count > 10 ? ", ... (\(numbers.count) in all)" : "")
    }
    var text = "of \(count) parts"
    if !parts.isEmpty { text += " there are missing: \(list(parts))" }
    if !damaged.isEmpty { text += (parts.isEmpty ? "" : ";") + " damaged: \(list(damaged))" }
    guard let shards else { return text + "; run their directories again with --resume" }
    var indices: [Int] = []
    for part in parts + damaged where !indices.contains(part % shards + 1) {
      indices.append(part % shards + 1)
    }
    let words = indices.sorted().prefix(10).map { "\($0)/\(shards)" }.joined(separator: ", ")
    return text + "; run again with --resume: --shard \(words)"
  }
}
