public import Arithmetic
public import Equilibria
public import GameForms

/// A list of equilibria, each with its gains, utilities and regret, and the sets they span.
public struct EquilibriaAnswer: Answer {
  /// The equilibria, in the order of the solver.
  public let equilibria: [Stated]
  /// The maximal convex sets and connected components, where the concept knows them.
  public let sets: Sets?

  /// One equilibrium.
  public struct Stated: Sendable {
    /// What each actor plays.
    public let profile: MixedProfile
    /// Expected absolute gains.
    public let gains: [Rational]
    /// Expected utilities.
    public let utilities: [Rational]
    /// The most anyone could gain by turning away: 0.
    public let regret: Rational
  }

  /// How extreme equilibria hang together.
  public struct Sets: Sendable {
    /// The maximal convex sets.
    public let maximalSubsets: [MaximalSubset]
    /// `components[c]`: indices into the maximal sets.
    public let components: [[Int]]
    /// The index of each component, together 1; nil where it is not known.
    public let indices: [Int]?
  }

  /// States these profiles as equilibria of `setting`.
  ///
  /// - Throws: ``LaboratoryError/failedCheck(concept:)`` if one of them has regret: whatever a
  ///   solver says, such a list is not shown.
  init(
    _ profiles: [MixedProfile], sets: Sets? = nil, in setting: Setting, concept: String
  ) throws(LaboratoryError) {
    var equilibria: [Stated] = []
    for profile in profiles {
      guard let proved = Equilibrium(verifying: profile, in: setting.utilities) else {
        throw .failedCheck(concept: concept)
      }
      equilibria.append(
        Stated(
          profile: profile, gains: setting.gains.expectedPayoffs(of: profile),
          utilities: proved.payoffs, regret: proved.regret))
    }
    self.equilibria = equilibria
    self.sets = sets
  }

  /// `equilibria`, and where the sets are known `maximalSubsets`, `components` and `indices`.
  public func json(in setting: Setting) -> [JSONValue.Member] {
    let list = equilibria.map { JSONValue.object($0.json(in: setting)) }
    return [JSONValue.Member("equilibria", .array(list))] + (sets?.json(in: setting) ?? [])
  }

  /// One row an equilibrium of two actors; with more actors, whose row would be too wide, one row
  /// an equilibrium and actor.
  public func tables(in setting: Setting) -> [ResultTable] {
    var table = setting.scenario.actors.count <= 2 ? wideTable(setting) : longTable(setting)
    if equilibria.isEmpty { table.notes.append("none") }
    table.notes += sets?.notes ?? []
    return [table]
  }

  private func wideTable(_ setting: Setting) -> ResultTable {
    let showsUtilities = setting.relativeGains.rule != .none
    let names = setting.scenario.actors.map(\.name)
    var table = ResultTable(
      columns: ["#"] + names + names.map { "gain of \($0)" }
        + (showsUtilities ? names.map { "utility of \($0)" } : []))
    for (number, equilibrium) in equilibria.enumerated() {
      let mixtures = equilibrium.profile.probabilities.enumerated().map { actor, mixture in
        setting.cell(mixed: mixture, of: actor)
      }
      table.rows.append(
        [.count(number + 1)] + mixtures + equilibrium.gains.map(setting.cell)
          + (showsUtilities ? equilibrium.utilities.map(setting.cell) : []))
    }
    return table
  }

  private func longTable(_ setting: Setting) -> ResultTable {
    let showsUtilities = setting.relativeGains.rule != .none
    var table = ResultTable(
      columns: ["#", "actor", "plays", "gain"] + (showsUtilities ? ["utility"] : []))
    for (number, equilibrium) in equilibria.enumerated() {
      table.rows += equilibrium.table(in: setting).rows.map { [.count(number + 1)] + $0 }
    }
    return table
  }

  /// One row an equilibrium, actor and strategy of positive probability.
  public func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(
      columns: ["equilibrium", "actor", "strategy", "probability", "gain", "utility"])
    for (number, equilibrium) in equilibria.enumerated() {
      table.rows += equilibrium.csvRows(in: setting, leading: [.count(number + 1)], all: false)
    }
    return table
  }
}

extension EquilibriaAnswer.Stated {
  /// `profile`, `gains`, `utilities` and `regret`.
  func json(in setting: Setting) -> [JSONValue.Member] {
    let played = setting.scenario.actors.enumerated().map { actor, named in
      JSONValue.Member(named.key, setting.json(mixed: profile.probabilities[actor], of: actor))
    }
    return [
      .init("profile", .object(played)), .init("gains", setting.json(perActor: gains)),
      .init("utilities", setting.json(perActor: utilities)),
      .init("regret", setting.json(regret)),
    ]
  }

