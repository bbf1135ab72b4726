public import Arithmetic

/// What a tournament came to: exact sums of payoffs over all rounds.
public struct TournamentResult: Hashable, Sendable {
  /// The field.
  public let names: [String]
  /// Rounds of a match.
  public let rounds: Int
  /// How often each pair met.
  public let repetitions: Int
  /// `scores[strategy][repetition]`: what it earned in all its matches of a repetition, those
  /// against its twin left out.
  public private(set) var scores: [[Rational]]
  /// `meetings[own][other]`: rounds played against this one, counted from both sides.
  public private(set) var meetings: [[Int]]
  /// `earnings[own][other]`: what it earned in them.
  public private(set) var earnings: [[Rational]]
  /// `cooperations[own][other]`: in how many of them it cooperated.
  public private(set) var cooperations: [[Int]]

  private let payoffs: [[Rational]]

  init(names: [String], payoffs: [[Rational]], rounds: Int, repetitions: Int) {
    self.names = names
    self.payoffs = payoffs
    self.rounds = rounds
    self.repetitions = repetitions
    let none = Array(repeating: 0, count: names.count)
    scores = names.map { _ in Array(repeating: .zero, count: repetitions) }
    meetings = names.map { _ in none }
    earnings = names.map { _ in names.map { _ in .zero } }
    cooperations = names.map { _ in none }
  }

  /// Adds a match: `counts[2 * first + second]` of each pair of moves.
  mutating func add(_ counts: [Int], first: Int, second: Int, repetition: Int) {
    let sides = [
      (first, second, payoffs[0], counts), (second, first, payoffs[1], Self.swapped(counts)),
    ]
    for (own, other, payoffs, counts) in sides {
      let earned = zip(counts, payoffs).reduce(Rational.zero) { $0 + Rational($1.0) * $1.1 }
      if own != other { scores[own][repetition] += earned }
      meetings[own][other] += rounds
      earnings[own][other] += earned
      cooperations[own][other] += counts[0] + counts[1]
    }
  }

  private static func swapped(_ counts: [Int]) -> [Int] {
    [counts[0], counts[2], counts[1], counts[3]]
  }

  /// What a strategy earned in all repetitions.
  public func total(of strategy: Int) -> Rational { scores[strategy].reduce(.zero, +) }

  /// What a strategy earned a repetition, on average.
  public func score(of strategy: Int) -> Rational { total(of: strategy) / Rational(repetitions) }

  /// What a strategy earned a round, on average; 0 where it met nobody but its twin.
  public func perRound(of strategy: Int) -> Rational {
    let rounds = meetings[strategy].indices.filter { $0 != strategy }
      .reduce(0) { $0 + meetings[strategy][$1] }
    return rounds == 0 ? .zero : total(of: strategy) / Rational(rounds)
  }

  /// How often a strategy cooperated, its twin left out.
  public func cooperation(of strategy: Int) -> Rational {
    let others = meetings[strategy].indices.filter { $0 != strategy }
    let rounds = others.reduce(0) { $0 + meetings[strategy][$1] }
    return rounds == 0
      ? .zero : Rational(others.reduce(0) { $0 + cooperations[strategy][$1] }, rounds)
  }

  /// The strategies from the best score down; equal ones as they stand in the field.
  public var ranking: [Int] {
    names.indices.sorted {
      total(of: $0) == total(of: $1) ? $0 < $1 : total(of: $0) > total(of: $1)
    }
  }
}
