public import GameForms
import LinearPrograms

/// One equilibrium of a game of any number of actors, by replacing the game again and again by the
/// polymatrix game that it looks like where the last one's equilibrium was.
///
/// Near an equilibrium every step doubles the digits that are right. Far from one the steps may
/// wander: they are shortened where they do not lessen regret, and begun again elsewhere where they
/// lead nowhere. Nothing promises an end; a game of two is its own approximation and takes one step.
///
/// - Source: Govindan and Wilson 2004, Computing Nash equilibria by iterated polymatrix
///   approximation.
public struct IteratedPolymatrix: Sendable {
  /// How many approximations are made from one start, and how many starts.
  public static let (mostApproximations, mostStarts) = (40, 25)
  /// Steps as short as this have come to an end.
  private static let nearness = 1e-3

  private let game: SmoothedGame
  private let seconds: Double?

  /// What was found.
  public struct Result: Sendable {
    /// `probabilities[actor][strategy]`; nil where no start led to an equilibrium.
    public let probabilities: [[Double]]?
    /// The most that an actor could gain by turning to one strategy, at the equilibrium, or at the
    /// nearest thing to one.
    public let regret: Double
    /// Where the steps began, the start asked for or, where that led nowhere, another.
    public let start: [[Double]]
    /// How many starts were tried.
    public let starts: Int
    /// How many approximations were made from all of them.
    public let approximations: Int
    /// What ended the search before it found one; nil where it did.
    public let limit: String?
  }

  /// For equilibria of `game`.
  ///
  /// - Parameter seconds: after which to give up; nil for no limit.
  public init(_ game: StrategicGame, seconds: Double? = nil) {
    self.game = SmoothedGame(game)
    self.seconds = seconds
  }

  /// The equilibrium that steps from `start` lead to, from even chances where none is given.
  ///
  /// - Parameter start: `start[actor][strategy]`, probabilities.
  public func solve(start: [[Double]]? = nil) -> Result {
    let first =
      start?.flatMap { $0 }
      ?? game.tensor.shape.flatMap { Array(repeating: 1 / Double($0), count: $0) }
    precondition(first.count == game.tensor.strategies, "one probability a strategy")
    var search = Search(game, Deadline(seconds: seconds))
    var number = 0
    while true {
      let start = number == 0 ? first : game.prior(number)
      let found = search.run(from: start)
      number += 1
      let isOver = search.deadline.isOver
      guard found != nil || isOver || number == Self.mostStarts else { continue }
      let limit =
        isOver
        ? search.deadline.limit
        : "\(search.approximations) approximations from \(number) starts"
      return Result(
        probabilities: found.map { game.split($0.mixed) }, regret: found?.regret ?? search.least,
        start: game.split(start), starts: number, approximations: search.approximations,
        limit: found == nil ? limit : nil)
    }
  }

  /// The steps and what they have come to.
  private struct Search {
    let game: SmoothedGame
    let deadline: Deadline
    var approximation: PolymatrixGame
    var refinement: SupportRefinement
    var approximations = 0
    /// The least regret met.
    var least = Double.infinity

    init(_ game: SmoothedGame, _ deadline: Deadline) {
      self.game = game
      self.deadline = deadline
      approximation = PolymatrixGame(game.tensor, spreads: game.spreads)
      refinement = SupportRefinement(game.tensor, scale: game.scale)
    }

    /// Steps from `start` until they are short and end in an equilibrium.
    mutating func run(from start: [Double]) -> (mixed: [Double], regret: Double)? {
      var mixed = start
      var regret = Double.infinity
      for _ in 0..<mostApproximations {
        approximations += 1
        let deadline = deadline
        guard
          let target = approximation.equilibrium(from: mixed, shouldStop: { deadline.isOver })
        else { return nil }
        let distance = zip(mixed, target).reduce(0) { max($0, abs($1.0 - $1.1)) }
        let reached = game.regret(of: target)
        if reached <= 1e-12 * game.scale {
          least = reached
          return (target, reached)
        }
        if distance <= nearness || reached <= nearness * game.scale,
          let refined = refinement.refine(target, within: 2 * nearness)
        {
          least = refined.regret
          return refined
        }
        (mixed, regret) = step(from: mixed, regret, to: target, reached)
        least = min(least, regret)
      }
      return nil
    }

    /// The whole way to `target` where that lessens regret; else the largest of its halves that
    /// does, or the shortest.
    private func step(
      from mixed: [Double], _ regret: Double, to target: [Double], _ reached: Double
    ) -> ([Double], Double) {
      guard reached >= 0.9 * regret else { return (target, reached) }
      var share = 0.5
      while true {
        let point = zip(mixed, target).map { $0 + share * ($1 - $0) }
        let reached = game.regret(of: point)
        if reached < 0.9 * regret || share < 0.1 { return (point, reached) }
        share /= 2
      }
    }
  }
}
