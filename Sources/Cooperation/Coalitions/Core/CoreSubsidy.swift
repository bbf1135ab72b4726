import Arithmetic
import GameForms

/// What must be paid from outside so that nobody leaves.
public struct CoreSubsidy: Sendable {
  /// What each actor is paid, in the cheapest way.
  public let payments: [Rational]
  /// Coalitions whose claims make it no cheaper: together they hold no actor more than once.
  public let claims: [WeightedCoalition]

  /// The sum of the payments.
  public var cost: Rational { payments.reduce(.zero, +) }

  /// The cheapest payments that keep everyone when `division` is what each has otherwise.
  ///
  /// - Throws: ``CoalitionRefusal`` when there are too many actors or the seconds are up.
  public static func keeping(
    _ division: [Rational], in game: CoalitionalGame, seconds: Double? = nil
  ) throws(CoalitionRefusal) -> CoreSubsidy {
    let lacking = game.adding { -CoalitionalGame.total(division, of: $0) }
    let optimum = try program(
      lacking, floors: Array(repeating: .zero, count: game.actors),
      start: (0..<game.actors).map { .floor($0) }
    ).optimum(seconds: seconds)
    let subsidy = CoreSubsidy(payments: optimum.point, claims: optimum.coalitions)
    precondition(subsidy.proves(lacking), "the program ends at the cheapest payments")
    return subsidy
  }

  /// The least sum that, added to what everyone is worth, can be divided so that nobody leaves: the
  /// cost of stability; not negative.
  ///
  /// - Source: Bachrach et al. 2009.
  /// - Throws: ``CoalitionRefusal`` when there are too many actors or the seconds are up.
  public static func stability(
    of game: CoalitionalGame, seconds: Double? = nil
  ) throws(CoalitionRefusal) -> Rational {
    let optimum = try program(
      game, floors: [], start: (0..<game.actors).map { .open(1 << $0) }
    ).optimum(seconds: seconds)
    return optimum.point.reduce(.zero, +) - game[game.everyone]
  }

  private static func program(
    _ game: CoalitionalGame, floors: [Rational?], start: [IntegerBasis.Column]
  ) -> CoalitionProgram {
    CoalitionProgram(
      game: game, objective: Array(repeating: 1, count: game.actors) + [0],
      fixed: [(1 << game.actors, .zero)], start: [.fixed(0)] + start, floors: floors,
      everyoneClaims: true)
  }

  private func proves(_ lacking: CoalitionalGame) -> Bool {
    payments.allSatisfy { $0.signum >= 0 }
      && claims.allSatisfy { $0.weight.signum > 0 }
      && claims.members(of: lacking.actors).allSatisfy { $0 <= .one }
      && claims.worth(in: lacking) == cost
      && cost >= lacking[lacking.everyone]
      && LargestExcess.among(lacking, payments).map { $0.excess.signum <= 0 } ?? true
  }
}
