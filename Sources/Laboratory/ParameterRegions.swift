public import Arithmetic
import Equilibria
public import RelativeGains
public import Scenarios

/// Where, over three parameters of a scenario or more, its pure equilibria are which.
public struct ParameterRegions: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// Its form.
  public let form: StrategicForm
  /// The rule in force.
  public let relativeGains: RelativeGainsBlock
  /// The parameters that run.
  public let parameters: [Regions.Axis]
  /// The values of the other parameters.
  public let others: [Setting.ParameterValue]
  /// The scenario's own values of those that run; nil if outside of the box.
  public let defaults: [Rational]?
  /// The map, the largest region first.
  public let map: SpaceMap
  /// The share of the box that each region fills, by sampling.
  public let shares: [SampledShare]
  /// Whether the payoffs are exact; false where constants in them were rounded.
  public let isExact: Bool

  /// Seconds of work when nothing else is said.
  public static let patience = 60.0

  /// Maps the pure equilibria of `scenario` over the parameters in `requests`.
  ///
  /// - Throws: ``LaboratoryError/notAffine(parameter:reason:)`` where payoffs are not affine in all
  ///   of them together, ``LaboratoryError/tooLarge(concept:size:limit:instead:)``, and `InputError`
  ///   for values that no expression has.
  public init(
    of scenario: Scenario, over requests: [Regions.Request],
    set: [Setting.ParameterValue] = [], relativeGains: RelativeGainsBlock? = nil,
    seconds: Double = patience
  ) throws {
    guard let form = scenario.form as? StrategicForm else {
      throw LaboratoryError.wrongForm(
        asked: "thresholds", takes: [StrategicForm.name], found: scenario.form.name)
    }
    let evaluator = try GameEvaluator(scenario, relativeGains: relativeGains)
    let axes = try requests.map { try Regions.Axis($0, in: evaluator) }
    let places = try axes.map { try evaluator.index(of: $0.name) }
    for (index, place) in places.enumerated() where places[..<index].contains(place) {
      throw LaboratoryError.sameParameter(axes[index].name)
    }
    let values = try evaluator.values(setting: set.map { ($0.name, $0.value) })
    let ranges = axes.map { $0.from...$0.to }
    let names = axes.map(\.name)
    let found: SpaceMap
    do {
      found = try SpaceRegions.solve(shape: form.shape, over: ranges, seconds: seconds) { running in
        var forms = values.map { SpaceForm($0) }
        for (place, form) in zip(places, running) { forms[place] = form }
        return try evaluator.utilities(forms)
      }
    } catch let refusal as SpaceRefusal {
      throw LaboratoryError.tooLarge(
        concept: "a map", size: refusal.size, limit: refusal.limit,
        instead: "fix some of them with --set and map the others")
    } catch QuantityError.notAffine {
      throw LaboratoryError.notAffine(
        parameter: names.joined(separator: ", "),
        reason: "a payoff multiplies two of them, or has too many pieces; map two of them, or one")
    } catch QuantityError.divisionByZero {
      throw InputError(
        "a division by zero while \(Words.list(names)) run through the map: choose intervals "
          + "without that point")
    }
    let sampled = try Self.shares(found, form, evaluator, values, places)
    let order = found.regions.indices.sorted {
      sampled[$0].value != sampled[$1].value ? sampled[$0].value > sampled[$1].value : $0 < $1
    }
    map = SpaceMap(
      ranges: ranges, regions: order.map { found.regions[$0] }, unfinished: found.unfinished)
    shares = order.map { sampled[$0] }
    self.scenario = scenario
    self.form = form
    self.relativeGains = evaluator.relativeGains
    self.parameters = axes
    others = evaluator.parameters.indices.filter { !places.contains($0) }.map {
      .init(evaluator.parameters[$0], values[$0])
    }
    let own = places.map { values[$0] }
    defaults = zip(ranges, own).allSatisfy { $0.contains($1) } ? own : nil
    var corner = values
    for (place, axis) in zip(places, axes) { corner[place] = axis.from }
    isExact = try evaluator.evaluate(corner).exact
  }

  /// Counted on the game itself, not on the cells.
  private static func shares(
    _ map: SpaceMap, _ form: StrategicForm, _ evaluator: GameEvaluator, _ values: [Rational],
    _ places: [Int]
  ) throws -> [SampledShare] {
    var kinds: [[Int]: Int] = [:]
    for (index, region) in map.regions.enumerated() { kinds[region.equilibria] = index }
    var workspace = try evaluator.makeWorkspace(values: values)
    var finder = PureEquilibria(shape: form.shape)
    let sample = try SampledShares(over: map.ranges, kinds: map.regions.count) { point in
      for (place, value) in zip(places, point) { workspace.set(place, value) }
      try workspace.update()
      workspace.utilities.withUnsafeBufferPointer { finder.find(in: $0) }
      return kinds[finder.found]
    }
    return map.regions.indices.map { sample.share(of: $0) }
  }

  /// Whether the record's outcome is among the equilibria of a region; nil where nothing is
  /// recorded.
  public func holdsRecord(_ region: SpaceMap.Region) -> Bool? {
    scenario.outcome.map { region.equilibria.contains(form.index(of: $0.profile)) }
  }
}
