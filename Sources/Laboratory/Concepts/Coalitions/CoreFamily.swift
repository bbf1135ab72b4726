public import Arithmetic
import Cooperation
import GameForms
import RelativeGains
import Scenarios

/// The core of a coalitional game at several weights on what the others gain, and the values that
/// lie in it or not: what a picture of the core shows.
public struct CoreFamily: Sendable {
  /// The core under one weight.
  public struct Member: Sendable {
    /// What sets it apart: `r = 1/4`, or the rule of the game.
    public let label: String
    /// The divisions of which all others in it are mixtures; nil with too many actors, or where the
    /// core is empty.
    public let vertices: [[Rational]]?
    /// The least and the most of each actor; none where the core is empty.
    public let ranges: [(least: Rational, most: Rational)]
  }

  /// The game.
  public let title: String
  /// The actors.
  public let names: [String]
  /// What each is worth alone.
  public let floors: [Rational]
  /// What there is to divide.
  public let available: Rational
  /// Whether numbers are what actors pay, below zero, not what they get.
  public let areCosts: Bool
  /// The core at weights r that are the same for all, from the least with a core to the most.
  public let members: [Member]
  /// The core under the rule of the game, where it has one.
  public let own: Member?
  /// The Shapley value and, where there is one, the nucleolus, of absolute gains.
  public let values: [(name: String, division: [Rational])]

  /// Most actors of a picture.
  public static let mostActors = 12
  /// Into how many steps the weights with a core are parted.
  private static let steps = 3

  /// The family of a setting; nil unless it is a coalitional game of two to ``mostActors`` actors
  /// under a rule that has a core.
  public init?(_ setting: Setting) throws {
    let count = setting.scenario.actors.count
    guard setting.scenario.form is CoalitionalForm, (2...Self.mostActors).contains(count) else {
      return nil
    }
    let question = try CoalitionQuestion(setting, .init(), concept: "core")
    let game = try question.game()
    title = setting.title
    names = question.actors.map(\.name)
    floors = game.alone
    available = game[game.everyone]
    areCosts = question.form.areCosts
    members = try question.asking { () throws(CoalitionRefusal) in
      try Self.members(game)
    }
    own =
      question.mindsOthers
      ? try question.asking { () throws(CoalitionRefusal) in
        try Self.member(setting.relativeGains.rule.rawValue, game, question.weights)
      } : nil
    let nucleolus = try? Nucleolus(.imputations).solve(game).division
    values =
      [("Shapley value", ShapleyValue.values(game))]
      + (nucleolus.map { [("nucleolus", $0)] } ?? [])
  }

  private static func members(_ game: CoalitionalGame) throws(CoalitionRefusal) -> [Member] {
    guard let range = try RelativeGainsCore.range(game) else { return [] }
    let width = range.most - range.least
    var members: [Member] = []
    for step in 0...(width.isZero ? 0 : steps) {
      let weight = range.least + width * Rational(step, steps)
      let theta = RelativeGainsCore.theta(rho: weight / Rational(game.actors - 1))
      members.append(
        try member("r = \(weight)", game, Array(repeating: theta, count: game.actors)))
    }
    return members
  }

  private static func member(
    _ label: String, _ game: CoalitionalGame, _ weights: [Rational]
  ) throws(CoalitionRefusal) -> Member {
    let claims = RelativeGainsCore.claims(in: game, weights: weights)
    let extremes = try CoreExtremes.solve(claims)
    let vertices = game.actors == 3 ? try CoreVertices.solve(claims) : nil
    return Member(
      label: label, vertices: vertices.flatMap { $0.isEmpty ? nil : $0 },
      ranges: (extremes ?? []).enumerated().map { actor, ends in
        (ends.least[actor], ends.most[actor])
      })
  }
}
