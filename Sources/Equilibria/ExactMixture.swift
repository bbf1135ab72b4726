import Arithmetic

/// A mixture whose mean of given numbers is compared exactly with a bound.
///
/// Most comparisons are settled in doubles, whose error is bounded; those that are not are made
/// with whole numbers over the mixture's common denominator.
struct ExactMixture {
  private let places: [Int]
  /// The probabilities times ``scale``, whole.
  private let weights: [Rational]
  private let scale: Rational
  private let doubles: [Double]

  /// The mixture with these probabilities.
  init(_ probabilities: [Rational]) {
    places = probabilities.indices.filter { !probabilities[$0].isZero }
    let scale = Rational.commonDenominator(places.map { probabilities[$0] })
    self.scale = scale
    weights = places.map { probabilities[$0] * scale }
    doubles = places.map { probabilities[$0].double }
  }

  /// The mean of `number` over the mixture.
  func mean(of number: (Int) -> Rational) -> Rational { total(of: number) / scale }

  /// The sign of the mean of `number` less `bound`.
  func compare(_ number: (Int) -> Rational, to bound: Rational) -> Int {
    var (sum, size) = (-bound.double, bound.magnitude.double)
    for (place, weight) in zip(places, doubles) {
      let term = weight * number(place).double
      sum += term
      size += abs(term)
    }
    // Each of two factors is off by one part in 2^52 at most, each product and sum by half of that;
    // what is too small for a double counts as the least normal one.
    let error =
      Double(places.count + 8) * (size * 0x1p-51 + Double.leastNormalMagnitude)
    if abs(sum) > error { return sum > 0 ? 1 : -1 }
    return (total(of: number) - bound * scale).signum
  }

  private func total(of number: (Int) -> Rational) -> Rational {
    zip(places, weights).reduce(.zero) { $0 + $1.1 * number($1.0) }
  }
}
