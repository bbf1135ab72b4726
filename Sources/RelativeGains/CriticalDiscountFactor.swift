public import Arithmetic
public import GameForms

/// How patient an actor must be for cooperation in a repeated game to hold against one deviation.
public enum Patience: Hashable, Sendable {
  /// The actor keeps to cooperation from this discount factor on; at most 1, and 0 where no
  /// deviation tempts even the most impatient.
  case from(Rational)
  /// The same from a discount factor that is no short fraction, enclosed between two.
  case fromRoot(RealRoot)
  /// No discount factor below or at 1 is enough.
  case never

  /// The discount factor, if one suffices and is known exactly.
  public var factor: Rational? {
    guard case .from(let factor) = self else { return nil }
    return factor
  }

  /// Where the discount factor lies, if one suffices.
  public var enclosure: RealRoot? {
    switch self {
    case .from(let factor): RealRoot(from: factor, to: factor)
    case .fromRoot(let root): root
    case .never: nil
    }
  }

  /// The more demanding of two.
  public func stricter(_ other: Patience) -> Patience {
    guard let own = enclosure, let others = other.enclosure else { return .never }
    return others.upper > own.upper ? other : self
  }
}

/// Critical discount factors of a stage game played for ever.
///
/// For each actor `T` is the best unilateral deviation from cooperation, `R` cooperation, `P` the
/// punishment profile and `S` what the actor earns when the other deviates alone.
///
/// - Source: Friedman 1971 for the grim trigger; Axelrod 1984 for tit for tat; van Damme 1989 for
///   penance.
public struct CriticalDiscountFactor: Hashable, Sendable {
  /// What each actor needs.
  public let actors: [Patience]

  /// What it takes for all actors to keep to cooperation.
  public var overall: Patience { actors.reduce(.from(.zero)) { $0.stricter($1) } }

  /// The grim trigger, for any number of actors: one deviation, then punishment for ever.
  ///
  /// `delta* = (T - R) / (T - P)`.
  ///
  /// - Parameters:
  ///   - cooperation: the index of the profile to be sustained.
  ///   - punishment: the index of the profile played after any deviation.
  public static func grim(
    _ game: StrategicGame, cooperation: Int, punishment: Int
  ) -> CriticalDiscountFactor {
    CriticalDiscountFactor(
      actors: (0..<game.actors).map { actor in
        let reward = game.payoff(at: cooperation, of: actor)
        let temptation = temptation(game, actor, cooperation)
        let loss = temptation - game.payoff(at: punishment, of: actor)
        return patience(gain: temptation - reward, loss: loss)
      })
  }

  /// Tit for tat, pair by pair: against a deviation for ever, and against a single deviation that
  /// starts an endless exchange of deviations, while all outside the pair cooperate.
  ///
  /// `delta* = max((T - R) / (T - P), (T - R) / (R - S))`, the largest over the pairs of an actor.
  ///
  /// - Precondition: the two profiles differ in the strategy of every actor; only these two
  ///   strategies of each are looked at.
  public static func titForTat(
    _ game: StrategicGame, cooperation: Int, punishment: Int
  ) -> CriticalDiscountFactor {
    func deviation(of actor: Int, from profile: Int) -> Int {
      game.deviation(from: profile, of: actor, to: game.strategy(of: actor, at: punishment))
    }
    return CriticalDiscountFactor(
      actors: (0..<game.actors).map { actor in
        let reward = game.payoff(at: cooperation, of: actor)
        let alone = deviation(of: actor, from: cooperation)
        let temptation = game.payoff(at: alone, of: actor)
        return (0..<game.actors).filter { $0 != actor }.reduce(Patience.from(.zero)) {
          least, other in
          let both = game.payoff(at: deviation(of: other, from: alone), of: actor)
          let suffering = game.payoff(at: deviation(of: other, from: cooperation), of: actor)
          return least.stricter(patience(gain: temptation - reward, loss: temptation - both))
            .stricter(patience(gain: temptation - reward, loss: reward - suffering))
        }
      })
  }

  /// Penance of `periods` periods: the deviator cooperates while the others play their part of the
  /// punishment, then all cooperate again.
  ///
  /// The least discount factor from which on, up to 1, no deviation pays in any phase.
  ///
  /// - Precondition: at least one period.
  public static func penance(
    _ game: StrategicGame, cooperation: Int, punishment: Int, periods: Int
  ) -> CriticalDiscountFactor {
    let penance = Penance(
      game, cooperation: cooperation, punishment: punishment, periods: periods)
    return CriticalDiscountFactor(actors: (0..<game.actors).map(penance.patience))
  }

  private static func temptation(
    _ game: StrategicGame, _ actor: Int, _ cooperation: Int
  ) -> Rational {
    game.bestDeviation(from: cooperation, of: actor)
      ?? game.payoff(at: cooperation, of: actor)
  }

  private static func patience(gain: Rational, loss: Rational) -> Patience {
    guard gain.signum > 0 else { return .from(.zero) }
    guard loss.signum > 0, gain <= loss else { return .never }
    return .from(gain / loss)
  }
}
