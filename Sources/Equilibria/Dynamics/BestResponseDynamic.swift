import Glibc

/// Shares move straight towards a best reply to the present state.
///
/// Between changes of the best reply the way is a straight line, on which the distance left falls
/// as `exp(-t)`; the change itself is met within ``least``. Of equally good replies the one that the
/// most already play is taken, so that an equilibrium in pure strategies is never left.
///
/// - Source: Gilboa and Matsui 1991; Matsui 1992.
public struct BestResponseDynamic: Sendable {
  /// The time between two looks at the best reply.
  public static let step = 1.0 / 256
  /// How exactly the time of a change is met.
  public static let least = 1.0 / 4096

  private let game: PopulationGame

  /// The dynamic of a game.
  public init(_ game: PopulationGame) { self.game = game }

  /// The states at the given times, ascending and none below 0, from a start.
  public func trajectory(from start: [Double], at times: [Double]) -> [[Double]] {
    var (state, time, found) = (start, 0.0, [[Double]]())
    for target in times {
      while time < target {
        let reply = reply(to: state)
        var step = min(Self.step, target - time)
        var next = Self.moved(state, towards: reply, for: step)
        // Half as far, as long as the best reply changes on the way.
        while step > Self.least, self.reply(to: next) != reply {
          step /= 2
          next = Self.moved(state, towards: reply, for: step)
        }
        state = next
        time = target - time <= step ? target : time + step
      }
      found.append(state)
    }
    return found
  }

  private static func moved(
    _ state: [Double], towards reply: [Double], for time: Double
  ) -> [Double] {
    let kept = exp(-time)
    return zip(state, reply).map { kept * $0 + (1 - kept) * $1 }
  }

  private func reply(to state: [Double]) -> [Double] {
    let values = game.values(at: state)
    var reply = Array(repeating: 0.0, count: state.count)
    for range in game.populations {
      let best = range.map { values[$0] }.max() ?? 0
      let slack = 1e-12 * max(1, abs(best))
      let chosen = range.filter { values[$0] >= best - slack }.max {
        state[$0] < state[$1] || (state[$0] == state[$1] && $0 > $1)
      }
      if let chosen { reply[chosen] = 1 }
    }
    return reply
  }
}
