import Arithmetic

/// The rankings of an actor's strategies that agree with their values at an equilibrium.
struct TieRankings {
  /// The strategies used: best replies, and in one class.
  private let support: [Int]
  /// The others, those as good as each other together, from the best value down.
  private let ties: [[Int]]

  init(values: [Rational], support: [Int]) {
    self.support = support
    ties = Set(values).sorted(by: >).map { level in
      values.indices.filter { values[$0] == level && !support.contains($0) }
    }
  }

  /// How many there are, saturating.
  var count: Int {
    ties.enumerated().reduce(1) { count, level in
      let ways =
        level.offset == 0 ? Self.countBelow(level.element.count) : Self.count(level.element.count)
      let (product, isOver) = count.multipliedReportingOverflow(by: ways)
      return isOver ? Int.max : product
    }
  }

  /// All of them: classes from the best to the worst.
  var all: [[[Int]]] {
    ties.enumerated().reduce([[]]) { rankings, level in
      let ways =
        level.offset == 0
        ? Self.rankings(of: level.element, below: support) : Self.rankings(of: level.element)
      return rankings.flatMap { ranking in ways.map { ranking + $0 } }
    }
  }

  /// How many rankings of so many items there are: Fubini's numbers.
  private static func count(_ items: Int) -> Int {
    guard items <= 12 else { return Int.max }
    var counts = [1]
    for n in stride(from: 1, through: items, by: 1) {
      var (sum, choose) = (0, 1)
      for k in 1...n {
        choose = choose * (n - k + 1) / k
        sum += choose * counts[n - k]
      }
      counts.append(sum)
    }
    return counts[items]
  }

  /// The same where the first class may join one that stands above all of them.
  private static func countBelow(_ items: Int) -> Int {
    guard items <= 12 else { return Int.max }
    return items == 0 ? 1 : 2 * count(items)
  }

  private static func rankings(of items: [Int]) -> [[[Int]]] {
    guard !items.isEmpty else { return [[]] }
    return (1..<(1 << items.count)).flatMap { chosen -> [[[Int]]] in
      let first = items.indices.filter { chosen >> $0 & 1 == 1 }.map { items[$0] }
      let rest = items.indices.filter { chosen >> $0 & 1 == 0 }.map { items[$0] }
      return rankings(of: rest).map { [first] + $0 }
    }
  }

  private static func rankings(of items: [Int], below support: [Int]) -> [[[Int]]] {
    rankings(of: items).flatMap { ranking -> [[[Int]]] in
      guard let first = ranking.first else { return [[support]] }
      return [[support] + ranking, [support + first] + ranking.dropFirst()]
    }
  }
}
