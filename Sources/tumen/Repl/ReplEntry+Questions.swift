import Arithmetic
import Laboratory
import Scenarios

// What can be asked about the current game.
extension ReplEntry {
  /// The entry that asks one concept.
  static func entry(for concept: Concept) -> ReplEntry {
    ReplEntry(concept.name, concept.name, concept.answers) { words, session in
      try refuse(words, after: concept.name)
      return try answer([concept], session)
    }
  }

  static let solve = ReplEntry(
    "solve", "solve [concept ...]", "ask several concepts, or the usual one"
  ) { words, session in
    let names = words.split { $0.isWhitespace || $0 == "," }.map(String.init)
    let concepts = try names.map(Concept.named)
    return try answer(
      concepts.isEmpty ? [Concept.byDefault(for: try session.game().scenario)] : concepts, session)
  }

  static let concepts = ReplEntry("concepts", "concepts", "list the solution concepts") {
    words, session in
    try refuse(words, after: "concepts")
    return Concept.text(style: session.style)
  }

  static let thresholds = ReplEntry(
    "thresholds", "thresholds [r] [0..1]",
    "where the pure equilibria change as a parameter runs through its range or from..to"
  ) { words, session in
    let game = try session.game()
    var parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
    let names = game.scenario.parameters.map(\.name)
    let parameter = parts.first.flatMap { first in
      first.contains("..") || Rational(first) != nil ? nil : first
    }
    if parameter != nil { parts.removeFirst() }
    if let parameter, !names.contains(parameter) {
      throw UsageError(
        names.isEmpty
          ? "the game has no parameter \(quoted(parameter)): relative snidal r=1/4 makes one"
          : "the game has no parameter \(quoted(parameter))\(Suggestion.hint(for: parameter, in: names))"
      )
    }
    let ends = try interval(parts)
    return try Thresholds(
      of: game.scenario, parameter: parameter, from: ends?.0, to: ends?.1, set: game.set,
      relativeGains: game.relativeGains
    ).text(style: session.style)
  }

  /// `0..1`, `0 .. 1` or `0 1`; nil for nothing.
  private static func interval(_ parts: [String]) throws -> (Rational, Rational)? {
    guard !parts.isEmpty else { return nil }
    let text = parts.joined(separator: " ")
    var ends = parts
    if text.contains("..") {
      ends = text.split(separator: "..", omittingEmptySubsequences: false).map { trimmed($0) }
    }
    guard ends.count == 2, !ends.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else {
      throw UsageError("\(quoted(text)) is no interval: write from..to, as in thresholds r 0..1")
    }
    return (try Typed.number(ends[0], of: "from"), try Typed.number(ends[1], of: "to"))
  }

  private static func answer(_ concepts: [Concept], _ session: Session) throws -> String {
    let setting = try session.setting()
    let solutions = try concepts.map { try $0.solution(of: setting) }
    return SolutionReport(setting, solutions).text(style: session.style)
  }
}
