import Arithmetic
import GameForms

/// Penance: who deviates from cooperation does penance for `periods` periods, cooperating while the
/// others play their part of the punishment; then all cooperate again. Any deviation starts the
/// penance of who deviated, anew if it was under way.
///
/// All actors discount alike. The conditions are those of one-shot deviations in every phase, which
/// are necessary and sufficient for subgame perfection; each is a polynomial in the discount factor.
///
/// - Source: van Damme 1989 for two actors, one period and the prisoner's dilemma; Barrett 1999 and
///   2003 for treaties of many.
struct Penance {
  private let game: StrategicGame
  private let cooperation: Int
  private let punishment: Int
  private let periods: Int

  init(_ game: StrategicGame, cooperation: Int, punishment: Int, periods: Int) {
    precondition(periods >= 1, "penance takes at least one period")
    self.game = game
    self.cooperation = cooperation
    self.punishment = punishment
    self.periods = periods
  }

  /// From which discount factor on, up to 1, no deviation of `actor` pays in any phase.
  func patience(of actor: Int) -> Patience {
    conditions(on: actor).reduce(.from(.zero)) { $0.stricter(Patience(nonnegative: $1)) }
  }

  /// What must not be negative: what `actor` has by obeying less what it has by deviating.
  private func conditions(on actor: Int) -> [Polynomial] {
    let reward = game.payoff(at: cooperation, of: actor)
    let own = profile(inPenanceOf: actor)
    let suffered = game.payoff(at: own, of: actor)
    /// `(1 - delta)` times what `first` for `count` periods and then `reward` is worth.
    func worth(_ first: Rational, _ count: Int) -> Polynomial {
      Polynomial([first]) + (reward - first) * .power(count)
    }
    let penance = worth(suffered, periods)
    /// The same of the best deviation from `profile` now, and penance from the next period.
    func deviating(from profile: Int) -> Polynomial? {
      game.bestDeviation(from: profile, of: actor).map { best in
        Polynomial([best, -best]) + Polynomial([.zero] + penance.coefficients)
      }
    }
    var conditions = deviating(from: cooperation).map { [Polynomial([reward]) - $0] } ?? []
    for culprit in 0..<game.actors {
      let profile = profile(inPenanceOf: culprit)
      guard let other = deviating(from: profile) else { continue }
      let earned = game.payoff(at: profile, of: actor)
      // What is left of the penance pays more and more, or less and less: its ends decide.
      conditions += [1, periods].map { worth(earned, $0) - other }
    }
    // All are 0 at 1, where only the average counts: what the difference tends to is what matters.
    return conditions.map { $0.divided(by: Polynomial([1, -1])).quotient }
  }

  /// The culprit cooperates, the others punish.
  private func profile(inPenanceOf culprit: Int) -> Int {
    game.deviation(
      from: punishment, of: culprit, to: game.strategy(of: culprit, at: cooperation))
  }
}

extension StrategicGame {
  /// The most that `actor` gets by turning from this profile to another strategy, nil where it has
  /// no other.
  func bestDeviation(from profile: Int, of actor: Int) -> Rational? {
    let own = strategy(of: actor, at: profile)
    return (0..<shape[actor]).filter { $0 != own }.map {
      payoff(at: deviation(from: profile, of: actor, to: $0), of: actor)
    }.max()
  }
}

extension Patience {
  /// From where on to 1 a polynomial condition is not negative.
  init(nonnegative condition: Polynomial) {
    guard condition.degree >= 0 else {
      self = .from(.zero)
      return
    }
    let roots = condition.roots(from: .zero, to: .one)
    let inner = roots.filter { $0.lower < .one }
    // The sign between two roots, or a root and an end, is that at any point between.
    let ends = inner.map { ($0.lower, $0.upper) }
    var upper = Rational.one
    for (lowerEnd, upperEnd) in ends.reversed() {
      if condition.value(at: (upperEnd + upper) / 2).signum < 0 {
        self = Patience.above(upper, roots)
        return
      }
      upper = lowerEnd
    }
    let isWrongAtFirst = condition.value(at: upper / 2).signum < 0
    self = isWrongAtFirst ? Patience.above(upper, roots) : .from(.zero)
  }

  /// The condition fails just below the root that begins at `end`.
  private static func above(_ end: Rational, _ roots: [RealRoot]) -> Patience {
    guard let root = roots.first(where: { $0.lower == end }) else { return .never }
    return root.exact.map(Patience.from) ?? .fromRoot(root)
  }
}
