/// A strategy for a repeated game of two moves, as a finite automaton: states, how likely each
/// cooperates, and where it goes after what was done.
///
/// With noise the automaton sees what was done, by itself too, not what was meant.
///
/// - Source: Rubinstein 1986; Nowak and Sigmund 1993 for chance moves.
public struct Automaton: Hashable, Sendable {
  /// The name in fields and tables, such as `tit-for-tat`.
  public let name: String
  /// What it does, one sentence, with its source.
  public let meaning: String
  /// The states; play begins in the first.
  public let states: [State]

  /// A state of the automaton.
  public struct State: Hashable, Sendable {
    /// The probability of cooperating, 0 and 1 for certain moves.
    public let cooperation: Double
    /// The next state after what was done: `[both cooperated, own cooperation met defection,
    /// own defection met cooperation, both defected]`.
    public let next: [Int]

    /// A state that looks at both moves.
    public init(_ cooperation: Double, next: [Int]) {
      self.cooperation = cooperation
      self.next = next
    }

    /// A state that looks at the other's move only.
    public init(_ cooperation: Double, afterCooperation: Int, afterDefection: Int) {
      self.init(
        cooperation, next: [afterCooperation, afterDefection, afterCooperation, afterDefection])
    }
  }

  /// An automaton of these states.
  ///
  /// - Precondition: there is a state, each names four next ones, and all exist.
  public init(name: String, meaning: String, states: [State]) {
    precondition(
      !states.isEmpty
        && states.allSatisfy { $0.next.count == 4 && $0.next.allSatisfy(states.indices.contains) },
      "each state goes to four that exist")
    self.name = name
    self.meaning = meaning
    self.states = states
  }
}

/// A move in a game of two strategies a side.
public enum Move: Int, Hashable, Sendable {
  /// The strategy that counts as cooperation.
  case cooperate = 0
  /// The other.
  case defect = 1

  /// The other move.
  @inlinable public var other: Move { self == .cooperate ? .defect : .cooperate }
}

/// An automaton at play.
struct AutomatonPlayer: Player {
  private let automaton: Automaton
  private var state = 0

  init(_ automaton: Automaton) { self.automaton = automaton }

  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move {
    chance.move(cooperating: automaton.states[state].cooperation)
  }

  mutating func see(own: Move, other: Move) {
    state = automaton.states[state].next[2 * own.rawValue + other.rawValue]
  }
}
