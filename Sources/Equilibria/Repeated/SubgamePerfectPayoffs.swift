public import Arithmetic
public import GameForms

/// All payoffs of subgame-perfect equilibria in pure strategies of a repeated game of two, with a
/// public lottery before each period.
///
/// Of a game without end the set is found in doubles and then, where its corners are fractions, proved: the exact polygon
/// reproduces itself under the operator, so that each of its points is an equilibrium payoff.
///
/// - Source: Abreu and Sannikov 2014, "An algorithm for two-player repeated games with perfect
///   monitoring", Theoretical Economics 9.
public struct SubgamePerfectPayoffs: Sendable {
  /// The extreme points, as averages per period, counterclockwise; none where there is no such
  /// equilibrium.
  public let corners: [Corner]
  /// Whether the polygon was proved in fractions; otherwise it is rounded.
  public let isExact: Bool
  /// How far the set moved in the last step: 0 where it is exact.
  public let residual: Double
  /// Steps of the iteration in doubles.
  public let steps: Int
  /// Whether the iteration came to rest before its limits.
  public let isComplete: Bool

  /// An extreme point of the set.
  public struct Corner: Hashable, Sendable {
    /// What each actor gets, on average per period.
    public let payoffs: PayoffPair<Rational>
    /// The profile played in the first period.
    public let profile: Int
    /// Whether this profile is then played for ever.
    public let isStationary: Bool
  }

  /// Steps after which the iteration stops by itself.
  public static let mostSteps = 100_000

  /// What a game without end is likely to take, in seconds, for so many profiles of the stage game.
  ///
  /// Measured on random stage games of 20 to 100 strategies a side: the set comes to rest in steps
  /// that grow as `1 / (1 - discount)` up to some 150 of these; with luck it is much faster.
  public static func expectedSeconds(profiles: Int, discount: Double) -> Double {
    6e-6 * Double(profiles) * min(1 / (1 - discount), 150)
  }

  /// The payoffs of the stage game repeated with this discount factor.
  ///
  /// - Parameters:
  ///   - discount: the discount factor of both actors, from 0 to below 1.
  ///   - seconds: when to stop, nil for never; what is returned then contains the set.
  /// - Precondition: two actors.
  public static func solve(
    _ stage: StrategicGame, discount: Rational, seconds: Double? = nil
  ) -> SubgamePerfectPayoffs {
    precondition(stage.actors == 2, "the plane has room for two actors")
    precondition(discount.signum >= 0 && discount < .one, "a discount factor lies below 1")
    guard !discount.isZero else { return myopic(stage) }
    let rounded = RoundedIteration(stage, discount: discount).run(seconds: seconds)
    let exact = ContinuationOperator<Rational>(
      stage, discount: discount, slack: .zero, number: { $0 })
    if rounded.isComplete, let proved = proof(of: rounded, exact) {
      return SubgamePerfectPayoffs(
        corners: corners(of: proved, exact), isExact: true, residual: 0, steps: rounded.steps,
        isComplete: true)
    }
    return SubgamePerfectPayoffs(
      corners: rounded.corners, isExact: false, residual: rounded.residual, steps: rounded.steps,
      isComplete: rounded.isComplete)
  }

  /// Without a future only equilibria of the stage game are left.
  private static func myopic(_ stage: StrategicGame) -> SubgamePerfectPayoffs {
    let equilibria = PureEquilibria.solve(stage)
    func payoffs(_ profile: Int) -> PayoffPair<Rational> {
      PayoffPair(stage.payoff(at: profile, of: 0), stage.payoff(at: profile, of: 1))
    }
    let hull = PayoffPolygon(hullOf: equilibria.map(payoffs))
    let corners = hull.vertices.compactMap { vertex in
      equilibria.first { payoffs($0) == vertex }.map {
        Corner(payoffs: vertex, profile: $0, isStationary: true)
      }
    }
    return SubgamePerfectPayoffs(
      corners: corners, isExact: true, residual: 0, steps: 0, isComplete: true)
  }

  /// The exact polygon near the rounded one that reproduces itself, if one is found.
  ///
  /// Corners with short fractions are right at once; others follow from them in a few steps.
  private static func proof(
    of rounded: RoundedIteration.Result, _ exact: ContinuationOperator<Rational>
  ) -> PayoffPolygon<Rational>? {
    let (mostSteps, mostBits, scale) = (12, 4096, rounded.scale)
    func short(_ value: Double) -> Rational? { .simplest(near: value, within: 1e-10 * scale) }
    let points = rounded.set.vertices.compactMap { vertex -> PayoffPair<Rational>? in
      guard let first = short(vertex.first), let second = short(vertex.second) else { return nil }
      return PayoffPair(first, second)
    }
    var set = PayoffPolygon(hullOf: points)
    for _ in 0..<mostSteps {
      guard let first = set.least(of: 0), let second = set.least(of: 1) else {
        // That nothing is left is itself the answer when the doubles came to it.
        return rounded.set.isEmpty ? set : nil
      }
      let next = exact.next(set, threat: PayoffPair(first, second))
      if next == set { return isNear(rounded.set, set, scale) ? set : nil }
      let bits = next.vertices.map { max($0.first.bitWidth, $0.second.bitWidth) }.max() ?? 0
      guard bits <= mostBits, isNear(next, rounded.set, scale) else { return nil }
      set = next
    }
    return nil
  }

  private static func isNear(
    _ exact: PayoffPolygon<Rational>, _ rounded: PayoffPolygon<Double>, _ scale: Double
  ) -> Bool {
    exact.vertices.allSatisfy {
      rounded.contains(PayoffPair($0.first.double, $0.second.double), slack: 1e-8 * scale)
    }
  }

  private static func isNear(
    _ rounded: PayoffPolygon<Double>, _ exact: PayoffPolygon<Rational>, _ scale: Double
  ) -> Bool {
    let polygon = PayoffPolygon(
      hullOf: exact.vertices.map { PayoffPair($0.first.double, $0.second.double) })
    return rounded.vertices.allSatisfy { polygon.contains($0, slack: 1e-8 * scale) }
  }

  /// The corners of a set that reproduces itself, with what is played first in each.
  private static func corners(
    of set: PayoffPolygon<Rational>, _ exact: ContinuationOperator<Rational>
  ) -> [Corner] {
    guard let first = set.least(of: 0), let second = set.least(of: 1) else { return [] }
    let promises = exact.promises(from: set, threat: PayoffPair(first, second))
    return set.vertices.compactMap { vertex in
      promises.first { $0.payoff == vertex }.map { promise in
        Corner(
          payoffs: vertex, profile: promise.profile,
          isStationary: exact.payoffs[promise.profile] == vertex)
      }
    }
  }
}
