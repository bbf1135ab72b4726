import Arithmetic
public import GameForms
import LinearPrograms

/// Every strategy of a field against every other, in a repeated game of two by two: as Axelrod ran
/// it, with chance moves and noise that depend on the seed and the match alone.
///
/// - Source: Axelrod 1980; Axelrod 1984.
public struct Tournament: Sendable {
  /// The field; a strategy may stand in it more than once.
  public var field: [TournamentStrategy]
  /// Rounds of a match; the strategies know how many.
  public var rounds: Int
  /// How often each pair meets.
  public var repetitions: Int
  /// The probability that a move comes out as the other one, each side's by itself.
  public var noise: Double
  /// What chance moves and noise depend on.
  public var seed: UInt64
  /// Whether each strategy meets its own twin as well.
  public var meetsTwin: Bool

  /// A tournament of this field.
  ///
  /// - Precondition: at least one round and one repetition; noise from 0 to 1.
  public init(
    field: [TournamentStrategy], rounds: Int = 200, repetitions: Int = 5, noise: Double = 0,
    seed: UInt64 = 1, meetsTwin: Bool = false
  ) {
    precondition(rounds > 0 && repetitions > 0, "a tournament has rounds and repetitions")
    precondition(noise >= 0 && noise <= 1, "noise is a probability")
    self.field = field
    self.rounds = rounds
    self.repetitions = repetitions
    self.noise = noise
    self.seed = seed
    self.meetsTwin = meetsTwin
  }

  /// Plays all matches.
  ///
  /// - Parameters:
  ///   - game: a game of two by two. Where it looks different from the two sides, each pair plays
  ///     it from both.
  ///   - cooperation: the strategy of each actor that counts as cooperation.
  ///   - seconds: when to stop, nil for never.
  /// - Returns: nil where the time was up before the end.
  public func play(
    _ game: StrategicGame, cooperation: [Int], seconds: Double? = nil
  ) -> TournamentResult? {
    precondition(game.shape == [2, 2], "a tournament is played in a game of two by two")
    let deadline = Deadline(seconds: seconds)
    let payoffs = (0..<2).map { Self.payoffs(game, role: $0, cooperation: cooperation) }
    let isSymmetric = payoffs[0] == payoffs[1]
    var result = TournamentResult(
      names: field.map(\.name), payoffs: payoffs, rounds: rounds, repetitions: repetitions)
    let rounded = payoffs.map { $0.map(\.double) }
    for first in field.indices {
      for second in field.indices
      where (first < second || (first > second && !isSymmetric)) || (first == second && meetsTwin) {
        for repetition in 0..<repetitions {
          if deadline.isOver { return nil }
          let place = (first * field.count + second) * repetitions + repetition
          var chance = RandomStream(seed: seed, place: UInt64(place))
          let counts = match(field[first], field[second], rounded, &chance)
          result.add(counts, first: first, second: second, repetition: repetition)
        }
      }
    }
    return result
  }

  /// What one side earns: `[2 * own + other]`, 0 for cooperation.
  private static func payoffs(
    _ game: StrategicGame, role: Int, cooperation: [Int]
  ) -> [Rational] {
    (0..<4).map { moves in
      var profile = cooperation
      if moves / 2 == 1 { profile[role] = 1 - cooperation[role] }
      if moves % 2 == 1 { profile[1 - role] = 1 - cooperation[1 - role] }
      return game.payoff(at: game.index(of: profile), of: role)
    }
  }

  /// How often each pair of moves was made: `[2 * first + second]`.
  private func match(
    _ first: TournamentStrategy, _ second: TournamentStrategy, _ payoffs: [[Double]],
    _ chance: inout RandomStream
  ) -> [Int] {
    var players = (first.player(), second.player())
    var views = (
      MatchView(rounds: rounds, payoffs: payoffs[0]),
      MatchView(rounds: rounds, payoffs: payoffs[1])
    )
    var counts = [0, 0, 0, 0]
    for _ in 0..<rounds {
      var one = players.0.move(views.0, &chance)
      var two = players.1.move(views.1, &chance)
      if noise > 0 {
        if chance.unit() < noise { one = one.other }
        if chance.unit() < noise { two = two.other }
      }
      players.0.see(own: one, other: two)
      players.1.see(own: two, other: one)
      views.0.add(own: one, other: two)
      views.1.add(own: two, other: one)
      counts[2 * one.rawValue + two.rawValue] += 1
    }
    return counts
  }
}
