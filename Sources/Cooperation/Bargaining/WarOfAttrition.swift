import Arithmetic

/// Two actors hold out, at a cost a round, until one gives way.
///
/// In each round both choose at once. Who gives way has the loser's part; who holds out while the
/// other gives way has the winner's; when both give way, both have the loser's part; when both hold
/// out each pays its cost and the next round is worth its discount factor as much.
///
/// - Source: Maynard Smith 1974; Hendricks, Weiss and Wilson 1988 for rounds and for pure
///   equilibria.
public struct WarOfAttrition: Hashable, Sendable {
  /// What each actor has when the other gives way.
  public let winning: [Rational]
  /// What each actor has when it gives way.
  public let losing: [Rational]
  /// What each round of holding out costs each actor.
  public let costs: [Rational]
  /// What the next round is worth today.
  public let discounts: [Rational]

  /// A war from its numbers.
  ///
  /// - Throws: `BargainingError.outOfRange` where winning is not better than losing, a cost is
  ///   negative, a discount factor lies outside [0, 1], or waiting costs nothing.
  public init(
    winning: [Rational], losing: [Rational], costs: [Rational], discounts: [Rational] = [1, 1]
  ) throws(BargainingError) {
    guard winning.count == 2, losing.count == 2, costs.count == 2, discounts.count == 2 else {
      throw .needsTwoActors(winning.count)
    }
    guard zip(winning, losing).allSatisfy({ $0 > $1 }) else {
      throw .outOfRange("each actor must have more when the other gives way")
    }
    guard costs.allSatisfy({ $0.signum >= 0 }) else {
      throw .outOfRange("holding out must not cost less than nothing")
    }
    guard discounts.allSatisfy({ $0.signum >= 0 && $0 <= .one }) else {
      throw .outOfRange("discount factors lie between 0 and 1")
    }
    self.winning = winning
    self.losing = losing
    self.costs = costs
    self.discounts = discounts
    guard (0..<2).allSatisfy({ self.waiting($0) < self.losing[$0] }) else {
      throw .outOfRange("a round of holding out must leave an actor worse off than giving way")
    }
  }

  /// What one fruitless round leads to for an actor who gives way after it.
  private func waiting(_ actor: Int) -> Rational { discounts[actor] * losing[actor] - costs[actor] }

  /// The equilibrium in which both may give way in any round.
  public struct Mixed: Hashable, Sendable {
    /// `concession[actor]`: the probability with which it gives way in each round.
    public let concession: [Rational]
    /// The probability that the actor is the one who gives way, the other holding out.
    public let loses: [Rational]
    /// The probability that both give way in the same round.
    public let together: Rational
    /// The expected number of fruitless rounds.
    public let delay: Rational
    /// What each actor expects, which is no more than giving way at once.
    public let values: [Rational]
  }

  /// The stationary equilibrium in mixed strategies.
  ///
  /// Each gives way just so often that the other is indifferent: `p_i W_j + (1 - p_i)(d_j L_j -
  /// c_j) = L_j`, hence the one with the lower stake or the higher cost holds out **longer**.
  public var mixed: Mixed {
    let concession = [1, 0].map { other in
      (losing[other] - waiting(other)) / (winning[other] - waiting(other))
    }
    let hold = concession.map { .one - $0 }
    let bothHold = hold[0] * hold[1]
    let ends = .one - bothHold
    return Mixed(
      concession: concession,
      loses: [concession[0] * hold[1] / ends, concession[1] * hold[0] / ends],
      together: concession[0] * concession[1] / ends,
      delay: bothHold / ends, values: losing)
  }

  /// Whether there is an equilibrium in which this actor gives way at once and the other never
  /// does: always, for the one would pay for a hopeless wait.
  ///
  /// - Returns: what each actor then has.
  public func values(givingWay actor: Int) -> [Rational] {
    (0..<2).map { $0 == actor ? losing[$0] : winning[$0] }
  }
}
