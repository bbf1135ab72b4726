import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@Suite struct `Agreement on sequential equilibria of five hundred trees` {
  /// A plan and beliefs as recorded, `0 1 : 1 , 1/2 1/2`.
  private static func assessment(_ text: some StringProtocol, in game: ExtensiveGame) -> Assessment
  {
    let parts = text.split(separator: ":")
    let plan = parts[0].split(separator: " ").compactMap { Int($0) }
    return Assessment(
      profile: BehaviourProfile(pure: plan, in: game),
      beliefs: parts[1].split(separator: ",").map { Fixture.numbers($0) })
  }

  /// The beliefs that were looked at: certainty of each node, even ones, and those of Bayes' rule.
  private static func beliefs(_ game: ExtensiveGame, _ plan: BehaviourProfile) -> [[[Rational]]] {
    zip(game.members, game.bayesianBeliefs(under: plan)).map { nodes, bayes in
      var choices = nodes.indices.map { own in
        nodes.indices.map { $0 == own ? Rational.one : .zero }
      }
      for more in [nodes.map { _ in Rational(1, nodes.count) }, bayes].compactMap({ $0 })
      where !choices.contains(more) {
        choices.append(more)
      }
      return choices
    }
  }

  @Test(arguments: Fixture.read("sequential"))
  func `every assessment is accepted or refused as recorded`(_ fixture: Fixture) throws {
    let game = try fixture.tree(sets: 1, nodes: 2)
    let recorded = fixture.fields[4].split(separator: ";").filter { $0.contains(":") }
      .map { Self.assessment($0, in: game) }
    var (looked, consistent) = (0, 0)
    var own: Set<Assessment> = []
    for plan in game.sets.assignments {
      let profile = BehaviourProfile(pure: plan, in: game)
      let choices = Self.beliefs(game, profile)
      for beliefs in choices.reduce(
        [[]], { heads, next in heads.flatMap { h in next.map { h + [$0] } } })
      {
        let assessment = Assessment(profile: profile, beliefs: beliefs)
        let check = try SequentialCheck(of: assessment, in: game)
        looked += 1
        if check.consistency.holds { consistent += 1 }
        if check.holds { own.insert(assessment) }
      }
    }
    #expect(fixture.numbers(3) == [Rational(looked), Rational(consistent)])
    #expect(own == Set(recorded))
    if fixture.fields[5] != "-" {
      #expect(own.contains(Self.assessment(fixture.fields[5], in: game)))
    }
  }

  @Test(arguments: Fixture.read("sequential"))
  func `pure ones that the search finds are those recorded`(_ fixture: Fixture) throws {
    let game = try fixture.tree(sets: 1, nodes: 2)
    let answer = try PureSequentialEquilibria().solve(game)
    let plans = Set(answer.equilibria.compactMap(\.profile.pure))
    let refuted = Set(answer.refuted.compactMap(\.pure))
    for text in fixture.fields[4].split(separator: ";") where text.contains(":") {
      let plan = try #require(Self.assessment(text, in: game).profile.pure)
      // What has beliefs is never refuted, and found unless no beliefs tried were consistent.
      #expect(!refuted.contains(plan))
      #expect(plans.contains(plan) || !answer.open.isEmpty)
    }
  }
}
