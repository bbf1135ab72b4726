import Arithmetic
import Equilibria
import GameForms
import Glibc
import Scenarios

/// Pure equilibria of a 3x3 game at the points of a grid, exactly, for payoffs that are not affine in
/// the parameter. Promised: 10^6 points a second on one core.
struct GridBench {
  let points: Int

  func run(into report: inout Report) throws {
    let scenario = try ScenarioReader.read(text: Self.game, format: .yaml, file: "grid.yaml")
    let evaluator = try GameEvaluator(scenario)
    var rates: [Double] = []
    var found = 0
    for _ in 0..<3 {
      var workspace = try evaluator.makeWorkspace()
      var finder = PureEquilibria(shape: [3, 3])
      found = 0
      let (_, seconds) = try timed(by: CLOCK_MONOTONIC) {
        for point in 0..<points {
          workspace.set(0, Rational(point, points))
          try workspace.update()
          workspace.utilities.withUnsafeBufferPointer { finder.find(in: $0) }
          found += finder.found.count
        }
      }
      rates.append(Double(points) / seconds)
    }
    report.add(
      Figure(
        work: "points of a grid, 3x3, not affine, one core", unit: .perSecond, ours: rates,
        promise: .median(.atLeast(1e6)), note: "\(points) points, \(found) equilibria"))
  }

  /// Every payoff of one actor is a square in the parameter, every one of the other affine.
  private static var game: String {
    let names = ["a", "b", "c"]
    var text = """
      format: 1
      id: grid-game
      title: A game for timing grids
      actors: {row: {name: Row}, column: {name: Column}}
      parameters:
        t: {default: 1/2, range: [0, 1], meaning: "what is varied", source: assumed}
      form: strategic
      strategies: {row: [a, b, c], column: [a, b, c]}
      payoffs:

      """
    for (i, row) in names.enumerated() {
      for (j, column) in names.enumerated() {
        text += "  - {row: \(row), column: \(column), "
        text += "gains: {row: \"\(i + 2 * j) + t * \(i - j + 1)\", "
        text += "column: \"\(2 * i - j) - t * t / \(i + j + 2)\"}}\n"
      }
    }
    return text
  }
}
