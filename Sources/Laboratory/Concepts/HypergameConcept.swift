import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension Concept {
  /// What comes of games that actors see in different ways.
  public static let hypergame = Concept(
    name: "hypergame",
    answers: "What comes about when each solves the game it perceives, and what does each regret?",
    forms: ["hypergame"],
    takes: "a game with perceived payoffs; pure equilibria of more than two actors",
    method: "equilibria of each perceived game, held against the true one, exact",
    source: "Bennett 1977", limits: "\(HypergameOutcomes.mostOutcomes) outcomes"
  ) { setting, options in
    guard let form = setting.scenario.form as? HypergameForm else {
      throw LaboratoryError.wrongForm(
        asked: "hypergame", takes: ["hypergame"], found: setting.scenario.form.name)
    }
    let truth = setting.utilities
    let game = Hypergame(
      truth: truth,
      perceived: form.perceived(in: setting.evaluated).map {
        StrategicGame(shape: truth.shape, payoffs: $0)
      })
    let found: HypergameOutcomes
    do throws(HypergameOutcomes.Refusal) {
      found = try HypergameOutcomes.solve(game, seconds: options.seconds)
    } catch {
      throw error.told(in: setting)
    }
    return Solution(
      concept: "hypergame",
      method: truth.actors == 2
        ? "all extreme equilibria of each perceived game, exact"
        : "all pure equilibria of each perceived game, exact",
      isExact: setting.isExact, answer: HypergameAnswer(found: found))
  }
}

extension HypergameOutcomes.Refusal {
  fileprivate func told(in setting: Setting) -> LaboratoryError {
    let size = setting.utilities.shape.map(String.init).joined(separator: " x ")
    return switch self {
    case .noPureEquilibrium(let actor):
      .wrongSize(
        concept: "hypergame", takes: "perceived games with equilibria in pure strategies",
        found: "none as \(setting.scenario.actors[actor].name) perceives it",
        instead: "look at two actors at a time")
    case .enumeration:
      .tooLarge(
        concept: "hypergame", size: size, limit: EquilibriumEnumeration.patience.durationText,
        instead: "leave out strategies, or add --seconds")
    case .tooMany:
      .tooLarge(
        concept: "hypergame", size: "more than \(HypergameOutcomes.mostOutcomes) outcomes",
        limit: "\(HypergameOutcomes.mostOutcomes)", instead: "leave out strategies")
    }
  }
}

/// What each expects and what may come about, in utilities.
struct HypergameAnswer: Answer {
  /// The outcomes.
  let found: HypergameOutcomes

  private func json(_ profile: MixedProfile, in setting: Setting) -> JSONValue {
    .object(
      setting.scenario.actors.enumerated().map { actor, named in
        .init(named.key, setting.json(mixed: profile.probabilities[actor], of: actor))
      })
  }

  func json(in setting: Setting) -> [JSONValue.Member] {
    let actors = setting.scenario.actors
    let expected = zip(actors, found.expected).map { actor, equilibria in
      JSONValue.Member(actor.key, .array(equilibria.map { json($0, in: setting) }))
    }
    let outcomes = found.outcomes.map { outcome -> JSONValue in
      [
        "profile": json(outcome.profile, in: setting),
        "gains": setting.json(perActor: setting.gains.expectedPayoffs(of: outcome.profile)),
        "utilities": setting.json(perActor: outcome.payoffs),
        "hoped": setting.json(perActor: outcome.hopes),
        "regret": setting.json(perActor: outcome.regrets),
        "surprised": .array(
          zip(actors, outcome.isSurprised).filter(\.1).map { .string($0.0.key) }),
        "expectations": .object(
          zip(actors, outcome.expectations).map {
            .init($0.key, .array($1.map(JSONValue.integer)))
          }),
        "trueEquilibrium": .bool(outcome.isEquilibrium),
      ]
    }
    return [.init("expected", .object(expected)), .init("outcomes", .array(outcomes))]
  }

  func tables(in setting: Setting) -> [ResultTable] {
    let actors = setting.scenario.actors
    var expected = ResultTable(
      caption: "What each expects: the equilibria of the game it perceives",
      columns: ["as seen by"] + actors.map(\.name))
    for (viewer, equilibria) in found.expected.enumerated() {
      for (index, profile) in equilibria.enumerated() {
        expected.rows.append(
          [.text(index == 0 ? actors[viewer].name : "")]
            + actors.indices.map { setting.cell(mixed: profile.probabilities[$0], of: $0) })
      }
    }
    var table = ResultTable(
      caption: "What may come about: each plays its part of what it expects",
      columns: actors.map(\.name)
        + actors.flatMap {
          ["\($0.name) hoped", "gets", "regrets"]
        } + ["surprised"])
    for outcome in found.outcomes {
      let surprised = zip(actors, outcome.isSurprised).filter(\.1).map(\.0.name)
      table.rows.append(
        actors.indices.map { setting.cell(mixed: outcome.profile.probabilities[$0], of: $0) }
          + actors.indices.flatMap {
            [
              setting.cell(outcome.hopes[$0]), setting.cell(outcome.payoffs[$0]),
              setting.cell(outcome.regrets[$0]),
            ]
          } + [.text(surprised.isEmpty ? "nobody" : Words.list(surprised))])
    }
    table.notes.append(
      "Utilities of the true game; regret is what another strategy would really have brought more.")
    return [expected, table]
  }

  func csv(in setting: Setting) -> ResultTable {
    let actors = setting.scenario.actors
    return ResultTable(
      columns: ["outcome", "actor", "strategy", "probability", "hoped", "utility", "regret"]
        + ["surprised"],
      rows: found.outcomes.enumerated().flatMap { index, outcome in
        actors.indices.flatMap { actor in
          outcome.profile.probabilities[actor].enumerated().filter { !$0.element.isZero }.map {
            strategy, weight in
            [
              .count(index + 1), .text(actors[actor].key),
              .text(setting.strategies[actor][strategy].key), setting.cell(weight),
              setting.cell(outcome.hopes[actor]), setting.cell(outcome.payoffs[actor]),
              setting.cell(outcome.regrets[actor]),
              .text(outcome.isSurprised[actor] ? "yes" : "no"),
            ]
          }
        }
      })
  }
}