  /// One row an actor: what it plays, its gain and, under a rule, its utility.
  func table(in setting: Setting) -> ResultTable {
    let showsUtilities = setting.relativeGains.rule != .none
    return ResultTable(
      columns: ["actor", "plays", "gain"] + (showsUtilities ? ["utility"] : []),
      rows: setting.scenario.actors.enumerated().map { actor, named in
        [
          .text(named.name), setting.cell(mixed: profile.probabilities[actor], of: actor),
          setting.cell(gains[actor]),
        ] + (showsUtilities ? [setting.cell(utilities[actor])] : [])
      })
  }

  /// One row an actor and strategy, each after the cells `leading`; strategies of probability 0
  /// only where `all` are asked for.
  func csvRows(
    in setting: Setting, leading: [ResultTable.Cell], all: Bool = true
  ) -> [[ResultTable.Cell]] {
    setting.scenario.actors.enumerated().flatMap { actor, named in
      profile.probabilities[actor].enumerated().filter { all || !$0.1.isZero }.map {
        leading + [
          .text(named.key), .text(setting.strategies[actor][$0.0].key), setting.cell($0.1),
          setting.cell(gains[actor]), setting.cell(utilities[actor]),
        ]
      }
    }
  }
}

extension EquilibriaAnswer.Sets {
  /// `maximalSubsets` and `components`; indices count from 0.
  fileprivate func json(in setting: Setting) -> [JSONValue.Member] {
    let actors = setting.scenario.actors
    let subsets = maximalSubsets.map { subset -> JSONValue in
      [
        "vertices": .object([
          .init(actors[0].key, .array(subset.rows.map { setting.json(mixed: $0, of: 0) })),
          .init(actors[1].key, .array(subset.columns.map { setting.json(mixed: $0, of: 1) })),
        ]),
        "equilibria": .array(subset.members.map(JSONValue.integer)),
      ]
    }
    return [
      .init("maximalSubsets", .array(subsets)),
      .init("components", .array(components.map { .array($0.map(JSONValue.integer)) })),
      .init("indices", indices.map { .array($0.map(JSONValue.integer)) } ?? .null),
      .init(
        "joins",
        .array(
          joins.map { join in
            [
              "maximalSubsets": .array([join.first, join.second].map(JSONValue.integer)),
              "equilibria": .array(join.shared.map(JSONValue.integer)),
            ]
          })),
    ]
  }

  /// Where two maximal sets touch: the extreme equilibria they share, whose mixtures they share too.
  private var joins: [(first: Int, second: Int, shared: [Int])] {
    components.flatMap { component in
      component.enumerated().flatMap { place, first in
        component.dropFirst(place + 1).compactMap { second in
          let other = maximalSubsets[second].members
          let shared = maximalSubsets[first].members.filter { other.contains($0) }
          return shared.isEmpty ? nil : (first, second, shared)
        }
      }
    }
  }

  /// What lies between the equilibria, said only where something does.
  fileprivate var notes: [String] {
    guard maximalSubsets.contains(where: { !$0.isPoint }) else { return [] }
    let count = Words.count(components.count, "component")
    var notes = ["The game is degenerate: its equilibria form \(count)."]
    if let indices {
      let list = indices.enumerated().map { "\($1) of component \($0 + 1)" }
      notes.append(
        "Index: \(Words.list(list)); one of index 0 may vanish when payoffs change a little.")
    }
    for (number, component) in components.enumerated() {
      for index in component where !maximalSubsets[index].isPoint {
        let members = Words.list(maximalSubsets[index].members.map { String($0 + 1) })
        notes.append(
          "Component \(number + 1): mix, for each actor apart, the strategies of equilibria "
            + "\(members) as you like: it is an equilibrium.")
      }
    }
    for join in joins.prefix(12) {
      let sets = [join.first, join.second].map { index in
        "{\(maximalSubsets[index].members.map { String($0 + 1) }.joined(separator: ", "))}"
      }
      notes.append(
        "The sets \(Words.list(sets)) join at \(join.shared.count == 1 ? "equilibrium" : "equilibria") "
          + "\(Words.list(join.shared.map { String($0 + 1) })).")
    }
    if joins.count > 12 { notes.append("There are \(joins.count - 12) more such joins.") }
    return notes
  }
}
