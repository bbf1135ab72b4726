import Equilibria
import LinearPrograms

extension Concept {
  /// Proper equilibria of two actors.
  public static let proper = Concept(
    name: "proper",
    answers:
      "Which equilibria survive when worse mistakes are ever so much rarer than better ones?",
    forms: ["strategic"], takes: "two actors",
    method: "linear programs at a mistake small enough to decide, for every ranking of ties",
    source: "Myerson 1978; van Damme 1991",
    limits: "as nash; an equilibrium with more than \(ProperEquilibrium.mostRankings) ways to "
      + "rank its ties is not decided"
  ) { setting, options in
    let found = try setting.allEquilibria(for: "proper", options)
    let deadline = Deadline(seconds: options.seconds)
    let verdicts = found.extreme.map {
      verdict(
        ProperEquilibrium.test($0, in: setting.utilities, until: deadline), in: setting)
    }
    let isDecided = verdicts.allSatisfy { $0.holds != nil }
    return Solution(
      concept: "proper", method: "linear programs over rankings, exact",
      isExact: setting.isExact,
      status: isDecided
        ? found.completeness
        : .limit(
          deadline.isOver ? deadline.limit : "\(ProperEquilibrium.mostRankings) rankings of ties"),
      answer: RefinedAnswer(
        property: "proper",
        equilibria: try EquilibriaAnswer(
          found.extreme.map(\.profile), in: setting, concept: "proper"),
        verdicts: verdicts,
        notes: found.maximalSubsets.contains { !$0.isPoint }
          ? ["The game is degenerate: only the extreme equilibria are tested."] : []))
  }

  private static func verdict(
    _ verdict: ProperEquilibrium, in setting: Setting
  ) -> RefinedAnswer.Verdict {
    switch verdict {
    case .proper(let rankings):
      let keys = rankings.enumerated().map { actor, classes in
        classes.map { $0.map { setting.strategies[actor][$0].key } }
      }
      let lines = zip(setting.scenario.actors, keys).map { actor, classes in
        "\(actor.name): " + classes.map { $0.joined(separator: " = ") }.joined(separator: " > ")
      }
      let members = zip(setting.scenario.actors, keys).map { actor, classes in
        JSONValue.Member(
          actor.key, .array(classes.map { .array($0.map(JSONValue.string)) }))
      }
      return .init(
        holds: true, because: lines, members: [.init("rankings", .object(members))])
    case .notProper:
      return .init(
        holds: false, because: ["no ranking of mistakes leads here"],
        members: [.init("rankings", .null)])
    case .undecided(let count):
      return .init(
        holds: nil,
        because: [
          "not all of \(count == Int.max ? "too many" : "\(count)") rankings of its ties are tried"
        ],
        members: [.init("rankings", .null)])
    }
  }
}
