import Arithmetic
import TestSupport
import Testing

/// Small numbers, numbers near the ends of a machine word, and numbers beyond it.
private func sample(_ generator: inout SplitMix64) -> Rational {
  func integer() -> Rational {
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: return Rational(Int.random(in: -9...9, using: &generator))
    case 1: return Rational(Int.random(in: -1_000_000...1_000_000, using: &generator))
    case 2: return Rational(Int.max - Int.random(in: 0...3, using: &generator))
    default:
      return Rational(Int.random(in: Int.min...Int.max, using: &generator))
        * Rational(Int.random(in: Int.min...Int.max, using: &generator))
    }
  }
  let divisor = integer()
  return divisor.isZero ? integer() : integer() / divisor
}

@Suite struct `Rational numbers` {
  @Test func `obey the field axioms, inside and beyond the machine word`() {
    var generator = SplitMix64(seed: 1)
    for _ in 0..<4000 {
      let (a, b, c) = (sample(&generator), sample(&generator), sample(&generator))
      #expect(a + b == b + a)
      #expect(a * b == b * a)
      #expect((a + b) + c == a + (b + c))
      #expect((a * b) * c == a * (b * c))
      #expect(a * (b + c) == a * b + a * c)
      #expect(a + .zero == a)
      #expect(a * .one == a)
      #expect((a - a).isZero)
      if !a.isZero {
        #expect(a * a.reciprocal == .one)
        #expect(b / a * a == b)
      }
    }
  }

  @Test func `are ordered as their differences say`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<4000 {
      let (a, b) = (sample(&generator), sample(&generator))
      #expect((a < b) == ((b - a).signum > 0))
      #expect((a == b) == (a - b).isZero)
      if a == b { #expect(a.hashValue == b.hashValue) }
    }
  }

  @Test func `come back to the machine word when they fit again`() {
    let huge = Rational(Int.max) * Rational(Int.max)
    #expect(huge.words == nil)
    #expect((huge / Rational(Int.max)).integer == Int.max)
    #expect((Rational(Int.min) + .one).integer == Int.min + 1)
    #expect(Rational(Int.min) == -Rational(Int.max) - .one)
    #expect(Rational(Int.min, Int.min) == .one)
    #expect(Rational(1, Int.min) * Rational(Int.min) == .one)
  }

  @Test(arguments: [
    ("3", "3"), ("-2.75", "-11/4"), ("7/3", "7/3"), ("1e-3", "1/1000"), ("+4", "4"),
    ("0.1", "1/10"), (".5", "1/2"), ("5.", "5"), ("-6/4", "-3/2"), ("2.5E2", "250"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
    ("-0", "0"), ("0/5", "0"),
  ])
  func `are read exactly`(text: String, canonical: String) throws {
    #expect(try Rational.read(text).description == canonical)
  }

  @Test func `read back what they print`() {
    var generator = SplitMix64(seed: 3)
    for _ in 0..<2000 {
      let number = sample(&generator)
      #expect(Rational(number.description) == number)
    }
  }

  @Test(arguments: [
    "", "-", ".", "e3", "1e", "1/", "/2", "1/-2", "1.5/2", "nan", "inf", "0x10", "1 2", "1,5",
    "1/2/3", "--1", "١",
  ])
  func `refuse what is no number`(text: String) {
    #expect(throws: Rational.ReadingError.notANumber) { try Rational.read(text) }
  }

  @Test func `refuse a zero denominator and absurd sizes`() {
    #expect(throws: Rational.ReadingError.zeroDenominator) { try Rational.read("1/0") }
    #expect(throws: Rational.ReadingError.tooLong) { try Rational.read("1e999999999") }
    #expect(throws: Rational.ReadingError.tooLong) { try Rational.read("1e99999999999999999999") }
    #expect(throws: Rational.ReadingError.tooLong) {
      try Rational.read(String(repeating: "9", count: 10_001))
    }
  }

  @Test func `round to the nearest double`() {
    var generator = SplitMix64(seed: 4)
    for _ in 0..<2000 {
      let number = sample(&generator)
      let double = number.double
      guard let near = Rational(double), let up = Rational(double.nextUp),
        let down = Rational(double.nextDown)
      else { continue }
      let error = (number - near).magnitude
      #expect(error <= (number - up).magnitude)
      #expect(error <= (number - down).magnitude)
    }
    #expect(Rational(2, 3).double == 2.0 / 3.0)
    #expect(Rational(10).raised(to: 400).double == .infinity)
    #expect(Rational(Double.nan) == nil)
    #expect(Rational(0.1) != Rational(1, 10))
    #expect(Rational(0.1)?.double == 0.1)
  }

  @Test func `raise to powers and take exact roots`() {
    #expect(Rational(2, 3).raised(to: 5) == Rational(32, 243))
    #expect(Rational(2, 3).raised(to: -2) == Rational(9, 4))
    #expect(Rational(0).raised(to: 0) == .one)
    #expect(Rational(9, 4).exactSquareRoot == Rational(3, 2))
    #expect(Rational(2).exactSquareRoot == nil)
    #expect(Rational(-4).exactSquareRoot == nil)
  }
}

@Suite struct `Fractions of 128 bits` {
  @Test func `are those of the arithmetic of any size`() throws {
    var generator = SplitMix64(seed: 128)
    for _ in 0..<500 {
      let parts = (0..<4).map { _ in Int.random(in: -(1 << 62)...(1 << 62), using: &generator) }
      guard parts[2] != 0, parts[3] != 0 else { continue }
      let (top, bottom) = (
        Int128(parts[0]) * Int128(parts[1]), Int128(parts[2]) * Int128(parts[3])
      )
      let fraction = Rational(top, bottom)
      #expect(
        fraction == Rational(parts[0], parts[2]) * Rational(parts[1], parts[3]))
      let words = try #require(fraction.wideWords)
      #expect(words.denominator > 0 && Rational(words.numerator, words.denominator) == fraction)
      #expect(top * words.denominator.signum() == top && bottom % words.denominator == 0)
    }
    #expect(Rational(Int128.min, 1).wideWords == nil)
    #expect(Rational(Int128.min, 1) == -Rational(2).raised(to: 127))
    #expect(Rational(Int128(6), -4) == Rational(-3, 2))
  }
}

@Suite struct `Affine forms` {
  private let interval = AffineForm.Interval(lower: 0, upper: 1)

  @Test func `compute as their values do`() throws {
    let t = AffineForm.parameter(on: interval)
    let form = try (t * AffineForm(3) - AffineForm(1)).divided(by: AffineForm(2))
    #expect(form.value(at: Rational(1, 2)) == Rational(1, 4))
    #expect(form.root == Rational(1, 3))
    #expect(throws: QuantityError.notAffine) { try t * t }
    #expect(throws: QuantityError.notAffine) { try AffineForm(1).divided(by: t) }
    #expect(throws: QuantityError.divisionByZero) { try t.divided(by: AffineForm(0)) }
    #expect((t - t).constant == .zero)
  }

  @Test func `name the point at which their sign changes`() throws {
    let t = AffineForm.parameter(on: interval)
    let form = t - AffineForm(Rational(1, 3))
    #expect(throws: QuantityError.signChanges(at: Rational(1, 3))) { try form.sign() }
    let right = AffineForm.parameter(on: .init(lower: Rational(1, 3), upper: 1))
    #expect(try (right - AffineForm(Rational(1, 3))).sign() == 1)
    #expect(try AffineForm.larger(right, AffineForm(0)).slope == .one)
  }
}
