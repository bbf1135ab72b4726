import Arithmetic
import GSL

/// A share of a box by randomised quasi-Monte Carlo, with its error.
public struct SampledShare: Hashable, Sendable {
  /// The share of points.
  public let value: Double
  /// Half the width of the 95 % confidence interval around it.
  public let error: Double
}

/// Points that fill a box evenly, shifted at random several times over, so that the spread between
/// the shifts tells the error of what is counted on them.
///
/// - Source: Cranley and Patterson 1976; Sobol 1967; the seed is fixed.
struct SampledShares {
  /// How many shifts.
  static let shifts = 16
  /// Points of each shift, a power of two.
  static let points = 512
  /// Student's t at 97.5 % with ``shifts`` - 1 degrees of freedom.
  private static let quantile = 2.131

  /// `counts[shift][kind]`.
  private var counts: [[Int]]

  /// Counts the kinds of all points.
  ///
  /// - Parameters:
  ///   - ranges: the box.
  ///   - kinds: how many kinds there are.
  ///   - kind: the kind at a point; nil for none.
  init(
    over ranges: [ClosedRange<Rational>], kinds: Int, kind: ([Rational]) throws -> Int?
  ) throws {
    counts = Array(repeating: Array(repeating: 0, count: kinds), count: Self.shifts)
    var state: UInt64 = 0
    for shift in 0..<Self.shifts {
      let start = ranges.map { _ in Self.uniform(&state) }
      var sequence = try SobolSequence(dimensions: ranges.count)
      for _ in 0..<Self.points {
        let point = zip(ranges, zip(try sequence.next(), start)).map { range, coordinate in
          let sum = coordinate.0 + coordinate.1
          let part = Rational(sum < 1 ? sum : sum - 1) ?? .zero
          return range.lowerBound + part * (range.upperBound - range.lowerBound)
        }
        if let kind = try kind(point) { counts[shift][kind] += 1 }
      }
    }
  }

  /// The share of one kind.
  func share(of kind: Int) -> SampledShare {
    let shares = counts.map { Double($0[kind]) / Double(Self.points) }
    let mean = shares.reduce(0, +) / Double(Self.shifts)
    let squares = shares.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(Self.shifts * (Self.shifts - 1))).squareRoot()
    return SampledShare(value: mean, error: Self.quantile * deviation)
  }

  /// The next number in [0, 1), of 24 bits.
  private static func uniform(_ state: inout UInt64) -> Double {
    // SplitMix64 (Vigna 2015).
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mixed ^ (mixed >> 31)) >> 40) * 0x1p-24
  }
}
