import Arithmetic
import LinearPrograms

/// The linear programs of one actor's probabilities, given how both rank.
struct ProperProgram {
  /// The actor's classes, from the best to the worst.
  let own: [[Int]]
  /// The other's classes.
  let others: [[Int]]
  /// The probabilities to tend to.
  let limit: [Rational]
  /// The other's payoffs, a row for each of its strategies.
  let payoffs: [[Rational]]

  /// Whether there are completely mixed solutions for all small `e` that tend to the limit.
  ///
  /// - Throws: `OutOfTime`.
  func isSolvable(until deadline: Deadline) throws(OutOfTime) -> Bool {
    let width = limit.count
    func unit(_ values: [(Int, Rational)]) -> [Rational] {
      var row = Array(repeating: Rational.zero, count: width)
      for (place, value) in values { row[place] += value }
      return row
    }
    // x_s - e x_t <= 0, as the row of integers without e and the row that e multiplies.
    var rows: [(plain: [Rational], small: [Rational])] = []
    for (upper, lower) in zip(own, own.dropFirst()) {
      for better in upper {
        for worse in lower { rows.append((unit([(worse, .one)]), unit([(better, -.one)]))) }
      }
    }
    let none = unit([])
    let scale = Rational.commonDenominator(payoffs.joined())
    func difference(_ more: Int, _ less: Int) -> [Rational] {
      zip(payoffs[less], payoffs[more]).map { ($0 - $1) * scale }
    }
    for members in others {
      for (one, next) in zip(members, members.dropFirst()) {
        rows.append((difference(one, next), none))
        rows.append((difference(next, one), none))
      }
    }
    for (upper, lower) in zip(others, others.dropFirst()) {
      rows.append((difference(upper[0], lower[0]), none))
    }
    // g <= x_s for all, and a x_s >= h b_s where the limit is b_s / a.
    let common = Rational.commonDenominator(limit)
    let positive = (0..<width).map { unit([($0, -.one)]) }
    let near = (0..<width).filter { !limit[$0].isZero }.map {
      (row: unit([($0, -common)]), weight: limit[$0] * common)
    }
    // Determinants are sums of products of one entry a row: at most these sums multiplied.
    let sizes =
      rows.map { row in (row.plain + row.small).reduce(Rational.zero) { $0 + $1.magnitude } }
      + positive.map { _ in 2 } + near.map { common + $0.weight } + [Rational(width + 1)]
    let bound = sizes.sorted(by: >).prefix(width + 1).reduce(Rational(2)) { $0 * max(.one, $1) }
    let small = (Rational(64) * bound * bound).reciprocal
    let fixed = rows.map { row in zip(row.plain, row.small).map { $0 + small * $1 } }
    func most(_ extra: [[Rational]]) throws(OutOfTime) -> Rational? {
      try LinearProgram(
        maximise: none + [.one],
        rows: fixed.map { $0 + [.zero] } + extra
          + [Array(repeating: .one, count: width) + [.zero]],
        limits: (fixed + extra).map { _ in .zero } + [.one]
      ).solve(until: deadline)?.value
    }
    guard let least = try most(positive.map { $0 + [.one] }), least.signum > 0,
      let share = try most(near.map { $0.row + [$0.weight] })
    else { return false }
    return .one - share <= (Rational(8) * bound).reciprocal
  }
}
