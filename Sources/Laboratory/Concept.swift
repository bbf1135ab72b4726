public import Scenarios

/// A solution concept: what it answers, what it takes, where it comes from, and how to ask it.
///
/// Help, `tumen concepts`, refusals and `solve` all read the one table ``Concept/all``.
public struct Concept: Sendable {
  /// The name that commands use.
  public let name: String
  /// What it answers, one sentence.
  public let answers: String
  /// The game forms it takes.
  public let forms: [String]
  /// How many actors, and of which size, in words.
  public let takes: String
  /// How it computes.
  public let method: String
  /// Author and year.
  public let source: String
  /// Which sizes are out of reach, nil if none are.
  public let limits: String?
  /// Asks it.
  let solve: @Sendable (Setting, Budget) throws -> Solution

  /// What a concept may spend.
  public struct Budget: Sendable {
    /// Seconds after which to stop with what is found; nil for no limit.
    public var seconds: Double?

    /// At most `seconds`, or as long as it takes.
    public init(seconds: Double? = nil) { self.seconds = seconds }
  }

  /// The names of all concepts.
  public static var names: [String] { all.map(\.name) }

  /// The concept called `name`.
  public static func named(_ name: String) throws(LaboratoryError) -> Concept {
    guard let concept = all.first(where: { $0.name == name }) else {
      throw .unknownConcept(name)
    }
    return concept
  }

  /// What `solve` asks when nothing is said: all equilibria of two actors, pure ones of more.
  public static func byDefault(for scenario: Scenario) -> Concept {
    scenario.actors.count == 2 ? nash : pure
  }

  /// The concept's answer about a game.
  ///
  /// - Throws: ``LaboratoryError`` when the game is not one it takes, before work starts.
  public func solution(of setting: Setting, budget: Budget = Budget()) throws -> Solution {
    try solve(setting, budget)
  }
}

extension Concept {
  /// Every concept, in the order in which they are listed.
  public static let all: [Concept] = [
    pure, nash, dominance, security, pareto, bestReplies, gameClass, selection, criticalDiscount,
  ]

  /// The concepts as a table.
  public static var table: ResultTable {
    ResultTable(
      columns: ["concept", "answers", "takes", "source"],
      rows: all.map { [.text($0.name), .text($0.answers), .text($0.takes), .text($0.source)] })
  }

  /// The concepts as a list for people.
  public static func text(style: TextStyle = .plain) -> String {
    let width = all.reduce(0) { max($0, $1.name.count) }
    return all.map { concept in
      style.heading(concept.name.padded(to: width)) + "  \(concept.answers)\n"
        + style.faint(
          String(repeating: " ", count: width + 2) + "\(concept.takes) (\(concept.source))\n")
    }.joined()
  }

  /// The concepts as a JSON array of objects.
  public static var json: JSONValue {
    .array(
      all.map { concept in
        [
          "name": .string(concept.name), "answers": .string(concept.answers),
          "forms": .array(concept.forms.map(JSONValue.string)), "takes": .string(concept.takes),
          "arithmetic": "exact", "method": .string(concept.method),
          "source": .string(concept.source),
          "limits": concept.limits.map(JSONValue.string) ?? .null,
        ]
      })
  }
}
