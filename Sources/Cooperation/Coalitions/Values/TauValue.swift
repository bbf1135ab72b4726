import Arithmetic
import GameForms

/// The compromise between the most that each actor can ask and the least it can insist on.
///
/// - Source: Tijs 1981.
public struct TauValue: Sendable {
  /// The most each can ask: what all are worth above what they are without it.
  public let utopia: [Rational]
  /// The least each can insist on: the rest of some coalition when the other members get all they
  /// can ask.
  public let minimum: [Rational]
  /// The efficient point between the two.
  public let values: [Rational]

  /// The value of `game`.
  ///
  /// - Throws: ``CoalitionRefusal/notQuasiBalanced``.
  public init(_ game: CoalitionalGame) throws(CoalitionRefusal) {
    let all = game[game.everyone]
    let utopia = (0..<game.actors).map {
      all - game[Coalition(of: $0).complement(of: game.actors)]
    }
    let surpluses = SurplusMatrix(utopia, in: game).entries
    let minimum = utopia.indices.map { utopia[$0] + surpluses[$0][$0] }
    let most = utopia.reduce(.zero, +)
    let least = minimum.reduce(.zero, +)
    guard zip(minimum, utopia).allSatisfy({ $0 <= $1 }), least <= all, all <= most else {
      throw .notQuasiBalanced
    }
    let share = most == least ? Rational.zero : (all - least) / (most - least)
    self.utopia = utopia
    self.minimum = minimum
    values = zip(minimum, utopia).map { $0 + share * ($1 - $0) }
  }
}
