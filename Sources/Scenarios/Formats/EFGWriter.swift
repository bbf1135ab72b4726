import Arithmetic
import GameForms

extension ScenarioWriter {
  /// The scenario at these values of its parameters as a Gambit `.efg` file.
  ///
  /// Players, information sets, actions and ends go by their keys.
  ///
  /// - Parameters:
  ///   - values: one a parameter, in the order of the scenario's.
  ///   - absolute: write absolute gains rather than utilities under the relative-gains rule.
  /// - Throws: ``InputError`` where an expression has no value there, or the game is no tree.
  public static func efg(
    _ scenario: Scenario, values: [Rational], absolute: Bool = false
  ) throws(InputError) -> String {
    guard let form = scenario.form as? any TreeForm else {
      throw InputError(
        "a .efg file holds trees, and this game is \(scenario.form.name): write .nfg, .json or "
          + ".yaml")
    }
    let evaluated = try GameEvaluator(scenario).evaluate(values)
    let view = try form.extensiveView(of: evaluated, actors: scenario.actors)
    let game = absolute ? view.gains : view.utilities
    let marked = GambitNames.marked
    var text = "EFG 2 R \(marked(scenario.title)) "
    text += "{ " + scenario.actors.map { marked($0.key) }.joined(separator: " ") + " }\n"
    text += marked(scenario.story ?? "") + "\n\n"
    let numbers = numbersOfSets(game)
    var chances = 0
    var written: Set<Int> = []
    for (index, node) in game.nodes.enumerated() {
      switch node.kind {
      case .decision(let set):
        let actions = view.actions[set].map(marked).joined(separator: " ")
        text += "p \"\" \(game.sets[set].actor + 1) \(numbers[set]) \(marked(view.sets[set])) "
        text += "{ \(actions) } 0\n"
      case .chance(let probabilities):
        chances += 1
        let moves = zip(view.moves[index], probabilities).map { "\(marked($0)) \($1)" }
        text += "c \"\" \(chances) \"\" { \(moves.joined(separator: " ")) } 0\n"
      case .end(let payoffs):
        let cell = view.cells[index] ?? 0
        text += "t \"\" \(cell + 1)"
        if written.insert(cell).inserted {
          let numbers = payoffs.map(\.description).joined(separator: ", ")
          text += " \(marked(form.name(ofCell: cell))) { \(numbers) }"
        }
        text += "\n"
      }
    }
    return text
  }

  /// The number of each set among those of its actor, from 1.
  private static func numbersOfSets(_ game: ExtensiveGame) -> [Int] {
    var counts = Array(repeating: 0, count: game.actors)
    return game.sets.map { set in
      counts[set.actor] += 1
      return counts[set.actor]
    }
  }
}
