public import Arithmetic
import Equilibria
import GSL
import GameForms
import RelativeGains
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
    /// In what share of the box of parameter ranges it is one.
    public let share: Share
  }

  /// A share of the parameter box.
  public enum Share: Hashable, Sendable {
    /// Exact, from thresholds of one parameter or because nothing varies.
    case exact(Rational)
    /// By counting hits among this many Sobol points.
    case sampled(hits: Int, points: Int)
    /// Not known, because the payoffs have no value somewhere in the box.
    case unknown(String)
  }

  /// Sobol points in a box of several parameters: a power of two, on which the sequence is even.
  public static let points = 4096

  /// Holds the scenario's outcome against its model; nil where nothing is recorded or the form
  /// predicts nothing.
  ///
  /// - Throws: `InputError` if the payoffs have no value at the defaults.
  public init?(_ scenario: Scenario) throws {
    guard let outcome = scenario.outcome?.profile, let form = scenario.form as? any Predicting
    else { return nil }
    self.scenario = scenario
    self.outcome = outcome
    withRule = try Self.verdict(on: outcome, form, scenario, nil)
    absolute = try Self.verdict(
      on: outcome, form, scenario, .absolute(actors: scenario.actors.count))
  }

  private static func verdict(
    on outcome: [Int], _ form: any Predicting, _ scenario: Scenario,
    _ relativeGains: RelativeGainsBlock?
  ) throws -> Verdict {
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    let isPredicted = { try form.predicts(outcome, try evaluator.evaluate($0)) }
    let share: Share
    do {
      share = try self.share(of: outcome, evaluator, isPredicted)
    } catch {
      // A point of the box without a value says nothing against the verdict at the defaults.
      share = .unknown("\(error)")
    }
    return Verdict(atDefaults: try isPredicted(evaluator.defaults), share: share)
  }

  /// The share of the box of ranges; parameters without a range stay at their defaults, those
  /// that nothing depends on do not belong to the box.
  private static func share(
    of outcome: [Int], _ evaluator: GameEvaluator, _ isPredicted: ([Rational]) throws -> Bool
  ) throws -> Share {
    let scenario = evaluator.scenario
    let used =
      (scenario.form.cells.flatMap(\.gains) + scenario.form.numbers
      + evaluator.relativeGains.expressions).flatMap(\.parameters)
    let varying = evaluator.declared.indices.compactMap { place -> (Int, ClosedRange<Rational>)? in
      let parameter = evaluator.declared[place]
      guard let range = parameter.range, range.lowerBound < range.upperBound,
        used.contains(parameter.name)
      else { return nil }
      return (place, range)
    }
    if varying.isEmpty { return .exact(try isPredicted(evaluator.defaults) ? .one : .zero) }
    if varying.count == 1, scenario.form is StrategicForm {
      do {
        return .exact(
          try exactShare(of: outcome, evaluator, evaluator.declared[varying[0].0].name))
      } catch LaboratoryError.notAffine {
        // Counted below like a box of several parameters.
      }
    }
    return try sampledShare(evaluator.defaults, varying, isPredicted)
  }

  private static func exactShare(
    of outcome: [Int], _ evaluator: GameEvaluator, _ parameter: String
  ) throws -> Rational {
    let found = try Thresholds(
      of: evaluator.scenario, parameter: parameter, relativeGains: evaluator.relativeGains)
    let index = found.form.index(of: outcome)
    let length = found.map.regions.filter { $0.equilibria.contains(index) }
      .reduce(Rational.zero) { $0 + ($1.to - $1.from) }
    return length / (found.to - found.from)
  }

  private static func sampledShare(
    _ defaults: [Rational], _ varying: [(Int, ClosedRange<Rational>)],
    _ isPredicted: ([Rational]) throws -> Bool
  ) throws -> Share {
    var sequence = try SobolSequence(dimensions: varying.count)
    var values = defaults
    var hits = 0
    for _ in 0..<points {
      for ((place, range), coordinate) in zip(varying, try sequence.next()) {
        let part = Rational(coordinate) ?? .zero
        values[place] = range.lowerBound + part * (range.upperBound - range.lowerBound)
      }
      if try isPredicted(values) { hits += 1 }
    }
    return .sampled(hits: hits, points: points)
  }
}

/// A form of game whose model predicts outcomes, so that the record can be held against it.
protocol Predicting: GameForm {
  /// Whether the model, at these numbers, expects the outcome or at least allows for it.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) throws -> Bool
}

extension StrategicForm: Predicting {
  /// Whether it is an equilibrium in pure strategies.
  func predicts(_ outcome: [Int], _ evaluated: EvaluatedGame) -> Bool {
    let game = StrategicGame(shape: shape, payoffs: evaluated.utilities)
    return game.isPureEquilibrium(index(of: outcome))
  }
}
