public import Equilibria

/// What a concept says about a game, with how it was found and whether it is all.
public struct Solution: Sendable {
  /// The concept's name.
  public let concept: String
  /// How the answer was found.
  public let method: String
  /// Whether the numbers are exact.
  public let isExact: Bool
  /// Whether this is all.
  public let status: Completeness
  /// The answer itself.
  public let answer: any Answer
  /// The setting that the answer is about, where the game was seen in another form than its own.
  var seen: Setting?

  /// A solution of its parts.
  public init(
    concept: String, method: String, isExact: Bool, status: Completeness = .complete,
    answer: any Answer
  ) {
    self.concept = concept
    self.method = method
    self.isExact = isExact
    self.status = status
    self.answer = answer
  }
}

/// The content of a solution, ready to be shown in any format.
public protocol Answer: Sendable {
  /// The members that the answer adds to the solution's JSON object.
  func json(in setting: Setting) -> [JSONValue.Member]
  /// The answer as tables for people.
  func tables(in setting: Setting) -> [ResultTable]
  /// The answer as one tidy table for machines.
  func csv(in setting: Setting) -> ResultTable
}

extension Completeness {
  /// `complete`, `sample` or `limit`, as JSON says it.
  public var name: String {
    switch self {
    case .complete: "complete"
    case .sample: "sample"
    case .limit: "limit"
    }
  }

  /// The same for people, with the limit that was met.
  public var words: String {
    switch self {
    case .complete: "complete"
    case .sample: "a sample: there may be others"
    case .limit(let limit): "cut short at the limit of \(limit): there may be others"
    }
  }
}
