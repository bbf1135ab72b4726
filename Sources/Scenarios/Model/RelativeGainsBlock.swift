public import RelativeGains

/// A relative-gains rule as a file writes it: its numbers are expressions over the parameters.
public struct RelativeGainsBlock: Sendable {
  /// The rule.
  public var rule: RelativeGainsRule
  /// `weights[actor]`: what each actor attaches to the others.
  public var weights: [Weight]
  /// For `snidal`: how many states there are of which these meet, over whom a weight is spread;
  /// nil stands for the number of actors.
  public var among: Expression?
  /// For `power`: the capabilities before the game, one an actor.
  public var capabilities: [Expression?]
  /// For `power`: what a whole share of power is worth.
  public var scale: Expression?
  /// Where the block stands.
  public var position: Position?

  /// What one actor attaches to the others.
  public enum Weight: Sendable {
    /// Nothing.
    case none
    /// The same towards each, for `snidal` and `power` the weight as a whole.
    case all(Expression)
    /// One an actor, nil for nothing.
    case towards([Expression?])
  }

  /// The block of `rule`.
  public init(
    rule: RelativeGainsRule, weights: [Weight], among: Expression? = nil,
    capabilities: [Expression?]? = nil, scale: Expression? = nil, position: Position? = nil
  ) {
    self.rule = rule
    self.weights = weights
    self.among = among
    self.capabilities = capabilities ?? weights.map { _ in nil }
    self.scale = scale
    self.position = position
  }

  /// Absolute gains only.
  public static func absolute(actors: Int) -> RelativeGainsBlock {
    RelativeGainsBlock(rule: .none, weights: Array(repeating: .none, count: actors))
  }

  /// Every expression of the block, none under the rule `none`.
  public var expressions: [Expression] {
    guard rule != .none else { return [] }
    let weights = weights.flatMap { weight -> [Expression] in
      switch weight {
      case .none: []
      case .all(let expression): [expression]
      case .towards(let row): row.compactMap(\.self)
      }
    }
    return weights + (capabilities + [among, scale]).compactMap(\.self)
  }
}
