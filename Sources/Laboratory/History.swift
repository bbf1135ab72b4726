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

  /// Holds the scenario's outcome against its model; nil where nothing is recorded.
  ///
  /// - Throws: `InputError` if the payoffs have no value at the defaults.
  public init?(_ scenario: Scenario) throws {
    guard let outcome = scenario.outcome?.profile else { return nil }
    self.scenario = scenario
    self.outcome = outcome
    withRule = try Self.verdict(on: outcome, scenario, nil)
    absolute = try Self.verdict(on: outcome, scenario, .absolute(actors: scenario.actors.count))
  }

  private static func verdict(
    on outcome: [Int], _ scenario: Scenario, _ relativeGains: RelativeGainsBlock?
  ) throws -> Verdict {
    let setting = try Setting(scenario, relativeGains: relativeGains)
    let index = setting.utilities.index(of: outcome)
    let share: Share
    do {
      share = try self.share(of: index, scenario, relativeGains)
    } catch {
      // A point of the box without a value says nothing against the verdict at the defaults.
      share = .unknown("\(error)")
    }
    return Verdict(atDefaults: setting.utilities.isPureEquilibrium(index), share: share)
  }

  /// The share of the box of ranges; parameters without a range stay at their defaults.
  private static func share(
    of index: Int, _ scenario: Scenario, _ relativeGains: RelativeGainsBlock?
  ) throws -> Share {
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    let used = parametersUsed(by: scenario, evaluator.relativeGains)
    let varying = evaluator.declared.indices.compactMap { place -> (Int, ClosedRange<Rational>)? in
      let parameter = evaluator.declared[place]
      guard let range = parameter.range, range.lowerBound < range.upperBound,
        used.contains(parameter.name)
      else { return nil }
      return (place, range)
    }
    if varying.isEmpty {
      let utilities = try evaluator.evaluate(evaluator.defaults).utilities
      return .exact(utilities.isPureEquilibrium(index) ? .one : .zero)
    }
    if varying.count == 1 {
      do {
        return .exact(
          try exactShare(of: index, scenario, evaluator.declared[varying[0].0].name, relativeGains))
      } catch LaboratoryError.notAffine {
        // Counted below like a box of several parameters.
      }
    }
    return try sampledShare(of: index, evaluator, varying)
  }

  private static func exactShare(
    of index: Int, _ scenario: Scenario, _ parameter: String, _ relativeGains: RelativeGainsBlock?
  ) throws -> Rational {
    let found = try Thresholds(of: scenario, parameter: parameter, relativeGains: relativeGains)
    let length = found.map.regions.filter { $0.equilibria.contains(index) }
      .reduce(Rational.zero) { $0 + ($1.to - $1.from) }
    return length / (found.to - found.from)
  }

  private static func sampledShare(
    of index: Int, _ evaluator: GameEvaluator, _ varying: [(Int, ClosedRange<Rational>)]
  ) throws -> Share {
    var sequence = try SobolSequence(dimensions: varying.count)
    var values = evaluator.defaults
    var hits = 0
    for _ in 0..<points {
      for ((place, range), coordinate) in zip(varying, try sequence.next()) {
        let part = Rational(coordinate) ?? .zero
        values[place] = range.lowerBound + part * (range.upperBound - range.lowerBound)
      }
      if try evaluator.evaluate(values).utilities.isPureEquilibrium(index) { hits += 1 }
    }
    return .sampled(hits: hits, points: points)
  }

  /// The parameters on which gains or the rule depend; the others do not belong to the box.
  private static func parametersUsed(
    by scenario: Scenario, _ rule: RelativeGainsBlock
  ) -> [String] {
    var expressions = scenario.strategicForm.cells.flatMap(\.gains)
    if rule.rule != .none {
      for weight in rule.weights {
        switch weight {
        case .none: break
        case .all(let expression): expressions.append(expression)
        case .towards(let towards): expressions += towards.compactMap { $0 }
        }
      }
      expressions += ([rule.among, rule.scale] + rule.capabilities).compactMap { $0 }
    }
    return expressions.flatMap(\.parameters)
  }
}
