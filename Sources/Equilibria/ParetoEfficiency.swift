import Arithmetic
import GameForms

/// Pure profiles that no other pure profile improves on for someone without harm to another.
///
/// - Source: Pareto 1906. Lotteries over profiles are not considered.
public enum ParetoEfficiency {
  /// The efficient profiles, as indices in ascending order.
  public static func solve(_ game: StrategicGame) -> [Int] {
    (0..<game.profiles).filter { profile in
      !(0..<game.profiles).contains { game.improves($0, on: profile) }
    }
  }
}

extension StrategicGame {
  /// Whether nobody is worse off at `profile` than at `other`, and somebody better.
  public func improves(_ profile: Int, on other: Int) -> Bool {
    var better = false
    for actor in 0..<actors {
      let (own, others) = (payoff(at: profile, of: actor), payoff(at: other, of: actor))
      if own < others { return false }
      better = better || own > others
    }
    return better
  }
}
