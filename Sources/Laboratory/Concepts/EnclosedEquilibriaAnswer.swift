import Equilibria
import GameForms

extension Setting {
  /// Tells how many combinations of supports are to be looked at.
  private func announceSupports(_ options: Concept.Options) {
    let supports = SupportEnumeration.combinations(of: utilities.shape)
    guard options.seconds != nil || supports <= Double(SupportEnumeration.mostSupports) else {
      return
    }
    options.announce(
      "\(supports.text(digits: 6)) combinations of supports to look at",
      seconds: SupportEnumeration.expectedSeconds(shape: utilities.shape))
  }

  /// All equilibria of a game of any number of actors, enclosed and proved support by support.
  ///
  /// - Throws: ``LaboratoryError/tooLarge(concept:size:limit:instead:)`` before work starts.
  func enclosedEquilibria(_ options: Concept.Options) throws -> Solution {
    let found: SupportEnumeration.Found
    try refuseHuge(for: "nash")
    announceSupports(options)
    do throws(SupportRefusal) {
      found = try SupportEnumeration(seconds: options.seconds).solve(utilities)
    } catch .tooManySupports(let count, let limit) {
      throw LaboratoryError.tooLarge(
        concept: "nash",
        size: "\(sizeText), \(count.text(digits: 3)) combinations of supports",
        limit: "\(limit)",
        instead: "use --concept simplicial for one equilibrium, pure for those "
          + "in pure strategies, or --seconds N to stop with what is found by then")
    }
    return Solution(
      concept: "nash", method: "support enumeration, enclosed by Krawczyk's operator",
      isExact: isExact && found.equilibria.allSatisfy { $0.pure != nil },
      status: found.completeness,
      answer: try EnclosedEquilibriaAnswer(found, in: self))
  }
}

/// Equilibria in doubles, each with the distance within which an exact one is proved to lie; those
/// in pure strategies exact.
struct EnclosedEquilibriaAnswer: Answer {
  private struct Stated {
    let profile: FloatingProfile
    let regret: Double
    /// Nil where nothing is proved.
    let radius: Double?
    /// The same exactly, where it is pure.
    var exact: EquilibriaAnswer.Stated?
  }

  private let equilibria: [Stated]
  /// `undecided[k][actor]`: the strategies of supports that could not be decided; nil where one
  /// equilibrium was looked for.
  private let undecided: [[[Int]]]?
  /// Why a search for one found none.
  private let failure: String?

  /// All equilibria that were found.
  ///
  /// - Throws: ``LaboratoryError/failedCheck(concept:)`` if a pure one is none.
  init(_ found: SupportEnumeration.Found, in setting: Setting) throws(LaboratoryError) {
    let shape = setting.utilities.shape
    let pure = found.equilibria.compactMap(\.pure).map { MixedProfile(pure: $0, shape: shape) }
    var exact = try EquilibriaAnswer(pure, in: setting, concept: "nash").equilibria[...]
    equilibria = found.equilibria.map {
      Stated(
        profile: FloatingProfile($0.probabilities, in: setting), regret: $0.regret,
        radius: $0.radius, exact: $0.pure == nil ? nil : exact.popFirst())
    }
    undecided = found.undecided
    failure = nil
  }

  /// One equilibrium.
  init(_ found: SimplicialSubdivision.Found, in setting: Setting) {
    equilibria = [
      Stated(
        profile: FloatingProfile(found.probabilities, in: setting), regret: found.regret,
        radius: found.radius)
    ]
    undecided = nil
    failure = nil
  }

  /// One equilibrium, proved where that can be; or none, and how near the search came.
  init(_ found: IteratedPolymatrix.Result, in setting: Setting) {
    equilibria = (found.probabilities.map { [$0] } ?? []).map { probabilities in
      let proved = SupportEnumeration.enclosed(near: probabilities, in: setting.utilities)
      return Stated(
        profile: FloatingProfile(proved?.probabilities ?? probabilities, in: setting),
        regret: proved?.regret ?? found.regret, radius: proved?.radius)
    }
    undecided = nil
    failure =
      found.starts < IteratedPolymatrix.mostStarts
      ? "none found by then"
      : "none found: the approximations wander, and come to a regret of "
        + "\(found.regret.text(digits: 3)) at best; use --concept simplicial"
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let list = equilibria.map { equilibrium in
      if let exact = equilibrium.exact {
        return JSONValue.object(exact.json(in: setting) + [.init("radius", setting.json(.zero))])
      }
      return JSONValue.object(
        equilibrium.profile.json(in: setting) + [
          .init("regret", .number(equilibrium.regret)),
          .init("radius", equilibrium.radius.map(JSONValue.number) ?? .null),
        ])
    }
    guard let undecided else { return [.init("equilibria", .array(list))] }
    let supports = undecided.map { supports in
      JSONValue.object(
        zip(setting.scenario.actors, zip(setting.strategies, supports)).map { actor, played in
          .init(actor.key, .array(played.1.map { .string(played.0[$0].key) }))
        })
    }
    return [.init("equilibria", .array(list)), .init("undecided", .array(supports))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(columns: ["#"], rows: [])
    for (number, equilibrium) in equilibria.enumerated() {
      let part =
        equilibrium.exact?.table(in: setting)
        ?? equilibrium.profile.table(in: setting, caption: "")
      table.columns = ["#"] + part.columns + ["regret", "radius"]
      let radius = equilibrium.radius.map(ResultTable.Cell.floating) ?? "-"
      let proof =
        equilibrium.exact.map { [setting.cell($0.regret), setting.cell(.zero)] }
        ?? [.floating(equilibrium.regret), radius]
      table.rows += part.rows.map { [.count(number + 1)] + $0 + proof }
    }
    if equilibria.isEmpty { table.notes.append(failure ?? "none") }
    let isProved = equilibria.allSatisfy { $0.radius != nil }
    if !isProved {
      table.notes.append(
        "Not proved: the game is degenerate, or the point not near enough; regret is what an actor "
          + "could gain.")
    } else if equilibria.contains(where: { $0.exact == nil }) {
      table.notes.append(
        "Within the radius of each probability lies an exact equilibrium with these supports, and no "
          + "other.")
    }
    if let undecided, !undecided.isEmpty {
      let first = undecided[0].enumerated().map { actor, played in
        played.map { setting.strategies[actor][$0].key }.joined(separator: " ")
      }
      table.notes.append(
        "The game is degenerate: \(Words.count(undecided.count, "combination")) of supports could "
          + "not be decided, first (\(first.joined(separator: "; "))); other equilibria there, if "
          + "any, touch a border or are not isolated.")
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(
      columns: [
        "equilibrium", "regret", "radius", "actor", "strategy", "probability", "gain", "utility",
      ])
    for (number, equilibrium) in equilibria.enumerated() {
      let radius = equilibrium.radius.map(ResultTable.Cell.floating) ?? .text("")
      if let exact = equilibrium.exact {
        table.rows += exact.csvRows(
          in: setting,
          leading: [.count(number + 1), setting.cell(exact.regret), setting.cell(.zero)])
        continue
      }
      table.rows += equilibrium.profile.csvRows(
        in: setting, leading: [.count(number + 1), .floating(equilibrium.regret), radius])
    }
    return table
  }
}
