import Arithmetic
import GameForms
public import LinearPrograms

/// Whether an equilibrium of a game of two is proper: whether it is the limit of completely mixed
/// profiles in which a worse mistake is made at most `e` times as often as a better one, as `e` goes
/// to 0.
///
/// Fix for each actor how its strategies are ranked, ties allowed. Then what is asked of one actor's
/// probabilities is linear: `x_s <= e x_t` where it ranks `t` above `s`, and payoffs that bear out
/// the other's ranking. So a profile is proper iff for some pair of rankings both actors' linear
/// programs have a completely mixed solution for all small `e`, and one that tends to the profile.
/// Whatever is strictly better at the equilibrium ranks above; only ties are left to try.
///
/// Both questions are answered at one `e`, small beyond all doubt: coefficients are integers, every
/// determinant is a polynomial in `e` whose coefficients sum to at most `H` (Hadamard), and no
/// nonzero root lies below `1 / (1 + H)` (Cauchy). At `e = 1 / 64 H^2` what tends to 0 is below
/// `1 / 8 H`, and what does not is above `1 / 4 H`.
///
/// - Source: Myerson 1978; van Damme 1991, section 2.3; the decision by rankings is ours.
public enum ProperEquilibrium: Hashable, Sendable {
  /// It is proper; strategies of each actor from the best class to the worst.
  case proper(rankings: [[[Int]]])
  /// No pair of rankings makes it so.
  case notProper
  /// There are more pairs of rankings than are tried, or than time allowed.
  case undecided(rankings: Int)

  /// How many pairs of rankings are tried.
  public static let mostRankings = 2_000

  /// Decides it for an equilibrium of `game`.
  ///
  /// - Parameter deadline: when to give up; nil for never.
  /// - Precondition: two actors, and `equilibrium` is one.
  public static func test(
    _ equilibrium: Equilibrium, in game: StrategicGame,
    until deadline: Deadline = .none
  ) -> ProperEquilibrium {
    let values = game.strategyValues(against: equilibrium.profile)
    let supports = equilibrium.profile.supports
    let choices = (0..<2).map { TieRankings(values: values[$0], support: supports[$0]) }
    let (count, isOver) = choices[0].count.multipliedReportingOverflow(by: choices[1].count)
    guard !isOver, count <= mostRankings else {
      return .undecided(rankings: isOver ? Int.max : count)
    }
    let all = choices.map(\.all)
    for own in all[0] {
      for other in all[1] {
        if deadline.isOver { return .undecided(rankings: count) }
        let rankings = [own, other]
        do {
          let isProper = try (0..<2).allSatisfy { actor in
            try ProperProgram(
              own: rankings[actor], others: rankings[1 - actor],
              limit: equilibrium.profile.probabilities[actor],
              payoffs: game.table(of: 1 - actor)
            ).isSolvable(until: deadline)
          }
          if isProper { return .proper(rankings: rankings) }
        } catch {
          return .undecided(rankings: count)
        }
      }
    }
    return .notProper
  }
}
