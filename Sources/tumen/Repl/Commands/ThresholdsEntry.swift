import Arithmetic
import Laboratory
import Scenarios

extension ReplEntry {
  static let thresholds = ReplEntry(
    "thresholds", "thresholds [r] [0..1]",
    "where the answer changes as a parameter runs through its range or from..to",
    group: .ask,
    more: [
      "Of a strategic game its pure equilibria, of a tree the subgame-perfect ones, of bargaining",
      "what everyone accepts, of coalitions whether there is a core.",
    ],
    example: ["load stag-hunt", "thresholds r 0..1", "load zarubino-terms", "thresholds rajin"],
    completes: [.parameters]
  ) { words, session in
    let game = try session.game()
    let range = try ParameterRange(words, of: game.scenario)
    let run = ParameterRequest(
      parameter: range.name, from: range.from, to: range.to, set: game.set,
      relativeGains: game.relativeGains)
    return try ThresholdQuestion(scenario: game.scenario, run: run, requests: []).answer().map
      .text(style: session.style)
  }
}

/// A parameter and an interval as they are typed: `r 0..1`, `r`, `0..1`, or nothing.
struct ParameterRange {
  let name: String?
  let from: Rational?
  let to: Rational?

  init(_ words: String, of scenario: Scenario) throws(UsageError) {
    var parts = words.split(whereSeparator: \.isWhitespace).map(String.init)
    let names = scenario.parameters.map(\.name)
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
    let ends = try Self.interval(parts)
    name = parameter
    from = ends?.0
    to = ends?.1
  }

  /// `0..1`, `0 .. 1` or `0 1`; nil for nothing.
  private static func interval(_ parts: [String]) throws(UsageError) -> (Rational, Rational)? {
    guard !parts.isEmpty else { return nil }
    let text = parts.joined(separator: " ")
    var ends = parts
    if text.contains("..") {
      ends = text.split(separator: "..", omittingEmptySubsequences: false)
        .map { trimmed($0) }
    }
    guard ends.count == 2, !ends.contains(where: { $0.isEmpty || $0.hasPrefix(".") }) else {
      throw UsageError("\(quoted(text)) is no interval: write from..to, as in thresholds r 0..1")
    }
    return (try Typed.number(ends[0], of: "from"), try Typed.number(ends[1], of: "to"))
  }

  /// The thresholds of a game over the range.
  func thresholds(of game: Session.Game) throws -> Thresholds {
    try Thresholds(
      of: game.scenario, parameter: name, from: from, to: to, set: game.set,
      relativeGains: game.relativeGains)
  }
}
