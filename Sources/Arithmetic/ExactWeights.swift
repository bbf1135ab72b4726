/// Weights whose sum of products with given numbers is compared exactly with a bound.
///
/// Most comparisons are settled in doubles, whose error is bounded; those that are not are made
/// with whole numbers over the weights' common denominator.
public struct ExactWeights: Sendable {
  private let places: [Int]
  /// The weights times ``scale``, whole.
  private let weights: [Rational]
  private let scale: Rational
  private let doubles: [Double]

  /// One weight a place.
  public init(_ given: [Rational]) {
    places = given.indices.filter { !given[$0].isZero }
    let scale = Rational.commonDenominator(places.map { given[$0] })
    self.scale = scale
    weights = places.map { given[$0] * scale }
    doubles = places.map { given[$0].double }
  }

  /// The sum of each weight times the number at its place; a mean where the weights sum to 1.
  public func sum(of number: (Int) -> Rational) -> Rational { total(of: number) / scale }

  /// The sign of that sum less `bound`.
  public func compare(_ number: (Int) -> Rational, to bound: Rational) -> Int {
    var (sum, size, largest) = (-bound.double, bound.magnitude.double, 1.0)
    for (place, weight) in zip(places, doubles) {
      let factor = number(place).double
      let term = weight * factor
      sum += term
      size += abs(term)
      largest = max(largest, abs(weight), abs(factor))
    }
    // Each of two factors is off by one part in 2^52 at most, each product and sum by half of that;
    // of what is too small for a double the least normal one is lost, times the other factor.
    let error =
      Double(places.count + 8) * (size * 0x1p-51 + 3 * largest * Double.leastNormalMagnitude)
    if abs(sum) > error { return sum > 0 ? 1 : -1 }
    return (total(of: number) - bound * scale).signum
  }

  private func total(of number: (Int) -> Rational) -> Rational {
    zip(places, weights).reduce(.zero) { $0 + $1.1 * number($1.0) }
  }
}
