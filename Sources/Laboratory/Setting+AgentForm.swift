import Arithmetic
import GameForms
import Scenarios

extension Setting {
  /// The tree as its agent form: each information set is an actor of its own, who wants what its
  /// actor wants, at the values and under the rule of this setting.
  ///
  /// - Source: Selten 1975.
  /// - Throws: ``LaboratoryError`` where the game is no tree, or its agent form too large.
  public func agentForm() throws -> Setting {
    guard let form = scenario.form as? any TreeForm else {
      throw LaboratoryError.wrongForm(
        asked: "the agent form", takes: ["extensive", "bayesian"], found: scenario.form.name)
    }
    let view = try form.extensiveView(of: evaluated, actors: scenario.actors)
    guard !view.sets.isEmpty, isExact else {
      throw LaboratoryError.wrongSize(
        concept: "the agent form", takes: "exact utilities and a set at which an actor moves",
        found: view.sets.isEmpty ? "no such set" : "roots, exponentials or logarithms",
        instead: "solve the game without --agents")
    }
    let game: StrategicGame
    do throws(StrategicFormRefusal) {
      game = try view.utilities.agentForm()
    } catch {
      let count = view.utilities.sets.reduce(Double(view.sets.count)) { $0 * Double($1.actions) }
      throw LaboratoryError.tooLarge(
        concept: "the agent form",
        size: "\(Words.count(view.sets.count, "agent")) and \(count.text(digits: 6)) payoffs",
        limit: "\(ReducedStrategicForm.mostPayoffs) payoffs",
        instead: "solve the game without --agents")
    }
    var agents = scenario
    agents.title += agents.title.isEmpty ? "agent form" : ": agent form"
    agents.actors = zip(view.sets, view.utilities.sets).map { name, set in
      Scenario.Actor(key: name, name: "\(scenario.actors[set.actor].name) at \(name)")
    }
    agents.form = StrategicForm(
      strategies: view.actions.map { $0.map { StrategicForm.Strategy(key: $0) } },
      cells: (0..<game.profiles).map { profile in
        Cell(
          gains: (0..<game.actors).map {
            Expression(game.payoff(at: profile, of: $0), at: scenario.position)
          })
      })
    agents.relativeGains = .absolute(actors: agents.actors.count)
    (agents.parameters, agents.outcome, agents.seminar) = ([], nil, nil)
    (agents.cooperation, agents.punishment) = (nil, nil)
    return try Setting(agents)
  }
}
