/// What one actor sees of a play and may do in it.
public struct Outlook: Hashable, Sendable {
  /// What the actor knows to have happened, in order.
  public var facts: [Fact] = []
  /// What the actor is told about where it stands.
  public var situation: Wording?
  /// What kind the actor itself is, where it alone knows that.
  public var type: String?
  /// Moves to choose one of.
  public var choices: [Choice] = []
  /// What the actor chose and cannot take back.
  public var chosen: String?
  /// Issues to make a proposal about.
  public var issues: [Issue] = []
  /// Actors who may be asked into a coalition, and what each coalition is worth.
  public var partners: Partners?
  /// The proposals made, the last one last.
  public var proposals: [Proposal] = []
  /// Whether the actor may leave, and whether it has left.
  public var mayLeave = false
  /// Whether the actor may pass.
  public var mayPass = false
  /// What each outcome brings the actor.
  public var prospects: [Prospect] = []

  /// Something that happened.
  public struct Fact: Hashable, Sendable {
    /// Who did it, nil for chance.
    public var actor: Int?
    /// What.
    public var text: Wording
  }

  /// A move and what it means.
  public struct Choice: Hashable, Sendable {
    /// What ``Move/choose(_:)`` holds.
    public var value: Int
    /// The name.
    public var label: String
    /// What it means.
    public var detail: String?
  }

  /// An issue and its levels.
  public struct Issue: Hashable, Sendable {
    /// The name.
    public var label: String
    /// What it is about.
    public var detail: String?
    /// The levels; the detail says what it is and what it brings the actor.
    public var levels: [Choice]
  }

  /// Who may be asked into a coalition.
  public struct Partners: Hashable, Sendable {
    /// The actors who are still free, the one asked included.
    public var free: [Int]
    /// What coalitions of the free with this actor are worth, in words.
    public var worths: [Prospect]
  }

  /// A proposal and the answers to it.
  public struct Proposal: Hashable, Sendable {
    /// Its number.
    public var number: Int
    /// Who made it.
    public var actor: Int
    /// What it says.
    public var text: String
    /// What it brings the actor who looks at it, where that is shown.
    public var gain: String?
    /// Who must say yes, and what each said.
    public var answers: [Answer]
    /// Whether it still stands.
    public var stands: Bool
    /// Who at home did not consent, where it fell by that.
    public var blockedBy: String?
  }

  /// What an actor said to a proposal.
  public struct Answer: Hashable, Sendable {
    /// Who.
    public var actor: Int
    /// Yes, no, or nothing yet.
    public var yes: Bool?
  }

  /// What an outcome brings.
  public struct Prospect: Hashable, Sendable {
    /// The outcome.
    public var outcome: Wording
    /// What it brings.
    public var gain: Wording
    /// What the actor takes it to bring each other one, in their order; empty where it is told
    /// nothing of that.
    public var others: [Wording] = []
  }
}
