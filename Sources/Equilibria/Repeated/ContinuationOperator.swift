import Arithmetic
import GameForms

/// One step of the payoffs of repeated play: what can be promised today when tomorrow's promises
/// come from a given set and every deviation is answered by a threat.
///
/// Payoffs are averages per period, `(1 - delta)` times the discounted sum.
///
/// - Source: Abreu, Pearce and Stacchetti 1990; Abreu and Sannikov 2014 for the operator `R`, which
///   has the same largest fixed point and at most four points a profile.
struct ContinuationOperator<Number: Payoff> {
  /// What each profile of the stage game pays.
  let payoffs: [PayoffPair<Number>]
  /// What each actor could get in each profile by turning to its best reply.
  let temptations: [PayoffPair<Number>]
  /// The common discount factor, above 0 and below 1.
  let discount: Number
  /// How far apart two payoffs may be and still count as equal.
  let slack: Number

  /// A point of the next set with the profile that is played first.
  struct Promise {
    /// What the actors get.
    let payoff: PayoffPair<Number>
    /// The profile they begin with.
    let profile: Int
  }

  /// The operator of the stage game in these numbers.
  init(
    _ stage: StrategicGame, discount: Number, slack: Number, number: (Rational) -> Number
  ) {
    let payoffs = (0..<stage.profiles).map { profile in
      PayoffPair(
        number(stage.payoff(at: profile, of: 0)), number(stage.payoff(at: profile, of: 1)))
    }
    temptations = (0..<stage.profiles).map { profile in
      let best = (0..<2).map { actor in
        (0..<stage.shape[actor]).reduce(payoffs[profile][actor]) {
          max($0, payoffs[stage.deviation(from: profile, of: actor, to: $1)][actor])
        }
      }
      return PayoffPair(best[0], best[1])
    }
    self.payoffs = payoffs
    self.discount = discount
    self.slack = slack
  }

  /// The points that span the next set.
  ///
  /// A profile that is worth keeping up for ever gives its own payoff; any other gives the extreme
  /// continuations that leave an actor just willing to play it.
  func promises(
    from set: PayoffPolygon<Number>, threat: PayoffPair<Number>
  ) -> [Promise] {
    var promises: [Promise] = []
    let today = 1 - discount
    for (profile, payoff) in payoffs.enumerated() {
      let needed = (0..<2).map { actor in
        threat[actor] + today / discount * (temptations[profile][actor] - payoff[actor])
      }
      if payoff.first >= needed[0] - slack, payoff.second >= needed[1] - slack {
        promises.append(Promise(payoff: payoff, profile: profile))
        continue
      }
      let willing = set.clipped(actor: 0, atLeast: needed[0], slack: slack)
        .clipped(actor: 1, atLeast: needed[1], slack: slack)
      for continuation in willing.vertices {
        let isBinding = (0..<2).contains {
          PayoffPolygon.magnitude(continuation[$0] - needed[$0]) <= slack
        }
        guard isBinding else { continue }
        promises.append(
          Promise(
            payoff: PayoffPair(
              today * payoff.first + discount * continuation.first,
              today * payoff.second + discount * continuation.second), profile: profile))
      }
    }
    return promises
  }

  /// The next set.
  func next(_ set: PayoffPolygon<Number>, threat: PayoffPair<Number>) -> PayoffPolygon<Number> {
    PayoffPolygon(hullOf: promises(from: set, threat: threat).map(\.payoff), slack: slack)
  }
}
