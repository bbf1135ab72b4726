import Laboratory
import Scenarios

extension ReplEntry {
  static let ask = ReplEntry(
    "ask", "ask smallest r [CLAIM] | payment | flip A,B [r]",
    "what it takes: the smallest value, the smallest payment, where roles flip",
    group: .ask,
    more: [
      "A claim is \"outcome is an equilibrium\" when nothing is said; (A, B) is an equilibrium,",
      "probability(ACTOR: STRATEGY) = 1, and of bargaining (A, B) is accepted.",
    ],
    example: [
      "load stag-hunt", "ask smallest r probability(Row: D) = 1", "ask flip Row,Col r",
      "load zarubino-terms", "ask payment",
    ], completes: [.words(["smallest", "payment", "flip"]), .parameters, .actors]
  ) { words, session in
    let game = try session.game()
    func request(_ parameter: String?) throws -> ParameterRequest {
      let interval = try parameter.map(Typed.interval)
      return ParameterRequest(
        parameter: interval?.name, from: interval?.from, to: interval?.to, set: game.set,
        relativeGains: game.relativeGains)
    }
    let parts = words.split(maxSplits: 2, whereSeparator: \.isWhitespace).map(String.init)
    let (question, parameter): (AskedQuestion, String?)
    switch (parts.first, parts.count) {
    case ("smallest", 2...):
      (question, parameter) = (.smallest(claim: parts.count > 2 ? parts[2] : nil), parts[1])
    case ("payment", 1): (question, parameter) = (.payment, nil)
    case ("flip", 2...):
      (question, parameter) = (.flip(parts[1]), parts.count > 2 ? parts[2] : nil)
    default:
      throw UsageError(
        "ask needs a question: write ask smallest r, ask payment or ask flip \(pair(game.scenario))"
      )
    }
    return try question.answer(of: game.scenario, request(parameter)).text(style: session.style)
  }

  /// Two actors as `flip` takes them.
  private static func pair(_ scenario: Scenario) -> String {
    scenario.actors.prefix(2).map(\.key).joined(separator: ",")
  }
}
