import Arithmetic
import Scenarios

/// Some consecutive rows of one series: the unit of work that threads share.
struct ChunkPlan: Sendable {
  /// The series.
  let series: Int
  /// The rows, counted within the series.
  let rows: Range<Int>
}

/// What came of a chunk: filled by one thread, then read by another.
final class Chunk {
  /// The chunk's place among all.
  var index = 0
  /// The rows it holds.
  var plan = ChunkPlan(series: 0, rows: 0..<0)
  /// Their lines of the results.
  var text = CSVText()
  /// The measures of every row, one row after the other; empty where nobody asks for them.
  var cells: [CellValue] = []
  /// How many rows have an error.
  var failures = 0
  /// The first of them: rows counted within the series.
  var firstFailures: [(row: Int, text: String)] = []
  /// What each check of single rows found, in the order of the expectations.
  var findings: [RowCheck.Finding?] = []

  func reset(_ index: Int, _ plan: ChunkPlan) {
    self.index = index
    self.plan = plan
    text.removeAll()
    cells.removeAll(keepingCapacity: true)
    failures = 0
    firstFailures = []
    findings = []
  }
}

/// How the rows of an experiment are cut into chunks; nothing in the results depends on it.
struct ChunkPlans: Sendable {
  /// Most rows of a chunk.
  static let mostRows = 4096

  private let rows: [Int]
  private let size: Int
  /// How many chunks there are.
  let count: Int

  /// Chunks for these numbers of rows per series.
  init(rows: [Int]) {
    self.rows = rows
    let size = min(Self.mostRows, max(1, rows.reduce(0, +) / 64))
    self.size = size
    count = rows.reduce(0) { $0 + ($1 + size - 1) / size }
  }

  /// The chunk with this index.
  subscript(index: Int) -> ChunkPlan {
    var rest = index
    for (series, count) in rows.enumerated() {
      let chunks = (count + size - 1) / size
      if rest < chunks {
        return ChunkPlan(series: series, rows: rest * size..<min((rest + 1) * size, count))
      }
      rest -= chunks
    }
    preconditionFailure("there is no chunk \(index)")
  }
}
