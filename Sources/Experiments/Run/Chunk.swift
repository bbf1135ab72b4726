import Arithmetic
import Scenarios

/// Some consecutive rows of one series: the unit of work that threads share, and on the disk a
/// part.
struct ChunkPlan: Hashable, Sendable {
  /// The series.
  let series: Int
  /// The rows, counted within the series.
  let rows: Range<Int>
}

/// What came of a chunk.
final class Chunk {
  /// The chunk's place among all.
  private(set) var index = 0
  /// The rows it holds.
  private(set) var plan = ChunkPlan(series: 0, rows: 0..<0)
  /// Their lines of the results.
  var text = CSVText()
  /// What is kept of every row, one row after the other, as ``KeptMeasures`` has it.
  var cells: [CellValue] = []
  /// The rows that conditions leave out, counted within the series.
  var skipped: [Int] = []
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
    skipped = []
    failures = 0
    firstFailures = []
    findings = []
  }
}

/// How the rows of an experiment are cut into chunks: by their number alone, so that every machine
/// cuts alike. Nothing in the results depends on it.
struct ChunkPlans: Sendable {
  /// Most rows of a chunk while there are no more than ``mostChunks``.
  static let mostRows = 16384
  /// The number of chunks from which on they grow instead.
  static let mostChunks = 4096

  private let rows: [Int]
  private let size: Int
  /// How many chunks there are.
  let count: Int

  /// Chunks for these numbers of rows per series.
  init(rows: [Int]) {
    self.rows = rows
    let total = rows.reduce(0, +)
    // Few rows are often slow ones: small chunks lose little work.
    let size = max(
      min(Self.mostRows, max(1, total / 256)), (total + Self.mostChunks - 1) / Self.mostChunks)
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

/// The measures of a row that are looked at again after the run: by comparisons of rows, figures,
/// the table of a small run.
struct KeptMeasures: Sendable {
  /// Their indices, in order.
  let measures: [Int]
  private let places: [Int?]

  /// These measures out of `count`.
  init(_ wanted: [Bool]) {
    measures = wanted.indices.filter { wanted[$0] }
    var places = [Int?](repeating: nil, count: wanted.count)
    for (place, measure) in measures.enumerated() { places[measure] = place }
    self.places = places
  }

  /// How many cells a row keeps.
  var width: Int { measures.count }

  /// Where a measure stands among the cells of its row.
  func place(of measure: Int) -> Int { places[measure] ?? 0 }
}

extension Experiment {
  /// How its rows are cut into chunks.
  var chunkPlans: ChunkPlans { ChunkPlans(rows: series.map(\.design.rows)) }

  /// What has to be kept of every row.
  var keptMeasures: KeptMeasures {
    var wanted = Array(repeating: rows <= RunSummary.mostRowsShown, count: measures.count)
    for expectation in expectations {
      for measure in expectation.comparedMeasures { wanted[measure] = true }
    }
    for request in sensitivity {
      switch request.question {
      case .measure(let measure): wanted[measure] = true
      case .box(let formula, _):
        for case .measure(let measure) in formula.operands { wanted[measure] = true }
      }
    }
    for figure in figures { wanted[figure.measure] = true }
    return KeptMeasures(wanted)
  }
}
