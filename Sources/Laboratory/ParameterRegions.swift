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
    let run = try BoxRun(scenario, over: requests, set: set, relativeGains: relativeGains)
    let found = try run.asking(
      notAffine: "a payoff multiplies two of them, or has too many pieces; map two of them, or one",
      separator: ", "
    ) {
      try SpaceRegions.solve(shape: form.shape, over: run.ranges, seconds: seconds) {
        try run.evaluator.utilities(run.values($0))
      }
    }
    let sampled = try Self.shares(found, form, run)
    let order = found.regions.indices.sorted {
      sampled[$0].value != sampled[$1].value ? sampled[$0].value > sampled[$1].value : $0 < $1
    }
    map = SpaceMap(
      ranges: run.ranges, regions: order.map { found.regions[$0] }, unfinished: found.unfinished)
    shares = order.map { sampled[$0] }
    self.scenario = scenario
    self.form = form
    self.relativeGains = run.evaluator.relativeGains
    self.parameters = run.axes
    others = run.others
    defaults = zip(run.ranges, run.own).allSatisfy { $0.contains($1) } ? run.own : nil
    isExact = try run.isExact()
  }

  /// Counted on the game itself, not on the cells.
  private static func shares(
    _ map: SpaceMap, _ form: StrategicForm, _ run: BoxRun
  ) throws -> [SampledShare] {
    var kinds: [[Int]: Int] = [:]
    for (index, region) in map.regions.enumerated() { kinds[region.equilibria] = index }
    var workspace = try run.evaluator.makeWorkspace(values: run.values)
    var finder = PureEquilibria(shape: form.shape)
    let sample = try SampledShares(over: map.ranges, kinds: map.regions.count) { point in
      for (place, value) in zip(run.places, point) { workspace.set(place, value) }
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
