/// A basis of a best-response polytope in doubles that guides a path; nothing it says is believed
/// before it is verified exactly.
///
/// Only the inverse of the basis is kept, a row for each strategy played and a column for each
/// tight constraint. Few strategies are played on most of a path, so that a pivot costs far less
/// than one of a whole tableau. Ratios that roundings cannot tell apart count as ties, which are
/// broken lexicographically as in ``LexicographicDictionary``, by the same order of constraints.
///
/// - Source: the revised simplex method, Dantzig and Orchard-Hays 1954.
struct GuidingDictionary: PathDictionary {
  /// Entries scaled to 1 have gathered about 1e-13 of rounding when they matter; the entry that is
  /// divided by must be well above, and right-hand sides that differ by less are tied.
  private static let (leastPivot, tie, slope) = (1e-9, 1e-12, 1e-9)
  /// What the tight constraints may be off by before the inverse is computed anew, and after how
  /// many pivots that is looked at.
  private static let (worstResidual, interval) = (1e-12, 32)

  private let matrix: ReplyMatrix
  private let base: (own: Int, reply: Int)
  /// The strategy of each row of the inverse, and the constraint of each column.
  private var played: [Int] = []
  private var tight: [Int] = []
  /// The column of each constraint, -1 where it has none.
  private var columnOf: [Int]
  private var inverse = BasisInverse()
  /// The value of each strategy played, by rows, and of every constraint's slack.
  private var weights: [Double]
  private var slacks: [Double]
  /// How fast these fall as the entering variable grows.
  private var weightRates: [Double]
  private var slackRates: [Double]
  /// A row times the inverse.
  private var product: [Double]
  private var pivots = 0
  /// Whether a tie was met.
  private(set) var wasTied = false

  /// A variable that can leave the basis.
  private enum Leaving {
    case weight(row: Int)
    case slack(Int)
  }

  /// The basis at the origin.
  init(_ matrix: ReplyMatrix) {
    self.matrix = matrix
    let labels = [0, matrix.game.shape[0]]
    base = (labels[matrix.actor], labels[1 - matrix.actor])
    columnOf = Array(repeating: -1, count: matrix.constraints)
    weights = Array(repeating: 0, count: min(matrix.dimension, matrix.constraints))
    weightRates = weights
    product = weights
    slacks = Array(repeating: 1, count: matrix.constraints)
    slackRates = slacks
  }

  func isCobasicAtOrigin(_ label: Int) -> Bool {
    (base.own..<(base.own + matrix.dimension)).contains(label)
  }

  var support: [Int] { played.sorted() }
  var replies: [Int] { tight.sorted() }

  mutating func enter(_ label: Int) -> Int? {
    let isOwn = isCobasicAtOrigin(label)
    let entering = isOwn ? label - base.own : label - base.reply
    findRates(of: entering, isOwn)
    guard let leaving = leavingVariable() else { return nil }
    advance(until: leaving, entering, isOwn)
    let left = exchange(entering, isOwn, leaving)
    pivots += 1
    if pivots % Self.interval == 0 { refresh() }
    return left
  }

  /// The column of the dictionary that belongs to a strategy or to the slack of a constraint.
  private mutating func findRates(of entering: Int, _ isOwn: Bool) {
    for row in played.indices {
      weightRates[row] =
        isOwn
        ? inverse.product(row: row) { matrix.value(tight[$0], entering) }
        : inverse[row, columnOf[entering]]
    }
    matrix.combine(
      isOwn ? entering : nil, less: weightRates, times: played, into: &slackRates)
    // Zero but for roundings, and no candidates to leave.
    for constraint in tight { slackRates[constraint] = 0 }
  }

  /// The ratio test.
  private mutating func leavingVariable() -> Leaving? {
    let found = weights.withUnsafeBufferPointer { weights in
      weightRates.withUnsafeBufferPointer { weightRates in
        slacks.withUnsafeBufferPointer { slacks in
          slackRates.withUnsafeBufferPointer { slackRates in
            let ofWeights = RatioTest(
              weights, .init(rebasing: weightRates.prefix(played.count)),
              leastRate: Self.leastPivot)
            let ofSlacks = RatioTest(slacks, slackRates, leastRate: Self.leastPivot)
            let least = min(ofWeights.leastRatio, ofSlacks.leastRatio)
            return (
              least, ofWeights.tied(at: least, slack: Self.tie),
              ofSlacks.tied(at: least, slack: Self.tie)
            )
          }
        }
      }
    }
    let (least, ofWeights, ofSlacks) = found
    guard least < .infinity else { return nil }
    if ofWeights.count + ofSlacks.count == 1 {
      return ofWeights.count == 1 ? .weight(row: ofWeights.last) : .slack(ofSlacks.last)
    }
    wasTied = true
    return lexicographicallyLeast(tied(at: least))
  }

  /// The variables that reach zero together.
  private func tied(at ratio: Double) -> [Leaving] {
    let ofWeights = played.indices.filter {
      weightRates[$0] > Self.leastPivot && weights[$0] - ratio * weightRates[$0] <= Self.tie
    }
    let ofSlacks = slacks.indices.filter {
      slackRates[$0] > Self.leastPivot && slacks[$0] - ratio * slackRates[$0] <= Self.tie
    }
    return ofWeights.map { .weight(row: $0) } + ofSlacks.map { .slack($0) }
  }

