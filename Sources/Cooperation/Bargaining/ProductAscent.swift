import Arithmetic

/// The lottery with the largest weighted product of gains among three actors or more, in floating
/// point.
///
/// Moves probability from the agreement that counts least at present to the one that counts most,
/// by as much as helps. For weights w and gains g the largest `sum_i w_i v_i / g_i` over agreements
/// v, less `sum_i w_i`, bounds what the logarithm of the product can still gain: the gap.
///
/// - Source: pairwise Frank-Wolfe, Lacoste-Julien and Jaggi 2015.
enum ProductAscent {
  /// Looks at agreements after which the gap reached is reported as it is: some seconds.
  static let mostLooks = 100_000_000
  /// The gap, relative to the sum of the weights, at which to stop.
  static let tolerance = 1e-13

  static func solve(
    _ set: AgreementSet, gainers: [Int], exponents: [Int], product: (Agreement) -> Rational
  ) -> BargainingSolution {
    let weights = gainers.map { Double(exponents[$0]) }
    let total = weights.reduce(0, +)
    let points = set.agreements.map { agreement in
      let gains = set.gains(agreement)
      return gainers.map { gains[$0].double }
    }
    var shares = points.map { _ in 1 / Double(points.count) }
    var gains = mixture(points, shares)
    var gap = Double.infinity
    for _ in 0..<(mostLooks / (points.count * gainers.count)) {
      let slopes = zip(weights, gains).map { $0 / $1 }
      let merits = points.map { zip($0, slopes).reduce(0) { $0 + $1.0 * $1.1 } }
      var (best, worst) = (0, -1)
      for (index, merit) in merits.enumerated() {
        if merit > merits[best] { best = index }
        if shares[index] > 0, worst < 0 || merit < merits[worst] { worst = index }
      }
      gap = max(0, merits[best] - total)
      guard gap > tolerance * total, worst != best else { break }
      let step = zip(points[best], points[worst]).map { $0 - $1 }
      let moved = length(from: gains, along: step, weights, atMost: shares[worst])
      shares[best] += moved
      shares[worst] = moved == shares[worst] ? 0 : shares[worst] - moved
      gains = mixture(points, shares)
    }
    return solution(set, shares, gap: gap, gainers, exponents, product)
  }

  private static func mixture(_ points: [[Double]], _ shares: [Double]) -> [Double] {
    var sum = points[0].map { _ in 0.0 }
    for (point, share) in zip(points, shares) where share > 0 {
      for (index, value) in point.enumerated() { sum[index] += share * value }
    }
    return sum
  }

  /// How far to go along `step` for the largest product, by halving the interval.
  private static func length(
    from gains: [Double], along step: [Double], _ weights: [Double], atMost limit: Double
  ) -> Double {
    func slope(_ length: Double) -> Double {
      var slope = 0.0
      for index in gains.indices {
        slope += weights[index] * step[index] / max(gains[index] + length * step[index], 1e-300)
      }
      return slope
    }
    if slope(limit) >= 0 { return limit }
    var (low, high) = (0.0, limit)
    for _ in 0..<100 {
      let middle = (low + high) / 2
      if middle == low || middle == high { break }
      if slope(middle) > 0 { low = middle } else { high = middle }
    }
    return low
  }

  /// The lottery as fractions; exact where it is a single agreement that proves to be best.
  private static func solution(
    _ set: AgreementSet, _ shares: [Double], gap: Double, _ gainers: [Int], _ exponents: [Int],
    _ product: (Agreement) -> Rational
  ) -> BargainingSolution {
    let kept = shares.map { $0 < 1e-9 ? Rational.zero : Rational($0) ?? .zero }
    let sum = kept.reduce(.zero, +)
    let chosen = Agreement.mix(set.agreements, kept.map { $0 / sum })
    let gains = set.gains(chosen)
    let total = gainers.reduce(Rational.zero) { $0 + Rational(exponents[$1]) }
    let isBest =
      kept.count { !$0.isZero } == 1
      && set.agreements.allSatisfy { agreement in
        let other = set.gains(agreement)
        return gainers.reduce(Rational.zero) {
          $0 + Rational(exponents[$1]) * other[$1] / gains[$1]
        } <= total
      }
    return BargainingSolution(
      space: set.space, agreements: [chosen], value: product(chosen), gap: isBest ? nil : gap)
  }
}
