import Arithmetic
import GameForms

/// Whether an assessment is a sequential equilibrium, with the evidence; decided exactly.
///
/// - Source: Kreps and Wilson 1982.
public struct SequentialCheck: Hashable, Sendable {
  /// What the actor of each information set could gain from there on, given its beliefs.
  public let regrets: [Rational]
  /// Whether beliefs and behaviour are a limit of beliefs and behaviour under small mistakes.
  public let consistency: Consistency

  /// Whether no actor would play otherwise anywhere.
  public var isRational: Bool { regrets.allSatisfy(\.isZero) }

  /// Whether the assessment is a sequential equilibrium.
  public var holds: Bool { isRational && consistency.holds }

  /// The check of `assessment` in `game`.
  ///
  /// - Throws: ``ExtensiveRefusal`` where the game is not one the definition is made for.
  /// - Precondition: the assessment is valid in the game.
  public init(of assessment: Assessment, in game: ExtensiveGame) throws(ExtensiveRefusal) {
    try Self.refuse(game)
    precondition(assessment.isValid(in: game), "an assessment must fit its game")
    regrets = game.rationalityRegrets(of: assessment)
    consistency = Consistency(of: assessment, in: game)
  }

  /// Refuses games with imperfect recall or impossible chance moves.
  static func refuse(_ game: ExtensiveGame) throws(ExtensiveRefusal) {
    if let set = game.recallFault { throw .imperfectRecall(set: set) }
    let impossible = game.nodes.firstIndex { node in
      if case .chance(let probabilities) = node.kind {
        probabilities.contains(where: \.isZero)
      } else {
        false
      }
    }
    if let impossible { throw .impossibleChance(node: impossible) }
  }
}
