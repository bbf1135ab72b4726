import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@testable import RelativeGains

@Suite struct `Regions over many parameters` {
  /// Payoffs with random small coefficients.
  private static func forms(
    _ count: Int, parameters: Int, using generator: inout SplitMix64
  ) -> [SpaceForm] {
    (0..<count).map { _ in
      let numbers = (0...parameters).map { _ in Rational(Int.random(in: -4...4, using: &generator))
      }
      return SpaceForm(intercept: numbers[0], Array(numbers.dropFirst()))
    }
  }

  private static func equilibria(
    _ shape: [Int], _ forms: [SpaceForm], at point: [Rational]
  ) -> [Int] {
    PureEquilibria.solve(StrategicGame(shape: shape, payoffs: forms.map { $0.value(at: point) }))
  }

  @Test(arguments: [
    ([2, 2], 3), ([2, 3], 3), ([2, 2, 2], 3), ([2, 2], 4), ([2, 2], 5), ([3, 2], 1),
  ])
  func `hold at every point what the game has there`(shape: [Int], parameters: Int) throws {
    var generator = SplitMix64(seed: 17)
    let ranges = (0..<parameters).map { _ in Rational(-1)...Rational(2) }
    for _ in 0..<6 {
      let forms = Self.forms(
        shape.reduce(shape.count, *), parameters: parameters, using: &generator)
      let map = try SpaceRegions.solve(shape: shape, over: ranges) { variables in
        try forms.map { form in
          try zip(form.coefficients, variables).reduce(SpaceForm(form.intercept)) {
            try $0 + SpaceForm($1.0) * $1.1
          }
        }
      }
      #expect(map.unfinished.isEmpty)
      for region in map.regions {
        for cell in region.cells {
          #expect(cell.halfSpaces.allSatisfy { $0.value(at: cell.inside).signum < 0 })
          #expect(zip(ranges, cell.inside).allSatisfy { $0.lowerBound < $1 && $1 < $0.upperBound })
          #expect(Self.equilibria(shape, forms, at: cell.inside) == region.equilibria)
        }
      }
      for _ in 0..<100 {
        let point = (0..<parameters).map { _ in
          // No border with small coefficients has such a corner.
          Rational(Int.random(in: -10_007...20_014, using: &generator), 10_007)
        }
        let around = map.regions.filter { $0.cells.contains { $0.contains(point) } }
        let found = Self.equilibria(shape, forms, at: point)
        #expect(around.count == 1 && around[0].equilibria == found)
      }
    }
  }

  @Test func `follow a maximum in its pieces, and leave out what others imply`() throws {
    let unit = Rational.zero...Rational.one
    // The first strategy is worth max(x, y, z), the second 1/2.
    let map = try SpaceRegions.solve(shape: [2], over: [unit, unit, unit]) { t in
      [
        try SpaceForm.larger(SpaceForm.larger(t[0], t[1]), t[2]), SpaceForm(Rational(1, 2)),
      ]
    }
    #expect(map.region(at: [Rational(1, 4), Rational(1, 5), Rational(1, 6)])?.equilibria == [1])
    #expect(map.region(at: [Rational(3, 4), Rational(1, 5), Rational(1, 6)])?.equilibria == [0])
    for cell in map.regions.flatMap(\.cells) {
      for form in cell.halfSpaces {
        let others = cell.halfSpaces.filter { $0 != form }
        var wider = ParameterCell(map.ranges)
        for other in others { wider = try #require(wider.split(by: other).below) }
        #expect(wider.split(by: form).above != nil, "the half-space cuts something off")
      }
    }
  }

  @Test func `are refused before work where they are too many`() {
    let unit = Rational.zero...Rational.one
    #expect(throws: SpaceRefusal(size: "7 parameters", limit: "6")) {
      try SpaceRegions.solve(shape: [2], over: Array(repeating: unit, count: 7)) { _ in
        [SpaceForm(.zero), SpaceForm(.zero)]
      }
    }
    #expect(throws: QuantityError.notAffine) {
      try SpaceRegions.solve(shape: [2], over: [unit, unit, unit]) { t in
        [try t[0] * t[1], SpaceForm(.zero)]
      }
    }
    #expect(SpaceRegions.cells(hyperplanes: 3, dimensions: 2) == 7)
  }

  @Test func `leave cells unfinished when the seconds are up`() throws {
    let unit = Rational.zero...Rational.one
    let map = try SpaceRegions.solve(shape: [2], over: [unit, unit, unit], seconds: 0) { t in
      [t[0], t[1]]
    }
    #expect(map.regions.isEmpty && map.unfinished == [ParameterCell([unit, unit, unit])])
  }
}
