import Arithmetic
import GameForms

/// Which outcomes everyone who must agree accepts, and who refuses the others.
public enum ZoneOfAgreement {
  /// How one outcome fares.
  public struct Verdict: Hashable, Sendable {
    /// The outcome.
    public let outcome: Int
    /// The actors who have more without it, ascending.
    public let refusedBy: [Int]
    /// The ratifiers to whom it is too little, as places in `BargainingProblem.ratifiers`.
    public let notRatifiedBy: [Int]
    /// Whether no other outcome improves on it.
    public let isEfficient: Bool

    /// Whether everyone accepts.
    public var isAccepted: Bool { refusedBy.isEmpty && notRatifiedBy.isEmpty }
  }

  /// One verdict an outcome.
  public static func solve(_ problem: BargainingProblem) -> [Verdict] {
    let reservations = problem.reservations
    let efficient = Set(ParetoFrontier.outcomes(of: problem))
    return (0..<problem.outcomes).map { outcome in
      Verdict(
        outcome: outcome,
        refusedBy: reservations.indices.filter {
          problem.utilities[outcome][$0] < reservations[$0]
        },
        notRatifiedBy: problem.ratifiers.indices.filter {
          problem.ratifiers[$0].values[outcome] < problem.ratifiers[$0].floor
        },
        isEfficient: efficient.contains(outcome))
    }
  }
}
