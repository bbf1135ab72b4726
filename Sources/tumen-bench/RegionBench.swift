import Arithmetic
import Equilibria
import GameForms
import RelativeGains

/// Regions of a game of three actors with three strategies each over two parameters, and a grid of
/// 10^6 points of the same map, none of which may differ. Promised: the regions under 0.1 s.
struct RegionBench {
  let runs: Int

  private static let promise = 0.1
  private static let shape = [3, 3, 3]
  private static let side = 1000

  func run(into report: inout Report) throws {
    let forms = Self.forms
    let box = ConvexPolygon(x: 0...1, y: 0...1)
    var times: [Double] = []
    var map: RegionMap?
    for _ in 0..<runs {
      let start = ContinuousClock.now
      map = try PureRegions.solve(shape: Self.shape, over: box) { x, y in
        try forms.map { try PlaneForm($0[0]) + PlaneForm($0[1]) * x + PlaneForm($0[2]) * y }
      }
      let elapsed = (ContinuousClock.now - start).components
      times.append(Double(elapsed.seconds) + Double(elapsed.attoseconds) * 1e-18)
    }
    guard let map else { return }
    let wall = times.median
    report.line(
      "regions of 3 x 3 x 3 over two parameters",
      "\(map.regions.count) regions, median \((wall * 1000).short) ms, "
        + "\((wall / Self.promise).short) of the promise")
    let wrong = Self.differences(map, forms)
    if wrong > 0 { report.mistake("the regions: \(wrong) of 10^6 grid points differ") }
    report.line("grid of 10^6 points against the regions", "\(wrong) differ")
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
    // SplitMix64 (Vigna 2015).
    var state: UInt64 = 49
    return (0..<81).map { _ in
      (0..<3).map { _ in
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return Rational(Int((mixed ^ (mixed >> 31)) % 19) - 9)
      }
    }
  }
}
