public import Arithmetic
public import GameForms

/// The payoffs of two actors that are feasible, and of these the individually rational ones: what
/// the folk theorem promises to patient actors.
///
/// - Source: Aumann 1959; Fudenberg and Maskin 1986.
public struct FeasiblePayoffs: Hashable, Sendable {
  /// All payoffs of lotteries over profiles.
  public let feasible: PayoffPolygon<Rational>
  /// What each actor can be held to by a pure strategy of the other.
  public let pureMinimax: PayoffPair<Rational>
  /// What each actor can be held to by a mixed strategy of the other.
  public let mixedMinimax: PayoffPair<Rational>
  /// The feasible payoffs not below the pure minimax.
  public let abovePure: PayoffPolygon<Rational>
  /// The feasible payoffs not below the mixed minimax.
  public let aboveMixed: PayoffPolygon<Rational>

  /// The payoffs of a game of two.
  ///
  /// - Precondition: two actors.
  public static func solve(_ game: StrategicGame) -> FeasiblePayoffs {
    precondition(game.actors == 2, "the plane has room for two actors")
    let feasible = PayoffPolygon(
      hullOf: (0..<game.profiles).map {
        PayoffPair(game.payoff(at: $0, of: 0), game.payoff(at: $0, of: 1))
      })
    let levels = SecurityLevels.solve(game).levels
    let pure = PayoffPair(levels[0].pureMinimax, levels[1].pureMinimax)
    let mixed = PayoffPair(levels[0].value, levels[1].value)
    func above(_ least: PayoffPair<Rational>) -> PayoffPolygon<Rational> {
      feasible.clipped(actor: 0, atLeast: least.first).clipped(actor: 1, atLeast: least.second)
    }
    return FeasiblePayoffs(
      feasible: feasible, pureMinimax: pure, mixedMinimax: mixed, abovePure: above(pure),
      aboveMixed: above(mixed))
  }
}
