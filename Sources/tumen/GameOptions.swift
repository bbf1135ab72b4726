import Arithmetic
import ArgumentParser
import Laboratory
import RelativeGains
import Scenarios

/// The game that a command is about, and how it is changed before anything is asked.
struct GameOptions: ParsableArguments {
  @Argument(help: "A prepared game, a file, or - for standard input together with --from.")
  var game: String

  @Option(name: .customLong("from"), help: "The format of standard input.")
  var inputFormat: ScenarioFormat?

  @OptionGroup var changes: ChangeOptions

  /// The game as the file has it.
  func scenario() throws -> Scenario { try GameSource.read(game, format: inputFormat) }

  /// The game at the values and under the rule asked for.
  func setting() throws -> Setting {
    let scenario = try scenario()
    return try Setting(
      scenario, set: try changes.values(), relativeGains: try changes.relativeGains(of: scenario))
  }
}

/// Values and a rule in place of the file's.
struct ChangeOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("Set a parameter; may be repeated.", valueName: "name=value"))
  var assignments: [String] = []

  @Option(help: "Use another relative-gains rule; none turns them off.")
  var rule: RelativeGainsRule?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "What each actor attaches to each other's gain, instead of the file's weights.",
      valueName: "expression"))
  var weight: String?

  /// The values set.
  func values() throws -> [Setting.ParameterValue] {
    try assignments.map { try Words.assignment($0, example: "--set k=1/2") }
  }

  /// The rule in place of the scenario's own, nil if none was asked for.
  func relativeGains(of scenario: Scenario) throws -> RelativeGainsBlock? {
    guard rule != nil || weight != nil else { return nil }
    let expression = try weight.map {
      try Expression.parse(
        $0, at: Position(file: "--weight", line: 1, column: 1),
        names: scenario.parameters.map(\.name))
    }
    let chosen = rule ?? scenario.relativeGains.rule
    guard chosen != .none || weight == nil else {
      throw UsageError("--weight needs a rule to weigh by: add --rule snidal or another")
    }
    return try scenario.relativeGains(under: chosen, weight: expression)
  }
}

/// Finds and reads what the user calls GAME.
enum GameSource {
  /// The scenario of an id, a path, or `-`.
  static func read(_ game: String, format: ScenarioFormat?) throws -> Scenario {
    guard game == "-" else {
      return try ScenarioReader.read(path: try GameLibrary().locate(game), format: format)
    }
    guard let format else {
      throw UsageError(
        "standard input has no file name to tell its format: add --from yaml, "
          + "--from json or --from nfg")
    }
    return try ScenarioReader.read(path: "-", format: format)
  }
}

extension Words {
  /// Reads `name=value`.
  static func assignment(
    _ text: some StringProtocol, example: String
  ) throws(UsageError) -> Setting.ParameterValue {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      throw UsageError("\(quoted(text)) sets nothing: write name=value, as in \(example)")
    }
    return .init(String(parts[0]), try number(parts[1], of: String(parts[0])))
  }

  /// Reads a number for the thing called `name`.
  static func number(_ text: some StringProtocol, of name: String) throws(UsageError) -> Rational {
    do {
      return try Rational.read(text)
    } catch {
      let reason =
        switch error {
        case .notANumber: "is not a number"
        case .zeroDenominator: "divides by zero"
        case .tooLong: "has too many digits"
        }
      throw UsageError(
        "\(quoted(text)) \(reason): write a value of \(quoted(name)) as 3, -2.75, 7/3 or 1e-3")
    }
  }
}

extension ScenarioFormat: ExpressibleByArgument {}
extension RelativeGainsRule: ExpressibleByArgument {}
