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
        let expected = LinearSystem.solve(matrix.map { $0.map { Rational($0) } + [.one] })
        #expect(LinearSystem.solveForOnes(matrix) == expected)
      }
    }
  }

  @Test func `satisfy their equations at a size that elimination is slow at`() throws {
    var generator = SplitMix64(seed: 40)
    let matrix = (0..<40).map { _ in
      (0..<40).map { _ in Int.random(in: 1...999, using: &generator) }
    }
    let solution = try #require(LinearSystem.solveForOnes(matrix))
    for row in matrix {
      #expect(zip(row, solution).reduce(Rational.zero) { $0 + Rational($1.0) * $1.1 } == .one)
    }
  }

  @Test func `are told from those without a single solution, and from those too large for words`() {
    let singular = (0..<6).map { row in (0..<6).map { row * $0 + 1 } }
    #expect(LinearSystem.solveForOnes(singular) == nil)
    let large = (0..<5).map { row in (0..<5).map { row == $0 ? 1 << 40 : row + $0 } }
    #expect(
      LinearSystem.solveForOnes(large)
        == LinearSystem.solve(large.map { $0.map { Rational($0) } + [.one] }))
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
