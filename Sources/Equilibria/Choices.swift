/// Every choice of one index below each count, the last varying fastest; one empty choice of none.
public struct Choices: Sequence, IteratorProtocol {
  private let counts: [Int]
  private var upcoming: [Int]?

  /// The choices below these counts.
  public init(counts: [Int]) {
    self.counts = counts
    upcoming = counts.allSatisfy { $0 > 0 } ? counts.map { _ in 0 } : nil
  }

  /// The next choice.
  public mutating func next() -> [Int]? {
    guard let current = upcoming else { return nil }
    var following = current
    upcoming = nil
    if let turn = current.indices.last(where: { current[$0] + 1 < counts[$0] }) {
      following[turn] += 1
      for later in (turn + 1)..<current.count { following[later] = 0 }
      upcoming = following
    }
    return current
  }
}
