import Arithmetic
import Equilibria
import GameForms
import LinearPrograms
import TestSupport
import Testing

@Suite struct `Linear programs` {
  /// Coefficients from -9 to 9 and limits from 0 to `most`: with 0 all programs are degenerate.
  private func program(
    variables: Int, rows: Int, limits most: Int, _ generator: inout SplitMix64
  ) -> LinearProgram {
    func draw(_ range: ClosedRange<Int>) -> Rational {
      Rational(Int.random(in: range, using: &generator))
    }
    let drawn = (0..<rows).map { _ in (0..<variables).map { _ in draw(-9...9) } }
    return LinearProgram(
      maximise: (0..<variables).map { _ in draw(-9...9) },
      // The last row bounds every variable.
      rows: drawn + [Array(repeating: .one, count: variables)],
      limits: (0..<rows).map { _ in draw(0...most) } + [.one])
  }

  /// Whether point and prices are feasible and worth the same: then neither can be better.
  private func isProved(_ optimum: LinearProgram.Optimum, for program: LinearProgram) -> Bool {
    func dot(_ a: [Rational], _ b: [Rational]) -> Rational {
      zip(a, b).reduce(.zero) { $0 + $1.0 * $1.1 }
    }
    let columns = program.objective.indices.map { column in program.rows.map { $0[column] } }
    return (optimum.point + optimum.prices).allSatisfy { $0.signum >= 0 }
      && zip(program.rows, program.limits).allSatisfy { dot($0, optimum.point) <= $1 }
      && zip(columns, program.objective).allSatisfy { dot($0, optimum.prices) >= $1 }
      && dot(program.objective, optimum.point) == optimum.value
      && dot(program.limits, optimum.prices) == optimum.value
  }

  @Test func `end with a point and prices that prove each other`() throws {
    var generator = SplitMix64(seed: 1947)
    for size in 1...14 {
      for most in [0, 1, 20] {
        let program = program(variables: size, rows: size + 3, limits: most, &generator)
        #expect(isProved(try #require(program.solve()), for: program))
      }
    }
  }

  @Test func `may grow without bound`() {
    let program = LinearProgram(maximise: [1, 1], rows: [[1, -1], [-2, 1]], limits: [0, 3])
    #expect(program.solve() == nil)
  }

  @Test(arguments: [6, 10, 14, 17, 40])
  func `are right where doubles see nothing`(digits: Int) throws {
    // Both variables at 1 / (2 + e) are better by e / 4 than one alone.
    let tiny = Rational(1, 10).raised(to: digits)
    let program = LinearProgram(
      maximise: [1, 1], rows: [[1 + tiny, 1], [1, 1 + tiny]], limits: [1, 1])
    let optimum = try #require(program.solve())
    #expect(optimum.value == 2 / (2 + tiny) && isProved(optimum, for: program))
  }

  @Test(arguments: [(12, 999), (14, 999_999), (20, 9), (20, 999_999)])
  func `of correlated equilibria go round neither in doubles nor in fractions`(
    size: Int, most: Int
  ) {
    var generator = SplitMix64(seed: 1974)
    let payoffs = (0..<2 * size * size).map { _ in
      Rational(Int.random(in: 0...most, using: &generator))
    }
    let game = StrategicGame(shape: [size, size], payoffs: payoffs)
    let found = CorrelatedEquilibria.solve(game, .told)
    #expect(found.points.count == 4 && found.points.allSatisfy(\.evidence.isProof))
  }
}
