/// Which parameters matter at all: the effects of single steps, their mean, the mean of their
/// magnitudes, and how much they differ.
///
/// - Source: M. D. Morris 1991; the mean of magnitudes after F. Campolongo, J. Cariboni and A.
///   Saltelli 2007.
public struct MorrisScreening: Hashable, Sendable {
  /// What the steps in one parameter say.
  public struct Effect: Hashable, Sendable {
    /// The mean of the elementary effects, a number per whole range of the parameter.
    public let mean: Double
    /// The mean of their magnitudes.
    public let magnitude: Double
    /// Their standard deviation: not zero where the parameter interacts or bends.
    public let deviation: Double
    /// Half the width of the interval of the mean of magnitudes; 0 without resamples.
    public let reach: Double
  }

  /// The effects of each parameter.
  public let effects: [Effect]

  /// Summarises elementary effects.
  ///
  /// - Parameters:
  ///   - elementary: of each parameter, one a path; those of steps without a value left out.
  ///   - resamples: of the bootstrap.
  /// - Returns: nil where a parameter has none.
  public init?(
    _ elementary: [[Double]], resamples: Int = 0, score: Double = 1.959963984540054,
    seed: UInt64 = 1
  ) {
    guard elementary.allSatisfy({ !$0.isEmpty }) else { return nil }
    effects = elementary.enumerated().map { factor, effects in
      let magnitudes = effects.map(abs)
      let count = effects.count
      let drawn = (0..<resamples).map { sample -> Double in
        let stream = Seeds.seed(seed, point: sample, replicate: factor)
        return (0..<count).reduce(0) { sum, index in
          sum + magnitudes[Int(Seeds.number(index, of: stream) % UInt64(count))]
        } / Double(count)
      }
      return Effect(
        mean: effects.reduce(0, +) / Double(count),
        magnitude: magnitudes.reduce(0, +) / Double(count), deviation: Deviation.of(effects),
        reach: score * Deviation.of(drawn))
    }
  }

  /// The elementary effects in the values of a Morris design, path by path.
  ///
  /// - Parameters:
  ///   - values: the number in each row.
  ///   - shares: where each parameter stands in a row, from 0 to 1.
  public static func elementary(
    _ values: [Double], factors: Int, shares: (_ row: Int) -> [Double]
  ) -> [[Double]] {
    var effects = Array(repeating: [Double](), count: factors)
    let length = factors + 1
    for start in stride(from: 0, to: values.count - length + 1, by: length) {
      var before = shares(start)
      for step in 1...factors {
        let now = shares(start + step)
        let change = values[start + step] - values[start + step - 1]
        if let moved = now.indices.first(where: { now[$0] != before[$0] }), change.isFinite {
          effects[moved].append(change / (now[moved] - before[moved]))
        }
        before = now
      }
    }
    return effects
  }
}
