import Cooperation
import GameForms
import Scenarios

extension ConflictForm: Paged, Predicting {
  func page(in setting: Setting) -> any FormPage { ConflictPage(setting: setting, form: self) }

  /// A state is predicted where it is sequentially stable for everyone.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) -> Bool {
    ConflictAnalysis(graph(of: evaluated)).isEquilibrium(outcome[0], under: .seq)
  }

  /// `equilibrium: GMR SMR`: the senses in which it is one.
  func verdict(on outcome: [Int], _ evaluated: EvaluatedGame) -> String {
    let analysis = ConflictAnalysis(graph(of: evaluated))
    let found = analysis.stabilities.filter { analysis.isEquilibrium(outcome[0], under: $0) }
    if found == analysis.stabilities { return "equilibrium: every stability" }
    return found.isEmpty
      ? "no" : "equilibrium: " + found.map(\.title).joined(separator: " ")
  }
}

/// A conflict: options, what restricts them, and the states with each actor's order.
struct ConflictPage: FormPage {
  let setting: Setting
  let form: ConflictForm
  private let graph: ConflictGraph

  init(setting: Setting, form: ConflictForm) {
    self.setting = setting
    self.form = form
    graph = form.graph(of: setting.evaluated)
  }

  private var actors: [Scenario.Actor] { setting.scenario.actors }

  func choices(_ style: TextStyle) -> [String] {
    var lines = ""
    for option in form.options {
      lines += GamePage.item(
        "\(actors[option.actor].name), \(option.key)"
          + (option.description.map { ": \($0)" } ?? ""))
    }
    for entry in form.infeasible {
      lines += GamePage.item(
        "cannot be: \(entry.pattern.text)" + (entry.because.map { ", \($0)" } ?? ""))
    }
    for rule in form.irreversible {
      lines += GamePage.item(
        "cannot be undone: \(form.options[rule.option].key) once it is "
          + (rule.staysTaken ? "taken" : "not taken"))
    }
    return [style.heading("Options, in the order of the letters in a state") + "\n" + lines]
  }

  func game(_ style: TextStyle) -> String {
    tables.map { $0.text(style: style) }.joined(separator: "\n")
  }

  var tables: [ResultTable] {
    let names = form.named.isEmpty ? [] : ["name"]
    let meanings = form.named.contains { $0.description != nil } ? ["meaning"] : []
    var table = ResultTable(
      columns: ["state"] + names + actors.map { "\($0.name)" } + ["moves"] + meanings)
    let shown = min(graph.states, ConflictAnswer.mostRows)
    for state in 0..<shown {
      let named = form.named.first { $0.state == state }
      table.rows.append(
        [.text(form.pattern(ofState: state) + (state == recorded ? " *" : ""))]
          + names.map { _ in .text(named?.key ?? "") }
          + actors.indices.map { .text(place(of: state, for: $0)) }
          + [.count(graph.moves.reduce(0) { $0 + $1[state].count })]
          + meanings.map { _ in .several(GamePage.lines(named?.description ?? "", 44)) })
    }
    table.notes = [
      "Under each actor: the place of the state in its order, 1 being best; = with ties."
    ]
    if let quo = form.statusQuo { table.notes.append("Status quo: \(form.name(ofState: quo)).") }
    if recorded != nil { table.notes.append("* what the record says happened.") }
    if shown < graph.states {
      table.notes.append("The first \(shown) of \(graph.states) states; --format csv has all.")
    }
    return [table]
  }

  private var recorded: Int? { setting.scenario.outcome?.profile.first }

  /// `1`, `2=`: the place of a state in an order.
  private func place(of state: Int, for actor: Int) -> String {
    let ranks = graph.preferences[actor].ranks
    let ties = ranks.count { $0 == ranks[state] }
    return "\(ranks.count { $0 > ranks[state] } + 1)" + (ties > 1 ? "=" : "")
  }

  var json: [JSONValue.Member] {
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    func name(_ state: Int) -> JSONValue { .string(form.name(ofState: state)) }
    let options = actors.enumerated().map { actor, entry in
      JSONValue.Member(
        entry.key,
        .object(
          form.options.filter { $0.actor == actor }.map { .init($0.key, text($0.description)) }))
    }
    let states = (0..<graph.states).map { state -> JSONValue in
      [
        "state": name(state), "pattern": .string(form.pattern(ofState: state)),
        "meaning": text(form.named.first { $0.state == state }?.description),
        "ranks": .object(
          zip(actors, graph.preferences).map { .init($0.key, .integer($1.ranks[state])) }),
        "moves": .object(
          zip(actors, graph.moves).map { actor, moves in
            .init(actor.key, .array(moves[state].map { name(Int($0)) }))
          }),
      ]
    }
    return [
      .init("options", .object(options)),
      .init(
        "infeasible",
        .array(
          form.infeasible.map {
            ["pattern": .string($0.pattern.text), "because": text($0.because)]
          })),
      .init(
        "irreversible",
        .object(
          form.irreversible.map {
            .init(form.options[$0.option].key, .string($0.staysTaken ? "Y" : "N"))
          })),
      .init("statusQuo", form.statusQuo.map(name) ?? .null), .init("states", .array(states)),
    ]
  }

  var csv: ResultTable {
    ResultTable(
      columns: ["state", "pattern"] + actors.map { "rank.\($0.key)" },
      rows: (0..<graph.states).map { state in
        [.text(form.name(ofState: state)), .text(form.pattern(ofState: state))]
          + graph.preferences.map { .count($0.ranks[state]) }
      })
  }
}
