import Arithmetic
import GameForms

/// The efficient agreements that everyone who must agree accepts: what a bargaining solution
/// chooses from.
public struct AgreementSet: Hashable, Sendable {
  /// Whether lotteries may be agreed upon. Never chosen silently: every answer carries it.
  public enum Space: String, Hashable, Sendable, CaseIterable {
    /// One of the outcomes, for certain.
    case outcomes
    /// Any lottery over the outcomes: the convex hull of their utilities.
    case lotteries
  }

  /// Whether lotteries may be agreed upon.
  public let space: Space
  /// From where gains are counted.
  public let disagreement: [Rational]
  /// With ``Space/outcomes`` the efficient acceptable outcomes; with ``Space/lotteries`` agreements
  /// such that every efficient acceptable lottery is a mixture of them. For two actors these are
  /// the corners of the frontier, the first actor's best first.
  public let agreements: [Agreement]

  /// Most pairs of agreements that a floor may cut between.
  public static let mostPairs = 4_000_000

  /// The set of a problem.
  ///
  /// - Throws: ``BargainingError/tooMany(_:count:limit:instead:)`` where floors cut too many
  ///   lotteries.
  /// - Complexity: for lotteries each floor may square the number of agreements at worst.
  public init(_ problem: BargainingProblem, space: Space) throws(BargainingError) {
    self.space = space
    disagreement = problem.disagreement
    var agreements = problem.utilities.enumerated().map { Agreement(outcome: $0, utilities: $1) }
    // What is dominated cannot be agreed upon, unless a ratifier sees it differently.
    if problem.ratifiers.isEmpty { agreements = Self.thinned(agreements, space) }
    for ratifier in problem.ratifiers {
      agreements = try Self.cut(agreements, space, at: ratifier.floor) { agreement in
        agreement.lottery.reduce(.zero) { $0 + $1.probability * ratifier.values[$1.outcome] }
      }
    }
    agreements = Self.thinned(agreements, space)
    for (actor, floor) in problem.reservations.enumerated() {
      agreements = try Self.cut(agreements, space, at: floor) { $0.utilities[actor] }
      agreements = Self.thinned(agreements, space)
    }
    self.agreements = agreements
  }

  /// Whether nothing satisfies everyone.
  public var isEmpty: Bool { agreements.isEmpty }

  /// How many actors bargain.
  public var actors: Int { disagreement.count }

  /// What each actor has at best; the disagreement point where the set is empty.
  public var ideal: [Rational] {
    disagreement.indices.map { actor in
      agreements.reduce(agreements.first?.utilities[actor] ?? disagreement[actor]) {
        max($0, $1.utilities[actor])
      }
    }
  }

  /// What each actor gains over disagreement.
  public func gains(_ agreement: Agreement) -> [Rational] {
    zip(agreement.utilities, disagreement).map { $0 - $1 }
  }

  /// The agreements that serve everyone as well as any: with lotteries for two actors the corners
  /// of the frontier.
  private static func thinned(_ agreements: [Agreement], _ space: Space) -> [Agreement] {
    guard space == .lotteries, agreements.first?.utilities.count == 2 else {
      return ParetoFrontier.efficient(agreements)
    }
    return ParetoFrontier.chain(agreements)
  }

  /// What is left where `value` must reach `floor`. A lottery that does is a mixture of agreements
  /// that do and of points at which the way from one that does to one that does not meets the
  /// floor.
  private static func cut(
    _ agreements: [Agreement], _ space: Space, at floor: Rational,
    value: (Agreement) -> Rational
  ) throws(BargainingError) -> [Agreement] {
    let measured = agreements.map { ($0, value($0) - floor) }
    let kept = measured.filter { $0.1.signum >= 0 }
    guard space == .lotteries else { return kept.map(\.0) }
    let lost = measured.filter { $0.1.signum < 0 }
    let pairs = kept.count * lost.count
    guard pairs <= mostPairs else {
      throw .tooMany(
        "pairs of outcomes to mix", count: pairs, limit: mostPairs,
        instead: "leave lotteries out, or some outcomes")
    }
    var cut = kept.map(\.0)
    for (inside, above) in kept where above.signum > 0 {
      for (outside, below) in lost {
        cut.append(inside.moved(above / (above - below), towards: outside))
      }
    }
    return cut
  }
}
