import Arithmetic
import TestSupport
import Testing

@Suite struct `Fractions of machine words` {
  /// Numbers of all sizes, so that some results fit a word and some do not.
  private func fraction(_ random: inout SplitMix64) -> Rational {
    func integer() -> Int {
      let bits = Int.random(in: 1...62, using: &random)
      return Int.random(in: -(1 << bits)...(1 << bits), using: &random)
    }
    var denominator = integer()
    while denominator == 0 { denominator = integer() }
    return Rational(integer(), denominator)
  }

  /// Lowest terms, by Euclid's algorithm.
  private func isReduced(_ number: WordFraction) -> Bool {
    var (a, b) = (number.numerator.magnitude, number.denominator.magnitude)
    while b != 0 { (a, b) = (b, a % b) }
    return number.denominator > 0 && a == 1
  }

  @Test func `sum, product and order are those of long division, or nothing`() throws {
    var random = SplitMix64(seed: 11)
    var fits = 0
    for _ in 0..<20_000 {
      let (a, b) = (fraction(&random), fraction(&random))
      let (left, right) = (try #require(a.fraction), try #require(b.fraction))
      let (p, q) = (Int128(left.numerator), Int128(left.denominator))
      let (r, s) = (Int128(right.numerator), Int128(right.denominator))
      #expect((left < right) == (p * s < r * q))
      if let product = left.multiplied(by: right) {
        fits += 1
        #expect(isReduced(product))
        #expect(Rational(product) == Rational(p * r) / Rational(q * s))
      }
      let (first, overflow) = (p * s).addingReportingOverflow(r * q)
      if let sum = left.adding(right), !overflow {
        fits += 1
        #expect(isReduced(sum))
        #expect(Rational(sum) == Rational(first) / Rational(q * s))
      }
    }
    #expect(fits > 10_000)
  }

  @Test(arguments: [
    (Rational(1, 3), Rational(-1, 3), Rational.zero),
    (Rational(1, 6), Rational(1, 10), Rational(4, 15)),
    (Rational(7), Rational(-7), .zero), (.zero, Rational(5, 9), Rational(5, 9)),
    (Rational(1, 6), Rational(1, 3), Rational(1, 2)), (Rational(-3, 4), Rational(7, 4), .one),
    (Rational(Int.max), Rational(-Int.max), .zero),
  ])
  func `sums end in lowest terms`(a: Rational, b: Rational, sum: Rational) throws {
    let (left, right) = (try #require(a.fraction), try #require(b.fraction))
    let found = try #require(left.adding(right))
    #expect(Rational(found) == sum && isReduced(found))
  }

  @Test func `what outgrows a word is nothing, and a rational number all the same`() throws {
    let most = try #require(Rational(Int.max).fraction)
    #expect(most.adding(.one) == nil)
    #expect(most.multiplied(by: most) == nil)
    #expect(most.negated.adding(WordFraction.one.negated) == nil)
    #expect(WordFraction.zero.reciprocal == nil)
    #expect(Rational(Int.max) + 1 - 1 == Rational(Int.max))
    #expect((Rational(Int.max) * Rational(Int.max)).fraction == nil)
  }
}
