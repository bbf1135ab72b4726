import Arithmetic

/// Tests the expectations on a correlation, as the rows come by in order.
///
/// - Source: the correlation of K. Pearson, updated row by row after B. P. Welford 1962.
struct CorrelationCheck {
  /// How many rows were looked at.
  private(set) var tested = 0
  /// How many rows were passed over because a measure has no value.
  private(set) var passed = 0

  private let place: Int
  private let otherPlace: Int?
  private let parameter: Int?
  private let relation: Expectation.Relation
  private let limit: Rational
  private let name: String
  // Means, sums of squares about them, and sum of products.
  private var x = 0.0
  private var y = 0.0
  private var xx = 0.0
  private var yy = 0.0
  private var xy = 0.0
  /// The row that speaks most for a rising relation: its number and the product of its distances.
  private var most: (row: Int, product: Double)?
  /// The row that speaks most for a falling one.
  private var least: (row: Int, product: Double)?

  /// A check of an expectation; nil for one of another kind.
  init?(_ expectation: Expectation, measures: [Measure], names: [String], kept: KeptMeasures) {
    guard case .correlates(let measure, let other, let relation, let limit) = expectation.condition
    else { return nil }
    place = kept.place(of: measure)
    switch other {
    case .measure(let index):
      (otherPlace, parameter, name) = (kept.place(of: index), nil, measures[index].name)
    case .parameter(let index): (otherPlace, parameter, name) = (nil, index, names[index])
    }
    self.relation = relation
    self.limit = limit
  }

  /// Looks at one row; `value` tells a parameter's.
  mutating func test(_ row: Int, cells: ArraySlice<CellValue>, value: (Int) -> Rational) {
    let other = parameter.map(value) ?? otherPlace.flatMap { cells[cells.startIndex + $0].number }
    guard let number = cells[cells.startIndex + place].number?.double, let other = other?.double
    else {
      passed += 1
      return
    }
    tested += 1
    let (dx, dy) = (number - x, other - y)
    x += dx / Double(tested)
    y += dy / Double(tested)
    xx += dx * (number - x)
    yy += dy * (other - y)
    xy += dx * (other - y)
    let product = (number - x) * (other - y)
    if most.map({ product > $0.product }) ?? true { most = (row, product) }
    if least.map({ product < $0.product }) ?? true { least = (row, product) }
  }

  /// The correlation; nil where one of the two does not vary.
  var correlation: Double? { xx > 0 && yy > 0 ? xy / (xx * yy).squareRoot() : nil }

  /// The row that speaks most against the claim, and what was found; nil where it holds.
  var failure: (row: Int, text: String)? {
    guard tested > 0 else { return nil }
    guard let correlation else {
      return (most?.row ?? 0, "nothing varies: there is no correlation with \(name)")
    }
    guard !relation.holds(correlation, limit.double) else { return nil }
    let isTooLow = relation == .above || relation == .atLeast
    let text = NumberText.text(Rational((correlation * 1e6).rounded() / 1e6) ?? .zero)
    return (
      (isTooLow ? least : most)?.row ?? 0,
      "the correlation with \(name) is \(text) over all rows; this one speaks most against it"
    )
  }
}
