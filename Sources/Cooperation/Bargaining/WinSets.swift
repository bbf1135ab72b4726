import Arithmetic
import GameForms

/// The win-sets of a two-level game: what each side could have ratified at home, and who gains from
/// tied hands.
///
/// - Source: Putnam 1988; Schelling 1960 for tied hands.
public enum WinSets {
  /// One side's win-set and what its ratifiers do for it.
  public struct Side: Hashable, Sendable {
    /// The outcomes that the actor and all its ratifiers accept, ascending.
    public let winSet: [Int]
    /// What the agreement gives each actor without this side's ratifiers, nil if there is none.
    public let untied: [Rational]?
  }

  /// The answer for all sides.
  public struct Answer: Hashable, Sendable {
    /// One entry an actor.
    public let sides: [Side]
    /// The outcomes in all win-sets, ascending.
    public let intersection: [Int]
    /// What is agreed with all ratifiers in place, nil if there is nothing to agree on.
    public let agreement: BargainingSolution?

    /// What the side's ratifiers bring it: the utility with them less that without; nil where one
    /// of the two has no agreement.
    public func tiedHands(of actor: Int) -> Rational? {
      guard let tied = agreement?.agreement.utilities[actor],
        let untied = sides[actor].untied?[actor]
      else { return nil }
      return tied - untied
    }

    /// Whether this side's ratifiers are what stands in the way of any agreement.
    public func losesAgreement(by actor: Int) -> Bool {
      agreement == nil && sides[actor].untied != nil
    }
  }

  /// The win-sets, and the agreement by `rule` with and without each side's ratifiers.
  ///
  /// - Throws: ``BargainingError/tooMany(_:count:limit:instead:)``.
  public static func solve(
    _ problem: BargainingProblem, rule: BargainingRule = .nash, space: AgreementSet.Space
  ) throws(BargainingError) -> Answer {
    let verdicts = ZoneOfAgreement.solve(problem)
    var sides: [Side] = []
    for actor in 0..<problem.actors {
      let winSet = verdicts.filter { verdict in
        !verdict.refusedBy.contains(actor)
          && !verdict.notRatifiedBy.contains { problem.ratifiers[$0].actor == actor }
      }
      let untied = try agreement(problem.withoutRatifiers(of: [actor]), rule, space)
      sides.append(
        Side(winSet: winSet.map(\.outcome), untied: untied?.agreement.utilities))
    }
    return Answer(
      sides: sides, intersection: verdicts.filter(\.isAccepted).map(\.outcome),
      agreement: try agreement(problem, rule, space))
  }

  private static func agreement(
    _ problem: BargainingProblem, _ rule: BargainingRule, _ space: AgreementSet.Space
  ) throws(BargainingError) -> BargainingSolution? {
    let set = try AgreementSet(problem, space: space)
    return set.isEmpty ? nil : try rule.solve(set)
  }
}
