public import Arithmetic
import RelativeGains
public import Scenarios

/// Where, along one parameter of a scenario or over any number, a concept says what, to a stated
/// resolution: for payoffs that are not affine.
public struct RefinedRegions: Sendable {
  /// The scenario.
  public let scenario: Scenario
  /// What is asked.
  public let concept: ThresholdConcept
  /// The rule in force.
  public let relativeGains: RelativeGainsBlock
  /// The parameters that run.
  public let parameters: [Regions.Axis]
  /// The values of the other parameters.
  public let others: [Setting.ParameterValue]
  /// One region a set of answers, the largest first.
  public let regions: [Region]
  /// The parts of which nothing is known, neighbours along one parameter joined.
  public let undecided: [[ClosedRange<Rational>]]
  /// Into how many parts each range was cut at most.
  public let parts: Int
  /// What the answers are.
  public let answers: [Regions.Answer]
  /// The answers that agree with the record; nil where nothing is recorded that could.
  public let recorded: Set<Int>?
  /// Whether the seconds were up before all parts were looked at.
  public let isCutShort: Bool
  /// Whether the payoffs are exact; false where constants in them were rounded.
  public let isExact: Bool

  /// All the ground on which the same answers are certain.
  public struct Region: Hashable, Sendable {
    /// Places in ``RefinedRegions/answers``, ascending.
    public let items: [Int]
    /// Boxes that share no inside, neighbours along one parameter joined.
    public let boxes: [[ClosedRange<Rational>]]
    /// The share of the whole box that they fill.
    public let share: Rational
  }

  /// Maps what `concept` says of `scenario`.
  ///
  /// - Parameter seconds: of work, after which parts are left undecided.
  /// - Throws: ``LaboratoryError/notAffine(parameter:reason:)`` where a function of a parameter has
  ///   no bounds, ``LaboratoryError/tooLarge(concept:size:limit:instead:)``, and `InputError` for
  ///   values that no expression has.
  public init(
    of scenario: Scenario, concept: ThresholdConcept = .pure, over requests: [Regions.Request],
    set: [Setting.ParameterValue] = [], relativeGains: RelativeGainsBlock? = nil,
    seconds: Double = ParameterRegions.patience
  ) throws {
    let run = try BoxRun(scenario, over: requests, set: set, relativeGains: relativeGains)
    let asked = AnswerConditions(concept, run.evaluator)
    let lotteries = concept == .lotteries ? LotteryQuestion(run.evaluator) : nil
    guard asked != nil || lotteries != nil else {
      throw LaboratoryError.wrongForm(
        asked: "a map of \(concept.rawValue)", takes: [concept.form], found: scenario.form.name)
    }
    let found = try run.asking(
      notAffine: "a root, a logarithm, an exponential or a high power of it is not followed; sweep "
        + "it in an experiment"
    ) { () throws -> BoxRefinement in
      if let asked {
        return try BoxRefinement(over: run.ranges, seconds: seconds) {
          try asked.conditions(run.values($0))
        }
      }
      guard let lotteries else { throw QuantityError.notAffine }
      return try lotteries.map(run, seconds: seconds)
    }
    regions = Self.regions(found) { asked?.items($0) ?? $0 }
    undecided = Self.joined(found.undecided)
    parts = found.parts
    isCutShort = found.isCutShort
    (answers, recorded) = (asked?.answers ?? LotteryQuestion.answers, asked?.recorded)
    self.scenario = scenario
    self.concept = concept
    self.relativeGains = run.evaluator.relativeGains
    self.parameters = run.axes
    others = run.others
    isExact = try run.isExact()
  }

  private static func regions(_ map: BoxRefinement, _ answers: ([Int]) -> [Int]) -> [Region] {
    var sets: [[Int]] = []
    var boxes: [[Int]: [[ClosedRange<Rational>]]] = [:]
    for cell in map.cells {
      let items = answers(cell.items)
      if boxes[items] == nil { sets.append(items) }
      boxes[items, default: []].append(cell.ranges)
    }
    let whole = volume(map.ranges)
    return sets.map { set in
      let joined = joined(boxes[set] ?? [])
      let filled = joined.reduce(Rational.zero) { $0 + volume($1) }
      return Region(items: set, boxes: joined, share: filled / whole)
    }.sorted { $0.share > $1.share }
  }

  /// Boxes with neighbours along the last parameter made one.
  private static func joined(_ boxes: [[ClosedRange<Rational>]]) -> [[ClosedRange<Rational>]] {
    var found: [[ClosedRange<Rational>]] = []
    for box in boxes {
      if let before = found.last,
        let (last, next) = before.last.flatMap({ l in box.last.map { (l, $0) } }),
        before.dropLast() == box.dropLast(), last.upperBound == next.lowerBound
      {
        found[found.count - 1][box.count - 1] = last.lowerBound...next.upperBound
      } else {
        found.append(box)
      }
    }
    return found
  }

  static func volume(_ box: [ClosedRange<Rational>]) -> Rational {
    box.reduce(.one) { $0 * ($1.upperBound - $1.lowerBound) }
  }

  /// The share of the box that is undecided.
  public var undecidedShare: Rational {
    undecided.reduce(.zero) { $0 + Self.volume($1) }
      / Self.volume(parameters.map { $0.from...$0.to })
  }

  /// Whether the record agrees with what holds in a region; nil where nothing is recorded.
  public func holdsRecord(_ region: Region) -> Bool? {
    recorded.map { !$0.isDisjoint(with: region.items) }
  }
}
