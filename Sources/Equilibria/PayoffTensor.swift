public import GameForms

/// The payoffs of a game in doubles, laid out so that expectations are sums over whole rows.
///
/// A mixed profile is one flat array: the probabilities of the first actor's strategies, then the
/// second's, and so on; ``offsets`` says where each actor's begin. What a strategy earns is linear
/// in each other actor's probabilities and does not depend on the actor's own, so that nothing here
/// asks that probabilities be positive or sum to 1.
public struct PayoffTensor: Sendable {
  /// How many strategies each actor has.
  public let shape: [Int]
  /// Where each actor's strategies begin in a flat profile; at last, how many there are.
  public let offsets: [Int]
  /// `tables[actor]`: its payoffs, the other actors' strategies by rows in their order, the last
  /// fastest, and the actor's own strategy fastest of all.
  private let tables: [[Double]]

  /// The payoffs of `game`, each rounded to the nearest double.
  public init(_ game: StrategicGame) {
    shape = game.shape
    offsets = game.shape.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
    tables = (0..<game.actors).map { actor in
      let (count, stride) = (game.shape[actor], game.strides[actor])
      var table: [Double] = []
      table.reserveCapacity(game.profiles)
      // Blocks of the earlier actors, then the later actors within a block.
      for block in Swift.stride(from: 0, to: game.profiles, by: stride * count) {
        for first in block..<(block + stride) {
          for own in 0..<count {
            table.append(game.payoff(at: first + own * stride, of: actor).double)
          }
        }
      }
      return table
    }
  }

  /// How many actors play.
  public var actors: Int { shape.count }

  /// How many strategies all actors have together: the length of a flat profile.
  public var strategies: Int { offsets[shape.count] }

  /// The places of one actor's strategies in a flat profile.
  public func range(of actor: Int) -> Range<Int> { offsets[actor]..<offsets[actor + 1] }

  /// What each pure strategy of each actor earns against the others' part of `mixed`.
  public func values(of mixed: [Double]) -> [Double] {
    var values = Array(repeating: 0.0, count: strategies)
    evaluate(at: mixed, values: &values)
    return values
  }

  /// The most that an actor could gain by turning to another strategy alone.
  ///
  /// - Parameter values: what ``values(of:)`` says of this profile.
  public func regret(of mixed: [Double], values: [Double]) -> Double {
    shape.indices.reduce(0) { worst, actor in
      var (best, expected) = (-Double.infinity, 0.0)
      for place in range(of: actor) {
        best = max(best, values[place])
        expected += mixed[place] * values[place]
      }
      return max(worst, best - expected)
    }
  }

  /// Writes what each pure strategy earns against the others' part of `mixed`.
  ///
  /// - Complexity: one multiplication an actor and profile, and a share of it more; no allocation
  ///   but one block of scratch for games past a hundred profiles.
  /// - Precondition: both arrays have one place a strategy.
  public func evaluate(at mixed: [Double], values: inout [Double]) {
    precondition(mixed.count == strategies && values.count == strategies, "one place a strategy")
    withScratch { scratch in
      mixed.withUnsafeBufferPointer { mixed in
        values.withUnsafeMutableBufferPointer { values in
          for actor in shape.indices {
            tables[actor].withUnsafeBufferPointer { table in
              let result = contractAll(of: actor, table, mixed, scratch)
              for own in 0..<shape[actor] { values[offsets[actor] + own] = result[own] }
            }
          }
        }
      }
    }
  }

  /// Writes what each pure strategy earns and its derivatives: `jacobian[row * strategies + column]`
  /// is what the strategy at place `row` earns where the actor of place `column` plays that for
  /// certain and the others as in `mixed`; 0 between strategies of one actor.
  ///
  /// - Complexity: some two multiplications an actor and profile.
  /// - Precondition: the arrays have one place a strategy, and one a pair of strategies.
  public func evaluate(at mixed: [Double], values: inout [Double], jacobian: inout [Double]) {
    let count = strategies
    precondition(mixed.count == count && values.count == count, "one place a strategy")
    precondition(jacobian.count == count * count, "one place a pair of strategies")
    withScratch { scratch in
      mixed.withUnsafeBufferPointer { mixed in
        values.withUnsafeMutableBufferPointer { values in
          jacobian.withUnsafeMutableBufferPointer { jacobian in
            jacobian.update(repeating: 0)
            for actor in shape.indices {
              tables[actor].withUnsafeBufferPointer { table in
                differentiate(actor, table, mixed, scratch, values, jacobian)
              }
            }
          }
        }
      }
    }
  }

