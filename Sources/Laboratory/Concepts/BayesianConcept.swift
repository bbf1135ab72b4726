import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// Bayesian Nash equilibria in pure strategies, seen from each type.
  public static let bayesianNash = Concept(
    name: "bayesian-nash",
    answers: "What does each type do, best against what the others' types do? Pure equilibria.",
    forms: ["bayesian"], takes: "any number of actors and types",
    method: "agent form: every type an agent, every profile compared with every deviation",
    source: "Harsanyi 1967-68",
    limits: "\(ReducedStrategicForm.mostPayoffs) payoffs of the agent form"
  ) { setting, _ in
    guard let form = setting.scenario.form as? BayesianForm else {
      throw LaboratoryError.wrongForm(
        asked: "bayesian-nash", takes: ["bayesian"], found: setting.scenario.form.name)
    }
    let games = try form.games(of: setting.evaluated)
    let view = try setting.tree()
    let agents: StrategicGame
    do throws(StrategicFormRefusal) {
      agents = try view.utilities.agentForm()
    } catch {
      throw LaboratoryError.tooLarge(
        concept: "bayesian-nash", size: "the agent form of \(view.sets.count) types",
        limit: "\(ReducedStrategicForm.mostPayoffs) payoffs", instead: "use --concept nash")
    }
    let profiles = PureEquilibria.solve(agents).map {
      BehaviourProfile(pure: agents.profile(at: $0), in: view.utilities)
    }
    let answer = BayesianAnswer(
      equilibria: profiles.map { BayesianAnswer.Stated($0, games.utilities, view) },
      view: view, form: form)
    guard answer.equilibria.allSatisfy(\.isEquilibrium) else {
      throw LaboratoryError.failedCheck(concept: "bayesian-nash")
    }
    return Solution(
      concept: "bayesian-nash", method: "agent form, every profile compared",
      isExact: setting.isExact, answer: answer)
  }
}

/// Equilibria of a game of incomplete information, type by type.
struct BayesianAnswer: Answer {
  /// One equilibrium.
  struct Stated: Sendable {
    /// What each type does.
    let profile: BehaviourProfile
    /// `interim[set]`: what the type expects of each action; nil for one that never occurs.
    let interim: [[Rational]?]
    /// What each actor expects before it knows its type, in gains and in utilities.
    let gains: [Rational], utilities: [Rational]

    init(_ profile: BehaviourProfile, _ game: BayesianGame, _ view: ExtensiveView) {
      self.profile = profile
      interim = game.types.enumerated().flatMap { actor, count in
        (0..<count).map { game.interimValues(of: actor, type: $0, under: profile) }
      }
      gains = view.gains.expectedPayoffs(of: profile)
      utilities = view.utilities.expectedPayoffs(of: profile)
    }

    /// What the type plays.
    func action(_ set: Int) -> Int { profile.probabilities[set].firstIndex(of: .one) ?? 0 }

    /// Whether no type expects more of another action: the definition, interim.
    var isEquilibrium: Bool {
      interim.indices.allSatisfy { set in
        interim[set].map { values in values.allSatisfy { $0 <= values[action(set)] } } ?? true
      }
    }
  }

  let equilibria: [Stated]
  let view: ExtensiveView
  let form: BayesianForm

  /// The actor and the type of each set.
  private var own: [(actor: Int, type: Int)] {
    form.types.enumerated().flatMap { actor, types in types.indices.map { (actor, $0) } }
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let list = equilibria.map { equilibrium -> JSONValue in
      let types = own.enumerated().map { set, owner -> JSONValue in
        [
          "actor": .string(setting.scenario.actors[owner.actor].key),
          "type": .string(form.types[owner.actor][owner.type]),
          "plays": .string(view.actions[set][equilibrium.action(set)]),
          "expects": equilibrium.interim[set].map { values in
            .object(zip(view.actions[set], values).map { .init($0, setting.json($1)) })
          } ?? .null,
        ]
      }
      return [
        "types": .array(types), "gains": setting.json(perActor: equilibrium.gains),
        "utilities": setting.json(perActor: equilibrium.utilities),
      ]
    }
    return [.init("equilibria", .array(list))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var tables = equilibria.enumerated().map { number, equilibrium in
      var table = ResultTable(
        caption: equilibria.count > 1 ? "equilibrium \(number + 1)" : nil,
        columns: ["actor", "type", "plays", "expects"])
      for (set, owner) in own.enumerated() {
        table.rows.append([
          .text(setting.scenario.actors[owner.actor].name),
          .text(form.types[owner.actor][owner.type]),
          .text(view.actions[set][equilibrium.action(set)]),
          .several(
            equilibrium.interim[set].map { values in
              zip(view.actions[set], values).map { action, value in
                .text(
                  "\(action): \(setting.isExact ? value.readingText : value.double.text(digits: 6))"
                )
              }
            } ?? ["never occurs"]),
        ])
      }
      let words = zip(setting.scenario.actors, equilibrium.utilities).map {
        "\($0.name) \(setting.isExact ? $1.readingText : $1.double.text(digits: 6))"
      }
      table.notes.append("before types are known: " + words.joined(separator: ", "))
      return table
    }
    if tables.isEmpty {
      tables = [
        ResultTable(
          columns: ["actor", "type", "plays", "expects"],
          notes: ["none in pure strategies; of two actors, nash lists the mixed ones"])
      ]
    }
    return tables
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(
      columns: ["equilibrium", "actor", "type", "plays", "expects", "gain", "utility"])
    for (number, equilibrium) in equilibria.enumerated() {
      for (set, owner) in own.enumerated() {
        let expects = equilibrium.interim[set].map { $0[equilibrium.action(set)] }
        table.rows.append([
          .count(number + 1), .text(setting.scenario.actors[owner.actor].key),
          .text(form.types[owner.actor][owner.type]),
          .text(view.actions[set][equilibrium.action(set)]),
          expects.map(setting.cell) ?? .text(""), setting.cell(equilibrium.gains[owner.actor]),
          setting.cell(equilibrium.utilities[owner.actor]),
        ])
      }
    }
    return table
  }
}
