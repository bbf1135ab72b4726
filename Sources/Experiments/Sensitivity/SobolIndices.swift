/// How much of the variance of a number each parameter explains: alone (first order), and with all
/// that it takes part in (total).
///
/// - Source: first order after A. Saltelli et al. 2010 (Computer Physics Communications 181), total
///   after M. J. W. Jansen 1999; intervals by the bootstrap over points of the design, normal ones as
///   in SALib.
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
  /// How many points of the design went in: those without a missing value.
  public let points: Int

  /// The indices of the values of a Saltelli design over `factors` parameters, in its order: of each
  /// point A, AB1, ..., ABd, B.
  ///
  /// - Parameters:
  ///   - resamples: of the bootstrap; 0 leaves the intervals out.
  ///   - score: how many standard deviations an interval reaches; 1.96 for 95 %.
  /// - Returns: nil where nothing varies or fewer than two points are whole.
  public init?(
    _ values: [Double], factors: Int, resamples: Int = 0, score: Double = 1.959963984540054,
    seed: UInt64 = 1
  ) {
    let width = factors + 2
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
    let scaled = whole.map { ($0 - mean) / spread }
    points = count
    let plain = Self.indices(scaled, width, Array(0..<count))
    guard let plain else { return nil }
    var drawn: [[Double]] = []
    var places = Array(repeating: 0, count: count)
    for sample in 0..<resamples {
      let stream = Seeds.seed(seed, point: sample, replicate: 0)
      for index in places.indices {
        places[index] = Int(Seeds.number(index, of: stream) % UInt64(count))
      }
      if let indices = Self.indices(scaled, width, places) { drawn.append(indices) }
    }
    let all = plain.enumerated().map { place, value in
      Index(value: value, reach: score * Deviation.of(drawn.map { $0[place] }))
    }
    first = Array(all[..<factors])
    total = Array(all[factors...])
  }

  /// First-order indices, then total ones, over the points at `places`; nil where nothing varies.
  private static func indices(_ values: [Double], _ width: Int, _ places: [Int]) -> [Double]? {
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
    for factor in 1..<(width - 1) {
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
    return first + total
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
