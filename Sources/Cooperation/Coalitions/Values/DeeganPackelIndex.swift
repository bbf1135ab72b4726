import Arithmetic
import GameForms

/// Power where only coalitions form that nobody can leave: all such are equally likely, and their
/// members share equally.
///
/// - Source: Deegan and Packel 1978.
public enum DeeganPackelIndex {
  /// The winning coalitions all of whose members are needed, in binary order.
  ///
  /// - Throws: ``CoalitionRefusal/notSimple``.
  public static func minimalWinning(
    _ game: CoalitionalGame
  ) throws(CoalitionRefusal) -> [Coalition] {
    guard game.isSimple else { throw .notSimple }
    return (1..<game.coalitions).lazy.map(Coalition.init(rawValue:)).filter { coalition in
      game[coalition] == .one
        && coalition.members.allSatisfy { game[coalition.subtracting(Coalition(of: $0))].isZero }
    }
  }

  /// The index of each actor; together 1.
  ///
  /// - Throws: ``CoalitionRefusal/notSimple``.
  public static func values(_ game: CoalitionalGame) throws(CoalitionRefusal) -> [Rational] {
    let winning = try minimalWinning(game)
    var values = Array(repeating: Rational.zero, count: game.actors)
    for coalition in winning {
      let share = Rational(1, winning.count * coalition.count)
      for actor in coalition.members { values[actor] += share }
    }
    return values
  }
}
