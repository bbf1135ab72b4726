import Arithmetic
import GameForms

/// Games whose answers the literature has.
enum Known {
  /// One left glove, two right ones.
  static let glove = CoalitionalGame(actors: 3) { $0.has(0) && $0.count > 1 ? .one : .zero }
  static let majority = CoalitionalGame(weights: [1, 1, 1], quota: 2)
  static let airport = CoalitionalGame(largestCostOf: [1, 2, 3])
  /// Five permanent members with a veto, ten others, nine votes needed.
  static let council = CoalitionalGame(
    weights: Array(repeating: 7, count: 5) + Array(repeating: 1, count: 10), quota: 39)
  /// Three who each need everyone.
  static let unanimity = CoalitionalGame(actors: 3) { $0.count == 3 ? .one : .zero }

  static func claims(_ estate: Rational) -> CoalitionalGame {
    CoalitionalGame(estate: estate, claims: [100, 200, 300])
  }

  /// Three actors; pairs have `worth`, everyone 1.
  static func pairs(_ worth: Rational) -> CoalitionalGame {
    CoalitionalGame(actors: 3) { $0.count == 2 ? worth : $0.count == 3 ? .one : .zero }
  }

  static let pairAndOne = CoalitionStructure([[0, 1], [2]].map { Coalition($0) }, actors: 3)
}
