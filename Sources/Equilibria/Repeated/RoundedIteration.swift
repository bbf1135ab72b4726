import Arithmetic
import GameForms
import LinearPrograms

/// The iteration of Abreu and Sannikov in doubles: from all feasible payoffs downwards until the
/// set does not move any more.
struct RoundedIteration {
  private let operation: ContinuationOperator<Double>
  /// The largest payoff, to measure rounding by.
  private let scale: Double

  /// What was reached.
  struct Result {
    /// The set.
    let set: PayoffPolygon<Double>
    /// Its corners, for those who have no exact ones.
    let corners: [SubgamePerfectPayoffs.Corner]
    /// How far a corner moved in the last step.
    let residual: Double
    /// How many steps were made.
    let steps: Int
    /// Whether the set came to rest.
    let isComplete: Bool
    /// The largest payoff.
    let scale: Double
  }

  init(_ stage: StrategicGame, discount: Rational) {
    scale = stage.payoffs.reduce(1) { max($0, abs($1.double)) }
    operation = ContinuationOperator(
      stage, discount: discount.double, slack: 1e-12 * scale, number: \.double)
  }

  /// Iterates until rest, or until the time is up.
  func run(seconds: Double?) -> Result {
    let deadline = Deadline(seconds: seconds)
    let rest = 1e-14 * scale
    var set = PayoffPolygon(hullOf: operation.payoffs, slack: operation.slack)
    // No one can be held below what its best reply brings at worst: near discount factors of 1
    // threats that begin at the least payoffs would take tens of thousands of steps to rise there.
    var threat = PayoffPair(
      operation.temptations.map(\.first).min() ?? 0,
      operation.temptations.map(\.second).min() ?? 0)
    var residual = Double.infinity
    var steps = 0
    while steps < SubgamePerfectPayoffs.mostSteps, !set.isEmpty {
      let next = operation.next(set, threat: threat)
      residual = Self.distance(set, next)
      set = next
      steps += 1
      let raised = PayoffPair(
        max(threat.first, next.least(of: 0) ?? threat.first),
        max(threat.second, next.least(of: 1) ?? threat.second))
      let isAtRest =
        residual <= rest && raised.first - threat.first <= rest
        && raised.second - threat.second <= rest
      threat = raised
      if isAtRest { break }
      if steps % 64 == 0, deadline.isOver { break }
    }
    if set.isEmpty { residual = 0 }
    return Result(
      set: set, corners: corners(of: set, threat: threat), residual: residual, steps: steps,
      isComplete: residual <= rest, scale: scale)
  }

  /// How far the corners of two sets lie apart, infinite where their numbers differ.
  private static func distance(
    _ a: PayoffPolygon<Double>, _ b: PayoffPolygon<Double>
  ) -> Double {
    guard a.vertices.count == b.vertices.count else { return .infinity }
    return zip(a.vertices, b.vertices).reduce(0) {
      max($0, abs($1.0.first - $1.1.first), abs($1.0.second - $1.1.second))
    }
  }

  private func corners(
    of set: PayoffPolygon<Double>, threat: PayoffPair<Double>
  ) -> [SubgamePerfectPayoffs.Corner] {
    let promises = operation.promises(from: set, threat: threat)
    return set.vertices.compactMap { vertex in
      guard let first = Rational(vertex.first), let second = Rational(vertex.second) else {
        return nil
      }
      func distance(_ promise: ContinuationOperator<Double>.Promise) -> Double {
        abs(promise.payoff.first - vertex.first) + abs(promise.payoff.second - vertex.second)
      }
      guard let nearest = promises.min(by: { distance($0) < distance($1) }) else { return nil }
      let own = operation.payoffs[nearest.profile]
      return SubgamePerfectPayoffs.Corner(
        payoffs: PayoffPair(first, second), profile: nearest.profile,
        isStationary: max(abs(own.first - vertex.first), abs(own.second - vertex.second))
          <= operation.slack)
    }
  }
}
