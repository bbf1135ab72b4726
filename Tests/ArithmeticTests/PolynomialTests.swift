import Arithmetic
import TestSupport
import Testing

@Suite struct `Polynomials` {
  private func product(_ roots: [Rational]) -> Polynomial {
    roots.reduce(Polynomial([1])) { found, root in
      Polynomial([.zero] + found.coefficients) - root * found
    }
  }

  @Test func `have the roots they were made of, repeated ones once`() {
    var generator = SplitMix64(seed: 61)
    for _ in 0..<60 {
      let roots = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        Rational(
          Int.random(in: -12...12, using: &generator), Int.random(in: 1...5, using: &generator))
      }
      let found = product(roots).roots(from: -20, to: 20)
      #expect(found.map(\.exact) == Set(roots).sorted())
    }
  }

  @Test func `enclose roots that are no fractions`() throws {
    let root = try #require(Polynomial([-2, 0, 1]).roots(from: 0, to: 2).first)
    #expect(root.exact == nil && root.upper - root.lower <= Polynomial.rootWidth)
    #expect(root.lower * root.lower < 2 && root.upper * root.upper > 2)
    #expect(Polynomial([1, 0, 1]).roots(from: -9, to: 9).isEmpty)
  }

  @Test func `count both ends of the interval`() {
    #expect(product([0, 1]).roots(from: 0, to: 1).map(\.exact) == [0, 1])
    #expect(product([0, 0, 1, 1]).roots(from: 0, to: 1).map(\.exact) == [0, 1])
    #expect(Polynomial([5]).roots(from: 0, to: 1).isEmpty)
  }

  @Test func `divide with a remainder`() {
    let (a, b) = (Polynomial([1, 2, 3, 4]), Polynomial([5, 0, 7]))
    let (quotient, remainder) = a.divided(by: b)
    for x in [Rational(0), 1, -2, Rational(3, 7)] {
      #expect(a.value(at: x) == quotient.value(at: x) * b.value(at: x) + remainder.value(at: x))
    }
    #expect(remainder.degree < b.degree)
  }
}

@Suite struct `The simplest fraction` {
  private static let cases: [(Rational, Rational, Rational)] = [
    (Rational(3, 10), Rational(2, 5), Rational(1, 3)), (Rational(-1, 2), 3, 0), (2, 2, 2),
    (Rational(-22, 7), -3, -3),
    (Rational(314_159, 100_000), Rational(314_160, 100_000), Rational(355, 113)),
  ]

  @Test(arguments: cases)
  func `has the smallest denominator between two numbers`(
    lower: Rational, upper: Rational, simplest: Rational
  ) {
    #expect(Rational.simplest(from: lower, to: upper) == simplest)
  }

  @Test func `is found again from its double`() {
    var generator = SplitMix64(seed: 62)
    for _ in 0..<100 {
      let value = Rational(
        Int.random(in: -9999...9999, using: &generator), Int.random(in: 1...9999, using: &generator)
      )
      #expect(Rational.simplest(near: value.double, within: 1e-10) == value)
      #expect(value.floor.isInteger && value.floor <= value && value - value.floor < 1)
    }
    let large = Rational(7, 2) * Rational(1 << 62) * Rational(1 << 40)
    #expect((large + Rational(1, 2)).floor == large)
    #expect((-large - Rational(1, 2)).floor == -large - 1)
  }
}
