import Arithmetic

/// How far a proposal is from what the bargaining solutions choose.
public enum ProposalDistance {
  /// The distance to one solution.
  public struct Entry: Hashable, Sendable {
    /// The solution.
    public let rule: BargainingRule
    /// The agreement it chooses, the nearest where it chooses several.
    public let agreement: Agreement
    /// What each actor would have more there; negative for less.
    public let differences: [Rational]

    /// The largest difference in either direction: the distance in the maximum norm.
    public var distance: Rational { differences.reduce(.zero) { max($0, $1.magnitude) } }
  }

  /// The distances of `proposal`, a utility for each actor, to every solution.
  ///
  /// - Throws: ``BargainingError/noAgreement``.
  public static func solve(
    _ proposal: [Rational], in set: AgreementSet
  ) throws(BargainingError) -> [Entry] {
    var entries: [Entry] = []
    for rule in BargainingRule.allCases {
      let near = try rule.solve(set).agreements.map { agreement in
        Entry(
          rule: rule, agreement: agreement,
          differences: zip(agreement.utilities, proposal).map { $0 - $1 })
      }
      let best = near.dropFirst().reduce(near[0]) { $1.distance < $0.distance ? $1 : $0 }
      entries.append(best)
    }
    return entries
  }
}
