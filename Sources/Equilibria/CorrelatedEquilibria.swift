import Arithmetic
import GameForms
import LinearPrograms

/// Extreme points of the correlated or the coarse correlated equilibria of a game: the best in sum,
/// the best for whoever gets least, and the best for each actor.
///
/// A mediator draws a profile and tells each actor its part. The draw is a correlated equilibrium
/// if no actor that has heard its part gains by playing another strategy, and a coarse one if no
/// actor gains by committing to a strategy before it hears. Both sets are polytopes that contain
/// every Nash equilibrium, so an optimum is a linear program, solved exactly.
///
/// - Source: Aumann 1974; Moulin and Vial 1978 for the coarse ones.
public struct CorrelatedEquilibria: Hashable, Sendable {
  /// When an actor decides whether to obey.
  public enum Kind: Hashable, Sendable, CaseIterable {
    /// After it is told its part: correlated equilibrium.
    case told
    /// Before: coarse correlated equilibrium.
    case untold
  }

  /// What is made as large as it can be.
  public enum Objective: Hashable, Sendable {
    /// The sum of utilities.
    case welfare
    /// The least utility of any actor.
    case egalitarian
    /// The utility of one actor.
    case actor(Int)

    /// Every objective for a game of so many actors.
    public static func all(actors: Int) -> [Objective] {
      [.welfare, .egalitarian] + (0..<actors).map { .actor($0) }
    }

    /// What the utilities are worth to this objective.
    func value(of utilities: [Rational]) -> Rational {
      switch self {
      case .welfare: utilities.reduce(.zero, +)
      case .egalitarian: utilities.min() ?? .zero
      case .actor(let actor): utilities[actor]
      }
    }
  }

  /// A best point.
  public struct Point: Hashable, Sendable {
    /// Best for what.
    public let objective: Objective
    /// The probability of each profile.
    public let distribution: [Rational]
    /// What the objective is worth there.
    public let value: Rational
    /// What each actor expects.
    public let utilities: [Rational]
    /// The proof that the point is an equilibrium and that none is better.
    public let evidence: CorrelatedEvidence
  }

  /// Which equilibria.
  public let kind: Kind
  /// One point an objective: welfare, egalitarian, then each actor.
  public let points: [Point]

  /// The limit that was met before every objective was done; nil where none was.
  public let limit: String?

  /// A best point of every objective that there is time for. Others may be as good.
  ///
  /// - Parameter seconds: after which to stop; nil for no limit.
  public static func solve(
    _ game: StrategicGame, _ kind: Kind, seconds: Double? = nil
  ) -> CorrelatedEquilibria {
    let deadline = Deadline(seconds: seconds)
    let program = CorrelatedProgram(game, kind)
    var points: [Point] = []
    for objective in Objective.all(actors: game.actors) {
      guard let (distribution, weights, prices) = try? program.optimum(objective, until: deadline)
      else { return CorrelatedEquilibria(kind: kind, points: points, limit: deadline.limit) }
      let utilities = game.expectedPayoffs(of: distribution)
      let value = objective.value(of: utilities)
      points.append(
        Point(
          objective: objective, distribution: distribution, value: value, utilities: utilities,
          evidence: CorrelatedEvidence(
            that: distribution, of: kind, in: game, isBestFor: objective, at: value,
            weights: weights, prices: prices)))
    }
    return CorrelatedEquilibria(kind: kind, points: points, limit: nil)
  }
}

extension StrategicGame {
  /// Each actor's expected payoff when profiles are drawn with these probabilities.
  public func expectedPayoffs(of distribution: [Rational]) -> [Rational] {
    var payoffs = Array(repeating: Rational.zero, count: actors)
    for (profile, weight) in distribution.enumerated() where !weight.isZero {
      for actor in 0..<actors { payoffs[actor] += weight * payoff(at: profile, of: actor) }
    }
    return payoffs
  }
}
