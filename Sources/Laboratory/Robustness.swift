public import Arithmetic
import Equilibria
import GameForms
import RelativeGains
public import Scenarios

/// How much a claim about the pure equilibria of a game depends on the numbers that were guessed.
public struct Robustness: Sendable {
  /// The game and its conditions.
  public let setting: Setting
  /// Its form.
  public let form: StrategicForm
  /// What is claimed.
  public let claim: Claim
  /// Whether it holds at the setting's values.
  public let holds: Bool
  /// By how much all payoffs may be wrong at once; nil where the rule sets no bound.
  public let radius: Radius?
  /// The share of the box of parameter ranges in which it holds.
  public let share: ParameterShare
  /// What each number alone would have to be for the claim to tip, nearest first: the parameters.
  public let parameters: [Judgment]
  /// The same for each gain of each outcome.
  public let gains: [Judgment]
  /// The largest box of payoffs and parameters together in which it stays so.
  public let box: RobustBox.Finding
  /// Why gains were not looked at, nil where they were.
  public let omission: String?

  /// An error of all payoffs that changes nothing.
  public struct Radius: Sendable {
    /// The largest such error.
    public let size: Rational
    /// Whether no larger one would do; false where others may make up for what tips.
    public let isExact: Bool
    /// Who tips first.
    public let actor: Int
    /// From which profile to which it then turns.
    public let turns: [Int]
  }

  /// One number and where it tips.
  public struct Judgment: Sendable {
    /// What the number is.
    public let subject: Subject
    /// Its value.
    public let value: Rational
    /// The nearest value at which the claim changes; nil if there is none within reach.
    public let tips: Rational?
    /// From where to where was looked.
    public let reach: ClosedRange<Rational>
    /// Why it was not looked at, nil if it was.
    public let unknown: String?

    /// The change as a part of the length of the reach; nil where nothing tips.
    public var part: Rational? {
      tips.map { ($0 - value).magnitude / (reach.upperBound - reach.lowerBound) }
    }
  }

  /// What a number is.
  public enum Subject: Hashable, Sendable {
    /// A parameter, by its name.
    case parameter(String)
    /// What an actor gains at a profile.
    case gain(actor: Int, profile: Int)
  }

  /// Most gains times profiles to be looked at.
  public static let mostWork = 4_000_000

  /// Examines `claim` at the values of `setting`.
  ///
  /// - Throws: ``LaboratoryError/wrongForm(asked:takes:found:)`` for games of another form.
  public init(_ claim: Claim, in setting: Setting) throws {
    let scenario = setting.scenario
    guard let form = scenario.form as? StrategicForm else {
      throw LaboratoryError.wrongForm(
        asked: "robust", takes: [StrategicForm.name], found: scenario.form.name)
    }
    let evaluator = try GameEvaluator(scenario, relativeGains: setting.relativeGains)
    let values = setting.parameters.map(\.value)
    var finder = PureEquilibria(shape: form.shape)
    func holdsWhere(_ utilities: [Rational]) -> Bool {
      utilities.withUnsafeBufferPointer { finder.find(in: $0) }
      return claim.holds(finder.found, in: form)
    }
    let rule = try evaluator.rule(values)
    let holdsNow = holdsWhere(setting.evaluated.utilities)

    self.setting = setting
    self.form = form
    self.claim = claim
    holds = holdsNow
    radius = rule.slopes(actors: scenario.actors.count).flatMap {
      Radius(claim, form, setting.utilities, slopes: $0, holds: holdsNow)
    }
    share = .share(in: evaluator, at: values, of: claim) {
      holdsWhere($0.utilities)
    }
    if case .isEquilibrium(let profile) = claim, holdsNow {
      box = try RobustBox.largest(for: profile, in: setting, evaluator)
    } else {
      box = .none("it is worked out for an equilibrium that there is")
    }
    let varying = ParameterShare.varying(in: evaluator)
    parameters =
      varying.map { place, range in
        Judgment(
          claim, form, holds: holdsNow, evaluator, values, place: place, range: range)
      }.nearestFirst
    let work = form.cells.count * scenario.actors.count * form.cells.count
    if work > Self.mostWork {
      gains = []
      omission = "single payoffs were not looked at: the game has \(form.cells.count) profiles"
    } else {
      gains =
        setting.evaluated.gains.indices.map {
          Judgment(claim, form, holds: holdsNow, rule, setting.evaluated.gains, place: $0)
        }.nearestFirst
      omission = nil
    }
  }
}

extension Robustness.Radius {
  /// From the radii of single profiles: what must be an equilibrium and what must be none.
  init?(
    _ claim: Claim, _ form: StrategicForm, _ utilities: StrategicGame, slopes: [Rational],
    holds: Bool
  ) {
    func radius(_ profile: Int) -> PayoffRadius {
      PayoffRadius(of: profile, in: utilities, slopes: slopes)
    }
    if case .isEquilibrium(let profile) = claim {
      self.init(radius(profile), isExact: true)
      return
    }
    let (actor, strategy, wanted) =
      switch claim {
      case .always(let actor, let strategy): (actor, strategy, true)
      case .never(let actor, let strategy): (actor, strategy, false)
      case .isEquilibrium: (0, 0, false)
      }
    // What could end the claim: one of `against` becoming an equilibrium, or the last of `witnesses`
    // ceasing to be one.
    let plays = { form.profile(at: $0)[actor] == strategy }
    let all = Array(0..<utilities.profiles)
    let against = all.filter { plays($0) != wanted }
    guard holds else { return nil }
    let threats = against.map(radius).filter { $0.radius != nil }
    var radii = threats.min { ($0.radius ?? .zero) < ($1.radius ?? .zero) }.map { [$0] } ?? []
    if wanted {
      let witnesses = all.filter { plays($0) && utilities.isPureEquilibrium($0) }.map(radius)
      if let firmest = witnesses.max(by: { ($0.radius ?? .zero) < ($1.radius ?? .zero) }) {
        radii.append(firmest)
      }
    }
    guard let least = radii.min(by: { ($0.radius ?? .zero) < ($1.radius ?? .zero) }) else {
      return nil
    }
    self.init(least, isExact: false)
  }

