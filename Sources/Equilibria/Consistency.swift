import Arithmetic
import GameForms
import LinearPrograms

/// Whether an assessment is the limit of assessments in which every action is sometimes taken and
/// beliefs follow by Bayes' rule. Decided exactly.
///
/// It is one exactly if two things exist: an order of smallness for each action that is not played
/// (a whole number, 0 for those that are), such that the nodes of a set with positive belief are
/// those of least order; and a positive weight for each such action, such that the beliefs among
/// these nodes are in the proportions of the products along their paths. The orders are a linear
/// program; the weights are linear equations between logarithms, soluble exactly if each dependence
/// between the left sides makes the product of the right sides 1.
///
/// - Source: Kreps and Wilson 1982, lemmas A1 and A2; Perea, Jansen and Peters 1997.
public enum Consistency: Hashable, Sendable {
  /// Consistent; `orders[set][action]` are the orders of smallness that prove it.
  case consistent(orders: [[Int]])
  /// At this set, which is reached, beliefs are not those of Bayes' rule.
  case bayes(set: Int)
  /// No orders of smallness single out the nodes with positive belief.
  case noOrders
  /// The beliefs at different sets contradict each other in their proportions.
  case noWeights

  /// Whether the assessment is consistent.
  public var holds: Bool { if case .consistent = self { true } else { false } }

  /// The test of `assessment` in `game`.
  ///
  /// - Precondition: the game has perfect recall, no chance move has probability 0, and the
  ///   assessment is valid in the game.
  public init(of assessment: Assessment, in game: ExtensiveGame) {
    let bayes = game.bayesianBeliefs(under: assessment.profile)
    if let wrong = bayes.indices.first(where: { set in
      bayes[set].map { $0 != assessment.beliefs[set] } ?? false
    }) {
      self = .bayes(set: wrong)
      return
    }
    let system = MistakeSystem(assessment, in: game)
    guard let orders = system.orders() else {
      self = .noOrders
      return
    }
    guard system.hasWeights else {
      self = .noWeights
      return
    }
    let proof = game.sets.indices.map { set in
      (0..<game.sets[set].actions).map { system.variables[[set, $0]].map { orders[$0] } ?? 0 }
    }
    self = .consistent(orders: proof)
  }
}

/// The actions that an assessment does not play, and what its beliefs ask of them.
private struct MistakeSystem {
  /// The number of each action `[set, action]` that is not played.
  let variables: [[Int]: Int]
  /// Pairs of nodes of a set with positive belief, as the differences of their mistakes, with what
  /// the quotient of the products of weights must be.
  private var equal: [(difference: [Int], quotient: Rational)] = []
  /// Differences of mistakes that must be at least 1.
  private var larger: [[Int]] = []

  init(_ assessment: Assessment, in game: ExtensiveGame) {
    var variables: [[Int]: Int] = [:]
    for set in game.sets.indices {
      for action in 0..<game.sets[set].actions
      where assessment.profile.probabilities[set][action].isZero {
        variables[[set, action]] = variables.count
      }
    }
    self.variables = variables
    func mistakes(_ node: Int) -> (counts: [Int], product: Rational) {
      var counts = Array(repeating: 0, count: variables.count)
      var product = Rational.one
      for step in game.path(to: node) {
        if let set = game.set(of: step.node), let variable = variables[[set, step.action]] {
          counts[variable] += 1
        } else {
          product *= game.probability(of: step.action, at: step.node, under: assessment.profile)
        }
      }
      return (counts, product)
    }
    for (nodes, beliefs) in zip(game.members, assessment.beliefs) where nodes.count > 1 {
      let all = nodes.map(mistakes)
      guard let first = beliefs.firstIndex(where: { !$0.isZero }) else { continue }
      for k in nodes.indices where k != first {
        let difference = zip(all[k].counts, all[first].counts).map { $0 - $1 }
        if beliefs[k].isZero {
          larger.append(difference)
        } else {
          let quotient =
            beliefs[k] / beliefs[first] * all[first].product / all[k].product
          equal.append((difference, quotient))
        }
      }
    }
  }

  /// Whole positive orders that satisfy all conditions, nil if there are none.
  func orders() -> [Int]? {
    let count = variables.count
    guard count > 0 else { return larger.isEmpty ? [] : nil }
    // Maximise t <= 1 such that every order and every difference asked for is at least t.
    var rows: [[Rational]] = []
    for variable in 0..<count {
      rows.append((0..<count).map { $0 == variable ? -1 : 0 } + [.one])
    }
    for difference in larger { rows.append(difference.map { Rational(-$0) } + [.one]) }
    for (difference, _) in equal {
      rows.append(difference.map { Rational($0) } + [.zero])
      rows.append(difference.map { Rational(-$0) } + [.zero])
    }
    rows.append(Array(repeating: .zero, count: count) + [.one])
    let limits = Array(repeating: Rational.zero, count: rows.count - 1) + [Rational.one]
    let program = LinearProgram(
      maximise: Array(repeating: .zero, count: count) + [.one], rows: rows, limits: limits)
    guard let optimum = program.solve(), optimum.value == .one else { return nil }
    // Fractions become whole numbers together; what is at least 1 stays so.
    let point = optimum.point.dropLast()
    let scale = point.reduce(Rational.one) { scale, order in
      scale * (scale * order).denominatorPart
    }
    let whole = point.compactMap { ($0 * scale).integer }
    return whole.count == count ? whole : nil
  }

  /// Whether positive weights exist whose products are in the proportions asked for.
  var hasWeights: Bool {
    // Eliminate the left sides, and keep of which equations each row is the sum.
    var rows = equal.indices.map { row in
      equal[row].difference.map { Rational($0) }
        + equal.indices.map { $0 == row ? Rational.one : .zero }
    }
    var pivots = 0
    for column in 0..<variables.count {
      guard
        let found = rows.indices.dropFirst(pivots).first(where: { !rows[$0][column].isZero })
      else { continue }
      rows.swapAt(pivots, found)
      for row in rows.indices.dropFirst(pivots + 1) where !rows[row][column].isZero {
        let factor = rows[row][column] / rows[pivots][column]
        for k in rows[row].indices { rows[row][k] -= factor * rows[pivots][k] }
      }
      pivots += 1
    }
    return rows.dropFirst(pivots).allSatisfy { row in
      let sum = row.dropFirst(variables.count)
      let scale = sum.reduce(Rational.one) { $0 * ($0 * $1).denominatorPart }
      var product = Rational.one
      for (coefficient, equation) in zip(sum, equal) {
        guard let power = (coefficient * scale).integer else { return false }
        let base = power < 0 ? equation.quotient.reciprocal : equation.quotient
        for _ in 0..<abs(power) { product *= base }
      }
      return product == .one
    }
  }
}
