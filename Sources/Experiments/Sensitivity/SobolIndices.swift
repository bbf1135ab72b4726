/// How much of the variance of a number each parameter explains: alone (first order), with all that
/// it takes part in (total), and, where the design has the rows for it, each pair together beyond
/// what the two explain alone (second order).
///
/// - Source: first order after A. Saltelli et al. 2010 (Computer Physics Communications 181), total
///   after M. J. W. Jansen 1999, second order after A. Saltelli 2002 (Computer Physics
///   Communications 145); intervals by the bootstrap over points of the design, normal ones as in
///   SALib.
public struct SobolIndices: Hashable, Sendable {
  /// An index with its interval.
  public struct Index: Hashable, Sendable {
    /// The index.
    public let value: Double
    /// Half the width of its interval; 0 without resamples.
    public let reach: Double
  }

  /// The first-order index of each parameter.
  public let first: [Index]
  /// The total index of each parameter.
  public let total: [Index]
  /// The second-order index of each of ``pairs(of:)``; empty where the design has no rows for it.
  public let second: [Index]
  /// How many points of the design went in: those without a missing value.
  public let points: Int

  /// The pairs of parameters, the first with each later one, then the second, and so on.
  public static func pairs(of factors: Int) -> [(Int, Int)] {
    (0..<factors).flatMap { a in ((a + 1)..<max(a + 1, factors)).map { (a, $0) } }
  }

  /// The indices of the values of a Saltelli design over `factors` parameters, in its order: of each
  /// point A, AB1, ..., ABd, B; for the second order A, AB1, ..., ABd, BA1, ..., BAd, B.
  ///
  /// - Parameters:
  ///   - resamples: of the bootstrap; 0 leaves the intervals out.
  ///   - score: how many standard deviations an interval reaches; 1.96 for 95 %.
  /// - Returns: nil where nothing varies or fewer than two points are whole.
  public init?(
    _ values: [Double], factors: Int, secondOrder: Bool = false, resamples: Int = 0,
    score: Double = 1.959963984540054, seed: UInt64 = 1
  ) {
    let width = Design.saltelliWidth(factors, secondOrder: secondOrder)
    var whole: [Double] = []
    for start in stride(from: 0, to: values.count - width + 1, by: width) {
      let set = values[start..<start + width]
      if set.allSatisfy(\.isFinite) { whole += set }
    }
    let count = whole.count / width
    guard count >= 2 else { return nil }
    let mean = whole.reduce(0, +) / Double(whole.count)
    let spread =
      (whole.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(whole.count)).squareRoot()
    guard spread > 0 else { return nil }
    let sample = Sample(
      values: whole.map { ($0 - mean) / spread }, factors: factors, width: width,
      pairs: secondOrder ? Self.pairs(of: factors) : [])
    points = count
    guard let plain = sample.indices(Array(0..<count)) else { return nil }
    var drawn: [[Double]] = []
    var places = Array(repeating: 0, count: count)
    for round in 0..<resamples {
      let stream = Seeds.seed(seed, point: round, replicate: 0)
      for index in places.indices {
        places[index] = Int(Seeds.number(index, of: stream) % UInt64(count))
      }
      if let indices = sample.indices(places) { drawn.append(indices) }
    }
    let all = plain.enumerated().map { place, value in
      Index(value: value, reach: score * Deviation.of(drawn.map { $0[place] }))
    }
    first = Array(all[..<factors])
    total = Array(all[factors..<(2 * factors)])
    second = Array(all[(2 * factors)...])
  }

  /// The values of whole points, as far from their mean as they are in standard deviations.
  private struct Sample {
    let values: [Double]
    let factors: Int
    let width: Int
    let pairs: [(Int, Int)]

    /// First-order indices, then total ones, then those of the pairs, over the points at `places`;
    /// nil where nothing varies.
    func indices(_ places: [Int]) -> [Double]? {
      let count = Double(places.count)
      var (sum, squares) = (0.0, 0.0)
      for place in places {
        for value in [values[place * width], values[place * width + width - 1]] {
          sum += value
          squares += value * value
        }
      }
      let mean = sum / (2 * count)
      let variance = squares / (2 * count) - mean * mean
      guard variance > 1e-300 else { return nil }
      var first: [Double] = []
      var total: [Double] = []
      for factor in 1..<(factors + 1) {
        var (shared, apart) = (0.0, 0.0)
        for place in places {
          let (a, b) = (values[place * width], values[place * width + width - 1])
          let mixed = values[place * width + factor]
          shared += b * (mixed - a)
          apart += (a - mixed) * (a - mixed)
        }
        first.append(shared / count / variance)
        total.append(apart / (2 * count) / variance)
      }
      let second = pairs.map { one, other in
        var together = 0.0
        for place in places {
          let start = place * width
          // B with the one's column of A against A with the other's column of B.
          together +=
            values[start + factors + 1 + one] * values[start + 1 + other]
            - values[start] * values[start + width - 1]
        }
        return together / count / variance - first[one] - first[other]
      }
      return first + total + second
    }
  }
}

/// The standard deviation of a sample.
enum Deviation {
  /// With one degree of freedom less than there are numbers; 0 of fewer than two.
  static func of(_ sample: [Double]) -> Double {
    guard sample.count > 1 else { return 0 }
    let mean = sample.reduce(0, +) / Double(sample.count)
    let squares = sample.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(sample.count - 1)).squareRoot()
  }
}