  private init?(_ radius: PayoffRadius, isExact: Bool) {
    guard let size = radius.radius, let actor = radius.actor else { return nil }
    self.init(size: size, isExact: isExact, actor: actor, turns: radius.turns)
  }
}

extension Robustness.Judgment {
  /// A parameter, along its range.
  init(
    _ claim: Claim, _ form: StrategicForm, holds: Bool, _ evaluator: GameEvaluator,
    _ values: [Rational], place: Int, range: ClosedRange<Rational>
  ) {
    let name = evaluator.parameters[place]
    let set = zip(evaluator.parameters, values).map { Setting.ParameterValue($0, $1) }
    do {
      let found = try Thresholds(
        of: evaluator.scenario, parameter: name, set: set,
        relativeGains: evaluator.relativeGains)
      self.init(
        subject: .parameter(name), value: values[place],
        tips: found.map.nearest(to: values[place]) { claim.holds($0, in: form) != holds },
        reach: range, unknown: nil)
    } catch {
      self.init(
        subject: .parameter(name), value: values[place], tips: nil, reach: range,
        unknown: "\(error)")
    }
  }

  /// A gain, as far up and down as gains of the game differ.
  init(
    _ claim: Claim, _ form: StrategicForm, holds: Bool, _ rule: RelativeGains<Rational>,
    _ gains: [Rational], place: Int
  ) {
    let actors = form.strategies.count
    let subject = Robustness.Subject.gain(actor: place % actors, profile: place / actors)
    let spread = max((gains.max() ?? .zero) - (gains.min() ?? .zero), .one)
    let reach = (gains[place] - spread)...(gains[place] + spread)
    let cell = (place / actors * actors)..<(place / actors * actors + actors)
    do {
      var fixed: [Rational] = []
      try rule.transform(gains, actors: actors, into: &fixed)
      let lifted = fixed.map { AffineForm($0) }
      let formRule = rule.lifted
      let map = try PureThresholds.solve(
        shape: form.shape, from: reach.lowerBound, to: reach.upperBound
      ) { value in
        var outcome = gains[cell].map { AffineForm($0) }
        outcome[place % actors] = value
        var utilities = lifted
        utilities.replaceSubrange(cell, with: try formRule.utilities(of: outcome))
        return utilities
      } exact: { value in
        var outcome = Array(gains[cell])
        outcome[place % actors] = value
        var utilities = fixed
        utilities.replaceSubrange(cell, with: try rule.utilities(of: outcome))
        return utilities
      }
      self.init(
        subject: subject, value: gains[place],
        tips: map.nearest(to: gains[place]) { claim.holds($0, in: form) != holds },
        reach: reach, unknown: nil)
    } catch {
      self.init(
        subject: subject, value: gains[place], tips: nil, reach: reach, unknown: "\(error)")
    }
  }
}

extension [Robustness.Judgment] {
  /// Those that tip first before those that never do, in the order of the file among equals.
  fileprivate var nearestFirst: [Robustness.Judgment] {
    enumerated().sorted { a, b in
      switch (a.element.part, b.element.part) {
      case (let left?, let right?): left != right ? left < right : a.offset < b.offset
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): a.offset < b.offset
      }
    }.map(\.element)
  }
}

extension ThresholdMap {
  /// The value nearest to `start` at which, or right after which, the set is one of those sought;
  /// nil where none is.
  func nearest(to start: Rational, where isSought: ([Int]) -> Bool) -> Rational? {
    let ends = regions.filter { isSought($0.equilibria) }.map { min(max(start, $0.from), $0.to) }
    let points = points.filter { isSought($0.equilibria) }.map(\.at)
    return (ends + points).min { ($0 - start).magnitude < ($1 - start).magnitude }
  }
}

extension RelativeGains where Number == Rational {
  /// The same rule for forms that hold a free parameter.
  fileprivate var lifted: RelativeGains<AffineForm> {
    func lift(_ matrix: [[Rational]]) -> [[AffineForm]] { matrix.map { $0.map { AffineForm($0) } } }
    return switch self {
    case .none: .none
    case .grieco(let k): .grieco(lift(k))
    case .snidal(let w): .snidal(lift(w))
    case .lead(let k): .lead(lift(k))
    case .convex(let k): .convex(lift(k))
    case .ally(let e): .ally(lift(e))
    case .power(let weights, let capabilities, let scale):
      .power(
        weights: weights.map { AffineForm($0) }, capabilities: capabilities.map { AffineForm($0) },
        scale: AffineForm(scale))
    }
  }
}
