import Laboratory
import Scenarios

/// A game as a text in the format that a file name tells.
enum GameExport {
  /// The text; `.tex` for the tables in LaTeX, else a format of games.
  ///
  /// - Throws: `UsageError` for a name that tells no format.
  static func text(of setting: Setting, to path: String) throws -> String {
    if path.lowercased().hasSuffix(".tex") { return GamePage(setting).latex }
    guard let format = ScenarioFormat(path: path) else {
      throw UsageError(
        "\(quoted(path)) does not tell the format to write: end it with .nfg, .efg, .json, .yaml or "
          + ".tex")
    }
    return try text(of: setting, as: format, absolute: false)
  }

  /// The text of a game, in a Gambit format with absolute gains or with utilities.
  static func text(of setting: Setting, as format: ScenarioFormat, absolute: Bool) throws -> String
  {
    // The writers evaluate again, so that they have the scenario with the rule asked for.
    let scenario = scenario(of: setting)
    let values = setting.parameters.map(\.value)
    return switch format {
    case .nfg: try ScenarioWriter.nfg(scenario, values: values, absolute: absolute)
    case .efg: try ScenarioWriter.efg(scenario, values: values, absolute: absolute)
    case .json: ScenarioWriter.json(scenario)
    case .yaml: ScenarioWriter.yaml(scenario)
    }
  }

  /// The scenario with the values in force as defaults and the rule in force as its own.
  static func scenario(of setting: Setting) -> Scenario {
    var scenario = setting.scenario
    scenario.relativeGains = setting.relativeGains
    // A file has a title, a game typed in a hurry has none.
    if scenario.title.isEmpty { scenario.title = scenario.id }
    for (place, set) in setting.parameters.enumerated() {
      scenario.parameters[place].default = set.value
    }
    return scenario
  }
}
