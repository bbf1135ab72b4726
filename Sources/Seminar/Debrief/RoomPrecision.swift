import Arithmetic
import Laboratory
import Scenarios

/// How precisely the players of a strategic game answered one another: lambda of logit quantal
/// responses fitted to all their moves by maximum likelihood.
///
/// - Source: McKelvey and Palfrey 1995.
public struct RoomPrecision: Sendable {
  /// Lambda, per unit of payoff.
  public let lambda: Double
  /// The logarithm of the likelihood there.
  public let logLikelihood: Double
  /// Whether no lambda is large enough.
  public let isRisingAtEnd: Bool
  /// `counts[actor][strategy]`: the moves that were made by players.
  public let counts: [[Int]]

  /// The fit; nil where the game is not strategic, nobody moved, or nothing can be fitted.
  init?(of game: Int, in state: RoomState, setting: Setting) {
    let form = setting.scenario.form
    guard let stage = form as? StrategicForm ?? (form as? RepeatedForm)?.stage, !stage.ordinal,
      let concept = Concept.all.first(where: { $0.name == "qre" })
    else { return nil }
    var counts = stage.strategies.map { $0.map { _ in 0 } }
    for record in state.moves where record.game == game {
      guard case .player = record.mover, case .choose(let strategy) = record.move else { continue }
      counts[record.actor][strategy] += 1
    }
    guard counts.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
    let actors = zip(setting.scenario.actors, zip(stage.strategies, counts)).map { actor, own in
      JSONValue.Member(
        actor.key,
        .object(zip(own.0, own.1).map { JSONValue.Member($0.key, .integer($1)) }))
    }
    let options = Concept.Options(
      seconds: 5, texts: [("frequencies", JSONValue.object(actors).compactText)])
    guard let solution = try? concept.solution(of: setting, options: options),
      let estimate = JSONValue.object(solution.answer.json(in: setting))["estimate"],
      case .number(let lambda)? = estimate["lambda"],
      case .number(let likelihood)? = estimate["logLikelihood"]
    else { return nil }
    isRisingAtEnd = estimate["risingAtEnd"] == .bool(true)
    // Where every lambda is as likely as chance, as with a mixed equilibrium of equal parts, the
    // moves say nothing of it.
    guard lambda > 0 || !isRisingAtEnd else { return nil }
    self.lambda = lambda
    logLikelihood = likelihood
    self.counts = counts
  }
}
