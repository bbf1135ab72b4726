/// Moves among states, list by list: which states can be entered from each.
public struct MoveLists: Hashable, Sendable {
  /// The moves from state s are `targets[starts[s]..<starts[s + 1]]`.
  @usableFromInline let starts: [Int32]
  @usableFromInline let targets: [Int32]

  /// The moves of these lists, one a state; the targets count states from 0.
  public init(_ lists: [[Int]]) {
    var starts: [Int32] = [0]
    var targets: [Int32] = []
    starts.reserveCapacity(lists.count + 1)
    for list in lists {
      targets += list.map { Int32($0) }
      starts.append(Int32(targets.count))
    }
    self.init(starts: starts, targets: targets)
  }

  init(starts: [Int32], targets: [Int32]) {
    self.starts = starts
    self.targets = targets
  }

  /// How many states there are.
  @inlinable public var states: Int { starts.count - 1 }

  /// How many moves there are in all.
  public var count: Int { targets.count }

  /// The states that can be entered from `state`.
  @inlinable public subscript(state: Int) -> ArraySlice<Int32> {
    targets[Int(starts[state])..<Int(starts[state + 1])]
  }

  /// The moves that `keeps` keeps, given from where and to where.
  public func filter(_ keeps: (Int, Int) -> Bool) -> MoveLists {
    var starts: [Int32] = [0]
    var kept: [Int32] = []
    starts.reserveCapacity(self.starts.count)
    for state in 0..<states {
      for target in self[state] where keeps(state, Int(target)) { kept.append(target) }
      starts.append(Int32(kept.count))
    }
    return MoveLists(starts: starts, targets: kept)
  }

  /// The same moves the other way round: from where each state can be entered.
  public var reversed: MoveLists {
    var starts = [Int32](repeating: 0, count: states + 1)
    for target in targets { starts[Int(target) + 1] += 1 }
    for state in 0..<states { starts[state + 1] += starts[state] }
    var next = starts
    var sources = [Int32](repeating: 0, count: targets.count)
    for state in 0..<states {
      for target in self[state] {
        sources[Int(next[Int(target)])] = Int32(state)
        next[Int(target)] += 1
      }
    }
    return MoveLists(starts: starts, targets: sources)
  }
}
