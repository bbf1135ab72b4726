import Arithmetic

/// Several issues settled together: an outcome is one level of each issue.
public struct IssueSpace: Hashable, Sendable {
  /// How many levels each issue has; every entry at least 1.
  public let levels: [Int]
  /// Combinations that cannot be had: one level an issue, nil for any level.
  public let infeasible: [[Int?]]

  /// The space of these issues.
  ///
  /// - Precondition: every issue has a level; infeasible combinations speak of levels there are.
  public init(levels: [Int], infeasible: [[Int?]] = []) {
    precondition(levels.allSatisfy { $0 > 0 }, "an issue needs a level")
    precondition(
      infeasible.allSatisfy { pattern in
        pattern.count == levels.count
          && zip(pattern, levels).allSatisfy { $0 == nil || (0..<$1).contains($0 ?? 0) }
      }, "an infeasible combination names a level of each issue, or none")
    self.levels = levels
    self.infeasible = infeasible
  }

  /// How many combinations there are, feasible or not; nil past the reach of a machine word.
  public var combinations: Int? {
    levels.reduce(1) { count, levels in
      count.flatMap {
        let (product, overflow) = $0.multipliedReportingOverflow(by: levels)
        return overflow ? nil : product
      }
    }
  }

  /// Whether this combination can be had.
  public func isFeasible(_ combination: [Int]) -> Bool {
    !infeasible.contains { pattern in
      zip(pattern, combination).allSatisfy { $0 == nil || $0 == $1 }
    }
  }

  /// The combinations that can be had, `[outcome][issue]`, the last issue's level fastest.
  ///
  /// - Complexity: ``combinations`` times ``infeasible``.
  public var outcomes: [[Int]] {
    var outcomes: [[Int]] = []
    var combination = levels.map { _ in 0 }
    while true {
      if isFeasible(combination) { outcomes.append(combination) }
      guard let turn = levels.indices.last(where: { combination[$0] + 1 < levels[$0] }) else {
        return outcomes
      }
      combination[turn] += 1
      for issue in (turn + 1)..<max(turn + 1, levels.count) { combination[issue] = 0 }
    }
  }

  /// What each outcome brings each actor when issues add up.
  ///
  /// - Parameters:
  ///   - values: `values[issue][level][actor]`.
  ///   - weights: `weights[issue][actor]`, what a unit of the issue counts for the actor; 1 where nil.
  /// - Returns: `[outcome][actor]`, in the order of ``outcomes``.
  public func gains(values: [[[Rational]]], weights: [[Rational]]? = nil) -> [[Rational]] {
    outcomes.map { combination in
      var sum: [Rational] = []
      for (issue, level) in combination.enumerated() {
        let added = values[issue][level].enumerated().map { actor, value in
          value * (weights?[issue][actor] ?? .one)
        }
        sum = sum.isEmpty ? added : zip(sum, added).map { $0 + $1 }
      }
      return sum
    }
  }
}
