import Equilibria

extension Concept {
  /// Whether a game of two is degenerate.
  public static let degeneracy = Concept(
    name: "degeneracy",
    answers: "Has some strategy more best replies than it mixes, so that equilibria may form sets?",
    forms: ["strategic"], takes: "two actors",
    method: "vertices of both best-response polytopes, until one has too many ties",
    source: "von Stengel 2002", limits: "as nash"
  ) { setting, options in
    setting.announceEnumeration(options)
    let result: Degeneracy
    do throws(EnumerationRefusal) {
      result = try Degeneracy.test(setting.utilities, seconds: options.seconds)
    } catch {
      throw error.error("degeneracy", of: setting)
    }
    return Solution(
      concept: "degeneracy", method: "vertex enumeration, exact", isExact: setting.isExact,
      status: result == .unknown ? .limit(options.limit) : .complete,
      answer: DegeneracyAnswer(result: result))
  }
}

/// Whether a game is degenerate, with a witness.
struct DegeneracyAnswer: Answer {
  /// What was found.
  let result: Degeneracy

  private var witness: Degeneracy.Witness? {
    if case .degenerate(let witness) = result { witness } else { nil }
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let isDegenerate: JSONValue = result == .unknown ? .null : .bool(witness != nil)
    let shown = witness.map { witness -> JSONValue in
      [
        "actor": .string(setting.scenario.actors[witness.actor].key),
        "strategy": setting.json(mixed: witness.strategy, of: witness.actor),
        "replies": .array(replies(witness, setting).map(JSONValue.string)),
      ]
    }
    return [.init("degenerate", isDegenerate), .init("witness", shown ?? .null)]
  }

  private func replies(_ witness: Degeneracy.Witness, _ setting: Setting) -> [String] {
    witness.replies.map { setting.strategies[1 - witness.actor][$0].key }
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(columns: ["degenerate", "actor", "plays", "best replies"])
    if let witness {
      table.rows.append([
        "yes", .text(setting.scenario.actors[witness.actor].name),
        setting.cell(mixed: witness.strategy, of: witness.actor),
        .several(replies(witness, setting).map { .text($0) }),
      ])
      table.notes.append("There are more best replies than strategies in the mixture.")
    } else {
      table.rows.append([.text(result == .unknown ? "not known" : "no"), "", "", ""])
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(columns: ["degenerate", "actor", "strategy", "probability", "reply"])
    guard let witness else {
      table.rows.append([.text(result == .unknown ? "" : "no"), "", "", "", ""])
      return table
    }
    let key = ResultTable.Cell.text(setting.scenario.actors[witness.actor].key)
    for (strategy, weight) in witness.strategy.enumerated() where !weight.isZero {
      let name = setting.strategies[witness.actor][strategy].key
      for reply in replies(witness, setting) {
        table.rows.append(["yes", key, .text(name), setting.cell(weight), .text(reply)])
      }
    }
    return table
  }
}
