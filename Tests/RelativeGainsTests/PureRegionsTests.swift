import Arithmetic
import Equilibria
import GameForms
import TestSupport
import Testing

@testable import RelativeGains

/// A payoff with random small coefficients.
private func randomForm(
  _ generator: inout SplitMix64, withProducts: Bool
) -> (_ x: PlaneForm, _ y: PlaneForm) throws -> PlaneForm {
  let numbers = (0..<4).map { _ in Rational(Int.random(in: -4...4, using: &generator)) }
  return { x, y in
    let plane =
      try PlaneForm(numbers[0]) + PlaneForm(numbers[1]) * x + PlaneForm(numbers[2]) * y
    return withProducts ? try plane + PlaneForm(numbers[3]) * x * y : plane
  }
}

@Suite struct `Regions of pure equilibria` {
  private static let box = ConvexPolygon(x: -1...1, y: 0...2)

  @Test(arguments: [([2, 2], false), ([3, 2], false), ([2, 2, 2], false), ([3, 3], true)])
  func `hold at every point what the game has there`(shape: [Int], withProducts: Bool) throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<(withProducts ? 3 : 25) {
      let count = shape.reduce(shape.count, *)
      let forms = (0..<count).map { _ in
        randomForm(&generator, withProducts: withProducts)
      }
      let map = try PureRegions.solve(shape: shape, over: Self.box) { x, y in
        try forms.map { try $0(x, y) }
      }
      let area = map.regions.reduce(Rational.zero) { $0 + $1.area }
      #expect(area + map.undecidedShare * Self.box.area == Self.box.area)
      #expect((map.resolution == nil) == map.undecided.isEmpty)
      for _ in 0..<200 {
        let point = PlanePoint(
          Rational(Int.random(in: -97...97, using: &generator), 97),
          Rational(Int.random(in: 0...202, using: &generator), 101))
        let payoffs = try forms.map {
          try $0(PlaneForm(point.x), PlaneForm(point.y)).intercept
        }
        let found = PureEquilibria.solve(StrategicGame(shape: shape, payoffs: payoffs))
        if map.undecided.contains(where: { $0.contains(point) }) { continue }
        let regions = map.regions.filter { $0.polygons.contains { $0.contains(point) } }
        let edges = map.knifeEdges.filter { $0.place.contains(point) }.map(\.item)
        // On a border both sides hold, and a knife edge besides.
        #expect(Set(regions.flatMap(\.items) + edges) == Set(found))
        if regions.count == 1, edges.isEmpty { #expect(regions[0].items == found) }
      }
    }
  }

  @Test func `of three actors classify no point of a grid otherwise`() throws {
    var generator = SplitMix64(seed: 333)
    let forms = (0..<81).map { _ in randomForm(&generator, withProducts: false) }
    let map = try PureRegions.solve(shape: [3, 3, 3], over: Self.box) { x, y in
      try forms.map { try $0(x, y) }
    }
    let polygons = map.regions.flatMap { region in
      region.polygons.map { (region.items, $0) }
    }
    // A prime number of steps stays off the borders, whose coefficients are small.
    for row in 0..<101 {
      for column in 0..<101 {
        let point = PlanePoint(
          Rational(2 * (2 * column + 1), 2 * 101) - 1, Rational(2 * row + 1, 101))
        let payoffs = try forms.map {
          try $0(PlaneForm(point.x), PlaneForm(point.y)).intercept
        }
        let found = PureEquilibria.solve(StrategicGame(shape: [3, 3, 3], payoffs: payoffs))
        let around = polygons.filter { $0.1.contains(point) }
        let edges = map.knifeEdges.filter { $0.place.contains(point) }.map(\.item)
        #expect(Set(around.flatMap(\.0) + edges) == Set(found))
      }
    }
  }

  @Test func `follow a maximum in two pieces`() throws {
    // One actor takes the first strategy, worth max(x, y), where that is more than 1/2.
    let map = try PureRegions.solve(shape: [2], over: ConvexPolygon(x: 0...1, y: 0...1)) { x, y in
      [try PlaneForm.larger(x, y), PlaneForm(Rational(1, 2))]
    }
    #expect(map.regions.map(\.items) == [[0], [1]])
    #expect(map.regions.map(\.area) == [Rational(3, 4), Rational(1, 4)])
    #expect(
      map.regions[1].polygons == [ConvexPolygon(x: 0...Rational(1, 2), y: 0...Rational(1, 2))])
  }

  @Test func `find equilibria without an inside`() throws {
    // Of three strategies, worth x, 1 - x and 1/2, the last is best only where all are equal.
    let map = try PureRegions.solve(shape: [3], over: ConvexPolygon(x: 0...1, y: 0...1)) { x, _ in
      [x, PlaneForm(.one) - x, PlaneForm(Rational(1, 2))]
    }
    #expect(map.regions.map(\.items) == [[0], [1]])
    #expect(
      map.knifeEdges == [
        .init(
          item: 2,
          place: ConvexPolygon([
            PlanePoint(Rational(1, 2), 0), PlanePoint(Rational(1, 2), 1),
          ]))
      ])
  }

  @Test func `refuse squares`() {
    #expect(throws: QuantityError.notAffine) {
      try PureRegions.solve(shape: [2], over: Self.box) { x, _ in [try x * x, PlaneForm(.zero)] }
    }
  }

  @Test func `one corner decides where a product changes sign`() throws {
    // xy > 1/4 on the unit square: the area is 3/4 - ln(4)/4 = 0.40343.
    let map = try PureRegions.solve(shape: [2], over: ConvexPolygon(x: 0...1, y: 0...1)) { x, y in
      [try x * y, PlaneForm(Rational(1, 4))]
    }
    let first = try #require(map.regions.first { $0.items == [0] })
    #expect(first.area.double < 0.40343 && first.area.double > 0.40343 - map.undecidedShare.double)
    #expect(map.undecidedShare.double < 0.03)
  }
}
