import Arithmetic
import Equilibria
import GameForms

extension Concept {
  /// Trembling-hand perfect equilibria of two actors.
  public static let perfect = Concept(
    name: "perfect",
    answers: "Which equilibria survive when a hand may tremble: no strategy in them is dominated?",
    forms: ["strategic"], takes: "two actors",
    method: "a linear program for the strategies used in each extreme equilibrium, exact",
    source: "Selten 1975; van Damme 1991", limits: "as nash"
  ) { setting, options in
    let game = setting.utilities
    let found = try setting.allEquilibria(for: "perfect", options)
    let perfect = PerfectEquilibria(found, in: game)
    guard perfect.isProof else { throw LaboratoryError.failedCheck(concept: "perfect") }
    let whole = perfect.isSubsetPerfect.indices.filter { perfect.isSubsetPerfect[$0] }
    let spanned = found.maximalSubsets.indices.filter { !found.maximalSubsets[$0].isPoint }
    var answer = RefinedAnswer(
      property: "perfect",
      equilibria: try EquilibriaAnswer(
        found.extreme.map(\.profile),
        sets: .init(
          maximalSubsets: found.maximalSubsets, components: found.components,
          indices: found.indices),
        in: setting, concept: "perfect"),
      verdicts: zip(found.extreme, perfect.verdicts).map {
        verdict($1, on: $0.profile, in: setting)
      },
      members: [.init("perfectSubsets", .array(whole.map(JSONValue.integer)))])
    for subset in spanned {
      let members = Words.list(found.maximalSubsets[subset].members.map { String($0 + 1) })
      answer.notes.append(
        perfect.isSubsetPerfect[subset]
          ? "Every mixture of equilibria \(members), for each actor apart, is perfect."
          : "Not every mixture of equilibria \(members) is perfect: their strategies together are "
            + "dominated.")
    }
    return Solution(
      concept: "perfect", method: "linear programs, exact", isExact: setting.isExact,
      status: found.completeness, answer: answer)
  }

  private static func verdict(
    _ verdict: PerfectEquilibria.Verdict, on profile: MixedProfile, in setting: Setting
  ) -> RefinedAnswer.Verdict {
    var because: [String] = []
    var proofs: [JSONValue.Member] = []
    for (actor, strategy) in verdict.strategies.enumerated() {
      let named = setting.scenario.actors[actor]
      switch strategy {
      case .undominated(let belief):
        proofs.append(
          .init(named.key, ["belief": setting.json(mixed: belief, of: 1 - actor)]))
      case .dominated:
        let dominator =
          strategy.dominator(of: profile.probabilities[actor])
          ?? profile.probabilities[actor]
        because.append(
          "\(named.name) does never worse and sometimes better with "
            + setting.words(mixed: dominator, of: actor))
        proofs.append(
          .init(named.key, ["dominatedBy": setting.json(mixed: dominator, of: actor)]))
      }
    }
    return RefinedAnswer.Verdict(
      holds: verdict.isPerfect,
      because: because.isEmpty ? ["best replies to beliefs that rule nothing out"] : because,
      members: [.init("proof", .object(proofs))])
  }
}
