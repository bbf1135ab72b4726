public import Arithmetic
public import RelativeGains
public import Scenarios

/// All equilibria of a game of two actors, mixed ones too, followed along one parameter: exact.
public struct NashBranches: Sendable {
  /// The form of the game.
  public let form: StrategicForm
  /// The branches and events.
  public let map: BranchMap
  /// How wide the brackets around ends may be that are no fractions.
  public let width: Rational
  /// Whether the payoffs are exact; false where constants in them were rounded.
  public let isExact: Bool
  let run: ParameterRun

  /// The width of brackets when nothing else is said.
  public static let usualWidth = Rational(1, 1_000_000)

  /// Follows the equilibria of `scenario`.
  ///
  /// - Parameters:
  ///   - scenario: the scenario, of strategic form, with two actors.
  ///   - request: the parameter that runs, and the conditions.
  ///   - width: how wide brackets may be, positive.
  /// - Throws: ``LaboratoryError`` for other games, those too large and those not affine.
  public init(
    of scenario: Scenario, _ request: ParameterRequest, width: Rational = usualWidth
  ) throws {
    let asked = "thresholds --concept nash"
    guard let form = scenario.form as? StrategicForm else {
      throw LaboratoryError.wrongForm(
        asked: asked, takes: [StrategicForm.name], found: scenario.form.name)
    }
    guard scenario.actors.count == 2 else {
      throw LaboratoryError.wrongSize(
        concept: asked, takes: "two actors", found: "\(scenario.actors.count)",
        instead: "use --concept pure")
    }
    guard EquilibriumBranches.pairs(shape: form.shape) <= Double(EquilibriumBranches.mostPairs)
    else {
      throw LaboratoryError.tooLarge(
        concept: asked, size: "\(form.size) strategies",
        limit: "\(EquilibriumBranches.mostPairs) pairs of supports, as of 7 x 7",
        instead: "use --concept pure, or solve at single values")
    }
    guard width.signum > 0 else {
      throw LaboratoryError.wrongOption(
        option: "width", found: width.description, expected: "a width above 0, such as 1e-6")
    }
    let run = try ParameterRun(scenario, request)
    map = try run.asking {
      try EquilibriumBranches.solve(shape: form.shape, from: run.from, to: run.to) {
        try run.evaluator.utilities(run.values($0))
      }
    }
    isExact = try run.evaluated(at: run.from).exact
    self.form = form
    self.width = width
    self.run = run
  }

  /// The game.
  public var scenario: Scenario { run.scenario }
  /// The parameter that runs.
  public var parameter: String { run.name }
  /// From where.
  public var from: Rational { run.from }
  /// To where.
  public var to: Rational { run.to }
  /// The game, the rule and what stays as it is.
  public var title: String { run.title }

  /// `A`, `B`, ...: what a branch is called.
  public func name(_ branch: Int) -> String { Regions.letter(branch) }

  /// What happens at an event.
  public enum Kind: String, Sendable {
    /// Branches begin where none ended.
    case birth
    /// Branches end and none begins.
    case death
    /// Branches end where others begin.
    case exchange
    /// The same strategies go on by another formula, as a payoff has a kink.
    case kink
  }

  /// What happens at an event.
  public func kind(_ event: BranchEvent) -> Kind {
    if event.ending.isEmpty { return .birth }
    if event.beginning.isEmpty { return .death }
    func played(_ branches: [Int]) -> [[[Int]]] { branches.map { map.branches[$0].supports } }
    return played(event.ending) == played(event.beginning) ? .kink : .exchange
  }
}
