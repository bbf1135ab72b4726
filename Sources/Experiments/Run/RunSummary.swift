public import Laboratory

/// What a run left behind, for the screen.
public struct RunSummary: Sendable {
  /// The directory of the results.
  public let directory: String
  /// How many rows there are.
  public let rows: Int
  /// How many of them have an error, and the first few: row and error.
  public let failures: Failures
  /// What became of each expectation, in each series it is about.
  public let verdicts: [Verdict]
  /// The files written, the manifest last.
  public let files: [String]
  /// How long it took.
  public let seconds: Double
  /// Every row with its exact numbers, if there are no more than ``mostRowsShown``.
  public let table: ResultTable?

  /// How many parts were computed just now, out of how many; all of them were there where a run was
  /// whole already.
  public let parts: (done: Int, count: Int)
  /// What was asked about the parameters; nil where nothing was.
  public var sensitivity: ResultTable?

  /// Most rows of ``table``.
  public static let mostRowsShown = 40

  /// Whether every expectation holds.
  public var expectationsHold: Bool { verdicts.allSatisfy(\.holds) }

  /// The rows without all their values.
  public struct Failures: Hashable, Sendable {
    /// How many there are.
    public internal(set) var count = 0
    /// The first of them, rows counted from 1 below the heading.
    public internal(set) var first: [Failure] = []
  }

  /// A row without all its values.
  public struct Failure: Hashable, Sendable {
    /// The row of the results, counted from 1 below the heading.
    public let row: Int
    /// Why.
    public let reason: String
  }
}
