public import Arithmetic

/// An equilibrium of two actors followed along a parameter while the same strategies are played.
public struct EquilibriumBranch: Hashable, Sendable {
  /// The strategies that each actor plays, ascending.
  public let supports: [[Int]]
  /// Where it begins.
  public let from: AlgebraicNumber
  /// Where it ends.
  public let to: AlgebraicNumber
  /// `probabilities[actor][place]`: how likely the strategy `supports[actor][place]` is.
  public let probabilities: [[PolynomialRatio]]
  /// Its index: 1 or -1, or 0 where a tie that lasts leaves it open.
  public let index: Int

  /// The mixed strategies at a value between the ends.
  public func profile(at value: Rational, shape: [Int]) -> [[Rational]] {
    shape.indices.map { actor in
      var row = Array(repeating: Rational.zero, count: shape[actor])
      for (strategy, ratio) in zip(supports[actor], probabilities[actor]) {
        row[strategy] = ratio.value(at: value) ?? .zero
      }
      return row
    }
  }
}

/// A ratio of two polynomials in lowest terms.
public struct PolynomialRatio: Hashable, Sendable {
  /// What is divided.
  public let numerator: Polynomial
  /// What it is divided by.
  public let denominator: Polynomial

  /// The ratio of two polynomials, the second not 0, in whole coefficients without a common divisor.
  public init(_ numerator: Polynomial, over denominator: Polynomial) {
    let common = Polynomial.greatestCommonDivisor(numerator, denominator)
    let above = common.degree > 0 ? numerator.divided(by: common).quotient : numerator
    let below = common.degree > 0 ? denominator.divided(by: common).quotient : denominator
    let numbers = above.coefficients + below.coefficients
    let scale = Rational.commonDenominator(numbers)
    let divisor = numbers.compactMap { ($0 * scale).integer }.reduce(0) { a, b in
      var (a, b) = (a.magnitude, b.magnitude)
      while b != 0 { (a, b) = (b, a % b) }
      return Int(clamping: a)
    }
    let isTurned = (below.coefficients.first { !$0.isZero }?.signum ?? 1) < 0
    let factor = scale * Rational(isTurned ? -1 : 1, max(divisor, 1))
    self.numerator = factor * above
    self.denominator = factor * below
  }

  /// The value at `x`; nil where the denominator is 0.
  public func value(at x: Rational) -> Rational? {
    let below = denominator.value(at: x)
    return below.isZero ? nil : numerator.value(at: x) / below
  }
}

/// Where along a parameter branches begin and end.
public struct BranchEvent: Hashable, Sendable {
  /// Where.
  public let at: AlgebraicNumber
  /// The branches that end here.
  public let ending: [Int]
  /// The branches that begin here.
  public let beginning: [Int]
}

/// All branches of equilibria of a game of two actors along a parameter.
public struct BranchMap: Hashable, Sendable {
  /// The branches, by where they begin, then by what is played.
  public let branches: [EquilibriumBranch]
  /// The events inside the range, from low to high.
  public let events: [BranchEvent]
  /// Stretches between events in which there are equilibria besides the branches: ties that last.
  public let degenerate: [Stretch]

  /// A stretch between two events.
  public struct Stretch: Hashable, Sendable {
    /// Where it begins.
    public let from: AlgebraicNumber
    /// Where it ends.
    public let to: AlgebraicNumber
  }
}