  /// Room for two partly contracted tables, and for one more.
  private func withScratch(_ body: (UnsafeMutablePointer<Double>) -> Void) {
    let least = shape.min() ?? 1
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 3 * (tables[0].count / least) + 8) {
      if let base = $0.baseAddress { body(base) }
    }
  }

  /// One actor's values: every other actor's axis summed over, first axis first.
  private func contractAll(
    of actor: Int, _ table: UnsafeBufferPointer<Double>, _ mixed: UnsafeBufferPointer<Double>,
    _ scratch: UnsafeMutablePointer<Double>
  ) -> UnsafePointer<Double> {
    let half = table.count / (shape.min() ?? 1)
    guard var source = table.baseAddress else { return UnsafePointer(scratch) }
    var (size, target, spare) = (table.count, scratch, scratch + half)
    for other in shape.indices where other != actor {
      size /= shape[other]
      contract(source, into: target, outer: 1, over: other, inner: size, mixed)
      source = UnsafePointer(target)
      swap(&target, &spare)
    }
    return source
  }

  /// One actor's values and derivatives. The axes before the one that is kept are summed over once
  /// for all that come after.
  private func differentiate(
    _ actor: Int, _ table: UnsafeBufferPointer<Double>, _ mixed: UnsafeBufferPointer<Double>,
    _ scratch: UnsafeMutablePointer<Double>, _ values: UnsafeMutableBufferPointer<Double>,
    _ jacobian: UnsafeMutableBufferPointer<Double>
  ) {
    let (own, base, count) = (shape[actor], offsets[actor], strategies)
    let room = table.count / (shape.min() ?? 1)
    guard var prefix = table.baseAddress else { return }
    for strategy in 0..<own { values[base + strategy] = actors == 1 ? prefix[strategy] : 0 }
    var prefixSize = table.count
    // Three rooms: the prefix, and two between which the axes after the kept one are summed over.
    var rooms = (scratch, scratch + room, scratch + 2 * room)
    for kept in shape.indices where kept != actor {
      var (source, size) = (prefix, prefixSize / shape[kept])
      for later in (kept + 1)..<max(kept + 1, actors) where later != actor {
        size /= shape[later]
        contract(source, into: rooms.1, outer: shape[kept], over: later, inner: size, mixed)
        source = UnsafePointer(rooms.1)
        swap(&rooms.1, &rooms.2)
      }
      let isFirst = kept == (actor == 0 ? 1 : 0)
      for strategy in 0..<own {
        let row = (base + strategy) * count + offsets[kept]
        for other in 0..<shape[kept] {
          let entry = source[other * own + strategy]
          jacobian[row + other] = entry
          if isFirst { values[base + strategy] += entry * mixed[offsets[kept] + other] }
        }
      }
      prefixSize /= shape[kept]
      contract(prefix, into: rooms.1, outer: 1, over: kept, inner: prefixSize, mixed)
      prefix = UnsafePointer(rooms.1)
      swap(&rooms.0, &rooms.1)
    }
  }

  /// Sums one axis over with an actor's probabilities; `outer` rows before it, `inner` after.
  @inline(__always)
  private func contract(
    _ source: UnsafePointer<Double>, into target: UnsafeMutablePointer<Double>, outer: Int,
    over actor: Int, inner: Int, _ mixed: UnsafeBufferPointer<Double>
  ) {
    let (axis, base) = (shape[actor], offsets[actor])
    for row in 0..<outer {
      let line = target + row &* inner
      let start = source + row &* axis &* inner
      let first = mixed[base]
      for k in 0..<inner { line[k] = first * start[k] }
      for strategy in 1..<max(axis, 1) {
        let (weight, from) = (mixed[base + strategy], start + strategy &* inner)
        for k in 0..<inner { line[k] += weight * from[k] }
      }
    }
  }
}
