import Arithmetic
import ArgumentParser
import Laboratory
import RelativeGains
import Scenarios

/// The game that a command is about, and how it is changed before anything is asked.
struct GameOptions: ParsableArguments {
  @Argument(
    help: "A prepared game, a file, or - for standard input together with --from.",
    completion: GameSource.completion)
  var game: String

  @Option(name: .customLong("from"), help: "The format of standard input.")
  var inputFormat: ScenarioFormat?

  @Flag(help: "See a tree as its agent form: each information set an actor of its own.")
  var agents = false

  @OptionGroup var changes: ChangeOptions

  /// The game as the file has it.
  func scenario() throws -> Scenario { try GameSource.read(game, format: inputFormat) }

  /// The game at the values and under the rule asked for.
  func setting() throws -> Setting {
    let scenario = try scenario()
    let setting = try Setting(
      scenario, set: try changes.values(), relativeGains: try changes.relativeGains(of: scenario))
    return agents ? try setting.agentForm() : setting
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
    try assignments.map { try Typed.assignment($0, example: "--set k=1/2") }
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
  /// What a shell completes: the prepared games by id.
  static var completion: CompletionKind {
    .custom { _, _, _ in ((try? GameLibrary().games()) ?? []).map(\.id) }
  }

  /// The scenario of an id, a path, or `-`.
  static func read(_ game: String, format: ScenarioFormat?) throws -> Scenario {
    guard game == "-" else {
      return try ScenarioReader.read(path: try GameLibrary().locate(game), format: format)
    }
    guard let format else {
      throw UsageError(
        "standard input has no file name to tell its format: add --from yaml, "
          + "--from json, --from nfg or --from efg")
    }
    return try ScenarioReader.read(path: "-", format: format)
  }
}

extension ScenarioFormat: ExpressibleByArgument {}
extension RelativeGainsRule: ExpressibleByArgument {}
