/// Why a bargaining problem cannot be solved.
public enum BargainingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Nothing satisfies everyone who must agree.
  case noAgreement
  /// More of something than can be worked on.
  case tooMany(String, count: Int, limit: Int, instead: String)
  /// A method for two actors was asked about another number.
  case needsTwoActors(Int)
  /// The game is between actors but the method needs numbers in a range.
  case outOfRange(String)

  /// One line for people.
  public var description: String {
    switch self {
    case .noAgreement:
      "no zone of agreement: whatever is agreed, someone has more without it"
    case .tooMany(let what, let count, let limit, let instead):
      "\(count) \(what) are more than the \(limit) in reach: \(instead)"
    case .needsTwoActors(let count):
      "takes two actors, found \(count)"
    case .outOfRange(let what): what
    }
  }
}
