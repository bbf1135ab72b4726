import Arithmetic
import GameForms
import Scenarios

/// Plans for a tree: what is played at each information set, with beliefs where the concept has
/// them.
struct PlansAnswer: Answer {
  /// One plan of all actors.
  struct Plan: Sendable {
    /// What kind of plan it is, where the concept has kinds.
    var name: String?
    /// What is played at each set.
    let profile: BehaviourProfile
    /// Sets where any action will do.
    let free: [Int]
    /// How likely each node of each set is thought; nil where the concept has no beliefs.
    let beliefs: [[Rational]]?
    /// Expected absolute gains.
    let gains: [Rational]
    /// Expected utilities.
    let utilities: [Rational]
    /// The most anyone could gain by turning away: 0.
    let regret: Rational
  }

  /// The plans, in the order of the solver.
  let plans: [Plan]
  /// The tree.
  let view: ExtensiveView
  /// What to say below the table.
  let notes: [String]

  private var game: ExtensiveGame { view.utilities }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let actors = setting.scenario.actors
    let list = plans.map { plan -> JSONValue in
      let sets = game.sets.indices.map { set in
        JSONValue.Member(
          view.sets[set],
          .object(
            played(plan, set).map { .init(view.actions[set][$0.action], setting.json($0.weight)) }))
      }
      var members = plan.name.map { [JSONValue.Member("kind", .string($0))] } ?? []
      members += [
        .init("sets", .object(sets)),
        .init("free", .array(plan.free.map { .string(view.sets[$0]) })),
      ]
      if let beliefs = plan.beliefs {
        members.append(
          .init(
            "beliefs",
            .object(
              uncertain.map { set in
                .init(
                  view.sets[set],
                  .array(
                    zip(game.members[set], beliefs[set]).map { node, belief in
                      ["after": .string(view.name(ofNode: node)), "belief": setting.json(belief)]
                    }))
              })))
      }
      members += [
        .init(
          "paths",
          .array(
            paths(plan).map { end, weight in
              ["path": .string(view.name(ofNode: end)), "probability": setting.json(weight)]
            })),
        .init("gains", setting.json(perActor: plan.gains)),
        .init("utilities", setting.json(perActor: plan.utilities)),
        .init("regret", setting.json(plan.regret)),
      ]
      return .object(members)
    }
    return [
      .init(
        "actors",
        .object(
          game.sets.indices.map { set in
            .init(view.sets[set], .string(actors[game.sets[set].actor].key))
          })),
      .init("plans", .array(list)),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let actors = setting.scenario.actors
    let showsUtilities = setting.relativeGains.rule != .none
    var tables: [ResultTable] = plans.enumerated().map { number, plan in
      let hasBeliefs = plan.beliefs != nil && !uncertain.isEmpty
      var table = ResultTable(
        caption: caption(of: plan, number),
        columns: ["actor", "at", "plays"] + (hasBeliefs ? ["believing"] : []))
      for set in game.sets.indices {
        var row: [ResultTable.Cell] = [
          .text(actors[game.sets[set].actor].name), .text(view.sets[set]),
          plan.free.contains(set)
            ? .text("anything") : cell(played(plan, set), of: set, setting),
        ]
        if hasBeliefs {
          row.append(
            plan.beliefs.flatMap { game.members[set].count > 1 ? $0[set] : nil }.map { beliefs in
              .several(
                zip(game.members[set], beliefs).map { node, belief in
                  .text("\(view.name(ofNode: node)): \(words(belief, setting))")
                })
            } ?? .text("-"))
        }
        table.rows.append(row)
      }
      let paths = paths(plan).prefix(6).map { end, weight in
        view.name(ofNode: end) + (weight == .one ? "" : " (\(words(weight, setting)))")
      }
      table.notes.append("leads to: " + paths.joined(separator: "; "))
      table.notes.append("gains: " + named(plan.gains, actors, setting))
      if showsUtilities {
        table.notes.append("utilities: " + named(plan.utilities, actors, setting))
      }
      return table
    }
    if tables.isEmpty {
      tables = [ResultTable(columns: ["actor", "at", "plays"], notes: ["none"])]
    }
    tables[tables.count - 1].notes += notes
    return tables
  }

  /// One row a plan, set and action of positive probability.
  func csv(in setting: Setting) -> ResultTable {
    let actors = setting.scenario.actors
    var table = ResultTable(
      columns: ["plan", "actor", "set", "action", "probability", "gain", "utility"])
    for (number, plan) in plans.enumerated() {
      for set in game.sets.indices {
        let actor = game.sets[set].actor
        for (action, weight) in played(plan, set) {
          table.rows.append([
            .count(number + 1), .text(actors[actor].key), .text(view.sets[set]),
            .text(view.actions[set][action]), setting.cell(weight),
            setting.cell(plan.gains[actor]), setting.cell(plan.utilities[actor]),
          ])
        }
      }
    }
    return table
  }

  private func caption(of plan: Plan, _ number: Int) -> String? {
    let name = plan.name.map { ": \($0)" } ?? ""
    return plans.count > 1 || plan.name != nil ? "plan \(number + 1)\(name)" : nil
  }

  /// The sets of more than one node.
  private var uncertain: [Int] { game.sets.indices.filter { game.members[$0].count > 1 } }

  private func played(_ plan: Plan, _ set: Int) -> [(action: Int, weight: Rational)] {
    plan.profile.probabilities[set].enumerated().filter { !$0.1.isZero }.map { ($0, $1) }
  }

  /// The ends that the plan may lead to.
  private func paths(_ plan: Plan) -> [(end: Int, weight: Rational)] {
    let reach = game.reach(under: plan.profile)
    return game.ends.filter { !reach[$0].isZero }.map { ($0, reach[$0]) }
  }

  private func words(_ weight: Rational, _ setting: Setting) -> String {
    setting.isExact ? weight.readingText : weight.double.text(digits: 6)
  }

  private func cell(
    _ played: [(action: Int, weight: Rational)], of set: Int, _ setting: Setting
  ) -> ResultTable.Cell {
    if played.count == 1, let only = played.first { return .text(view.actions[set][only.action]) }
    return .several(
      played.map { .text("\(view.actions[set][$0.action]): \(words($0.weight, setting))") })
  }

  private func named(
    _ values: [Rational], _ actors: [Scenario.Actor], _ setting: Setting
  ) -> String {
    zip(actors, values).map { "\($0.name) \(words($1, setting))" }.joined(separator: ", ")
  }
}
