import Scenarios

/// What a run would do: how many rows, at what cost, and its first and last row as they would
/// stand in the results.
public struct Rehearsal: Sendable {
  /// The heading of each column.
  public let headings: [String]
  /// The rows of the designs.
  public let rows: Int
  /// The share of them that the conditions let in, as tried; 1 without conditions.
  public let share: Double
  /// How many parts they make.
  public let parts: Int
  /// Each design in words: `sobol, 1024 points of k, r`.
  public let designs: [String]
  /// Rows a second on one thread, as tried.
  public let rate: Double
  /// Bytes a row of the results, as tried.
  public let bytes: Double
  /// The first row that the conditions let in; nil where none of the first 10,000 is.
  public let first: String?
  /// The last one.
  public let last: String?
}

extension Experiment {
  /// Tries some rows spread over the designs, for half a second at most once one is done.
  ///
  /// - Throws: `InputError` for a game that cannot be compiled.
  public func rehearse() throws -> Rehearsal {
    let stop = Stop()
    let worker = ChunkWorker(
      self, try compiled(), kept: KeptMeasures(measures.map { _ in false }), stop: stop)
    let chunk = Chunk()
    func compute(_ row: Int, _ count: Int) -> Chunk {
      let index = offsets.lastIndex { $0 <= row } ?? 0
      let start = row - offsets[index]
      let end = min(start + count, series[index].design.rows)
      chunk.reset(0, ChunkPlan(series: index, rows: start..<end))
      _ = worker.compute(chunk)
      return chunk
    }
    func line(_ rows: some Sequence<Int>) -> String? {
      for row in rows.prefix(10_000) {
        let chunk = compute(row, 1)
        if !chunk.text.bytes.isEmpty {
          return String(decoding: chunk.text.bytes.dropLast(), as: UTF8.self)
        }
      }
      return nil
    }
    let first = line(0..<rows)
    let last = line((0..<rows).reversed())
    let begin = ContinuousClock.now
    var (tried, written, bytes) = (0, 0, 0)
    let spots = min(rows, 256)
    let length = max(1, min(64, rows / spots))
    for spot in 0..<spots {
      // Spots in an order that spreads them however soon the time is over.
      let place = Permutation(of: spots, seed: 1)[spot]
      let chunk = compute(place * (rows / spots), length)
      tried += chunk.plan.rows.count
      written += chunk.plan.rows.count - chunk.skipped.count
      bytes += chunk.text.bytes.count
      if ContinuousClock.now - begin > .milliseconds(500) { break }
    }
    let seconds = max((ContinuousClock.now - begin) / .seconds(1), 1e-6)
    return Rehearsal(
      headings: headings, rows: rows, share: Double(written) / Double(max(1, tried)),
      parts: chunkPlans.count,
      designs: series.map(\.words), rate: Double(tried) / seconds,
      bytes: Double(bytes) / Double(max(1, written)), first: first, last: last)
  }
}

extension Experiment.Series {
  /// The design in words.
  fileprivate var words: String {
    let names = factors.map(\.parameter).joined(separator: ", ")
    var text = name.map { "\($0): " } ?? ""
    text += "\(design.scheme.name), \(design.points) \(design.points == 1 ? "point" : "points")"
    if !names.isEmpty { text += " of \(names)" }
    if design.replicates > 1 { text += ", \(design.replicates) replicates, seed \(design.seed)" }
    if !constraints.isEmpty {
      text += " where " + constraints.map(\.expression.text).joined(separator: " and ")
    }
    return text
  }
}
