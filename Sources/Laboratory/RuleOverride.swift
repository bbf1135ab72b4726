public import RelativeGains
public import Scenarios

extension Scenario {
  /// The relative-gains block of another rule for this scenario.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - weight: what every actor attaches to every other, over the scenario's parameters; nil for
  ///     the weights of the scenario's own block.
  /// - Throws: `LaboratoryError.needsWeights(rule:)` where there are none, and
  ///   `LaboratoryError.needsFile(rule:missing:)` for `power` where the file has no capabilities.
  public func relativeGains(
    under rule: RelativeGainsRule, weight: Expression? = nil
  ) throws(LaboratoryError) -> RelativeGainsBlock {
    guard rule != .none else { return .absolute(actors: actors.count) }
    var block = relativeGains
    block.rule = rule
    if let weight {
      block.weights = Array(repeating: .all(weight), count: actors.count)
    } else if relativeGains.rule == .none {
      throw .needsWeights(rule: rule.rawValue)
    }
    if rule == .power {
      if block.capabilities.contains(where: { $0 == nil }) {
        throw .needsFile(rule: rule.rawValue, missing: "the capabilities of the actors")
      }
      if block.scale == nil { throw .needsFile(rule: rule.rawValue, missing: "a scale") }
    }
    return block
  }
}
