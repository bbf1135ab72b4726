public import GameForms
import Glibc
import LinearPrograms

/// Logit quantal response equilibria of a game of any number of actors.
///
/// In a logit equilibrium each actor plays each strategy with a probability proportional to the
/// exponential of lambda times what the strategy earns. From even chances at lambda 0 one curve of
/// them, the principal branch, leads to a Nash equilibrium as lambda grows. It may turn back in
/// lambda on the way; it is followed through such folds.
///
/// - Source: McKelvey and Palfrey 1995; Turocy 2005.
/// - Complexity: a step costs some three multiplications a payoff and an elimination of the order
///   of the strategies that are played.
public struct LogitPath: Sendable {
  /// Regret at which a branch ends, in units of the spread of payoffs.
  static let goal = 1e-8
  /// The steps after which a curve is given up.
  static let mostSteps = 20_000

  let game: SmoothedGame
  let seconds: Double?

  /// The quantal responses of `game`.
  ///
  /// - Parameter seconds: how long each question may take.
  public init(_ game: StrategicGame, seconds: Double? = nil) {
    self.game = SmoothedGame(game)
    self.seconds = seconds
  }

  /// The principal branch from lambda 0 to its limit.
  public func principalBranch() -> LogitBranch { principalBranch(to: nil) }

  /// The principal branch from lambda 0 to where it first has this lambda; the last point has it
  /// exactly.
  ///
  /// - Precondition: lambda is a number, not negative.
  public func principalBranch(to lambda: Double?) -> LogitBranch {
    precondition(lambda.map { $0 >= 0 && $0.isFinite } ?? true, "lambda is not negative")
    let start = game.evenLogarithms + [0]
    return follow(from: start, backwards: false, to: lambda)
  }

  /// The branch through the quantal response with this lambda near a profile, followed both ways;
  /// nil where Newton's method finds none from there.
  ///
  /// - Parameter start: `start[actor][strategy]`, probabilities.
  public func branch(near start: [[Double]], lambda: Double) -> LogitBranch? {
    let logarithms = start.flatMap { $0.map { log(max($0, 1e-12)) } }
    precondition(logarithms.count == game.tensor.strategies, "one probability a strategy")
    let homotopy = LogitHomotopy(game.tensor, scale: game.scale)
    guard
      var tracer = try? CurveTracer(homotopy, at: game.evenLogarithms + [0]),
      let middle = tracer.solve(near: logarithms + [lambda])
    else { return nil }
    let back = follow(from: middle, backwards: true, to: nil)
    let onward = follow(from: middle, backwards: false, to: nil)
    var whole = LogitBranch()
    whole.points = back.points.reversed() + onward.points.dropFirst()
    whole.folds = back.folds.reversed() + onward.folds
    whole.bifurcations = back.bifurcations.reversed() + onward.bifurcations
    whole.limits = back.limits + onward.limits
    whole.ends = back.ends + onward.ends
    return whole
  }

  /// The quantal response with this lambda that Newton's method finds from a profile.
  public func point(near start: [[Double]], lambda: Double) -> LogitPoint? {
    let logarithms = start.flatMap { $0.map { log(max($0, 1e-12)) } }
    precondition(logarithms.count == game.tensor.strategies, "one probability a strategy")
    let homotopy = LogitHomotopy(game.tensor, scale: game.scale)
    guard
      var tracer = try? CurveTracer(homotopy, at: game.evenLogarithms + [0]),
      let unknowns = tracer.solve(near: logarithms + [lambda])
    else { return nil }
    return stated(unknowns)
  }

