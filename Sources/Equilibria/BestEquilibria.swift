import Arithmetic

/// The best among all equilibria of a game of two, by an objective.
///
/// The best extreme equilibria are the best of all. In a maximal set of equilibria `X x Y` every
/// strategy of `X` is a best reply to every one of `Y`, so that against a given `y` all `x` earn the
/// same: the row actor's payoff is a linear function of `y` alone, and the column actor's of `x`
/// alone. Each is largest at a vertex of its polytope, both at once, since the two are chosen apart;
/// whatever does not fall when both payoffs rise is therefore largest at that pair of vertices,
/// which is an extreme equilibrium.
///
/// - Source: for the sets, Millham 1974.
public struct BestEquilibria: Hashable, Sendable {
  /// Best for what.
  public let objective: CorrelatedEquilibria.Objective
  /// The largest value over all equilibria.
  public let value: Rational
  /// The extreme equilibria at which it is reached, as indices into the list of them.
  public let equilibria: [Int]

  /// The best of `extreme` for an objective; nil of none.
  public static func find(
    among extreme: [Equilibrium], for objective: CorrelatedEquilibria.Objective
  ) -> BestEquilibria? {
    let values = extreme.map { objective.value(of: $0.payoffs) }
    guard let best = values.max() else { return nil }
    return BestEquilibria(
      objective: objective, value: best, equilibria: values.indices.filter { values[$0] == best })
  }
}
