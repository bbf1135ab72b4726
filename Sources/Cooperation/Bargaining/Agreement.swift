import Arithmetic

/// Something to agree on: an outcome, or a lottery over outcomes.
public struct Agreement: Hashable, Sendable {
  /// What it is worth to each actor.
  public let utilities: [Rational]
  /// The outcomes with their probabilities, which are positive and add up to 1; ascending.
  public let lottery: [Chance]

  /// An outcome and its probability.
  public struct Chance: Hashable, Sendable {
    /// The outcome.
    public let outcome: Int
    /// Its probability.
    public let probability: Rational

    /// The outcome `outcome` with this probability.
    public init(outcome: Int, probability: Rational) {
      self.outcome = outcome
      self.probability = probability
    }
  }

  /// An agreement from its parts.
  public init(utilities: [Rational], lottery: [Chance]) {
    self.utilities = utilities
    self.lottery = lottery
  }

  /// The outcome itself, for certain.
  public init(outcome: Int, utilities: [Rational]) {
    self.init(utilities: utilities, lottery: [Chance(outcome: outcome, probability: .one)])
  }

  /// The outcome, if only one has a positive probability.
  public var outcome: Int? { lottery.count == 1 ? lottery[0].outcome : nil }

  /// The lottery over these agreements.
  ///
  /// - Precondition: there is one probability an agreement, and one of them is positive.
  public static func mix(_ agreements: [Agreement], _ probabilities: [Rational]) -> Agreement {
    var utilities: [Rational] = []
    var chances: [Chance] = []
    for (agreement, weight) in zip(agreements, probabilities) where !weight.isZero {
      let scaled = agreement.utilities.map { $0 * weight }
      utilities = utilities.isEmpty ? scaled : zip(utilities, scaled).map { $0 + $1 }
      chances += agreement.lottery.map {
        Chance(outcome: $0.outcome, probability: $0.probability * weight)
      }
    }
    precondition(!chances.isEmpty, "a lottery needs a positive probability")
    chances.sort { $0.outcome < $1.outcome }
    var merged: [Chance] = []
    for chance in chances {
      guard let last = merged.last, last.outcome == chance.outcome else {
        merged.append(chance)
        continue
      }
      merged[merged.count - 1] = Chance(
        outcome: last.outcome, probability: last.probability + chance.probability)
    }
    return Agreement(utilities: utilities, lottery: merged)
  }

  /// The point `share` of the way from this agreement to `other`.
  func moved(_ share: Rational, towards other: Agreement) -> Agreement {
    .mix([self, other], [.one - share, share])
  }

  /// Whether nobody has less here than at `other`, and somebody more.
  public func dominates(_ other: Agreement) -> Bool {
    zip(utilities, other.utilities).allSatisfy { $0 >= $1 } && utilities != other.utilities
  }
}
