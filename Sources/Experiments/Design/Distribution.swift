public import Arithmetic
import GSL
import Glibc

/// How a parameter that is drawn is spread.
public enum Distribution: Hashable, Sendable {
  /// Evenly between two ends.
  case uniform(from: Rational, to: Rational)
  /// Rising from the one end to the mode, falling to the other.
  case triangular(from: Rational, to: Rational, mode: Rational)
  /// Normal, cut off at the ends where there are any.
  case normal(mean: Rational, deviation: Rational, from: Rational?, to: Rational?)
  /// Its logarithm spread evenly between those of two ends above 0.
  case logUniform(from: Rational, to: Rational)
  /// One of some values, with these weights, which sum to 1.
  case discrete([Rational], weights: [Rational])
  /// One of evenly spaced levels, all equally likely.
  case levels(Levels)

  /// The names that specs use.
  static let names = ["uniform", "triangular", "normal", "log-uniform", "discrete"]

  /// The name that specs use.
  public var name: String {
    switch self {
    case .uniform: "uniform"
    case .triangular: "triangular"
    case .normal: "normal"
    case .logUniform: "log-uniform"
    case .discrete, .levels: "discrete"
    }
  }

  /// The value up to which the probability is `share`.
  ///
  /// Exact for uniform and discrete ones; the others are rounded to 32 binary digits, so that a row
  /// read back from the results is the row that was computed.
  ///
  /// - Parameter share: from 0 to 1, both strictly where the distribution has no ends.
  public func quantile(_ share: Rational) -> Rational {
    switch self {
    case .uniform(let from, let to): return from + (to - from) * share
    case .levels(let levels):
      let place = (share * Rational(levels.count)).floor.integer ?? 0
      return levels[min(place, levels.count - 1)]
    case .discrete(let values, let weights):
      var sum = Rational.zero
      for (value, weight) in zip(values, weights) {
        sum += weight
        if share < sum { return value }
      }
      return values[values.count - 1]
    case .triangular(let from, let to, let mode):
      let (a, b, c, p) = (from.double, to.double, mode.double, share.double)
      let turn = (c - a) / (b - a)
      let value =
        p < turn
        ? a + (p * (b - a) * (c - a)).squareRoot()
        : b - ((1 - p) * (b - a) * (b - c)).squareRoot()
      return Self.rounded(value, from: from, to: to)
    case .logUniform(let from, let to):
      let (a, b) = (log(from.double), log(to.double))
      return Self.rounded(exp(a + (b - a) * share.double), from: from, to: to)
    case .normal(let mean, let deviation, let from, let to):
      func place(_ end: Rational) -> Double { (end - mean).double / deviation.double }
      let low = from.map { NormalDistribution.cumulative(place($0)) } ?? 0
      let high = to.map { NormalDistribution.cumulative(place($0)) } ?? 1
      let score = NormalDistribution.quantile(low + (high - low) * share.double)
      return Self.rounded(mean.double + deviation.double * score, from: from, to: to)
    }
  }

  /// Whether every draw lies between two ends.
  var isBounded: Bool {
    if case .normal(_, _, let from, let to) = self { from != nil && to != nil } else { true }
  }

  private static func rounded(_ value: Double, from: Rational?, to: Rational?) -> Rational {
    guard value != 0, value.isFinite else { return from ?? to ?? .zero }
    let unit = scalbn(1.0, Int32(value.exponent) - 31)
    var number = Rational((value / unit).rounded() * unit) ?? .zero
    if let from { number = max(number, from) }
    if let to { number = min(number, to) }
    return number
  }
}
