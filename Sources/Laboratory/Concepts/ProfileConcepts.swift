import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// Pareto-efficient pure profiles, in gains and in utilities.
  public static let pareto = Concept(
    name: "pareto",
    answers: "Which pure profiles cannot be improved on for someone without harm to another?",
    forms: ["strategic"], takes: "any number of actors",
    method: "every two pure profiles compared", source: "Pareto 1906",
    limits: "\(mostComparedProfiles) profiles"
  ) { setting, _ in
    let profiles = setting.utilities.profiles
    guard profiles <= mostComparedProfiles else {
      throw LaboratoryError.tooLarge(
        concept: "pareto", size: "\(profiles) profiles",
        limit: "\(mostComparedProfiles) profiles", instead: "use --concept pure")
    }
    return Solution(
      concept: "pareto", method: "pairwise comparison", isExact: setting.isExact,
      answer: ParetoAnswer(
        inGains: ParetoEfficiency.solve(setting.gains),
        inUtilities: ParetoEfficiency.solve(setting.utilities)))
  }

  private static let mostComparedProfiles = 20_000

  /// Each actor's best replies to every choice of the others.
  public static let bestReplies = Concept(
    name: "best-replies",
    answers: "What does each actor do best against each choice of the others?",
    forms: ["strategic"], takes: "any number of actors",
    method: "largest utility in each line of the payoff table", source: "Nash 1951", limits: nil
  ) { setting, _ in
    Solution(
      concept: "best-replies", method: "direct comparison", isExact: setting.isExact,
      answer: BestRepliesAnswer(setting))
  }
}

/// The efficient pure profiles.
struct ParetoAnswer: Answer {
  /// Profile indices, judged by absolute gains.
  let inGains: [Int]
  /// Profile indices, judged by utilities.
  let inUtilities: [Int]

  func json(in setting: Setting) -> [JSONValue.Member] {
    [
      .init("gains", .array(inGains.map { setting.json(profile: $0) })),
      .init("utilities", .array(inUtilities.map { setting.json(profile: $0) })),
    ]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let actors = setting.scenario.actors.map(\.name)
    var table = ResultTable(columns: actors + ["in gains", "in utilities"])
    for profile in 0..<setting.gains.profiles {
      let (gains, utilities) = (inGains.contains(profile), inUtilities.contains(profile))
      guard gains || utilities else { continue }
      table.rows.append(
        setting.cells(profile: profile) + [
          .text(gains ? "efficient" : "-"), .text(utilities ? "efficient" : "-"),
        ])
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    var table = ResultTable(
      columns: setting.scenario.actors.map(\.key) + ["gains", "utilities"])
    for profile in 0..<setting.gains.profiles {
      table.rows.append(
        setting.cells(profile: profile) + [
          .count(inGains.contains(profile) ? 1 : 0), .count(inUtilities.contains(profile) ? 1 : 0),
        ])
    }
    return table
  }
}

/// The best replies of every actor.
struct BestRepliesAnswer: Answer {
  /// One line: what the others do, and what the actor does best.
  struct Line: Sendable {
    /// Who replies.
    let actor: Int
    /// A profile of the line; the replying actor's own strategy in it is meaningless.
    let profile: [Int]
    /// The strategies that are best.
    let replies: [Int]
    /// What they bring.
    let utility: Rational
  }

  /// The lines, actor by actor.
  let lines: [Line]

  init(_ setting: Setting) {
    let game = setting.utilities
    var lines: [Line] = []
    for actor in 0..<game.actors {
      for index in 0..<game.profiles where game.strategy(of: actor, at: index) == 0 {
        let payoffs = (0..<game.shape[actor]).map {
          game.payoff(at: game.deviation(from: index, of: actor, to: $0), of: actor)
        }
        guard let best = payoffs.max() else { continue }
        lines.append(
          Line(
            actor: actor, profile: game.profile(at: index),
            replies: payoffs.indices.filter { payoffs[$0] == best }, utility: best))
      }
    }
    self.lines = lines
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let list = lines.map { line -> JSONValue in
      let others = setting.scenario.actors.indices.filter { $0 != line.actor }
      return [
        "actor": .string(setting.scenario.actors[line.actor].key),
        "against": .object(
          others.map {
            .init(setting.scenario.actors[$0].key, .string(key(of: $0, line.profile[$0], setting)))
          }),
        "replies": .array(line.replies.map { .string(key(of: line.actor, $0, setting)) }),
        "utility": setting.json(line.utility),
      ]
    }
    return [.init("replies", .array(list))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    var table = ResultTable(columns: ["actor", "against", "does best", "utility"])
    for line in lines {
      let others = setting.scenario.actors.indices.filter { $0 != line.actor }
      let against = others.map {
        "\(setting.scenario.actors[$0].name): \(key(of: $0, line.profile[$0], setting))"
      }
      table.rows.append([
        .text(setting.scenario.actors[line.actor].name), .text(against.joined(separator: ", ")),
        .text(line.replies.map { key(of: line.actor, $0, setting) }.joined(separator: " or ")),
        setting.cell(line.utility),
      ])
    }
    return [table]
  }

  func csv(in setting: Setting) -> ResultTable {
    let actors = setting.scenario.actors
    var table = ResultTable(columns: ["actor"] + actors.map(\.key) + ["utility"])
    for line in lines {
      for reply in line.replies {
        var profile = line.profile
        profile[line.actor] = reply
        let keys = actors.indices.map { ResultTable.Cell.text(key(of: $0, profile[$0], setting)) }
        table.rows.append([.text(actors[line.actor].key)] + keys + [setting.cell(line.utility)])
      }
    }
    return table
  }

  private func key(of actor: Int, _ strategy: Int, _ setting: Setting) -> String {
    setting.strategies[actor][strategy].key
  }
}
