import GameForms

/// Sequences of moves in which no one moves twice in a row; one who has moved may move again after
/// another has.
///
/// - Source: Fang, Hipel and Kilgour 1993, definition of R_H(s) and its last movers.
struct LegalSequences {
  /// Who moves.
  let movers: [Int]
  private let backwards: [MoveLists]
  private let states: Int

  /// Most movers that one search has room for.
  static let mostMovers = 62

  /// The sequences of these movers, each with its moves the other way round.
  ///
  /// - Precondition: at most ``mostMovers``.
  init(movers: [Int], backwards: [MoveLists], states: Int) {
    precondition(movers.count <= Self.mostMovers, "one bit a mover")
    self.movers = movers
    self.backwards = backwards
    self.states = states
  }

  /// The state of least value that a sequence of at least one move can end in, for every start.
  ///
  /// Works backwards: values are taken from the least up, and each pair of a state and who moved
  /// last is entered once, so the work is one pass over the moves and not one a start.
  ///
  /// - Parameter values: one a state.
  /// - Complexity: O(states log states + moves * movers).
  func least(_ values: [Int]) -> LeastReach {
    let slots = movers.count + 1
    var reach = LeastReach(
      movers: movers, least: Array(repeating: nil, count: states),
      next: Array(repeating: -1, count: states * slots))
    // Bit 0: not moved yet; bit k + 1: mover k moved last.
    let every = UInt64(1) << slots - 1
    var entered = [UInt64](repeating: 0, count: states)
    var queue: [Int32] = []
    let order = values.indices.sorted { (values[$0], $0) < (values[$1], $1) }
    var first = 0
    while first < order.count {
      let value = values[order[first]]
      queue.removeAll(keepingCapacity: true)
      while first < order.count, values[order[first]] == value {
        let state = order[first]
        for slot in 1..<slots where entered[state] >> slot & 1 == 0 {
          entered[state] |= 1 << slot
          queue.append(Int32(state * slots + slot))
        }
        first += 1
      }
      var head = 0
      while head < queue.count {
        let node = Int(queue[head])
        head += 1
        let slot = node % slots
        for source in backwards[slot - 1][node / slots] {
          let before = Int(source)
          var fresh = every & ~entered[before] & ~(1 << slot)
          entered[before] |= fresh
          while fresh != 0 {
            let place = fresh.trailingZeroBitCount
            fresh &= fresh - 1
            reach.next[before * slots + place] = Int32(node)
            if place == 0 {
              reach.least[before] = value
            } else {
              queue.append(Int32(before * slots + place))
            }
          }
        }
      }
    }
    return reach
  }
}

/// The least value that legal sequences reach from each state, and by which moves.
struct LeastReach: Sendable {
  /// Who moves.
  let movers: [Int]
  /// The least value; nil where no one can move.
  var least: [Int?]
  /// The next pair of state and last mover on the way there, -1 at its end.
  var next: [Int32]

  /// One of the shortest ways from `state` to the least value.
  func path(from state: Int) -> [ConflictStep] {
    let slots = movers.count + 1
    var steps: [ConflictStep] = []
    var node = Int(next[state * slots])
    while node >= 0 {
      steps.append(ConflictStep(actor: movers[node % slots - 1], state: node / slots))
      node = Int(next[node])
    }
    return steps
  }
}

/// One move of a sequence: who moves, and to which state.
public struct ConflictStep: Hashable, Sendable {
  /// Who moves.
  public let actor: Int
  /// The state entered.
  public let state: Int

  /// The move of `actor` to `state`.
  public init(actor: Int, state: Int) {
    self.actor = actor
    self.state = state
  }
}
