import Arithmetic
public import Equilibria
import GSL
import GameForms

/// The ways of a dynamic through a scenario's game, ready to be shown.
public struct DynamicsReport: Sendable {
  /// The game and its conditions.
  public let setting: Setting
  /// What changes the shares.
  public let process: Process
  /// Whether one population plays against itself.
  public let isSingle: Bool
  /// One way a start.
  public let ways: [Way]
  /// Where the replicator dynamic rests, nil for other processes.
  public let restPoints: RestPoints?
  /// Whether ``ways`` only serve a figure, nobody having given a start.
  public let hasOwnStarts: Bool

  /// A process by name.
  public enum Process: String, CaseIterable, Sendable {
    /// Shares grow by how much better than average they earn; Taylor and Jonker 1978.
    case replicator
    /// Shares move towards logit replies; Fudenberg and Levine 1998.
    case logit
    /// Shares move towards best replies; Gilboa and Matsui 1991.
    case bestResponse = "best-response"
    /// Each replies best to what was played so far; Brown 1951.
    case fictitiousPlay = "fictitious-play"
    /// Strategies are played in proportion to their regrets; Hart and Mas-Colell 2000.
    case regretMatching = "regret-matching"

    /// Whether time runs in rounds.
    public var isDiscrete: Bool { self == .fictitiousPlay || self == .regretMatching }
  }

  /// A way: states at times.
  public struct Way: Sendable {
    /// Times, or rounds.
    public let times: [Double]
    /// `states[time]`: the shares of the first population, then of the second.
    public let states: [[Double]]
    /// The most that a strategy earns above the average at the end.
    public let regret: Double
  }

  /// What to follow.
  public struct Question: Sendable {
    /// The process.
    public var process: Process
    /// How sharply logit replies follow payoffs.
    public var lambda: Double
    /// What chance depends on.
    public var seed: UInt64
    /// How long.
    public var time: Double
    /// How many steps are shown.
    public var steps: Int
    /// Whether one population plays against itself.
    public var isSingle: Bool
    /// Where to start: shares of all populations, each in a flat list; none for a choice of starts.
    public var starts: [[Double]]

    /// A question about a process.
    public init(
      process: Process, lambda: Double = 1, seed: UInt64 = 1, time: Double, steps: Int,
      isSingle: Bool = false, starts: [[Double]] = []
    ) {
      self.process = process
      self.lambda = lambda
      self.seed = seed
      self.time = time
      self.steps = steps
      self.isSingle = isSingle
      self.starts = starts
    }
  }

  /// Follows the process.
  ///
  /// - Throws: ``LaboratoryError`` where one population is asked for and the game is not symmetric,
  ///   or the work would take too long; `GSLError` where the integration fails.
  public init(_ setting: Setting, _ question: Question) throws {
    let game = setting.utilities
    try Self.refuse(setting, question)
    let populations = question.isSingle ? PopulationGame(single: game) : PopulationGame(game)
    let starts =
      question.starts.isEmpty ? StartingPoints.spread(over: populations) : question.starts
    var ways: [Way] = []
    for start in starts { ways.append(try Self.way(from: start, question, populations)) }
    self.setting = setting
    self.ways = ways
    process = question.process
    isSingle = question.isSingle
    hasOwnStarts = !question.starts.isEmpty
    restPoints =
      question.process == .replicator
      ? try RestPoints.solve(game, single: question.isSingle) : nil
  }

  private static func refuse(_ setting: Setting, _ question: Question) throws(LaboratoryError) {
    let game = setting.utilities
    if question.isSingle, !game.isSymmetric {
      throw .wrongSize(
        concept: "one population", takes: "a symmetric game of two",
        found: "sides that differ", instead: "leave out --one-population")
    }
    let looks =
      question.process == .bestResponse
      ? question.time / BestResponseDynamic.least
      : question.process.isDiscrete ? question.time : 1e4
    let work = looks * Double(game.profiles * game.actors) * Double(max(question.starts.count, 24))
    guard work <= 2e10 else {
      throw .tooLarge(
        concept: question.process.rawValue, size: "\(work.text(digits: 2)) payoffs looked at",
        limit: "2e+10", instead: "use a shorter --time, or fewer --start")
    }
  }

  private static func way(
    from start: [Double], _ question: Question, _ game: PopulationGame
  ) throws -> Way {
    let steps =
      question.process.isDiscrete ? min(question.steps, Int(question.time)) : question.steps
    var times = (0...steps).map { question.time * Double($0) / Double(max(steps, 1)) }
    if question.process.isDiscrete { times = times.map { $0.rounded() } }
    let states: [[Double]]
    switch question.process {
    case .replicator:
      states = try ContinuousDynamic.replicator.trajectory(from: start, at: times, in: game)
    case .logit:
      states = try ContinuousDynamic.logit(lambda: question.lambda)
        .trajectory(from: start, at: times, in: game)
    case .bestResponse:
      states = BestResponseDynamic(game).trajectory(from: start, at: times)
    case .fictitiousPlay:
      states = LearningProcess.fictitiousPlay.shares(
        from: start, after: times.map { Int($0) }, in: game)
    case .regretMatching:
      states = LearningProcess.regretMatching(seed: question.seed).shares(
        from: start, after: times.map { Int($0) }, in: game)
    }
    return Way(times: times, states: states, regret: game.regret(at: states.last ?? start))
  }

  /// The places of each population's strategies in a state.
  var populations: [Range<Int>] {
    let shape = isSingle ? [setting.utilities.shape[0]] : setting.utilities.shape
    var start = 0
    return shape.map { count in
      defer { start += count }
      return start..<(start + count)
    }
  }

  /// What each place of a state is called: `Row: C`.
  public var labels: [String] {
    zip(setting.scenario.actors, setting.strategies).prefix(populations.count)
      .flatMap { actor, list in
        list.map { isSingle ? $0.key : "\(actor.name): \($0.key)" }
      }
  }
}

/// Where ways begin when nobody says where.
enum StartingPoints {
  /// States that show the whole of a small room, and one off the centre of a large one.
  static func spread(over game: PopulationGame) -> [[Double]] {
    let shape = game.populations.map(\.count)
    if shape == [2, 2] {
      // Off the diagonals, on which ways of symmetric games end at a saddle.
      return [0.08, 0.36, 0.64, 0.92].flatMap { x in
        [0.05, 0.33, 0.62, 0.94].map { y in [x, 1 - x, y, 1 - y] }
      }
    }
    if shape == [3] {
      let rings = [[0.4, 0.33, 0.27], [0.56, 0.3, 0.14], [0.8, 0.14, 0.06], [0.5, 0.46, 0.04]]
      return rings.flatMap { [$0, [$0[2], $0[0], $0[1]], [$0[1], $0[2], $0[0]]] }
    }
    // Shares that fall slowly, so that no symmetry holds the state in place.
    return [
      shape.flatMap { count -> [Double] in
        let weights = (0..<count).map { Double(2 * count - $0) }
        let total = weights.reduce(0, +)
        return weights.map { $0 / total }
      }
    ]
  }
}
