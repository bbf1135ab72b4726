import GSL
import Glibc

/// Turns a profile near an equilibrium into one exact to rounding: Newton's method on the
/// conditions that the strategies played earn the same and probabilities sum to 1.
///
/// The supports tried are those of the probabilities above a bound, for falling bounds.
struct SupportRefinement {
  private let tensor: PayoffTensor
  private let scale: Double
  private var values: [Double]
  private var jacobian: [Double]

  /// Refines profiles of this game, whose payoffs spread over about `scale`.
  init(_ tensor: PayoffTensor, scale: Double) {
    self.tensor = tensor
    self.scale = scale
    values = Array(repeating: 0, count: tensor.strategies)
    jacobian = Array(repeating: 0, count: tensor.strategies * tensor.strategies)
  }

  /// The equilibrium within `distance` of `mixed` in every probability, and its regret; nil where
  /// none is found of regret up to `1e-11` times the spread of payoffs.
  mutating func refine(_ mixed: [Double], within distance: Double) -> (
    mixed: [Double], regret: Double
  )? {
    var tried: [[Int]] = []
    for bound in [1e-2, 1e-3, 1e-4, 1e-5, 1e-6, 1e-8] {
      let support = mixed.indices.filter { mixed[$0] > bound }
      guard support != tried.last else { continue }
      tried.append(support)
      guard let refined = solve(support, from: mixed) else { continue }
      guard zip(refined, mixed).allSatisfy({ abs($0 - $1) <= distance }) else { continue }
      let regret = tensor.regret(of: refined, values: tensor.values(of: refined))
      if regret <= 1e-11 * scale { return (refined, regret) }
    }
    return nil
  }

  /// Newton's method on one support; unknowns are its probabilities and each actor's payoff.
  ///
  /// Steps are the shortest ones where equilibria are not isolated, so that the equilibrium found is
  /// near the profile given.
  private mutating func solve(_ support: [Int], from mixed: [Double]) -> [Double]? {
    let actors = tensor.actors
    let owner = tensor.shape.indices.flatMap { actor in
      support.filter { tensor.range(of: actor).contains($0) }.map { _ in actor }
    }
    guard (0..<actors).allSatisfy({ owner.contains($0) }) else { return nil }
    let order = support.count + actors
    guard var system = try? LeastSquares(rows: order, columns: order) else { return nil }
    var matrix = Array(repeating: 0.0, count: order * order)
    var side = Array(repeating: 0.0, count: order)
    var point = Array(repeating: 0.0, count: mixed.count)
    for place in support { point[place] = mixed[place] }
    var payoffs = Array(repeating: 0.0, count: actors)
    tensor.evaluate(at: point, values: &values)
    for (row, place) in support.enumerated() { payoffs[owner[row]] += point[place] * values[place] }
    var last = Double.infinity
    for _ in 0..<12 {
      tensor.evaluate(at: point, values: &values, jacobian: &jacobian)
      for actor in 0..<actors { side[support.count + actor] = 1 }
      for (row, place) in support.enumerated() {
        for (column, other) in support.enumerated() {
          matrix[row * order + column] = jacobian[place * mixed.count + other] / scale
        }
        let payoff = support.count + owner[row]
        matrix[row * order + payoff] = -1
        matrix[payoff * order + row] = 1
        side[row] = (payoffs[owner[row]] - values[place]) / scale
        side[payoff] -= point[place]
      }
      guard let step = try? system.solve(matrix, side, tolerance: 1e-9) else { return nil }
      var size = 0.0
      for (row, place) in support.enumerated() {
        point[place] += step[row]
        size = max(size, abs(step[row]))
      }
      for actor in 0..<actors { payoffs[actor] += scale * step[support.count + actor] }
      guard size.isFinite, size < 1 else { return nil }
      let isDone = size < 1e-15 || (size < 1e-12 && size >= last / 2)
      last = size
      if isDone { break }
    }
    guard last < 1e-6, support.allSatisfy({ point[$0] >= 0 }) else { return nil }
    return point
  }
}
