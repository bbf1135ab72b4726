import Arithmetic
import TestSupport
import Testing

@Suite struct `Algebraic numbers` {
  private func root(_ coefficients: [Rational], from: Rational, to: Rational) throws
    -> AlgebraicNumber
  {
    try #require(
      AlgebraicNumber.roots(of: Polynomial(coefficients), from: from, to: to).first)
  }

  @Test func `are equal where they are roots of different polynomials alike`() throws {
    let square = try root([-2, 0, 1], from: 0, to: 2)
    // x^4 - 4 = (x^2 - 2)(x^2 + 2), and (x^2 - 2)^2 (x - 3).
    let fourth = try root([-4, 0, 0, 0, 1], from: 1, to: 3)
    let twice = try root([-12, 4, 12, -4, -3, 1], from: 1, to: 2)
    #expect(square == fourth && square == twice && fourth == twice)
    let third = try root([-3, 0, 1], from: 0, to: 2)
    #expect(square < third && third > fourth)
    #expect(AlgebraicNumber(Rational(7, 5)) < square && square < AlgebraicNumber(Rational(3, 2)))
  }

  @Test func `are enclosed as closely as one likes`() throws {
    let width = Rational(1, 10).raised(to: 40)
    let close = try root([-2, 0, 1], from: 0, to: 2).enclosed(to: width)
    #expect(close.upper - close.lower <= width && close.exact == nil)
    #expect(close.lower * close.lower < 2 && close.upper * close.upper > 2)
  }

  @Test func `have fractions between them`() throws {
    let (low, high) = (
      try root([-2, 0, 1], from: 0, to: 2), try root([Rational(-2001, 1000), 0, 1], from: 0, to: 2)
    )
    let between = AlgebraicNumber.between(low, high)
    #expect(between * between > 2 && between * between < Rational(2001, 1000))
  }

  @Test func `systems of polynomials have the solutions of each of their values`() throws {
    var generator = SplitMix64(seed: 5)
    for size in 1...4 {
      let rows = (0..<size).map { _ in
        (0...size).map { _ in
          Polynomial((0..<2).map { _ in Rational(Int.random(in: -5...5, using: &generator)) })
        }
      }
      let solution = PolynomialSystem.solve(rows)
      for value in [Rational(1, 3), 2, Rational(-7, 2)] {
        let exact = LinearSystem.solve(rows.map { $0.map { $0.value(at: value) } })
        let below = solution?.denominator.value(at: value) ?? .zero
        if below.isZero {
          #expect(exact == nil)
        } else {
          #expect(solution?.numerators.map { $0.value(at: value) / below } == exact)
        }
      }
    }
    let x = Polynomial([0, 1])
    #expect(PolynomialSystem.solve([[x, x, x], [x, x, Polynomial([1])]]) == nil)
  }
}
