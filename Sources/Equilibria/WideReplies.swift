import Arithmetic
import GameForms

/// The check of an equilibrium of two actors in integers of 128 bits, where payoffs are whole:
/// mixtures are brought to one denominator, so that nothing is reduced but the answer.
///
/// It is Nash's definition, independent of any solver: each strategy played earns the most.
enum WideReplies {
  /// What a check came to.
  enum Verdict {
    /// An equilibrium, with what each actor expects to earn.
    case equilibrium([Rational])
    /// No profile of mixtures, or no equilibrium.
    case refuted
    /// Not decided: some number is no integer or too large.
    case unknown
  }

  /// Checks a profile.
  static func check(_ profile: MixedProfile, in game: StrategicGame) -> Verdict {
    guard game.actors == 2, profile.probabilities.map(\.count) == game.shape,
      let first = Mixture(profile.probabilities[0]), let second = Mixture(profile.probabilities[1])
    else { return .unknown }
    guard first.isDistribution, second.isDistribution else { return .refuted }
    guard let ofFirst = earnings(of: 0, against: second, in: game),
      let ofSecond = earnings(of: 1, against: first, in: game)
    else { return .unknown }
    guard let most = first.common(in: ofFirst), let mostOther = second.common(in: ofSecond) else {
      return .refuted
    }
    return .equilibrium([
      Rational(most, second.denominator), Rational(mostOther, first.denominator),
    ])
  }

  /// What each strategy of an actor earns, times the denominator of the mixture it meets; nil
  /// where 127 bits do not hold it.
  private static func earnings(
    of actor: Int, against mixture: Mixture, in game: StrategicGame
  ) -> [Int128]? {
    var earnings = Array(repeating: Int128.zero, count: game.shape[actor])
    // Every bit that some payoff has.
    var bits: UInt = 0
    for (other, weight) in mixture.support {
      let base = other * game.strides[1 - actor]
      for strategy in earnings.indices {
        let place = base + strategy * game.strides[actor]
        guard let payoff = game.payoff(at: place, of: actor).integer else { return nil }
        bits |= payoff.magnitude
        earnings[strategy] &+= weight &* Int128(payoff)
      }
    }
    // The weights add up to the denominator.
    let spare = mixture.denominator.leadingZeroBitCount - 1
    return UInt.bitWidth - bits.leadingZeroBitCount <= spare ? earnings : nil
  }

  /// A mixed strategy over one denominator.
  private struct Mixture {
    var denominator: Int128 = 1
    /// The strategies played, and their numerators.
    var support: [(strategy: Int, weight: Int128)] = []
    var isDistribution = true

    /// Nil where 127 bits do not hold the denominator.
    init?(_ probabilities: [Rational]) {
      var denominators: [Int128] = []
      for (strategy, probability) in probabilities.enumerated() where !probability.isZero {
        guard let words = probability.wideWords else { return nil }
        support.append((strategy, words.numerator))
        denominators.append(words.denominator)
        isDistribution = isDistribution && words.numerator > 0 && probability <= .one
        guard denominator != words.denominator else { continue }
        let multiple = (denominator / Self.divisor(denominator, words.denominator))
          .multipliedReportingOverflow(by: words.denominator)
        guard !multiple.overflow else { return nil }
        denominator = multiple.partialValue
      }
      guard isDistribution else { return }
      var total: Int128 = 0
      for index in support.indices {
        support[index].weight *= denominator / denominators[index]
        total &+= support[index].weight
      }
      isDistribution = total == denominator
    }

    /// The greatest common divisor of two positive numbers.
    private static func divisor(_ a: Int128, _ b: Int128) -> Int128 {
      var (a, b) = (a, b)
      while b != 0 { (a, b) = (b, a % b) }
      return a
    }

    /// What all strategies played earn, if it is the most that any earns.
    func common(in earnings: [Int128]) -> Int128? {
      guard let most = earnings.max(), support.allSatisfy({ earnings[$0.strategy] == most }) else {
        return nil
      }
      return most
    }
  }
}
