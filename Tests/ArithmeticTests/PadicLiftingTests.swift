import Arithmetic
import TestSupport
import Testing

@Suite struct `Systems solved digit by digit` {
  @Test func `have the solution that elimination finds`() {
    var generator = SplitMix64(seed: 1982)
    for size in 1...12 {
      for range in [-3...3, 1...999, -1_000_000...1_000_000] {
        let matrix = (0..<size).map { _ in
          (0..<size).map { _ in Int.random(in: range, using: &generator) }
        }
        let constants = (0..<size).map { _ in Int.random(in: range, using: &generator) }
        let expected = LinearSystem.solve(
          zip(matrix, constants).map { row, own in (row + [own]).map { Rational($0) } })
        #expect(LinearSystem.solve(matrix, constants: constants) == expected)
      }
    }
  }

  @Test func `satisfy their equations at a size that elimination is slow at`() throws {
    var generator = SplitMix64(seed: 40)
    let matrix = (0..<40).map { _ in
      (0..<40).map { _ in Int.random(in: 1...999, using: &generator) }
    }
    let constants = (0..<40).map { $0 * 1_000_000 - 7 }
    let solution = try #require(LinearSystem.solve(matrix, constants: constants))
    for (row, constant) in zip(matrix, constants) {
      let sum = zip(row, solution).reduce(Rational.zero) { $0 + Rational($1.0) * $1.1 }
      #expect(sum == Rational(constant))
    }
  }

  @Test func `are told from those without a single solution, and from those too large for words`() {
    let singular = (0..<6).map { row in (0..<6).map { row * $0 + 1 } }
    let ones = Array(repeating: 1, count: 6)
    #expect(LinearSystem.solve(singular, constants: ones) == nil)
    let large = (0..<5).map { row in (0..<5).map { row == $0 ? 1 << 40 : row + $0 } }
    let expected = LinearSystem.solve(large.map { $0.map { Rational($0) } + [.one] })
    #expect(LinearSystem.solve(large, constants: Array(ones.dropLast())) == expected)
  }

  @Test func `may have fractions on both sides, which are cleared`() {
    var generator = SplitMix64(seed: 1983)
    for size in 1...20 {
      func draw() -> Rational {
        Rational(
          Int.random(in: -99...99, using: &generator), Int.random(in: 1...12, using: &generator))
      }
      let matrix = (0..<size).map { _ in (0..<size).map { _ in draw() } }
      let constants = (0..<size).map { _ in draw() }
      let expected = LinearSystem.solve(zip(matrix, constants).map { $0 + [$1] })
      #expect(LinearSystem.solve(matrix, constants: constants) == expected)
    }
  }

  @Test func `give mixtures that make all rows earn the same, or none`() {
    var generator = SplitMix64(seed: 1968)
    for size in 1...10 {
      for range in [-3...3, 1...999, -100_000_000...100_000_000] {
        let matrix = (0..<size).map { _ in
          (0..<size).map { _ in Int.random(in: range, using: &generator) }
        }
        let solved = LinearSystem.solve(matrix.map { $0.map { Rational($0) } + [.one] })
        let total = solved?.reduce(.zero, +) ?? .zero
        let expected = total.signum > 0 ? solved?.map { $0 / total } : nil
        #expect(LinearSystem.mixtureForOnes(matrix) == expected)
      }
    }
    #expect(LinearSystem.mixtureForOnes([[-1]]) == nil)
    #expect(LinearSystem.mixtureForOnes([[0, 1], [1, 0]]) == [Rational(1, 2), Rational(1, 2)])
  }
}