  /// The tied variable whose right-hand side, perturbed, is least.
  private func lexicographicallyLeast(_ candidates: [Leaving]) -> Leaving? {
    var tied = candidates
    for constraint in 0..<matrix.constraints where tied.count > 1 {
      let ratios = tied.map { coefficient(of: constraint, in: $0) / rate(of: $0) }
      let least = ratios.reduce(.infinity, min)
      let bound = least + Self.slope * max(1, abs(least))
      tied = zip(tied, ratios).filter { $0.1 <= bound }.map(\.0)
    }
    return tied.first
  }

  private func rate(of variable: Leaving) -> Double {
    switch variable {
    case .weight(let row): weightRates[row]
    case .slack(let constraint): slackRates[constraint]
    }
  }

  /// The coefficient of a constraint's slack in the row of a basic variable.
  private func coefficient(of constraint: Int, in variable: Leaving) -> Double {
    let column = columnOf[constraint]
    switch variable {
    case .weight(let row): return column >= 0 ? inverse[row, column] : 0
    case .slack(let basic):
      guard column >= 0 else { return basic == constraint ? 1 : 0 }
      return played.indices.reduce(0) {
        $0 - matrix.value(basic, played[$1]) * inverse[$1, column]
      }
    }
  }

  /// Moves along the edge until `leaving` is zero.
  private mutating func advance(until leaving: Leaving, _ entering: Int, _ isOwn: Bool) {
    let step: Double
    switch leaving {
    case .weight(let row): step = max(0, weights[row]) / weightRates[row]
    case .slack(let constraint): step = max(0, slacks[constraint]) / slackRates[constraint]
    }
    for row in played.indices { weights[row] -= step * weightRates[row] }
    slackRates.withUnsafeBufferPointer { rates in
      for constraint in slacks.indices { slacks[constraint] -= step * rates[constraint] }
    }
    if !isOwn { slacks[entering] = step }
    switch leaving {
    case .weight(let row):
      if isOwn { weights[row] = step }
    case .slack(let constraint):
      slacks[constraint] = 0
      if isOwn { weights[played.count] = step }
    }
  }

  /// Swaps two variables between basis and cobasis; returns the label of the one that left.
  private mutating func exchange(_ entering: Int, _ isOwn: Bool, _ leaving: Leaving) -> Int {
    switch leaving {
    case .weight(let row):
      let left = played[row]
      if isOwn {
        inverse.replaceRow(row, weightRates)
        played[row] = entering
      } else {
        remove(row: row, column: columnOf[entering])
      }
      return base.own + left
    case .slack(let constraint):
      inverse.multiply({ matrix.value(constraint, played[$0]) }, into: &product)
      if isOwn {
        inverse.grow(weightRates, product, pivot: slackRates[constraint])
        columnOf[constraint] = tight.count
        played.append(entering)
        tight.append(constraint)
      } else {
        let column = columnOf[entering]
        inverse.replaceColumn(column, product)
        columnOf[entering] = -1
        (tight[column], columnOf[constraint]) = (constraint, column)
      }
      return base.reply + constraint
    }
  }

  /// Takes a strategy and a constraint out; the last row and column move to their places.
  private mutating func remove(row: Int, column: Int) {
    inverse.shrink(row: row, column: column)
    let last = inverse.size
    columnOf[tight[column]] = -1
    if column != last { columnOf[tight[last]] = column }
    tight.swapAt(column, last)
    tight.removeLast()
    played.swapAt(row, last)
    played.removeLast()
    weights.swapAt(row, last)
  }

  /// Computes values from the inverse, and the inverse from the data where it has drifted.
  private mutating func refresh() {
    computeValues()
    let residual = tight.reduce(0) { max($0, abs(slacks[$1])) }
    if residual > Self.worstResidual {
      invert()
      computeValues()
    }
    for constraint in tight { slacks[constraint] = 0 }
  }

  private mutating func computeValues() {
    for row in played.indices { weights[row] = inverse.product(row: row) { _ in 1 } }
    matrix.combine(nil, plus: 1, less: weights, times: played, into: &slacks)
  }

  /// Builds the inverse anew, the largest pivot that is left first.
  private mutating func invert() {
    var (strategies, constraints) = (played, tight)
    (played, tight, inverse) = ([], [], BasisInverse())
    for constraint in constraints { columnOf[constraint] = -1 }
    while !strategies.isEmpty {
      var (size, best) = (0.0, (strategy: 0, constraint: 0))
      for (index, strategy) in strategies.enumerated() {
        findRates(of: strategy, true)
        for (place, constraint) in constraints.enumerated()
        where abs(slackRates[constraint]) > size {
          (size, best) = (abs(slackRates[constraint]), (index, place))
        }
      }
      guard size > 0 else { return }
      let strategy = strategies.remove(at: best.strategy)
      findRates(of: strategy, true)
      _ = exchange(strategy, true, .slack(constraints.remove(at: best.constraint)))
    }
  }
}
