/// Combinations of supports, one an actor, none of them kept in memory.
///
/// - Source: small supports first, as Porter, Nudelman and Shoham 2004 found equilibria to have them.
enum SupportCombinations {
  /// Calls `body` with every combination, those of fewer strategies together first, until it
  /// returns false.
  static func forEach(_ shape: [Int], _ body: ([[Int]]) -> Bool) {
    for total in shape.count...shape.reduce(0, +) {
      guard forEachSizes(shape, total: total, [], body) else { return }
    }
  }

  /// Every way to part `total` among the actors, at least 1 and at most its strategies to each.
  private static func forEachSizes(
    _ shape: [Int], total: Int, _ sizes: [Int], _ body: ([[Int]]) -> Bool
  ) -> Bool {
    let actor = sizes.count
    guard actor < shape.count else {
      return forEachSupports(shape, sizes.map { Array(0..<$0) }, body)
    }
    let later = shape[(actor + 1)...]
    let least = max(1, total - later.reduce(0, +))
    let most = min(shape[actor], total - later.count)
    guard least <= most else { return true }
    for size in least...most {
      guard forEachSizes(shape, total: total - size, sizes + [size], body) else { return false }
    }
    return true
  }

  /// Every combination of supports of these sizes, from the first on.
  private static func forEachSupports(
    _ shape: [Int], _ first: [[Int]], _ body: ([[Int]]) -> Bool
  ) -> Bool {
    var supports = first
    while body(supports) {
      guard let actor = shape.indices.last(where: { advance(&supports[$0], below: shape[$0]) })
      else { return true }
      for later in shape.indices where later > actor { supports[later] = first[later] }
    }
    return false
  }

  /// Makes it the next subset of as many numbers; false where it was the last.
  private static func advance(_ subset: inout [Int], below limit: Int) -> Bool {
    let count = subset.count
    guard let place = subset.indices.last(where: { subset[$0] < limit - count + $0 }) else {
      return false
    }
    let value = subset[place]
    for k in place..<count { subset[k] = value + 1 + k - place }
    return true
  }
}
