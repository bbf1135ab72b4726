/// What became of an expectation in one series.
public struct Verdict: Hashable, Sendable {
  /// The claim in words.
  public let claim: String
  /// What had to hold, as written.
  public let text: String
  /// The series, if it has a name.
  public let series: String?
  /// Whether it holds.
  public let outcome: Outcome
  /// How many rows were looked at.
  public let tested: Int
  /// How many rows were passed over because a measure has no value there.
  public let passed: Int

  /// Whether an expectation holds.
  public enum Outcome: Hashable, Sendable {
    /// In every row looked at.
    case holds
    /// Not in this row.
    case fails(Counterexample)
    /// No row has what it takes to tell.
    case untested
  }

  /// A row in which an expectation does not hold.
  public struct Counterexample: Hashable, Sendable {
    /// The row of the results, counted from 1 below the heading.
    public let row: Int
    /// The parameters varied there, and what was found: `k = 2: accepted = 1 after 0 at k = 1`.
    public let text: String
  }

  /// Whether the expectation holds; one that nothing tested does not.
  public var holds: Bool { outcome == .holds }

  /// One line: `holds`, `fails in row 7: ...`, or `not tested: no row has a value`.
  public var description: String {
    let rows = "\(tested) \(tested == 1 ? "row" : "rows")"
    let left = passed > 0 ? ", \(passed) without a value" : ""
    switch outcome {
    case .holds: return "holds (\(rows)\(left))"
    case .fails(let example): return "fails in row \(example.row): \(example.text)"
    case .untested: return "not tested: no row has a value to compare"
    }
  }
}
