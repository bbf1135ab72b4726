public import Arithmetic

/// Writes scenarios.
public enum ScenarioWriter {
  /// The scenario as a game file in YAML; what ``ScenarioReader`` reads back.
  public static func yaml(_ scenario: Scenario) -> String {
    ScenarioEncoder(scenario: scenario).document.yaml
  }

  /// The scenario as JSON of the same structure.
  public static func json(_ scenario: Scenario) -> String {
    ScenarioEncoder(scenario: scenario).document.json
  }

  /// The scenario at these values of its parameters as a Gambit `.nfg` file, payoff version.
  ///
  /// Players and strategies go by their keys. The first player's strategy varies fastest, as the
  /// format has it.
  ///
  /// - Parameters:
  ///   - values: one a parameter, in the order of the scenario's.
  ///   - absolute: write absolute gains rather than utilities under the relative-gains rule.
  /// - Throws: ``InputError`` where an expression has no value there.
  public static func nfg(
    _ scenario: Scenario, values: [Rational], absolute: Bool = false
  ) throws(InputError) -> String {
    let view = try strategicView(of: scenario, values: values)
    let game = absolute ? view.gains : view.utilities
    var text = "NFG 1 R \(GambitNames.marked(scenario.title)) "
    text +=
      "{ " + scenario.actors.map { GambitNames.marked($0.key) }.joined(separator: " ") + " }\n\n{"
    for list in view.strategies {
      text += " { " + list.map { GambitNames.marked($0.key) }.joined(separator: " ") + " }\n "
    }
    text += "}\n" + GambitNames.marked(scenario.story ?? "") + "\n\n"
    var profile = Array(repeating: 0, count: game.actors)
    for _ in 0..<game.profiles {
      let index = game.index(of: profile)
      let payoffs = (0..<game.actors).map { game.payoff(at: index, of: $0).description }
      text += payoffs.joined(separator: " ") + "\n"
      advance(&profile, shape: game.shape)
    }
    return text
  }

  private static func strategicView(
    of scenario: Scenario, values: [Rational]
  ) throws(InputError) -> StrategicView {
    let evaluated = try GameEvaluator(scenario).evaluate(values)
    let view: StrategicView?
    do throws(FormRefusal) {
      view = try scenario.form.strategicView(of: evaluated, actors: scenario.actors)
    } catch {
      throw InputError(
        "as a game of strategies chosen all at once it has \(error.size), and the limit is "
          + "\(error.limit): write .json or .yaml")
    }
    guard let view else {
      throw InputError(
        "a .nfg file holds strategic games, and this one is \(scenario.form.name): write .json or "
          + ".yaml")
    }
    return view
  }

  /// The next profile, the first actor's strategy fastest.
  private static func advance(_ profile: inout [Int], shape: [Int]) {
    for actor in profile.indices {
      profile[actor] += 1
      if profile[actor] < shape[actor] { return }
      profile[actor] = 0
    }
  }
}
