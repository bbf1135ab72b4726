import Arithmetic
import GameForms
import LinearPrograms

/// Why the perfect Bayesian equilibria of a signalling game are not enumerated.
public enum SignallingRefusal: Error, Hashable, Sendable {
  /// More pairs of supports than `limit`.
  case tooManySupports(count: Double, limit: Double)
  /// A type of probability 0; leave it out.
  case impossibleType(Int)
}

/// All perfect Bayesian equilibria of a signalling game, pooling, separating and between.
///
/// For given supports (which messages each type sends, which replies follow each message) what is
/// asked of the sender's probabilities and of the beliefs after unsent messages does not involve the
/// receiver's probabilities, and the other way round: each side is a polytope, found empty or not
/// by a linear program. Every pair of supports that some equilibrium has is listed, with one
/// equilibrium on it and whether it is the only one there. In signalling games these are the
/// sequential equilibria.
///
/// - Source: Fudenberg and Tirole 1991, section 8.2; enumeration of supports as in Dickhaut and
///   Kaplan 1991.
public struct SignallingEquilibria: Sendable {
  /// The most pairs of supports.
  public static let mostSupports = 2_000_000.0
  /// Seconds of work after which to stop with what is found; nil for no limit.
  public var seconds: Double?

  /// An enumeration, stopped after this many seconds if any are given.
  public init(seconds: Double? = nil) { self.seconds = seconds }

  /// One equilibrium on its supports.
  public struct Found: Hashable, Sendable {
    /// `messages[type][offer]`: how likely each type sends what it may.
    public let messages: [[Rational]]
    /// `replies[message][reply]`: how likely each reply is.
    public let replies: [[Rational]]
    /// `beliefs[message][k]`: how likely the `k`-th of `senders(of:)` is thought to have sent it.
    public let beliefs: [[Rational]]
    /// Whether what is played is the only way to play on these supports.
    public let isUnique: Bool
    /// What it is.
    public let kind: Kind
  }

  /// What a message tells.
  public enum Kind: String, Hashable, Sendable {
    /// All types send the same messages in the same way: nothing is learnt.
    case pooling
    /// No message is sent by two types: everything is learnt.
    case separating
    /// Something is learnt.
    case semiseparating = "semi-separating"
  }

  /// The equilibria and whether all supports were looked at.
  public struct Answer: Hashable, Sendable {
    /// One equilibrium for each pair of supports that has any.
    public let equilibria: [Found]
    /// Complete: every pair of supports that some equilibrium has is there.
    public let completeness: Completeness
    /// How it was found.
    public let method = "enumeration of supports, linear programs solved exactly"
  }

  /// The equilibria of `game`.
  ///
  /// - Throws: ``SignallingRefusal`` before any work.
  public func solve(_ game: SignallingGame) throws(SignallingRefusal) -> Answer {
    if let type = game.prior.firstIndex(where: \.isZero) { throw .impossibleType(type) }
    let counts = game.offers.map(\.count) + game.replies
    let size = counts.reduce(1.0) { $0 * Double((1 << min($1, 60)) - 1) }
    guard size <= Self.mostSupports else {
      throw .tooManySupports(count: size, limit: Self.mostSupports)
    }
    let deadline = Deadline(seconds: seconds)
    var found: [Found] = []
    let sending = game.offers.map { Self.subsets($0.count) }
    let replying = game.replies.map(Self.subsets)
    for replyChoice in Choices(counts: replying.map(\.count)) {
      let replies = zip(replying, replyChoice).map { $0[$1] }
      for sendChoice in Choices(counts: sending.map(\.count)) {
        if deadline.isOver {
          return Answer(equilibria: found, completeness: .limit(deadline.limit))
        }
        let sends = zip(sending, sendChoice).map { $0[$1] }
        let supports = SignallingSupports(game: game, sends: sends, replies: replies)
        if let equilibrium = supports.equilibrium() { found.append(equilibrium) }
      }
    }
    return Answer(equilibria: found, completeness: .complete)
  }

  /// Every set of some of `count` things, smaller sets first.
  private static func subsets(_ count: Int) -> [[Int]] {
    (1..<(1 << count)).map { bits in (0..<count).filter { bits >> $0 & 1 == 1 } }
      .enumerated().sorted { ($0.1.count, $0.0) < ($1.1.count, $1.0) }.map(\.1)
  }
}

extension SignallingGame {
  /// The equilibrium as an assessment of the tree the game was made of.
  public func assessment(
    of found: SignallingEquilibria.Found, in tree: ExtensiveGame
  ) -> Assessment {
    var rows = tree.sets.map { Array(repeating: Rational.zero, count: $0.actions) }
    var beliefs = tree.members.map { Array(repeating: Rational.zero, count: $0.count) }
    for (type, set) in typeSets.enumerated() {
      rows[set] = found.messages[type]
      beliefs[set] = [.one]
    }
    for (message, set) in messageSets.enumerated() {
      rows[set] = found.replies[message]
      // Nodes of a set follow the order of types, as chance's moves do.
      beliefs[set] = found.beliefs[message]
    }
    return Assessment(profile: BehaviourProfile(rows), beliefs: beliefs)
  }
}
