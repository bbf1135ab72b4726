import Arithmetic
import GameForms

/// How patient an actor must be for cooperation in a repeated game to hold against one deviation.
public enum Patience: Hashable, Sendable {
  /// The actor keeps to cooperation from this discount factor on; at most 1, and 0 where no
  /// deviation tempts even the most impatient.
  case from(Rational)
  /// No discount factor below or at 1 is enough.
  case never

  /// The discount factor, if one suffices.
  public var factor: Rational? {
    guard case .from(let factor) = self else { return nil }
    return factor
  }

  /// The more demanding of two.
  public func stricter(_ other: Patience) -> Patience {
    guard let own = factor, let others = other.factor else { return .never }
    return .from(max(own, others))
  }
}

/// Critical discount factors of a stage game played for ever.
///
/// For each actor `T` is the best unilateral deviation from cooperation, `R` cooperation, `P` the
/// punishment profile and `S` what the actor earns when the other deviates alone.
///
/// - Source: Friedman 1971 for the grim trigger; Axelrod 1984 for tit for tat.
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

  /// Tit for tat between two actors with two strategies each: against a deviation for ever, and
  /// against a single deviation that starts an endless exchange of deviations.
  ///
  /// `delta* = max((T - R) / (T - P), (T - R) / (R - S))`.
  ///
  /// - Precondition: a 2x2 game, and the two profiles differ in both strategies.
  public static func titForTat(
    _ game: StrategicGame, cooperation: Int, punishment: Int
  ) -> CriticalDiscountFactor {
    precondition(game.shape == [2, 2], "tit for tat is defined here for two by two")
    let grim = grim(game, cooperation: cooperation, punishment: punishment)
    return CriticalDiscountFactor(
      actors: (0..<2).map { actor in
        let other = 1 - actor
        let reward = game.payoff(at: cooperation, of: actor)
        let suffering = game.deviation(
          from: cooperation, of: other, to: game.strategy(of: other, at: punishment))
        let alternation = patience(
          gain: temptation(game, actor, cooperation) - reward,
          loss: reward - game.payoff(at: suffering, of: actor))
        return grim.actors[actor].stricter(alternation)
      })
  }

  private static func temptation(
    _ game: StrategicGame, _ actor: Int, _ cooperation: Int
  ) -> Rational {
    let own = game.strategy(of: actor, at: cooperation)
    let deviations = (0..<game.shape[actor]).filter { $0 != own }.map {
      game.payoff(at: game.deviation(from: cooperation, of: actor, to: $0), of: actor)
    }
    return deviations.max() ?? game.payoff(at: cooperation, of: actor)
  }

  private static func patience(gain: Rational, loss: Rational) -> Patience {
    guard gain.signum > 0 else { return .from(.zero) }
    guard loss.signum > 0, gain <= loss else { return .never }
    return .from(gain / loss)
  }
}
