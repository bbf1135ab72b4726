import Arithmetic
import Scenarios

extension GamePage {
  /// The JSON object that `tumen help json` documents.
  public var json: JSONValue {
    let scenario = setting.scenario
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
    let before: [JSONValue.Member] = [
      .init("format", 1), .init("game", setting.json), .init("family", text(scenario.family)),
      .init("when", text(scenario.when)), .init("story", text(scenario.story)),
      .init(
        "actors",
        .array(
          scenario.actors.map {
            [
              "key": .string($0.key), "name": .string($0.name), "wants": text($0.wants),
              "fears": text($0.fears),
            ]
          })),
      .init(
        "parameters",
        .array(
          zip(scenario.parameters, setting.parameters).map { parameter, set in
            [
              "name": .string(parameter.name), "value": .quantity(set.value),
              "default": .quantity(parameter.default),
              "range": parameter.range.map {
                [.quantity($0.lowerBound), .quantity($0.upperBound)]
              } ?? .null,
              "meaning": text(parameter.meaning), "source": text(parameter.source),
            ]
          })),
    ]
    let after: [JSONValue.Member] = [
      .init(
        "outcome",
        scenario.outcome.map {
          .object([
            .init(type(of: scenario.form).outcomeKey, scenario.json(outcome: $0.profile)),
            .init("source", text($0.source)), .init("note", text($0.note)),
          ])
        } ?? .null),
      .init("contradictions", .array(scenario.contradictions.map(JSONValue.string))),
      .init("leavesOut", .array(scenario.leavesOut.map(JSONValue.string))),
      .init(
        "sources", .object(scenario.sources.map { .init($0.short, .string($0.full)) })),
    ]
    return .object(before + page.json + after)
  }
}
