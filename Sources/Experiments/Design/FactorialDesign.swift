/// Every combination of the levels of some factors, numbered like the digits of a number: the last
/// factor varies fastest.
///
/// Rows are computed from their number; the design takes the same memory for ten rows as for ten
/// million.
public struct FactorialDesign: Hashable, Sendable {
  /// Most rows a design may have: more could not be stored, and row numbers stay exact doubles.
  public static let mostRows = 1_000_000_000_000

  /// The levels of each factor.
  public let levels: [Levels]
  /// How many rows there are: 1 without factors.
  public let rows: Int
  /// How many rows pass before each factor takes its next level.
  public let strides: [Int]

  /// The design over these factors; nil when it would have more than ``mostRows`` rows.
  public init?(_ levels: [Levels]) {
    var strides = Array(repeating: 1, count: levels.count)
    var rows = 1
    for factor in levels.indices.reversed() {
      strides[factor] = rows
      let (product, overflow) = rows.multipliedReportingOverflow(by: levels[factor].count)
      guard !overflow, product <= Self.mostRows else { return nil }
      rows = product
    }
    self.levels = levels
    self.rows = rows
    self.strides = strides
  }

  /// Which level `factor` takes in `row`.
  public func level(of factor: Int, in row: Int) -> Int {
    row / strides[factor] % levels[factor].count
  }
}
