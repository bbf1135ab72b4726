import Arithmetic
import Cooperation
import GameForms
import TestSupport
import Testing

@testable import RelativeGains

@Suite struct `Regions of the core` {
  private static let box = ConvexPolygon(x: 0...1, y: -1...1)

  @Test(arguments: [2, 3, 4])
  func `hold at every point what the least core says there`(actors: Int) throws {
    var random = SplitMix64(seed: 61)
    for _ in 0..<12 {
      let parts = (0..<3).map { _ in
        CoalitionalGame.random(actors: actors, worths: -3...6, using: &random)
      }
      func game(_ point: PlanePoint) -> CoalitionalGame {
        CoalitionalGame(actors: actors) {
          parts[0][$0] + point.x * parts[1][$0] + point.y * parts[2][$0]
        }
      }
      let ground = try CoreRegions.ground(in: Self.box) { game($0) }
      let map = CoreRegions.map(over: Self.box, [(Self.box, ground)])
      #expect(map.regions.reduce(Rational.zero) { $0 + $1.area } == Self.box.area)
      let certified = try CoreRegions.certified(over: Self.box) { game($0) }
      for _ in 0..<40 {
        let point = PlanePoint(
          Rational(Int.random(in: 0...97, using: &random), 97),
          Rational(Int.random(in: -101...101, using: &random), 101))
        let isEmpty = try LeastCore.solve(game(point)).isCoreEmpty
        #expect(ground.contains(point) == !isEmpty)
        if let region = certified.region(at: point) { #expect(region.items.isEmpty == isEmpty) }
      }
    }
  }

  /// C11 over the worth of pairs and the weight at once: a = 4(1 - r) / 3(2 - r).
  @Test func `of three with weights are certified on both sides of the curve`() throws {
    let map = try CoreRegions.certified(over: ConvexPolygon(x: 0...1, y: 0...1)) { point in
      let game = CoalitionalGame(actors: 3) {
        $0.count == 2 ? point.x : $0.count == 3 ? .one : .zero
      }
      let theta = RelativeGainsCore.theta(rho: point.y / 2)
      return RelativeGainsCore.claims(in: game, weights: [theta, theta, theta])
    }
    #expect(map.undecidedShare < Rational(3, 100))
    for region in map.regions {
      for polygon in region.polygons {
        for corner in polygon.vertices {
          let most = Rational(4) * (1 - corner.y) / (3 * (2 - corner.y))
          #expect(region.items == [0] ? corner.x <= most : corner.x >= most)
        }
      }
    }
  }
}
