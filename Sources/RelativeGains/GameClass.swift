import Arithmetic
import GameForms

/// The class of a two-by-two game by the order of payoffs: what kind of problem cooperation is.
///
/// Under a naming of each actor's strategies as cooperate and defect, `R` is mutual cooperation,
/// `P` mutual defection, `T` to defect alone and `S` to cooperate alone.
///
/// - Source: Rapoport and Guyer 1966; Robinson and Goforth 2005; Snidal 1991 for the use.
public enum GameClass: String, CaseIterable, Hashable, Sendable {
  /// `T > R > P > S`: defecting dominates, mutual cooperation is better for both.
  case prisonersDilemma = "prisoner's dilemma"
  /// `T > R > S > P`: each wants the other to yield, the clash is worst.
  case chicken = "chicken"
  /// `R > T >= P > S`: both coordination points are stable, cooperation is best but risky.
  case stagHunt = "stag hunt"
  /// `T > S > R, P`: two stable ways to agree, each preferred by one.
  case battleOfTheSexes = "battle of the sexes"
  /// `R > T, R > S > P`: cooperating dominates, and mutual cooperation is the best of all.
  case harmony = "harmony"
  /// `T > P > R > S`: defecting dominates, and mutual defection is better than cooperation.
  case deadlock = "deadlock"
  /// Common ranking of two stable agreements without risk: `R > P`, both above `T` and `S`.
  case coordination = "coordination"
  /// One actor's gain is always the other's loss.
  case zeroSum = "zero-sum"
  /// No equilibrium in pure strategies.
  case cyclic = "cyclic"
  /// Both actors have a class of their own, and the two differ.
  case asymmetric = "asymmetric"
  /// Ties between payoffs put the game on the boundary between classes.
  case boundary = "on a boundary"
  /// None of these.
  case other = "other"

  /// The name in words.
  public var name: String { rawValue }

  /// A class, and the naming of strategies under which the game belongs to it.
  public struct Reading: Hashable, Sendable {
    /// The class.
    public let kind: GameClass
    /// The strategy that is "cooperate", per actor; nil where the class needs no naming.
    public let cooperate: [Int]?
  }

  /// The class of a two-by-two game; nil for games of another shape.
  public static func of(_ game: StrategicGame) -> Reading? {
    guard game.shape == [2, 2] else { return nil }
    let kinds: [GameClass] = [
      .prisonersDilemma, .chicken, .stagHunt, .battleOfTheSexes, .harmony, .deadlock, .coordination,
    ]
    let namings = [[0, 0], [0, 1], [1, 0], [1, 1]]
    for kind in kinds {
      for naming in namings
      where (0..<2).allSatisfy({ kind.holds(Order(game, actor: $0, cooperate: naming)) }) {
        return Reading(kind: kind, cooperate: naming)
      }
    }
    if isZeroSum(game) { return Reading(kind: .zeroSum, cooperate: nil) }
    if (0..<4).allSatisfy({ !game.isPureEquilibrium($0) }) {
      return Reading(kind: .cyclic, cooperate: nil)
    }
    if (0..<2).contains(where: { hasTies(game, actor: $0) }) {
      return Reading(kind: .boundary, cooperate: nil)
    }
    let hasOwnClasses = (0..<2).allSatisfy { actor in
      kinds.contains { kind in
        namings.contains { kind.holds(Order(game, actor: actor, cooperate: $0)) }
      }
    }
    return Reading(kind: hasOwnClasses ? .asymmetric : .other, cooperate: nil)
  }

  /// The four payoffs of one actor under a naming.
  private struct Order {
    let (temptation, reward, punishment, sucker): (Rational, Rational, Rational, Rational)

    init(_ game: StrategicGame, actor: Int, cooperate: [Int]) {
      let defect = cooperate.map { 1 - $0 }
      let other = 1 - actor
      func payoff(_ own: Int, _ others: Int) -> Rational {
        var profile = [0, 0]
        profile[actor] = own
        profile[other] = others
        return game.payoff(at: game.index(of: profile), of: actor)
      }
      temptation = payoff(defect[actor], cooperate[other])
      reward = payoff(cooperate[actor], cooperate[other])
      punishment = payoff(defect[actor], defect[other])
      sucker = payoff(cooperate[actor], defect[other])
    }
  }

  private func holds(_ order: Order) -> Bool {
    let (t, r, p, s) = (order.temptation, order.reward, order.punishment, order.sucker)
    switch self {
    case .prisonersDilemma: return t > r && r > p && p > s
    case .chicken: return t > r && r > s && s > p
    case .stagHunt: return r > t && t >= p && p > s
    case .battleOfTheSexes: return t > s && s > r && s > p
    case .harmony: return r > t && r > s && s > p
    case .deadlock: return t > p && p > r && r > s
    case .coordination: return r > p && p > t && p > s
    default: return false
    }
  }

  private static func isZeroSum(_ game: StrategicGame) -> Bool {
    let total = game.payoff(at: 0, of: 0) + game.payoff(at: 0, of: 1)
    return (0..<4).allSatisfy { game.payoff(at: $0, of: 0) + game.payoff(at: $0, of: 1) == total }
  }

  private static func hasTies(_ game: StrategicGame, actor: Int) -> Bool {
    Set((0..<4).map { game.payoff(at: $0, of: actor) }).count < 4
  }
}