  /// Follows one curve from a point of it.
  private func follow(from start: [Double], backwards: Bool, to lambda: Double?) -> LogitBranch {
    var branch = LogitBranch()
    branch.points.append(stated(start))
    if start[start.count - 1] == lambda {
      branch.ends = [.lambda]
      return branch
    }
    let homotopy = LogitHomotopy(game.tensor, scale: game.scale)
    guard var tracer = try? CurveTracer(homotopy, at: start, backwards: backwards) else {
      branch.ends = [.stalled]
      return branch
    }
    let deadline = Deadline(seconds: seconds)
    while true {
      guard tracer.points < Self.mostSteps, tracer.advance(), let previous = tracer.previous else {
        branch.ends = [.stalled]
        return branch
      }
      let current = tracer.current
      if let lambda, current.parameter >= lambda, previous.parameter < lambda {
        branch.points.append(point(of: &tracer, at: lambda))
        branch.ends = [.lambda]
        return branch
      }
      if (previous.slope > 0) != (current.slope > 0), let fold = tracer.locate({ $0.slope }) {
        branch.folds.append(stated(fold.unknowns))
      }
      if previous.orientation != current.orientation,
        let crossing = tracer.locate({ Double($0.orientation) })
      {
        branch.bifurcations.append(stated(crossing.unknowns))
      }
      guard current.parameter >= 0 else {
        branch.ends = [.zero]
        return branch
      }
      let point = stated(current.unknowns)
      branch.points.append(point)
      if lambda == nil, isLimit(current, regret: point.regret) {
        branch.limits = [limit(of: point)]
        branch.ends = [.limit]
        return branch
      }
      if isBack(current, at: start) {
        branch.ends = [.closed]
        return branch
      }
      if deadline.isOver {
        branch.ends = [.time]
        return branch
      }
    }
  }

  /// The point of exactly this lambda between the last two of the tracer.
  private func point(of tracer: inout CurveTracer<LogitHomotopy>, at lambda: Double) -> LogitPoint {
    let near = tracer.locate { $0.parameter - lambda } ?? tracer.current
    var guess = near.unknowns
    guess[guess.count - 1] = lambda
    return stated(tracer.solve(near: guess) ?? near.unknowns)
  }

  /// Whether the branch is as good as at its limit. Lambda must be large too: a branch that runs
  /// through equilibria from the first may yet meet others.
  func isLimit(_ point: CurvePoint, regret: Double) -> Bool {
    regret <= Self.goal * game.scale && point.slope > 0 && point.parameter * game.scale >= 100
  }

  /// Whether the curve is at its start again, on the way it went first.
  private func isBack(_ point: CurvePoint, at start: [Double]) -> Bool {
    guard point.length > 2 else { return false }
    let last = start.count - 1
    guard abs(point.unknowns[last] - start[last]) <= 1e-3 * abs(start[last]) else { return false }
    return (0..<last).allSatisfy { abs(exp(point.unknowns[$0]) - exp(start[$0])) < 1e-3 }
  }

  /// A point of the curve as it is told.
  func stated(_ unknowns: [Double]) -> LogitPoint {
    let mixed = unknowns.dropLast().map { exp($0) }
    let lambda = unknowns[unknowns.count - 1]
    let values = game.tensor.values(of: mixed)
    var error = 0.0
    for actor in game.tensor.shape.indices {
      let own = game.tensor.range(of: actor)
      let best = own.reduce(-Double.infinity) { max($0, lambda * values[$1]) }
      let sum = log(own.reduce(0) { $0 + exp(lambda * values[$1] - best) })
      for k in own { error = max(error, abs(unknowns[k] - (lambda * values[k] - best - sum))) }
    }
    return LogitPoint(
      lambda: lambda, probabilities: game.split(mixed),
      regret: max(0, game.tensor.regret(of: mixed, values: values)),
      residual: error / max(1, lambda * game.scale))
  }

  /// The equilibrium next to the last point of a branch.
  private func limit(of point: LogitPoint) -> LogitLimit {
    var refinement = SupportRefinement(game.tensor, scale: game.scale)
    let mixed = point.probabilities.flatMap { $0 }
    guard let refined = refinement.refine(mixed, within: 1e-4) else {
      return LogitLimit(
        probabilities: point.probabilities, regret: point.regret, isRefined: false)
    }
    return LogitLimit(
      probabilities: game.split(refined.mixed), regret: max(0, refined.regret), isRefined: true)
  }
}
