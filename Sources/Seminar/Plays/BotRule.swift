import Arithmetic

/// A rule by which a bot plays, stated to all who play with it.
public enum BotRule: String, Codable, CaseIterable, Hashable, Sendable {
  /// Every move is equally likely; every other proposal is accepted on average; proposes nothing.
  case random
  /// The move whose worst outcome is best; yes to what brings more than no agreement would;
  /// proposes nothing.
  case careful
  /// Cooperates first, then as long as all others did in the round before; yes to what brings more
  /// than no agreement and at least an equal share of the gains.
  case reciprocal

  /// Whether it says yes to a proposal that brings each actor so much more than no agreement.
  func accepts(
    _ surpluses: [Rational], as actor: Int, using generator: inout some RandomNumberGenerator
  ) -> Bool {
    let own = surpluses[actor]
    return switch self {
    case .random: Bool.random(using: &generator)
    case .careful: own.signum > 0
    case .reciprocal:
      own.signum > 0 && own * Rational(surpluses.count) >= surpluses.reduce(.zero, +)
    }
  }
}

extension Collection {
  /// The first element at which `value` is largest.
  func best<Value: Comparable>(_ value: (Element) -> Value) -> Element? {
    var best: (element: Element, value: Value)?
    for element in self {
      let here = value(element)
      if let known = best, known.value >= here { continue }
      best = (element, here)
    }
    return best?.element
  }
}
