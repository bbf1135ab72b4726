import Arithmetic
import Laboratory
import RelativeGains
import Scenarios

extension ReplEntry {
  static let relative = ReplEntry(
    "relative", "relative RULE [r=1/4]",
    "weigh others' gains: none, grieco, snidal, lead, convex, power, ally", group: .change,
    more: ["A weight that has a name becomes a parameter, which set and thresholds know."],
    example: ["matrix pd 3,3 0,5 ; 5,0 1,1", "relative snidal r=1/4", "critical-discount"],
    completes: [.rules, .parameters]
  ) { words, session in
    if !words.isEmpty { try session.change { try weigh(words, &$0) } }
    let setting = try session.setting()
    let rule = setting.relativeGains.rule
    return rule == .none ? "absolute gains only\n" : "\(setting.conditions)\n"
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
