import Arithmetic
import GameForms

/// A coalition with a weight, as collections of coalitions hold them.
public struct WeightedCoalition: Hashable, Sendable {
  /// The coalition.
  public let coalition: Coalition
  /// The weight.
  public let weight: Rational

  /// The coalition with this weight.
  public init(_ coalition: Coalition, _ weight: Rational) {
    self.coalition = coalition
    self.weight = weight
  }
}

extension [WeightedCoalition] {
  /// The sum of the weights of the coalitions of each actor; a collection is *balanced* where every
  /// weight is positive and every sum is 1.
  public func members(of actors: Int) -> [Rational] {
    var sums = [Rational](repeating: .zero, count: actors)
    for held in self {
      for actor in held.coalition.members { sums[actor] += held.weight }
    }
    return sums
  }

  /// Whether the collection is balanced.
  public func isBalanced(of actors: Int) -> Bool {
    allSatisfy { $0.weight.signum > 0 } && members(of: actors).allSatisfy { $0 == .one }
  }

  /// The weighted sum of what the coalitions are worth.
  public func worth(in game: CoalitionalGame) -> Rational {
    reduce(.zero) { $0 + $1.weight * game[$1.coalition] }
  }
}
