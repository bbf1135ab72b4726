import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

@Suite struct `Adjusted winner` {
  @Test func `gives 65 points each where they are 50, 30, 20 and 20, 30, 50`() {
    let division = AdjustedWinner.solve(points: [[50, 30, 20], [20, 30, 50]])
    #expect(division.points == [65, 65])
    #expect(division.cut == 1)
    #expect(division.allocation[1] == [Rational(1, 2), Rational(1, 2)])
    #expect(division.won == [80, 50])
  }

  @Test func `cuts one parcel at most, equals points, leaves no envy and loses nothing`() {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<1_000 {
      let parcels = Int.random(in: 1...7, using: &generator)
      let points = (0..<2).map { _ in
        let raw = (0..<parcels).map { _ in Rational(Int.random(in: 1...20, using: &generator)) }
        let sum = raw.reduce(.zero, +)
        return raw.map { $0 * 100 / sum }
      }
      let division = AdjustedWinner.solve(points: points)
      #expect(division.points[0] == division.points[1])
      #expect(division.points[0] >= 50)
      #expect(division.allocation.count { $0[0].signum > 0 && $0[0] < 1 } <= 1)
      let problem = DivisionProblem(points: points)
      #expect(problem.isEnvyFree(division.allocation))
      #expect(problem.values(of: division.allocation) == division.points)
      // Efficient: the parcels of the first have the higher ratios.
      for p in 0..<parcels {
        for q in 0..<parcels
        where division.allocation[p][0].signum > 0 && division.allocation[q][1].signum > 0 {
          #expect(points[0][p] * points[1][q] >= points[0][q] * points[1][p])
        }
      }
    }
  }

  @Test func `leaves a parcel that one side does not want with the other`() {
    let division = AdjustedWinner.solve(points: [[100, 0], [0, 100]])
    #expect(division.points == [100, 100])
    #expect(division.adjusted.isEmpty)
  }
}

@Suite struct `Fair division` {
  private let points: [[Rational]] = [[50, 30, 20], [20, 30, 50]]

  @Test(arguments: [BargainingRule.nash, .egalitarian, .leximin, .equalGains])
  func `of parcels that can be cut agrees with adjusted winner where sides mirror each other`(
    _ rule: BargainingRule
  ) throws {
    let division = try #require(try FairDivision.solve(DivisionProblem(points: points), by: rule))
    #expect(division.values == [65, 65])
  }

  @Test func `of parcels that cannot be cut makes the product largest`() throws {
    let problem = DivisionProblem(points: points, divisible: [false, false, false])
    let division = try #require(try FairDivision.solve(problem, by: .nash))
    #expect(division.values.reduce(1, *) == 4_000)
    #expect(division.allocation.allSatisfy { $0.contains(1) })
  }

  @Test func `agrees with trying every way, on random problems`() throws {
    var generator = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let parcels = Int.random(in: 1...5, using: &generator)
      let actors = Int.random(in: 2...3, using: &generator)
      let points = (0..<actors).map { _ in
        (0..<parcels).map { _ in Rational(Int.random(in: 0...9, using: &generator)) }
      }
      let problem = DivisionProblem(points: points, divisible: points[0].map { _ in false })
      var ways: [[Int]] = [[]]
      for _ in 0..<parcels { ways = ways.flatMap { way in (0..<actors).map { way + [$0] } } }
      let values = ways.map { problem.values(of: problem.allocation(holders: $0)) }
      let nash = try #require(try FairDivision.solve(problem, by: .nash))
      #expect(nash.values.reduce(1, *) == values.map { $0.reduce(1, *) }.max())
      let maximin = try #require(try FairDivision.solve(problem, by: .leximin))
      #expect(maximin.values.min() == values.compactMap { $0.min() }.max())
      let content = try FairDivision.solve(problem, by: .nash, envyFree: true)
      let some = ways.contains { problem.isEnvyFree(problem.allocation(holders: $0)) }
      #expect((content != nil) == some)
      if let content { #expect(problem.isEnvyFree(content.allocation)) }
    }
  }

  @Test func `finds shares without envy where parcels can be cut`() throws {
    var generator = SplitMix64(seed: 6)
    for _ in 0..<200 {
      let parcels = Int.random(in: 1...4, using: &generator)
      let points = (0..<2).map { _ in
        (0..<parcels).map { _ in Rational(Int.random(in: 1...9, using: &generator)) }
      }
      let problem = DivisionProblem(
        points: points, divisible: (0..<parcels).map { $0 == 0 || Bool.random(using: &generator) })
      for rule in [BargainingRule.nash, .leximin] {
        let division = try #require(try FairDivision.solve(problem, by: rule))
        #expect(division.allocation.allSatisfy { $0.reduce(0, +) == 1 })
        #expect(problem.values(of: division.allocation) == division.values)
        for (parcel, shares) in division.allocation.enumerated() where !problem.divisible[parcel] {
          #expect(shares.contains(1))
        }
      }
    }
  }

  @Test func `counts possession as the point to bargain from`() throws {
    // Held by the first at a cost of conflict of 3/10, claimed by the second at 1/10.
    let problem = DivisionProblem(
      points: [[1], [1]], disagreement: [Rational(7, 10), Rational(-1, 10)])
    let division = try #require(try FairDivision.solve(problem, by: .nash))
    #expect(division.values == [Rational(9, 10), Rational(1, 10)])
  }

  @Test func `is refused past what can be tried`() {
    let problem = DivisionProblem(
      points: [0, 1].map { _ in Array(repeating: Rational.one, count: 17) })
    #expect(throws: BargainingError.self) { try FairDivision.solve(problem, by: .nash) }
  }

  @Test func `counts what it matters not to see the other have a parcel`() {
    // Worth 4 and 2, and 1 and 1, under Snidal's weight 1/2.
    let half = Rational(1, 2)
    let problem = DivisionProblem(
      worths: [[[4, -2], [-1, 2]], [[1, -half], [-half, 1]]], divisible: [true, true],
      disagreement: [0, 0])
    #expect(
      problem.points == [
        [Rational(1000, 13), Rational(300, 13)], [Rational(800, 11), Rational(300, 11)],
      ])
    #expect(
      problem.envy(of: 1, towards: 0, in: problem.allocation(holders: [0, 1])) == Rational(5, 2))
  }
}

@Suite struct `Cut and choose` {
  @Test func `along a river gives the cutter half and the chooser at least half`() {
    let division = CutAndChoose.solve(values: [[6, 2, 4], [1, 1, 6]], cutter: 0)
    #expect(division.stretch == 0 && division.part == 1)
    #expect(division.first == 0)
    #expect(division.fractions == [Rational(1, 2), Rational(7, 8)])
  }

  @Test func `never leaves anyone less than half, whoever cuts`() {
    var generator = SplitMix64(seed: 8)
    for _ in 0..<1_000 {
      let stretches = Int.random(in: 1...6, using: &generator)
      let values = (0..<2).map { _ in
        (0..<stretches).map { $0 == 0 ? 1 : Rational(Int.random(in: 0...9, using: &generator)) }
      }
      for cutter in 0..<2 {
        let division = CutAndChoose.solve(values: values, cutter: cutter)
        #expect(division.fractions[cutter] == Rational(1, 2))
        #expect(division.fractions[1 - cutter] >= Rational(1, 2))
        #expect(division.shares.allSatisfy { $0[0] + $0[1] == 1 })
      }
    }
  }
}
