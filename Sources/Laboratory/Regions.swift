public import Arithmetic
public import RelativeGains
public import Scenarios

/// Where, over two parameters of a scenario, a concept says what.
public struct Regions: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// What is asked.
  public let concept: ThresholdConcept
  /// The rule in force.
  public let relativeGains: RelativeGainsBlock
  /// The parameter that runs to the right, then the one that runs upwards.
  public let parameters: [Axis]
  /// The values of the other parameters.
  public let others: [Setting.ParameterValue]
  /// Where the scenario's own values of the two lie; nil if outside of the map.
  public let defaults: PlanePoint?
  /// The map; its items are places in ``answers``.
  public let map: RegionMap
  /// What the items of the map are.
  public let answers: [Answer]
  /// The items that agree with the record; nil where nothing is recorded that could.
  public let recorded: Set<Int>?
  /// Whether the payoffs are exact; false where constants in them were rounded.
  public let isExact: Bool

  /// Something that may hold: an equilibrium, an outcome that everyone accepts.
  public struct Answer: Sendable {
    /// In words.
    public let words: String
    /// What happens, where that is less; for maps.
    public let brief: String
    /// For machines.
    public let json: JSONValue

    init(words: String, brief: String? = nil, json: JSONValue) {
      self.words = words
      self.brief = brief ?? words
      self.json = json
    }
  }

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

  /// Maps what `concept` says of `scenario`.
  ///
  /// - Parameters:
  ///   - scenario: the scenario, of the form that the concept is about.
  ///   - concept: what is asked; all but `nash`.
  ///   - x: the parameter that runs to the right.
  ///   - y: the parameter that runs upwards.
  ///   - set: values of the other parameters.
  ///   - relativeGains: a rule in place of the scenario's own.
  ///   - seconds: of work on what is certified square by square.
  /// - Throws: ``LaboratoryError/notAffine(parameter:reason:)`` where a function of a parameter has
  ///   no bounds, or for trees and cores where the numbers are neither affine in both nor a product
  ///   of them, and `InputError` for values that no expression has.
  public init(
    of scenario: Scenario, concept: ThresholdConcept = .pure, x: Request, y: Request,
    set: [Setting.ParameterValue] = [], relativeGains: RelativeGainsBlock? = nil,
    seconds: Double = ParameterRegions.patience
  ) throws {
    guard concept.form == scenario.form.name, concept != .nash else {
      throw LaboratoryError.wrongForm(
        asked: "a map of \(concept.rawValue)",
        takes: concept == .nash ? [] : [concept.form], found: scenario.form.name)
    }
    let run = try PlaneRun(scenario, x: x, y: y, set: set, relativeGains: relativeGains)
    let found = try run.asking { () throws -> PlaneRun.Found in
      if let asked = AnswerConditions(concept, run.evaluator) {
        return try run.map(asked, seconds: seconds)
      }
      switch concept {
      case .core: return try run.core()
      case .lotteries: return try run.lotteries(seconds: seconds)
      default: return try run.subgamePerfectEquilibria()
      }
    }
    (map, answers, recorded) = (found.map, found.answers, found.recorded)
    self.scenario = scenario
    self.concept = concept
    self.relativeGains = run.evaluator.relativeGains
    self.parameters = run.axes
    others = run.others
    defaults = run.box.contains(run.own) ? run.own : nil
    isExact = try run.isExact()
  }

  /// Whether the record agrees with what holds in a region; nil where nothing is recorded.
  public func holdsRecord(_ region: RegionMap.Region) -> Bool? {
    recorded.map { !$0.isDisjoint(with: region.items) }
  }

  /// `A`, `B`, ... `Z`, `AA`: what a region is called on the map.
  public static func letter(_ index: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    let last = String(letters[index % letters.count])
    return index < letters.count ? last : letter(index / letters.count - 1) + last
  }

  /// What happens in a region, each thing once, in a few words.
  public func brief(_ region: RegionMap.Region) -> [String] {
    var found: [String] = []
    for words in region.items.map({ answers[$0].brief }) where !found.contains(words) {
      found.append(words)
    }
    return found.isEmpty ? [concept.nothing] : found
  }

  /// What holds in a region, in words.
  public func words(_ region: RegionMap.Region) -> [String] {
    region.items.isEmpty ? [concept.nothing] : region.items.map { answers[$0].words }
  }
}
