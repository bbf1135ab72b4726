/// A logit quantal response equilibrium.
public struct LogitPoint: Hashable, Sendable {
  /// How strongly payoffs govern choice, in units of one over a payoff.
  public let lambda: Double
  /// `probabilities[actor][strategy]`.
  public let probabilities: [[Double]]
  /// The most that an actor could gain by turning to one strategy: how far from a Nash equilibrium.
  public let regret: Double
  /// The largest error of the defining equations, as an error of log-probabilities, or once lambda
  /// times the spread of payoffs exceeds 1, of payoffs in units of that spread.
  public let residual: Double
}

/// Where a branch of quantal responses tends as lambda grows.
public struct LogitLimit: Hashable, Sendable {
  /// `probabilities[actor][strategy]` of the equilibrium.
  public let probabilities: [[Double]]
  /// The most that an actor could gain by turning to one strategy.
  public let regret: Double
  /// Whether the equilibrium was computed to rounding on its support; if not, this is the branch's
  /// last point.
  public let isRefined: Bool
}

/// A piece of the curve of logit quantal response equilibria.
public struct LogitBranch: Sendable {
  /// The points computed, in the order of the curve.
  public internal(set) var points: [LogitPoint] = []
  /// Where lambda turns: the points of smallest or largest lambda nearby.
  public internal(set) var folds: [LogitPoint] = []
  /// About where other branches cross this one.
  public internal(set) var bifurcations: [LogitPoint] = []
  /// The equilibria that the ends tend to; none for an end that was not reached.
  public internal(set) var limits: [LogitLimit] = []
  /// Why the curve was left, end by end.
  public internal(set) var ends: [End] = []

  /// A branch of which nothing is known yet.
  public init() {}

  /// Why a branch was not followed further.
  public enum End: Hashable, Sendable {
    /// Regret fell under the goal: the branch has reached its limit for all that doubles tell.
    case limit
    /// Lambda came to the value asked for.
    case lambda
    /// Lambda came down to 0.
    case zero
    /// The curve came back to where it began.
    case closed
    /// Time was over.
    case time
    /// No step was short enough, or too many were needed.
    case stalled
  }
}

/// Lambda as observed frequencies make it most likely.
public struct LogitEstimate: Sendable {
  /// The point of greatest likelihood on the principal branch.
  public let best: LogitPoint
  /// The logarithm of its likelihood, constant terms left out.
  public let logLikelihood: Double
  /// Every local maximum of the likelihood along the branch, in the order of the curve.
  public let maxima: [(point: LogitPoint, logLikelihood: Double)]
  /// Whether the likelihood was still rising where the branch was left, so that no lambda is best.
  public let isRisingAtEnd: Bool
  /// Why the branch was left.
  public let end: LogitBranch.End
}
