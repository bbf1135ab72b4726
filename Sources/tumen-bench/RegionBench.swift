import Arithmetic
import Equilibria
import GameForms
import Glibc
import RelativeGains
import TestSupport

/// Regions of a game of three actors with three strategies each over two parameters, and a grid of
/// 10^6 points of the same map, none of which may differ. Promised: the regions under 0.1 s.
struct RegionBench {
  let runs: Int

  private static let shape = [3, 3, 3]
  private static let side = 1000

  func run(into report: inout Report) throws {
    report.begin("regions", "the call, by the clock, exact")
    let forms = Self.forms
    let box = ConvexPolygon(x: 0...1, y: 0...1)
    var times: [Double] = []
    var map: RegionMap?
    for _ in 0..<runs {
      let (found, seconds) = try timed(by: CLOCK_MONOTONIC) {
        try PureRegions.solve(shape: Self.shape, over: box) { x, y in
          try forms.map { try PlaneForm($0[0]) + PlaneForm($0[1]) * x + PlaneForm($0[2]) * y }
        }
      }
      map = found
      times.append(seconds)
    }
    guard let map else { return }
    report.add(
      Figure(
        work: "regions of 3 x 3 x 3 over two parameters", ours: times,
        promise: .median(.atMost(0.1)), note: "\(map.regions.count) regions"))
    let wrong = Self.differences(map, forms)
    if wrong > 0 { report.mistake("the regions: \(wrong) of 10^6 grid points differ") }
    report.add(
      Figure(
        work: "grid points of 10^6 unlike the regions", unit: .number, ours: [Double(wrong)],
        promise: .median(.atMost(0))))
  }

  /// The grid points that the map classifies otherwise than the game at that point.
  private static func differences(_ map: RegionMap, _ forms: [[Rational]]) -> Int {
    var finder = PureEquilibria(shape: shape)
    var wrong = 0
    var payoffs = Array(repeating: Rational.zero, count: forms.count)
    for row in 0..<side {
      let y = Rational(2 * row + 1, 2 * side)
      let across = map.regions.flatMap { region in
        region.polygons.map { (region.items, $0) }
      }.filter { polygon in
        let heights = polygon.1.vertices.map(\.y)
        return (heights.min() ?? .zero) <= y && y <= (heights.max() ?? .zero)
      }
      for column in 0..<side {
        let x = Rational(2 * column + 1, 2 * side)
        for place in forms.indices {
          payoffs[place] = forms[place][0] + forms[place][1] * x + forms[place][2] * y
        }
        payoffs.withUnsafeBufferPointer { finder.find(in: $0) }
        let point = PlanePoint(x, y)
        let around = across.filter { $0.1.contains(point) }
        let holds =
          around.count == 1
          ? around[0].0 == finder.found
          : !around.isEmpty && around.allSatisfy { Set($0.0).isSubset(of: finder.found) }
        // On a knife edge the game has more than the ground beside it.
        let isEdge = map.knifeEdges.contains { $0.place.contains(point) }
        if !holds && !isEdge { wrong += 1 }
      }
    }
    return wrong
  }

  /// Payoffs with random small coefficients.
  private static var forms: [[Rational]] {
    var random = SplitMix64(seed: 49)
    return (0..<81).map { _ in (0..<3).map { _ in Rational(random.draw(below: 19) - 9) } }
  }
}
