import Laboratory
import Scenarios

extension ReplEntry {
  static let label = ReplEntry(
    "label", "label rows | columns | actors | ACTOR a,b", "name strategies or actors anew",
    group: .change,
    example: [
      "matrix pd 3,3 0,5 ; 5,0 1,1", "label actors Ann,Bob", "label Ann c,d",
      "label columns c,d",
    ], completes: [.words(["rows", "columns", "actors"]), .actors]
  ) { words, session in
    let what = String(words.prefix { !$0.isWhitespace })
    let list = trimmed(words.dropFirst(what.count))
    guard !what.isEmpty, !list.isEmpty else {
      throw UsageError("label needs what and names: label rows up,down")
    }
    let names = try TypedGame.names(in: list, of: "label \(what)")
    try session.change { game in
      if what == "actors" {
        try name(&game.scenario, actors: names)
      } else {
        try name(&game.scenario, strategiesOf: what, names)
      }
    }
    return try page(session, brief: true)
  }

  private static func name(_ scenario: inout Scenario, actors names: [String]) throws(UsageError) {
    guard names.count == scenario.actors.count else {
      throw UsageError(
        "the game has \(Words.count(scenario.actors.count, "actor")), and these are \(names.count) names"
      )
    }
    switch scenario.form {
    case is StrategicForm, is ExtensiveForm: break
    case var form as CoalitionalForm:
      // A formula speaks of the actors by their names.
      if case .formula = form.content { throw unnamed(scenario) }
      form.keys = names
      scenario.form = form
    default: throw unnamed(scenario)
    }
    for (place, name) in names.enumerated() {
      scenario.actors[place].key = name
      scenario.actors[place].name = name
    }
  }

  private static func name(
    _ scenario: inout Scenario, strategiesOf what: String, _ names: [String]
  ) throws(UsageError) {
    guard var form = scenario.form as? StrategicForm else { throw unnamed(scenario) }
    let known = scenario.actors.map(\.key)
    guard let actor = ["rows": 0, "columns": 1][what] ?? known.firstIndex(of: what),
      actor < known.count
    else {
      throw UsageError(
        "there is nothing called \(quoted(what)) to label"
          + Suggestion.hint(for: what, in: ["rows", "columns", "actors"] + known))
    }
    guard names.count == form.strategies[actor].count else {
      throw UsageError(
        "\(known[actor]) has \(Words.count(form.strategies[actor].count, "strategy", plural: "strategies")), "
          + "and these are \(names.count) names")
    }
    for (place, name) in names.enumerated() { form.strategies[actor][place].key = name }
    scenario.form = form
  }

  private static func unnamed(_ scenario: Scenario) -> UsageError {
    UsageError(
      "label takes strategic games, and of trees and coalitions the actors; this one is "
        + "\(scenario.form.name): name things where you make the game")
  }
}
