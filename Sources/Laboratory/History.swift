import Equilibria
import GameForms
public import Scenarios

/// The recorded outcome of a scenario held against its model: is it an equilibrium at the
/// defaults, and in what share of the parameter box?
public struct History: Sendable {
  /// The scenario, which has a recorded outcome.
  public let scenario: Scenario
  /// The recorded profile.
  public let outcome: [Int]
  /// Under the scenario's own rule.
  public let withRule: Verdict
  /// The same with relative gains off: a refusal that survives was never about them.
  public let absolute: Verdict

  /// What the model says of the outcome.
  public struct Verdict: Sendable {
    /// Whether the outcome is a pure equilibrium at the default values.
    public let atDefaults: Bool
    /// The same in words: what the outcome is, with the sense in which it is that, or `no`.
    public let words: String
    /// In what share of the box of parameter ranges it is one.
    public let share: ParameterShare
  }

  /// Holds the scenario's outcome against its model; nil where nothing is recorded or the form
  /// predicts nothing.
  ///
  /// - Throws: `InputError` if the payoffs have no value at the defaults.
  public init?(_ scenario: Scenario) throws {
    guard let (outcome, form) = Self.record(scenario) else { return nil }
    self.scenario = scenario
    self.outcome = outcome
    withRule = try Self.verdict(on: outcome, form, scenario, nil)
    absolute = try Self.verdict(
      on: outcome, form, scenario, .absolute(actors: scenario.actors.count))
  }

  /// Whether the model, at these numbers, expects the recorded outcome or at least allows for it; nil
  /// where nothing is recorded or the form predicts nothing.
  public static func predicts(_ scenario: Scenario, _ evaluated: EvaluatedGame) throws -> Bool? {
    guard let (outcome, form) = record(scenario) else { return nil }
    return try form.predicts(outcome, evaluated)
  }

  /// What is recorded and can be held against the model; a record may also say that it is unknown.
  private static func record(_ scenario: Scenario) -> ([Int], any Predicting)? {
    guard let outcome = scenario.outcome?.profile, !outcome.isEmpty,
      let form = scenario.form as? any Predicting
    else { return nil }
    return (outcome, form)
  }

  private static func verdict(
    on outcome: [Int], _ form: any Predicting, _ scenario: Scenario,
    _ relativeGains: RelativeGainsBlock?
  ) throws -> Verdict {
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    let atDefaults = try evaluator.evaluate(evaluator.defaults)
    let claim = (form as? StrategicForm).map { Claim.isEquilibrium(profile: $0.index(of: outcome)) }
    return Verdict(
      atDefaults: try form.predicts(outcome, atDefaults),
      words: try form.verdict(on: outcome, atDefaults),
      share: .share(in: evaluator, at: evaluator.defaults, of: claim) {
        try form.predicts(outcome, $0)
      })
  }
}

/// A form of game whose model predicts outcomes, so that the record can be held against it.
protocol Predicting: GameForm {
  /// Whether the model, at these numbers, expects the outcome or at least allows for it.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) throws -> Bool
  /// The same in words: what the outcome is, with the sense in which it is that, or `no`.
  func verdict(on outcome: [Int], _ evaluated: EvaluatedGame) throws -> String
}

extension Predicting {
  /// `equilibrium` or `no`.
  func verdict(on outcome: [Int], _ evaluated: EvaluatedGame) throws -> String {
    try predicts(outcome, evaluated) ? "equilibrium" : "no"
  }
}

extension StrategicForm: Predicting {
  /// Whether it is an equilibrium in pure strategies.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) -> Bool {
    let game = StrategicGame(shape: shape, payoffs: evaluated.utilities)
    return game.isPureEquilibrium(index(of: outcome))
  }
}
