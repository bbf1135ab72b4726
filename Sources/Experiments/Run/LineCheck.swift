import Arithmetic

/// Tests the expectations that compare rows along a parameter, as the rows come by in order.
///
/// The rows that differ in the parameter alone form a line. Of every line that is under way only
/// the last value is kept: as many as there are combinations of the factors that vary faster.
struct LineCheck {
  /// How many rows were looked at.
  private(set) var tested = 0
  /// How many rows were passed over because the measure has no value.
  private(set) var passed = 0
  /// The first row that fails, counted within its series, and what was found there.
  private(set) var failure: (row: Int, text: String)?

  private let condition: Expectation.Condition
  /// The place of the measure among those kept.
  private let place: Int
  private let name: String
  private let parameter: String?
  private let levels: Levels?
  /// How many rows lie between neighbours of a line.
  private let stride: Int
  /// The value last seen on each line, and at which level.
  private var last: [(value: Rational, level: Int)?]
  /// Whether each line has been at or below, and at or above, the level to be crossed.
  private var sides: [(below: Bool, above: Bool)]
  /// The same of the rows before the place of the crossing, where one is named.
  private var before: [(below: Bool, above: Bool)]

  /// A check of an expectation in one series; nil for one that looks at single rows.
  init?(
    _ expectation: Expectation, _ series: Experiment.Series, measures: [Measure],
    kept: KeptMeasures
  ) {
    let measure: Int
    switch expectation.condition {
    case .monotone(let index, _, _), .constant(let index, _), .crosses(let index, _, _, _):
      measure = index
    case .equals, .always, .never, .correlates: return nil
    }
    place = kept.place(of: measure)
    condition = expectation.condition
    name = measures[measure].name
    parameter = expectation.parameter
    let factor = series.factors.firstIndex { $0.parameter == expectation.parameter }
    levels = factor.map { series.factors[$0].levels }
    stride = factor.map { series.design.stride(of: $0) } ?? 1
    last = Array(repeating: nil, count: factor == nil ? 1 : stride)
    sides = []
    before = []
    if case .crosses = condition { before = Array(repeating: (false, false), count: stride) }
    if case .crosses = condition { sides = Array(repeating: (false, false), count: stride) }
  }

  /// Looks at one row.
  mutating func test(_ row: Int, cells: ArraySlice<CellValue>) {
    let line = levels == nil ? 0 : row % stride
    let level = levels.map { row / stride % $0.count } ?? row
    if level == 0 { last[line] = nil }
    if case .crosses(_, _, let wanted, let at) = condition {
      follow(row, line, level, at, cells[cells.startIndex + place].number, across: wanted)
      return
    }
    guard let value = cells[cells.startIndex + place].number else {
      passed += 1
      return
    }
    tested += 1
    if let before = last[line], failure == nil, !agrees(before.value, value) {
      failure = (row, "\(name) = \(value) after \(before.value)\(situation(at: before.level))")
    }
    last[line] = (value, level)
  }

  private func agrees(_ before: Rational, _ now: Rational) -> Bool {
    switch condition {
    case .monotone(_, _, .nonincreasing): now <= before
    case .monotone(_, _, .nondecreasing): now >= before
    default: now == before
    }
  }

  private func situation(at level: Int) -> String {
    guard let parameter, let levels else { return "" }
    return " at \(parameter) = \(levels[level])"
  }

  private mutating func follow(
    _ row: Int, _ line: Int, _ level: Int, _ place: Rational?, _ value: Rational?,
    across wanted: Rational
  ) {
    if level == 0 { (sides[line], before[line]) = ((false, false), (false, false)) }
    if let value, let place, let levels, levels[level] <= place {
      tested += 1
      // The place itself belongs to either side.
      if levels[level] < place, value < wanted { before[line].below = true }
      if levels[level] < place, value > wanted { before[line].above = true }
    } else if let value {
      tested += 1
      if value < wanted { sides[line].below = true }
      if value > wanted { sides[line].above = true }
    } else {
      passed += 1
    }
    guard let levels, level == levels.count - 1, failure == nil else { return }
    var (below, above) = sides[line]
    if let place {
      let (low, high) = before[line]
      let isCrossed = low != high && below != above && low != below
      guard !isCrossed else { return }
      if low || high || below || above {
        failure = (row, "\(name) does not pass from one side of \(wanted) to the other at \(place)")
        return
      }
      (below, above) = (false, false)
    }
    guard !(below && above) else { return }
    let side = below ? "only below" : above ? "only above" : "neither below nor above"
    failure = (row, "\(name) was \(side) \(wanted) up to here")
  }
}
