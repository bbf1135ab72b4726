public import Arithmetic
import Equilibria
public import RelativeGains
public import Scenarios

/// Where, over two parameters of a scenario, its pure equilibria are which.
public struct Regions: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Its form.
  public let form: StrategicForm
  /// The rule in force.
  public let relativeGains: RelativeGainsBlock
  /// The parameter that runs to the right, then the one that runs upwards.
  public let parameters: [Axis]
  /// The values of the other parameters.
  public let others: [Setting.ParameterValue]
  /// Where the scenario's own values of the two lie; nil if outside of the map.
  public let defaults: PlanePoint?
  /// The map.
  public let map: RegionMap
  /// Whether the payoffs are exact; false where constants in them were rounded.
  public let isExact: Bool

  /// A parameter and the interval through which it runs.
  public struct Axis: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The lower end.
    public let from: Rational
    /// The upper end.
    public let to: Rational
  }

  /// A parameter as it is asked for: without ends it runs through its range.
  public struct Request: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The lower end, if it is not that of the range.
    public let from: Rational?
    /// The upper end, if it is not that of the range.
    public let to: Rational?

    /// The parameter `name` from `from` to `to`.
    public init(_ name: String, from: Rational? = nil, to: Rational? = nil) {
      self.name = name
      self.from = from
      self.to = to
    }
  }

  /// Maps the pure equilibria of `scenario`.
  ///
  /// - Parameters:
  ///   - scenario: the scenario, of strategic form.
  ///   - x: the parameter that runs to the right.
  ///   - y: the parameter that runs upwards.
  ///   - set: values of the other parameters.
  ///   - relativeGains: a rule in place of the scenario's own.
  /// - Throws: ``LaboratoryError/notAffine(parameter:reason:)`` where payoffs are neither affine in
  ///   both nor a product of them, and `InputError` for values that no expression has.
  public init(
    of scenario: Scenario, x: Request, y: Request, set: [Setting.ParameterValue] = [],
    relativeGains: RelativeGainsBlock? = nil
  ) throws {
    guard let form = scenario.form as? StrategicForm else {
      throw LaboratoryError.wrongForm(
        asked: "thresholds", takes: [StrategicForm.name], found: scenario.form.name)
    }
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    let axes = try [x, y].map { try Self.axis($0, in: evaluator) }
    let places = try axes.map { try evaluator.index(of: $0.name) }
    guard places[0] != places[1] else { throw LaboratoryError.sameParameter(axes[0].name) }
    let values = try evaluator.values(setting: set.map { ($0.name, $0.value) })
    let box = ConvexPolygon(
      x: axes[0].from...axes[0].to, y: axes[1].from...axes[1].to)
    do {
      map = try PureRegions.solve(shape: form.shape, over: box) { s, t in
        var forms = values.map { PlaneForm($0) }
        forms[places[0]] = s
        forms[places[1]] = t
        return try evaluator.utilities(forms)
      }
    } catch QuantityError.notAffine {
      throw LaboratoryError.notAffine(
        parameter: axes.map(\.name).joined(separator: " and "),
        reason: "a payoff squares or divides by one of them, or has too many pieces; ask for one "
          + "parameter, or sweep both in an experiment")
    } catch QuantityError.divisionByZero {
      throw InputError(
        "a division by zero while \(axes.map(\.name).joined(separator: " and ")) run through the "
          + "map: choose intervals without that point")
    }
    self.scenario = scenario
    self.form = form
    self.relativeGains = evaluator.relativeGains
    self.parameters = axes
    others = evaluator.parameters.indices.filter { !places.contains($0) }.map {
      .init(evaluator.parameters[$0], values[$0])
    }
    let point = PlanePoint(values[places[0]], values[places[1]])
    defaults = box.contains(point) ? point : nil
    var corner = values
    for (place, axis) in zip(places, axes) { corner[place] = axis.from }
    isExact = try evaluator.evaluate(corner).exact
  }

  static func axis(_ request: Request, in evaluator: GameEvaluator) throws -> Axis {
    let parameter = evaluator.declared[try evaluator.index(of: request.name)]
    guard let from = request.from ?? parameter.range?.lowerBound,
      let to = request.to ?? parameter.range?.upperBound
    else { throw LaboratoryError.noRange(parameter: parameter.name) }
    guard from < to else {
      throw LaboratoryError.emptyInterval(from: from.description, to: to.description)
    }
    return Axis(name: parameter.name, from: from, to: to)
  }

  /// Whether the record's outcome is among the equilibria of a region; nil where nothing is
  /// recorded.
  public func holdsRecord(_ region: RegionMap.Region) -> Bool? {
    scenario.outcome.map { region.equilibria.contains(form.index(of: $0.profile)) }
  }

  /// `A`, `B`, ... `Z`, `AA`: what a region is called on the map.
  public static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let last = String(letters[index % letters.count])
    return index < letters.count ? last : letter(index / letters.count - 1) + last
  }

  /// What holds in a region, in words.
  public func words(_ region: RegionMap.Region) -> [String] {
    region.equilibria.isEmpty
      ? ["no pure equilibrium"] : region.equilibria.map { form.name(ofCell: $0) }
  }
}
