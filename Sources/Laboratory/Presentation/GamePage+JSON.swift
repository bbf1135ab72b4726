import Arithmetic
import Equilibria
import GameForms
import Scenarios

extension GamePage {
  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    let scenario = setting.scenario
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    return [
      "format": 1, "game": setting.json, "family": text(scenario.family),
      "when": text(scenario.when), "story": text(scenario.story),
      "actors": .array(
        scenario.actors.map {
          [
            "key": .string($0.key), "name": .string($0.name), "wants": text($0.wants),
            "fears": text($0.fears),
          ]
        }),
      "parameters": .array(
        zip(scenario.parameters, setting.parameters).map { parameter, set in
          [
            "name": .string(parameter.name), "value": .quantity(set.value),
            "default": .quantity(parameter.default),
            "range": parameter.range.map {
              [.quantity($0.lowerBound), .quantity($0.upperBound)]
            } ?? .null,
            "meaning": text(parameter.meaning), "source": text(parameter.source),
          ]
        }),
      "strategies": .object(
        zip(scenario.actors, setting.form.strategies).map { actor, strategies in
          .init(actor.key, .object(strategies.map { .init($0.key, text($0.description)) }))
        }),
      "ordinal": .bool(setting.form.ordinal),
      "payoffs": .array(setting.form.cells.indices.map(payoff)),
      "outcome": scenario.outcome.map {
        [
          "profile": scenario.json(profile: $0.profile), "source": text($0.source),
          "note": text($0.note),
        ]
      } ?? .null,
      "contradictions": .array(scenario.contradictions.map(JSONValue.string)),
      "leavesOut": .array(scenario.leavesOut.map(JSONValue.string)),
      "sources": .object(scenario.sources.map { .init($0.short, .string($0.full)) }),
    ]
  }

  private func payoff(at index: Int) -> JSONValue {
    let actors = setting.scenario.actors
    let cell = setting.form.cells[index]
    func perActor(_ game: StrategicGame) -> JSONValue {
      setting.json(perActor: actors.indices.map { game.payoff(at: index, of: $0) })
    }
    return [
      "profile": setting.json(profile: index),
      "gains": perActor(setting.gains), "utilities": perActor(setting.utilities),
      "bestReplies": .array(
        actors.indices.filter { setting.utilities.isBestReply(of: $0, at: index) }
          .map { .string(actors[$0].key) }),
      "expressions": .object(
        zip(actors, cell.gains).map { .init($0.key, .string($1.text)) }),
      "because": cell.because.map(JSONValue.string) ?? .null,
      "source": cell.source.map(JSONValue.string) ?? .null,
    ]
  }
}
