import Arithmetic
import Laboratory
import RelativeGains
import Scenarios

// Where games come from, and what changes them.
extension ReplEntry {
  static let gameEntries = [
    ReplEntry(
      "matrix",
      "matrix [name] [zero-sum] [actors A,B] [rows a,b] [columns c,d] 3,3 0,5 ; 5,0 1,1",
      "make a game of two: row's payoff, column's payoff; rows parted by ;"
    ) { words, session in
      let matrix = try MatrixSyntax(words)
      try session.add(matrix.scenario, named: matrix.name)
      return try page(session, brief: true)
    },
    ReplEntry("load", "load GAME", "take up a prepared game, a file, or a game made before") {
      words, session in
      guard !words.isEmpty else {
        throw UsageError("load needs a game: load prisoners-dilemma; games lists them")
      }
      if !session.turn(to: words) {
        let scenario = try ScenarioReader.read(path: try session.library.locate(words))
        try session.add(scenario, named: scenario.id)
      }
      return try page(session, brief: true)
    },
    ReplEntry("games", "games", "list the games made here and the prepared ones") {
      words, session in
      try refuse(words, after: "games")
      let own = session.games.map(\.name)
      let prepared = try session.library.games().map(\.name)
      return (own + prepared.filter { !own.contains($0) }).map { $0 + "\n" }.joined()
    },
    ReplEntry("show", "show [all]", "show the payoffs, or with all the story and sources too") {
      words, session in
      guard words.isEmpty || words == "all" else {
        throw UsageError("\(quoted(words)) is not understood: write show, or show all")
      }
      return try page(session, brief: words.isEmpty)
    },
  ]

  static let changeEntries = [
    ReplEntry("set", "set k=1 [r=1/2 ...]", "set parameters; alone, list them") {
      words, session in
      if !words.isEmpty {
        let values = try assignments(words)
        try session.change { $0.set += values }
      }
      return try parameters(session)
    },
    ReplEntry(
      "relative", "relative RULE [r=1/4]",
      "weigh others' gains: none, grieco, snidal, lead, convex, power, ally"
    ) { words, session in
      if !words.isEmpty { try session.change { try weigh(words, &$0) } }
      let setting = try session.setting()
      let rule = setting.relativeGains.rule
      return rule == .none ? "absolute gains only\n" : "\(setting.conditions)\n"
    },
  ]

  private static func page(_ session: Session, brief: Bool) throws -> String {
    GamePage(try session.setting()).text(style: session.style, brief: brief)
  }

  private static func parameters(_ session: Session) throws -> String {
    let setting = try session.setting()
    guard !setting.parameters.isEmpty else { return "the game has no parameters\n" }
    return zip(setting.parameters, setting.scenario.parameters).map { set, parameter in
      let range = parameter.range.map { "  from \($0.lowerBound) to \($0.upperBound)" } ?? ""
      return "\(set.name) = \(set.value.readingText)\(range)\n"
    }.joined()
  }

  /// `k=1`, `k = 1`, `k 1`, several of the first two.
  private static func assignments(_ words: String) throws -> [Setting.ParameterValue] {
    let parts = withoutBlanksAroundEquals(words)
    if parts.count == 2, !parts.contains(where: { $0.contains("=") }) {
      return [.init(parts[0], try Typed.number(parts[1], of: parts[0]))]
    }
    let values = try parts.map { try Typed.assignment($0, example: "set k=1") }
    for (place, value) in values.enumerated()
    where values[..<place].contains(where: { $0.name == value.name }) {
      throw UsageError("\(quoted(value.name)) is set twice on one line: write it once")
    }
    return values
  }

  private static func withoutBlanksAroundEquals(_ words: String) -> [String] {
    words.split(separator: "=", omittingEmptySubsequences: false)
      .map { trimmed($0) }.joined(separator: "=")
      .split(whereSeparator: \.isWhitespace).map(String.init)
  }

  /// `none`, `snidal`, `snidal 1/4`, `snidal r=1/4`; the last makes `r` a parameter.
  private static func weigh(_ words: String, _ game: inout Session.Game) throws {
    let parts = withoutBlanksAroundEquals(words)
    let name = parts[0].lowercased()
    let names = RelativeGainsRule.allCases.map(\.rawValue)
    guard let rule = RelativeGainsRule(rawValue: name) else {
      throw UsageError(
        "there is no rule \(quoted(parts[0]))\(Suggestion.hint(for: name, in: names))")
    }
    guard parts.count <= 2 else {
      throw UsageError("relative takes a rule and one weight: relative \(rule) r=1/4")
    }
    guard parts.count == 2 else {
      guard rule == .none || game.scenario.relativeGains.rule != .none else {
        throw UsageError("this game has no weights of its own: relative \(rule) r=1/4")
      }
      game.relativeGains = try game.scenario.relativeGains(under: rule)
      return
    }
    guard rule != .none else {
      throw UsageError("relative none takes no weight: \(quoted(parts[1])) is too much")
    }
    let weight: String
    if parts[1].contains("=") {
      let value = try Typed.assignment(parts[1], example: "relative \(rule) r=1/4")
      if !game.scenario.parameters.contains(where: { $0.name == value.name }) {
        game.scenario.parameters.append(
          .init(
            name: value.name, default: value.value, range: range(of: rule),
            meaning: "weight on the others' gains"))
      }
      game.set.append(value)
      weight = value.name
    } else {
      weight = parts[1]
    }
    let expression = try Expression.parse(
      weight, at: Position(file: "weight"), names: game.scenario.parameters.map(\.name))
    game.relativeGains = try game.scenario.relativeGains(under: rule, weight: expression)
  }

  /// The weights that make sense under a rule, where theory sets an end.
  private static func range(of rule: RelativeGainsRule) -> ClosedRange<Rational>? {
    switch rule {
    case .snidal, .power: Rational.zero...Rational.one
    case .ally: Rational(-1)...Rational.one
    case .none, .grieco, .lead, .convex: nil
    }
  }
}
