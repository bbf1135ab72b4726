import GameForms

/// The states that legal sequences of moves lead to from one state, each by a shortest way.
///
/// - Source: Fang, Hipel and Kilgour 1993, definition of R_H(s).
struct ForwardReach: Sendable {
  /// The states reached, in the order of their distance; the start itself if one can come back.
  private(set) var states: [Int] = []
  private let movers: [Int]
  /// `first[state]`: the pair of state and last mover in which it was first reached, -1 for none.
  private var first: [Int32]
  /// `before[pair]`: the pair before, -1 at the start.
  private var before: [Int32]

  /// Searches from `start`.
  ///
  /// - Parameters:
  ///   - movers: who may move.
  ///   - moves: the moves of each of them, in the same order.
  init(from start: Int, movers: [Int], moves: [MoveLists]) {
    let count = moves.first?.states ?? 0
    let slots = movers.count
    var first = [Int32](repeating: -1, count: count)
    var before = [Int32](repeating: -1, count: count * slots)
    var entered = [UInt64](repeating: 0, count: count)
    var queue: [Int32] = []
    var states: [Int] = []
    func leave(_ state: Int, except last: Int?, from pair: Int32) {
      for mover in movers.indices where mover != last {
        for target in moves[mover][state] {
          let next = Int(target)
          guard entered[next] >> mover & 1 == 0 else { continue }
          entered[next] |= 1 << mover
          before[next * slots + mover] = pair
          if first[next] < 0 {
            first[next] = Int32(next * slots + mover)
            states.append(next)
          }
          queue.append(Int32(next * slots + mover))
        }
      }
    }
    leave(start, except: nil, from: -1)
    var head = 0
    while head < queue.count {
      let pair = Int(queue[head])
      head += 1
      leave(pair / slots, except: pair % slots, from: Int32(pair))
    }
    self.movers = movers
    self.first = first
    self.before = before
    self.states = states
  }

  /// A shortest way to `state`, nil if there is none.
  func path(to state: Int) -> [ConflictStep]? {
    guard !first.isEmpty, first[state] >= 0 else { return nil }
    var steps: [ConflictStep] = []
    var pair = Int(first[state])
    while pair >= 0 {
      steps.append(ConflictStep(actor: movers[pair % movers.count], state: pair / movers.count))
      pair = Int(before[pair])
    }
    return steps.reversed()
  }
}
