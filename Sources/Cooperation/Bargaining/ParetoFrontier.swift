import Arithmetic
import GameForms

/// Agreements on which nobody can improve without harm to another.
///
/// - Source: Pareto 1906.
public enum ParetoFrontier {
  /// The efficient outcomes of a problem, ascending; lotteries, consent and disagreement are not
  /// considered.
  public static func outcomes(of problem: BargainingProblem) -> [Int] {
    efficient(problem.utilities.enumerated().map { Agreement(outcome: $0, utilities: $1) })
      .compactMap(\.outcome).sorted()
  }

  /// Those of `agreements` that no other of them dominates, the first actor's best first.
  ///
  /// - Complexity: sorting for two actors, quadratic at worst for more.
  static func efficient(_ agreements: [Agreement]) -> [Agreement] {
    // In this order nothing is dominated by what comes after it.
    let ordered = agreements.sorted { a, b in
      b.utilities.lexicographicallyPrecedes(a.utilities)
    }
    guard ordered.first?.utilities.count == 2 else {
      var kept: [Agreement] = []
      for agreement in ordered where !kept.contains(where: { $0.dominates(agreement) }) {
        kept.append(agreement)
      }
      return kept
    }
    var kept: [Agreement] = []
    for agreement in ordered {
      if let last = kept.last, last.utilities[1] >= agreement.utilities[1],
        last.utilities != agreement.utilities
      {
        continue
      }
      kept.append(agreement)
    }
    return kept
  }

  /// The corners of the efficient frontier of all lotteries over these agreements of two actors,
  /// the first actor's best first; one agreement a corner.
  static func chain(_ agreements: [Agreement]) -> [Agreement] {
    var corners: [Agreement] = []
    for agreement in efficient(agreements) where corners.last?.utilities != agreement.utilities {
      while corners.count >= 2,
        turn(corners[corners.count - 2], corners[corners.count - 1], agreement) <= 0
      {
        corners.removeLast()
      }
      corners.append(agreement)
    }
    return corners
  }

  /// Positive where the way from `a` over `b` to `c` turns to the left.
  private static func turn(_ a: Agreement, _ b: Agreement, _ c: Agreement) -> Int {
    let first =
      (b.utilities[0] - a.utilities[0]) * (c.utilities[1] - a.utilities[1])
    let second =
      (b.utilities[1] - a.utilities[1]) * (c.utilities[0] - a.utilities[0])
    return (first - second).signum
  }
}
