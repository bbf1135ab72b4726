/// How actors learn who meet round after round, each looking back on what was played.
public enum LearningProcess: Hashable, Sendable {
  /// Each plays a best reply to how often the others have played what, of equally good ones the
  /// first.
  ///
  /// - Source: Brown 1951; Robinson 1951.
  case fictitiousPlay
  /// Each plays a strategy with a chance in proportion to how much better it would have done, on
  /// average, had it always been played; with no regret any strategy is as likely.
  ///
  /// How often each profile is played tends to the coarse correlated equilibria.
  ///
  /// - Source: Hart and Mas-Colell 2000; Hannan 1957.
  case regretMatching(seed: UInt64)

  /// How often each strategy has been played, at some rounds.
  ///
  /// - Parameters:
  ///   - start: the first beliefs, which count as one round; the first regrets are zero.
  ///   - rounds: ascending, the rounds after which the shares are wanted; 0 is the start.
  /// - Complexity: one evaluation of the game a round.
  public func shares(
    from start: [Double], after rounds: [Int], in game: PopulationGame
  ) -> [[Double]] {
    var counts = start
    var regrets = Array(repeating: 0.0, count: start.count)
    var chance = RandomStream(seed: seed)
    var (played, found) = (0, [[Double]]())
    for target in rounds {
      while played < target {
        switch self {
        case .fictitiousPlay:
          let values = game.values(at: counts.map { $0 / Double(played + 1) })
          for range in game.populations {
            guard let best = Self.first(of: range, values) else { continue }
            counts[best] += 1
          }
        case .regretMatching:
          var state = Array(repeating: 0.0, count: start.count)
          for range in game.populations {
            state[Self.drawn(range, regrets, &chance)] = 1
          }
          let values = game.values(at: state)
          for range in game.populations {
            let earned = range.reduce(0) { $0 + state[$1] * values[$1] }
            for place in range {
              regrets[place] += values[place] - earned
              counts[place] += state[place]
            }
          }
        }
        played += 1
      }
      found.append(counts.map { $0 / Double(played + 1) })
    }
    return found
  }

  private var seed: UInt64 {
    guard case .regretMatching(let seed) = self else { return 0 }
    return seed
  }

  private static func first(of range: Range<Int>, _ values: [Double]) -> Int? {
    let best = range.map { values[$0] }.max() ?? 0
    return range.first { values[$0] >= best - 1e-12 * max(1, abs(best)) }
  }

  private static func drawn(
    _ range: Range<Int>, _ regrets: [Double], _ chance: inout RandomStream
  ) -> Int {
    let weights = range.map { max(regrets[$0], 0) }
    let total = weights.reduce(0, +)
    guard total > 0 else { return chance.integer(in: range.lowerBound...(range.upperBound - 1)) }
    var left = chance.unit() * total
    for (place, weight) in zip(range, weights) {
      left -= weight
      if left < 0 { return place }
    }
    return range.upperBound - 1
  }
}
