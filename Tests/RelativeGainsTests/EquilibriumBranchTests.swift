import Arithmetic
import Cooperation
import Equilibria
import GameForms
import TestSupport
import Testing

@testable import RelativeGains

/// The branches of a symmetric game of R, S, T, P under Snidal's rule, r from 0 to 1.
private func snidal(_ numbers: [Rational]) throws -> BranchMap {
  let gains = [
    numbers[0], numbers[0], numbers[1], numbers[2], numbers[2], numbers[1], numbers[3], numbers[3],
  ]
  return try EquilibriumBranches.solve(shape: [2, 2], from: 0, to: 1) { r in
    try stride(from: 0, to: 8, by: 2).flatMap { cell in
      try [
        AffineForm(gains[cell]) - r * AffineForm(gains[cell + 1]),
        AffineForm(gains[cell + 1]) - r * AffineForm(gains[cell]),
      ]
    }
  }
}

@Suite struct `Branches of equilibria` {
  @Test func `of chicken end in the prisoner's dilemma at 1/3 (theory A5, A7)`() throws {
    let map = try snidal([3, 2, 4, 1])
    let mixed = try #require(map.branches.first { $0.supports == [[0, 1], [0, 1]] })
    #expect(mixed.from.exact == 0 && mixed.to.exact == Rational(1, 3) && mixed.index == -1)
    for (r, expected) in [(Rational(0), Rational(1, 2)), (Rational(1, 5), Rational(1, 4))] {
      #expect(mixed.probabilities[0][0].value(at: r) == expected)
    }
    #expect(
      mixed.probabilities[0][0]
        == PolynomialRatio(Polynomial([1, -3]), over: Polynomial([2, -2])))
    #expect(map.events.map(\.at.exact) == [Rational(1, 3)])
    #expect(
      map.branches.filter { $0.from.exact == Rational(1, 3) }.map(\.supports) == [[[1], [1]]])
  }

  @Test func `of the stag hunt ask for more trust up to 1/3 (theory A5, A8)`() throws {
    let map = try snidal([4, 1, 3, 2])
    let mixed = try #require(map.branches.first { $0.supports == [[0, 1], [0, 1]] })
    #expect(mixed.to.exact == Rational(1, 3))
    #expect(mixed.probabilities[0][0].value(at: Rational(1, 5)) == Rational(3, 4))
    let cooperation = try #require(map.branches.first { $0.supports == [[0], [0]] })
    #expect(cooperation.to.exact == Rational(1, 3))
  }

  @Test func `of the battle of the sexes change at 1/2 (theory A9)`() throws {
    let gains: [(Rational, Rational)] = [(2, 1), (0, 0), (0, 0), (1, 2)]
    let map = try EquilibriumBranches.solve(shape: [2, 2], from: 0, to: 1) { r in
      try gains.flatMap { a, b in
        try [AffineForm(a) - r * AffineForm(b), AffineForm(b) - r * AffineForm(a)]
      }
    }
    #expect(map.events.map(\.at.exact) == [Rational(1, 2)])
    let after = map.branches.filter { $0.from.exact == Rational(1, 2) }
    // Each insists on its own.
    #expect(after.map(\.supports) == [[[0], [1]]])
  }

  @Test func `between allies cooperate from 1/2 on (theory A10)`() throws {
    let gains: [(Rational, Rational)] = [(3, 3), (1, 4), (4, 1), (2, 2)]
    let map = try EquilibriumBranches.solve(shape: [2, 2], from: 0, to: 1) { e in
      try gains.flatMap { a, b in
        try [AffineForm(a) + e * AffineForm(b), AffineForm(b) + e * AffineForm(a)]
      }
    }
    let together = try #require(map.branches.first { $0.supports == [[0], [0]] })
    #expect(together.from.exact == Rational(1, 2) && together.to.exact == 1)
  }

  @Test(arguments: [[2, 2], [3, 3], [2, 4], [4, 4]])
  func `of random games are all equilibria at every point`(shape: [Int]) throws {
    var generator = SplitMix64(seed: 23)
    for _ in 0..<(shape == [4, 4] ? 2 : 6) {
      let count = 2 * shape[0] * shape[1]
      let forms = (0..<count).map { _ in
        (
          Rational(Int.random(in: -30...30, using: &generator)),
          Rational(Int.random(in: -30...30, using: &generator))
        )
      }
      let map = try EquilibriumBranches.solve(shape: shape, from: -1, to: 2) { t in
        try forms.map { try AffineForm($0.0) + AffineForm($0.1) * t }
      }
      #expect(map.degenerate.isEmpty)
      for _ in 0..<12 {
        let value = Rational(Int.random(in: -10_006...20_013, using: &generator), 10_007)
        let game = StrategicGame(shape: shape, payoffs: forms.map { $0.0 + $0.1 * value })
        let here = AlgebraicNumber(value)
        let followed = map.branches.filter { $0.from < here && here < $0.to }
        let found = try EquilibriumEnumeration().solve(game).extreme.map(\.profile.probabilities)
        #expect(Set(followed.map { $0.profile(at: value, shape: shape) }) == Set(found))
        #expect(followed.reduce(0) { $0 + $1.index } == 1, "indices make 1")
      }
    }
  }

  @Test func `say where ties last`() throws {
    // The second actor does not care.
    let map = try EquilibriumBranches.solve(shape: [2, 2], from: 0, to: 1) { t in
      [
        t, AffineForm(.zero), t, AffineForm(.zero), AffineForm(.one), AffineForm(.zero),
        AffineForm(.zero), AffineForm(.zero),
      ]
    }
    #expect(!map.degenerate.isEmpty)
  }
}

@Suite struct `Thresholds of the core` {
  @Test(arguments: [(0, 1, 2, 3), (1, 4, 4, 7), (1, 2, 4, 9)])
  func `are those of theory C11`(r: Int, over: Int, a: Int, under: Int) throws {
    let weight = Rational(r, over) * Rational(1, 2)
    let theta = RelativeGainsCore.theta(rho: weight)
    let found = try CoreThresholds.solve(from: 0, to: 1) { pair in
      RelativeGainsCore.claims(
        in: CoalitionalGame(actors: 3) { coalition in
          coalition.count == 3 ? .one : coalition.count == 2 ? pair : .zero
        }, weights: [theta, theta, theta])
    }
    #expect(found?.lowerBound == 0 && found?.upperBound == Rational(a, under))
  }

  @Test func `are none where no value has a core`() throws {
    let found = try CoreThresholds.solve(from: Rational(3, 4), to: 1) { pair in
      CoalitionalGame(actors: 3) { $0.count == 3 ? .one : $0.count == 2 ? pair : .zero }
    }
    #expect(found == nil)
  }
}
