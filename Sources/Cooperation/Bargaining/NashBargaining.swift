import Arithmetic

/// The agreement with the largest product of gains over disagreement.
///
/// With weights the product is that of gains raised to the weights (the asymmetric solution). An
/// actor who cannot gain anywhere in the set is left out of the product. Exact over outcomes and,
/// for two actors, over lotteries; for more actors a lottery may be irrational, and is found in
/// floating point with the gap that proves it.
///
/// - Source: Nash 1950; Harsanyi and Selten 1972 for weights.
public enum NashBargaining {
  /// Most that an integer weight may be: gains are raised to it.
  static let mostWeight = 1_000

  /// The solution; its value is the product of gains, each raised to its whole weight.
  ///
  /// - Parameter weights: one positive number an actor; equal where nil. Only ratios count.
  /// - Throws: ``BargainingError/noAgreement``, or `.outOfRange` for weights that are not positive
  ///   or whose ratios need integers past 1,000.
  public static func solve(
    _ set: AgreementSet, weights: [Rational]? = nil
  ) throws(BargainingError) -> BargainingSolution {
    guard !set.isEmpty else { throw .noAgreement }
    let exponents = try whole(weights ?? set.disagreement.map { _ in .one })
    let gainers = set.disagreement.indices.filter { set.ideal[$0] > set.disagreement[$0] }
    func product(_ agreement: Agreement) -> Rational {
      let gains = set.gains(agreement)
      return gainers.reduce(.one) { $0 * gains[$1].raised(to: exponents[$1]) }
    }
    if set.space == .lotteries, set.actors > 2, gainers.count > 1 {
      return ProductAscent.solve(set, gainers: gainers, exponents: exponents, product: product)
    }
    var candidates = set.agreements
    if set.space == .lotteries, set.actors == 2, gainers.count == 2 {
      for (a, b) in zip(set.agreements, set.agreements.dropFirst()) {
        if let inner = peak(set, a, b, exponents) { candidates.append(inner) }
      }
    }
    let values = candidates.map(product)
    let best = values.reduce(values[0], max)
    let chosen = zip(candidates, values).filter { $0.1 == best }.map(\.0)
    return BargainingSolution(
      space: set.space, agreements: set.space == .lotteries ? [chosen[0]] : chosen, value: best)
  }

  /// The weights as integers without a common divisor.
  private static func whole(_ weights: [Rational]) throws(BargainingError) -> [Int] {
    guard weights.allSatisfy({ $0.signum > 0 }) else {
      throw .outOfRange("bargaining weights must be positive")
    }
    var scaled = weights
    for weight in weights {
      let denominator = (weight * scaled[0] / weights[0]).denominatorPart
      scaled = scaled.map { $0 * denominator }
    }
    let integers = scaled.compactMap(\.integer)
    guard integers.count == weights.count else {
      throw .outOfRange("bargaining weights must be simple fractions")
    }
    let divisor = integers.reduce(0) { gcd($0, $1) }
    let exponents = integers.map { $0 / divisor }
    guard exponents.allSatisfy({ $0 <= mostWeight }) else {
      throw .outOfRange("bargaining weights must be in the ratio of integers up to \(mostWeight)")
    }
    return exponents
  }

  private static func gcd(_ a: Int, _ b: Int) -> Int { b == 0 ? a : gcd(b, a % b) }

  /// The largest product strictly between two corners, where the derivative of the weighted sum of
  /// logarithms vanishes; nil where it does not.
  private static func peak(
    _ set: AgreementSet, _ a: Agreement, _ b: Agreement, _ exponents: [Int]
  ) -> Agreement? {
    let start = set.gains(a)
    let step = zip(set.gains(b), start).map { $0 - $1 }
    let first = Rational(exponents[0]) * step[0]
    let second = Rational(exponents[1]) * step[1]
    // first (start1 + t step1) + second (start0 + t step0) = 0
    let slope = first * step[1] + second * step[0]
    guard !slope.isZero else { return nil }
    let share = -(first * start[1] + second * start[0]) / slope
    return share.signum > 0 && share < .one ? a.moved(share, towards: b) : nil
  }
}
