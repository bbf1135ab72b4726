import Arithmetic
import Equilibria
import GameForms
import RelativeGains
import TestSupport
import Testing

private func matrix(_ count: Int, _ value: Rational) -> [[Rational]] {
  Array(repeating: Array(repeating: value, count: count), count: count)
}

@Suite struct `Properties of relative gains` {
  @Test func `no weight reproduces the game itself`() throws {
    var generator = SplitMix64(seed: 31)
    for shape in [[2, 2], [3, 4], [2, 3, 2]] {
      let game = StrategicGame.random(shape: shape, payoffs: -9...9, using: &generator)
      let zero = matrix(shape.count, 0)
      let rules: [RelativeGains<Rational>] = [
        .none, .grieco(zero), .snidal(zero), .lead(zero), .convex(zero), .ally(zero),
        .power(
          weights: zero[0], capabilities: Array(repeating: 100, count: shape.count), scale: 5),
      ]
      for rule in rules { #expect(try rule.applied(to: game) == game) }
    }
  }

  @Test func `Grieco at k and Snidal at k / (1 + k) agree for two actors`() throws {
    var generator = SplitMix64(seed: 32)
    for _ in 0..<100 {
      let game = StrategicGame.random(shape: [3, 3], payoffs: 0...9, using: &generator)
      let k = Rational(Int.random(in: 0...12, using: &generator), 4)
      let grieco = try RelativeGains.grieco(matrix(2, k)).applied(to: game)
      let snidal = try RelativeGains.snidal(matrix(2, k / (1 + k))).applied(to: game)
      #expect(PureEquilibria.solve(grieco) == PureEquilibria.solve(snidal))
      let mixed = try EquilibriumEnumeration().solve(grieco).extreme.map(\.profile)
      #expect(mixed == (try EquilibriumEnumeration().solve(snidal).extreme.map(\.profile)))
    }
  }

  @Test func `a common rescaling beforehand changes no equilibrium`() throws {
    var generator = SplitMix64(seed: 33)
    for _ in 0..<50 {
      let game = StrategicGame.random(shape: [3, 4], payoffs: 0...9, using: &generator)
      let scaled = StrategicGame(
        shape: game.shape, payoffs: game.payoffs.map { $0 * Rational(7, 3) + 5 })
      let rule = RelativeGains.snidal(matrix(2, Rational(2, 5)))
      #expect(
        try EquilibriumEnumeration().solve(rule.applied(to: game)).extreme.map(\.profile)
          == EquilibriumEnumeration().solve(rule.applied(to: scaled)).extreme.map(\.profile))
    }
  }

  @Test func `the critical discount factor rises with the weight and falls with the states`() throws
  {
    let dilemma = StrategicGame(rows: [[3, 1], [4, 2]], columns: [[3, 4], [1, 2]])
    func delta(_ r: Rational, _ states: Int) throws -> Rational {
      let weight = BilateralDeal(weight: r, states: states).weight
      let game = try RelativeGains.snidal(matrix(2, weight)).applied(to: dilemma)
      let factor = CriticalDiscountFactor.grim(game, cooperation: 0, punishment: 3).overall.factor
      return try #require(factor)
    }
    for states in 2...6 {
      for step in 0..<10 {
        let (low, high) = (Rational(step, 10), Rational(step + 1, 10))
        #expect(try delta(low, states) < delta(high, states))
        #expect(try delta(high, states + 1) < delta(high, states))
      }
    }
  }

  @Test func `lead hurts only those behind, convex in the square of the gap`() throws {
    let gains: [Rational] = [1, 4, 2]
    let lead = try RelativeGains.lead(matrix(3, 1)).utilities(of: gains)
    #expect(lead == [-3, 4, 0] as [Rational])
    let convex = try RelativeGains.convex(matrix(3, 1)).utilities(of: gains)
    #expect(convex == [-9, 4, -2] as [Rational])
  }

  @Test func `power is a share of the whole`() throws {
    let rule = RelativeGains<Rational>.power(weights: [1, 1], capabilities: [3, 1], scale: 100)
    #expect(try rule.utilities(of: [0, 4]) == [Rational(-75, 2), Rational(75, 2)])
    #expect(throws: QuantityError.divisionByZero) { try rule.utilities(of: [-3, -1]) }
  }

  @Test func `thresholds agree with brute force on both sides of every point`() throws {
    var generator = SplitMix64(seed: 34)
    for round in 0..<60 {
      let shape = round % 2 == 0 ? [3, 3] : [2, 3, 2]
      let base = StrategicGame.random(shape: shape, payoffs: -5...5, using: &generator)
      let slope = StrategicGame.random(shape: shape, payoffs: -3...3, using: &generator)
      func payoffs(_ t: Rational) -> [Rational] {
        zip(base.payoffs, slope.payoffs).map { max(Rational(-2), $0 + $1 * t) }
      }
      let map = try PureThresholds.solve(
        shape: shape, from: -1, to: 2,
        affine: { t in
          try zip(base.payoffs, slope.payoffs).map {
            try AffineForm.larger(AffineForm(-2), AffineForm($0) + AffineForm($1) * t)
          }
        }, exact: { payoffs($0) })
      for step in 0...300 {
        let t = Rational(step, 100) - 1
        let expected = PureEquilibria.solve(StrategicGame(shape: shape, payoffs: payoffs(t)))
        let found =
          map.points.first { $0.at == t }?.equilibria
          ?? map.regions.first { $0.from <= t && t <= $0.to }?.equilibria
        #expect(found == expected, "at \(t)")
      }
      for (left, right) in zip(map.regions, map.regions.dropFirst()) {
        #expect(left.to == right.from)
        #expect(map.points.contains { $0.at == left.to })
      }
    }
  }
}
