/// The kinds of stability of a state of a conflict for one decision maker.
public enum ConflictStability: String, CaseIterable, Hashable, Sendable {
  /// No move to a better state.
  case nash
  /// Every improvement can be answered by the others so that its maker is no better off, whether
  /// or not they like to: general metarationality.
  case gmr
  /// The same, and the maker cannot escape from the answer: symmetric metarationality.
  case smr
  /// Every improvement can be answered by moves that the others gain from: sequential stability.
  case seq
  /// Every improvement can be spoilt by improvements that others make at the same time:
  /// simultaneous stability.
  case sim
}

/// What a decision maker can expect after one improvement.
public struct AnsweredImprovement: Hashable, Sendable {
  /// The state improved to.
  public let improvement: Int
  /// What the others do about it, ending in a state that the decision maker likes no better than
  /// where it began; nil if they can do nothing of the kind.
  public let sanction: [ConflictStep]?
}

/// Whether a state is stable for one decision maker, and why.
public struct StabilityVerdict: Hashable, Sendable {
  /// The state.
  public let state: Int
  /// For whom.
  public let actor: Int
  /// In what sense.
  public let stability: ConflictStability
  /// Every improvement of the decision maker from there.
  public let improvements: [AnsweredImprovement]

  /// Whether no improvement goes without an answer.
  public var isStable: Bool { improvements.allSatisfy { $0.sanction != nil } }
}
