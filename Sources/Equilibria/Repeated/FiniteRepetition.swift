import Arithmetic
public import GameForms
import LinearPrograms

extension SubgamePerfectPayoffs {
  /// The payoffs of a game that ends, found backwards from its last period, exact throughout: in
  /// each period any profile from which nobody gains by deviating, when the deviator then gets the
  /// least that is left.
  ///
  /// Averages per period, weighted by the discount factors, which may differ between the actors.
  ///
  /// - Parameter seconds: when to stop, nil for never; the periods that were not reached are then
  ///   missing, and the answer is not complete.
  /// - Precondition: two actors, and a number of periods.
  /// - Source: Benoit and Krishna 1985.
  public static func solve(
    finite game: RepeatedGame, seconds: Double? = nil
  ) -> SubgamePerfectPayoffs {
    precondition(game.stage.actors == 2, "the plane has room for two actors")
    guard let periods = game.periods else { preconditionFailure("the game has to end") }
    let deadline = Deadline(seconds: seconds)
    let stage = game.stage
    let operation = ContinuationOperator<Rational>(
      stage, discount: .zero, slack: .zero, number: { $0 })
    /// What the periods reached so far are worth together, with what is played first.
    var promises: [ContinuationOperator<Rational>.Promise] = []
    var reached = 0
    while reached < periods {
      let worth = PayoffPolygon(hullOf: reached == 0 ? [PayoffPair(0, 0)] : promises.map(\.payoff))
      if worth.isEmpty { break }
      promises = operation.promises(backFrom: worth, discounts: game.discounts)
      reached += 1
      if deadline.isOver { break }
    }
    let weights = game.discounts.map { discount in
      (0..<reached).reduce(Rational.zero) { sum, _ in sum * discount + .one }
    }
    let hull = PayoffPolygon(hullOf: promises.map(\.payoff))
    let corners = hull.vertices.compactMap { vertex -> Corner? in
      guard let promise = promises.first(where: { $0.payoff == vertex }) else { return nil }
      let average = PayoffPair(vertex.first / weights[0], vertex.second / weights[1])
      return Corner(
        payoffs: average, profile: promise.profile,
        isStationary: average == operation.payoffs[promise.profile])
    }
    return SubgamePerfectPayoffs(
      corners: corners, isExact: true, residual: 0, steps: reached,
      isComplete: reached == periods || corners.isEmpty)
  }
}

extension ContinuationOperator {
  /// What can be promised one period before `worth`, in sums instead of averages: every profile
  /// with the extreme continuations that keep both actors to it.
  fileprivate func promises(
    backFrom worth: PayoffPolygon<Number>, discounts: [Number]
  ) -> [Promise] {
    guard let first = worth.least(of: 0), let second = worth.least(of: 1) else { return [] }
    let least = [first, second]
    var promises: [Promise] = []
    for (profile, payoff) in payoffs.enumerated() {
      var willing = worth
      for actor in 0..<2 {
        let gain = temptations[profile][actor] - payoff[actor]
        if discounts[actor] > 0 {
          willing = willing.clipped(actor: actor, atLeast: least[actor] + gain / discounts[actor])
        } else if gain > 0 {
          willing = PayoffPolygon(hullOf: [])
        }
      }
      promises += willing.vertices.map {
        Promise(
          payoff: PayoffPair(
            payoff.first + discounts[0] * $0.first, payoff.second + discounts[1] * $0.second),
          profile: profile)
      }
    }
    return promises
  }
}
