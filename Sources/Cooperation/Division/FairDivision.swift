import Arithmetic
import GameForms

/// Divisions chosen by a bargaining solution, from all allocations that respect which parcels can
/// be cut.
///
/// Every way to hand out the parcels that cannot be cut is tried; the others are then shared by the
/// exact solution over mixtures, because any shares are a mixture of ways to hand them out.
///
/// - Source: Nash 1950 and Caragiannis and others 2019 for the product; Foley 1967 for envy.
public enum FairDivision {
  /// Most ways to hand out all parcels whole.
  public static let mostWays = 65_536

  /// A division and what it brings.
  public struct Division: Hashable, Sendable {
    /// Who has how much of each parcel.
    public let allocation: DivisionProblem.Allocation
    /// What each actor makes of it.
    public let values: [Rational]
    /// How far it may be from the best, nil where it is exact.
    public let gap: Double?
  }

  /// The division that `rule` chooses, gains counted from disagreement; nil where no division gives
  /// everyone as much as disagreement, or none is free of envy where that is asked.
  ///
  /// - Throws: `BargainingError.tooMany` past ``mostWays``.
  public static func solve(
    _ problem: DivisionProblem, by rule: BargainingRule, envyFree: Bool = false
  ) throws(BargainingError) -> Division? {
    let whole = problem.divisible.indices.filter { !problem.divisible[$0] }
    let parts = problem.divisible.indices.filter { problem.divisible[$0] }
    let ways = power(problem.actors, problem.parcels)
    guard let ways, ways <= mostWays else {
      throw .tooMany(
        "ways to hand out the parcels", count: ways ?? .max, limit: mostWays,
        instead: "leave parcels out, or use adjusted-winner")
    }
    var best: (division: Division, rank: [Rational])?
    for fixed in holders(problem.actors, whole.count) {
      let allocations = holders(problem.actors, parts.count).map { free in
        var all = Array(repeating: 0, count: problem.parcels)
        for (parcel, holder) in zip(whole, fixed) { all[parcel] = holder }
        for (parcel, holder) in zip(parts, free) { all[parcel] = holder }
        return problem.allocation(holders: all)
      }
      let bargaining = BargainingProblem(
        utilities: allocations.map(problem.values), disagreement: problem.disagreement,
        ratifiers: envyFree ? contentment(problem, allocations) : [])
      let set = try AgreementSet(bargaining, space: .lotteries)
      guard !set.isEmpty else { continue }
      let solution = try rule.solve(set)
      let rank = self.rank(solution, rule, set)
      if let best, !best.rank.lexicographicallyPrecedes(rank) { continue }
      let division = Division(
        allocation: mix(allocations, solution.agreement), values: solution.agreement.utilities,
        gap: solution.gap)
      best = (division, rank)
    }
    return best?.division
  }

  /// What makes one solution better than another under the rule, most important first.
  private static func rank(
    _ solution: BargainingSolution, _ rule: BargainingRule, _ set: AgreementSet
  ) -> [Rational] {
    let gains = set.gains(solution.agreement).sorted()
    switch rule {
    case .nash: return [gains.reduce(.one, *)] + gains
    case .utilitarian: return [gains.reduce(.zero, +)] + gains
    case .equalGains: return [-solution.value] + gains
    case .egalitarian, .leximin: return gains
    // Shares of the best differ from one set to the next; the least share decides.
    case .kalaiSmorodinsky: return [solution.value] + gains
    }
  }

  /// One condition for each ordered pair: the first would not exchange with the second.
  private static func contentment(
    _ problem: DivisionProblem, _ allocations: [DivisionProblem.Allocation]
  ) -> [BargainingProblem.Ratifier] {
    (0..<problem.actors).flatMap { actor in
      (0..<problem.actors).filter { $0 != actor }.map { other in
        BargainingProblem.Ratifier(
          actor: actor,
          values: allocations.map { -problem.envy(of: actor, towards: other, in: $0) },
          floor: .zero)
      }
    }
  }

  private static func mix(
    _ allocations: [DivisionProblem.Allocation], _ agreement: Agreement
  ) -> DivisionProblem.Allocation {
    allocations[0].indices.map { parcel in
      allocations[0][parcel].indices.map { actor in
        agreement.lottery.reduce(Rational.zero) {
          $0 + $1.probability * allocations[$1.outcome][parcel][actor]
        }
      }
    }
  }

  private static func power(_ base: Int, _ exponent: Int) -> Int? {
    var power = 1
    for _ in 0..<exponent {
      let (product, overflow) = power.multipliedReportingOverflow(by: base)
      if overflow { return nil }
      power = product
    }
    return power
  }

  /// Every way to name a holder for each of `count` parcels.
  private static func holders(_ actors: Int, _ count: Int) -> [[Int]] {
    var all: [[Int]] = [[]]
    for _ in 0..<count {
      all = all.flatMap { start in (0..<actors).map { start + [$0] } }
    }
    return all
  }
}
