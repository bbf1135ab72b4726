/// What is said on pages: words of the game file, or a phrase of the seminar's own, which pages put
/// into their language.
public enum Wording: Hashable, Sendable, ExpressibleByStringLiteral {
  /// As the game file says it.
  case said(String)
  /// No agreement.
  case disagreement
  /// This actor left the talks.
  case left(String)
  /// A state of a conflict in which no option is taken.
  case noOption(state: String)
  /// A place in an actor's order of preference, 1 the worst.
  case rank(Int, of: Int)
  /// Things were left as they are.
  case pass

  /// As the game file says it.
  public init(stringLiteral value: String) { self = .said(value) }

  /// In English, for tables that machines read.
  public var plain: String {
    switch self {
    case .said(let text): text
    case .disagreement: "disagreement"
    case .left(let name): "\(name) leaves"
    case .noOption(let state): "\(state): no option taken"
    case .rank(let place, let count): "rank \(place) of \(count)"
    case .pass: "pass"
    }
  }
}

/// What theory has to say of one result, for the debrief alone; names and numbers are put in.
public enum Note: Hashable, Sendable {
  /// The product of gains over disagreement, and the largest with its outcome.
  ///
  /// - Source: Nash 1950.
  case nashProduct(String, best: String, at: Wording)
  /// A coalition that would gain so much by leaving the division.
  case couldHaveMore(String, by: String)
  /// The actors who would rather exchange what they have with another, none where nobody does.
  case envy([String])
  /// The actors who see others play what they did not expect, none where nobody does.
  case surprise([String])
}

/// Who sits in a chair.
public enum Sitter: Hashable, Sendable {
  /// A player, by name.
  case player(String)
  /// A bot.
  case bot(BotRule)

  /// For tables that machines read.
  public var plain: String {
    switch self {
    case .player(let name): name
    case .bot(let rule): "bot (\(rule.rawValue))"
    }
  }
}
