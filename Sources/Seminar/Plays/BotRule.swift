/// A rule by which a bot plays, stated to all who play with it.
public enum BotRule: String, Codable, CaseIterable, Hashable, Sendable {
  /// Every move is equally likely.
  case random
  /// The move whose worst outcome is best.
  case careful
  /// As the others did the last time.
  case reciprocal

  /// What the rule says, one sentence.
  public var words: String {
    switch self {
    case .random:
      "takes every move that it may make with equal probability, says yes to every other proposal "
        + "on average, and proposes nothing"
    case .careful:
      "takes the move whose worst outcome brings it most, says yes to what brings it more than no "
        + "agreement would, and proposes nothing"
    case .reciprocal:
      "cooperates first, then does so as long as all others did in the round before; says yes to "
        + "what brings it more than no agreement and at least an equal share of the gains"
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
