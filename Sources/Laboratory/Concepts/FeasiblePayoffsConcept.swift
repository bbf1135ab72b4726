import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// The payoffs that patient actors can sustain.
  public static let feasiblePayoffs = Concept(
    name: "feasible-payoffs",
    answers: "Which payoffs of two actors are feasible, and which of them individually rational?",
    forms: ["strategic", "repeated"], takes: "two actors",
    method: "convex hull, cut at the minimax levels, exact",
    source: "Aumann 1959; Fudenberg and Maskin 1986",
    limits: "about \(Int(WorkEstimate.mostSeconds)) seconds of work"
  ) { setting, options in
    guard setting.utilities.actors == 2 else {
      throw LaboratoryError.wrongSize(
        concept: "feasible-payoffs", takes: "two actors",
        found: Words.count(setting.utilities.actors, "actor"),
        instead: "use --concept security for the levels of each")
    }
    try WorkEstimate.security(setting.utilities).refuse(
      "feasible-payoffs", of: setting, options: options)
    return Solution(
      concept: "feasible-payoffs", method: "convex hull, exact", isExact: setting.isExact,
      answer: FeasiblePayoffsAnswer(found: FeasiblePayoffs.solve(setting.utilities)))
  }
}

/// Three polygons and two pairs of levels, in utilities.
struct FeasiblePayoffsAnswer: Answer {
  /// The polygons.
  let found: FeasiblePayoffs

  private var sets: [(name: String, title: String, polygon: PayoffPolygon<Rational>)] {
    [
      ("feasible", "feasible", found.feasible),
      ("abovePureMinimax", "not below the pure minimax", found.abovePure),
      ("aboveMixedMinimax", "not below the mixed minimax", found.aboveMixed),
    ]
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    func json(_ pair: PayoffPair<Rational>) -> JSONValue {
      setting.json(perActor: [pair.first, pair.second])
    }
    return [
      .init("pureMinimax", json(found.pureMinimax)),
      .init("mixedMinimax", json(found.mixedMinimax)),
    ] + sets.map { .init($0.name, .array($0.polygon.vertices.map(json))) }
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let actors = setting.scenario.actors.map(\.name)
    var levels = ResultTable(columns: ["actor", "pure minimax", "mixed minimax"])
    for actor in 0..<2 {
      levels.rows.append([
        .text(actors[actor]), setting.cell(found.pureMinimax[actor]),
        setting.cell(found.mixedMinimax[actor]),
      ])
    }
    var corners = ResultTable(columns: ["payoffs"] + actors)
    for set in sets {
      if set.polygon.isEmpty {
        corners.rows.append([.text(set.title), "none", "none"])
      }
      for (index, vertex) in set.polygon.vertices.enumerated() {
        corners.rows.append([
          .text(index == 0 ? set.title : ""), setting.cell(vertex.first),
          setting.cell(vertex.second),
        ])
      }
    }
    corners.notes.append("Corners of convex sets, counterclockwise.")
    return [levels, corners]
  }

  func csv(in setting: Setting) -> ResultTable {
    ResultTable(
      columns: ["set", "corner"] + setting.scenario.actors.map { "utility.\($0.key)" },
      rows: sets.flatMap { set in
        set.polygon.vertices.enumerated().map { index, vertex in
          [
            .text(set.name), .count(index), setting.cell(vertex.first),
            setting.cell(vertex.second),
          ]
        }
      })
  }
}
