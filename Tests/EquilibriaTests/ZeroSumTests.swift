import Arithmetic
import GameForms
import LinearPrograms
import TestSupport
import Testing

@testable import Equilibria

@Suite struct `Zero-sum games` {
  private func game(_ rows: [[Rational]], sum: Rational = 0) -> StrategicGame {
    StrategicGame(rows: rows, columns: rows.map { $0.map { sum - $0 } })
  }

  @Test func `matching pennies is worth nothing`() throws {
    let solution = try ZeroSumSolution.solve(game([[1, -1], [-1, 1]]))
    let half = Rational(1, 2)
    #expect(solution.values == [0, 0] && solution.strategies == [[half, half], [half, half]])
    #expect(solution.isProof && solution.isUnique)
  }

  @Test func `biased rock, paper, scissors has one optimal strategy`() throws {
    let solution = try ZeroSumSolution.solve(
      game([
        [0, Rational(-1, 4), Rational(1, 2)], [Rational(1, 4), 0, Rational(-1, 20)],
        [Rational(-1, 2), Rational(1, 20), 0],
      ]))
    let expected = [Rational(1, 16), Rational(10, 16), Rational(5, 16)]
    #expect(solution.values == [0, 0] && solution.strategies == [expected, expected])
    #expect(solution.isProof && solution.isUnique)
  }

  @Test func `the upper triangle is worth -1 and has many optimal strategies`() throws {
    let solution = try ZeroSumSolution.solve(game([[-1, 1, 1], [-1, -1, 1], [-1, -1, -1]]))
    #expect(solution.values == [-1, 1])
    #expect(solution.isProof && !solution.isUnique)
  }

  @Test func `have the value that Nash equilibria and security levels have`() throws {
    var generator = SplitMix64(seed: 32)
    for round in 0..<60 {
      let high = round % 2 == 0 ? 2 : 99
      let shape = (0..<2).map { _ in Int.random(in: 1...5, using: &generator) }
      let rows = (0..<shape[0]).map { _ in
        (0..<shape[1]).map { _ in Rational(Int.random(in: -high...high, using: &generator), 3) }
      }
      let game = game(rows, sum: Rational(round % 3))
      let solution = try ZeroSumSolution.solve(game)
      #expect(solution.isProof && solution.sum == Rational(round % 3))
      #expect(SecurityLevels.solve(game).levels.map(\.value) == solution.values)
      #expect(Equilibrium(verifying: MixedProfile(solution.strategies), in: game) != nil)
      let nash = try EquilibriumEnumeration().solve(game).extreme
      #expect(nash.allSatisfy { $0.payoffs == solution.values })
      #expect(!solution.isUnique || nash.count == 1)
      // Correlation does not help where interests are opposed.
      let coarse = CorrelatedEquilibria.solve(game, .untold).points
      #expect(coarse.suffix(2).map(\.value) == solution.values)
    }
  }

  @Test func `are told from others, with a profile that shows it`() {
    let prisoners = StrategicGame(rows: [[3, 1], [4, 2]], columns: [[3, 4], [1, 2]])
    #expect(throws: ZeroSumRefusal.sumDiffers(profile: 1, sum: 6, other: 5)) {
      try ZeroSumSolution.solve(prisoners)
    }
    #expect(throws: ZeroSumRefusal.needsTwoActors(actors: 1)) {
      try ZeroSumSolution.solve(StrategicGame(shape: [2], payoffs: [0, 0]))
    }
  }

  @Test(arguments: Fixture.read("zero-sum"))
  func `are worth what an independent program finds`(fixture: Fixture) throws {
    let (shape, entries) = (fixture.shape(1), fixture.numbers(2))
    let matrix = (0..<shape[0]).map { row in
      (0..<shape[1]).map { entries[row * shape[1] + $0] }
    }
    let solution = try ZeroSumSolution.solve(game(matrix))
    #expect(solution.isProof && solution.isOptimal)
    // HiGHS works to 1e-7; payoffs are below 1000.
    #expect(abs(solution.values[0].double - fixture.numbers(3)[0].double) < 1e-4)
  }

  private func random(_ size: Int, seed: UInt64) -> [[Rational]] {
    var generator = SplitMix64(seed: seed)
    return (0..<size).map { _ in
      (0..<size).map { _ in Rational(Int.random(in: 0...999, using: &generator)) }
    }
  }

  @Test func `of many strategies are solved exactly from the basis, as by pivots in fractions`() {
    for (rows, columns) in [(40, 40), (12, 30), (30, 12)] {
      let matrix = random(40, seed: 33).prefix(rows).map { Array($0.prefix(columns)) }
      let value = MatrixValue(of: matrix)
      #expect(value.basis != nil && value.isProof(for: matrix))
    }
    let matrix = random(12, seed: 34)
    let pivoted = LinearProgram(securing: matrix).solve()
    #expect(MatrixValue(of: matrix).value - LinearProgram.shift(securing: matrix) == pivoted?.value)
  }

  @Test func `larger still come with proved bounds`() throws {
    let matrix = random(260, seed: 35)
    let solution = try ZeroSumSolution.solve(game(matrix, sum: 5))
    let gap = solution.ceilings[0] - solution.values[0]
    #expect(solution.isProof && !solution.isOptimal && !solution.isUnique && !solution.isCutShort)
    #expect(gap.signum > 0 && gap.double < 1e-4)
    #expect(solution.ceilings[1] == 5 - solution.values[0])
    let column = ExactWeights(solution.strategies[1])
    #expect(matrix.allSatisfy { line in column.sum { line[$0] } <= solution.ceilings[0] })
  }

  @Test func `pure strategies are what is left when time is over`() throws {
    let solution = try ZeroSumSolution.solve(game(random(260, seed: 36)), seconds: 1e-9)
    #expect(solution.isProof && solution.isCutShort && solution.values[0] < solution.ceilings[0])
    #expect(solution.strategies.allSatisfy { $0.count { !$0.isZero } == 1 })
  }

  @Test func `sums that differ in the last place of a double are told apart`() {
    let mixture = ExactWeights([Rational(1, 3), Rational(2, 3)])
    let tiny = Rational(1, 10).raised(to: 40)
    #expect(mixture.compare({ _ in Rational(7) + tiny }, to: 7) == 1)
    #expect(mixture.compare({ _ in Rational(7) }, to: 7) == 0)
    #expect(mixture.compare({ $0 == 0 ? Rational(7) - tiny : 7 }, to: 7) == -1)
  }

  @Test func `a part that is not optimal proves nothing`() {
    let matrix: [[Rational]] = [[1, -1], [-1, 1]]
    #expect(MatrixBasis(rows: [0], columns: [0]).value(of: matrix) == nil)
    #expect(MatrixBasis(rows: [0, 1], columns: [0, 1]).value(of: matrix)?.value.value == 0)
  }
}
