public import GameForms
import Glibc
import LinearPrograms

/// One equilibrium of a game of any number of actors, as the limit of the logarithmic tracing
/// procedure from a prior.
///
/// - Source: Harsanyi 1975; Herings and Peeters 2001; Eibelshaeuser, Klockmann, Poensgen and von
///   Schenk 2023.
public struct LogarithmicTracing: Sendable {
  /// Weight of the logarithms at which a curve ends, as a share of what it was.
  private static let goal = 1e-8
  private static let mostSteps = 20_000
  /// How many priors are tried before the game is given up.
  private static let mostStarts = 20

  private let game: SmoothedGame
  private let seconds: Double?

  /// What was found.
  public struct Result: Sendable {
    /// `probabilities[actor][strategy]`.
    public let probabilities: [[Double]]
    /// The most that an actor could gain by turning to one strategy.
    public let regret: Double
    /// Whether the equilibrium was computed to rounding on its support.
    public let isRefined: Bool
    /// The prior it was traced from, the one asked for or, where that led nowhere, another.
    public let prior: [[Double]]
    /// How many priors were tried.
    public let starts: Int
    /// How many steps were taken from the last.
    public let steps: Int
    /// Whether time was over before the curve ended.
    public let isCutShort: Bool
  }

  /// Traces equilibria of `game`.
  public init(_ game: StrategicGame, seconds: Double? = nil) {
    self.game = SmoothedGame(game)
    self.seconds = seconds
  }

  /// The equilibrium traced from `prior`, from even chances where none is given.
  ///
  /// - Parameter prior: `prior[actor][strategy]`, probabilities.
  public func solve(prior: [[Double]]? = nil) -> Result {
    let first = prior?.flatMap { $0 } ?? game.evenLogarithms.map { exp($0) }
    precondition(first.count == game.tensor.strategies, "one probability a strategy")
    let deadline = Deadline(seconds: seconds)
    var best: Result?
    for attempt in 0..<Self.mostStarts {
      let start = attempt == 0 ? first : game.prior(attempt)
      let result = trace(start, attempt: attempt + 1, deadline)
      if best.map({ result.regret < $0.regret }) ?? true { best = result }
      if result.isRefined || deadline.isOver { break }
    }
    return best ?? trace(first, attempt: 1, deadline)
  }

  private func trace(_ prior: [Double], attempt: Int, _ deadline: Deadline) -> Result {
    var homotopy = TracingHomotopy(game.tensor, scale: game.scale, prior: prior)
    let start = homotopy.start()
    var refinement = SupportRefinement(game.tensor, scale: game.scale)
    func result(_ mixed: [Double], _ refined: Bool, _ steps: Int, cut: Bool) -> Result {
      Result(
        probabilities: game.split(mixed), regret: max(0, game.regret(of: mixed)),
        isRefined: refined, prior: game.split(prior), starts: attempt, steps: steps,
        isCutShort: cut)
    }
    var mixed = start.dropLast().map { exp($0) }
    guard var tracer = try? CurveTracer(homotopy, at: start) else {
      return result(mixed, false, 0, cut: false)
    }
    while tracer.points < Self.mostSteps, tracer.advance() {
      let isEnd = tracer.current.parameter > -log(Self.goal)
      guard isEnd || deadline.isOver else { continue }
      mixed = tracer.current.unknowns.dropLast().map { exp($0) }
      if let refined = refinement.refine(mixed, within: 1e-3) {
        return result(refined.mixed, true, tracer.points, cut: false)
      }
      return result(mixed, false, tracer.points, cut: !isEnd)
    }
    mixed = tracer.current.unknowns.dropLast().map { exp($0) }
    return result(mixed, false, tracer.points, cut: false)
  }
}
