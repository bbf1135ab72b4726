import Arithmetic

/// One path of a Morris design through the unit cube: a random start, then one step in each factor,
/// in random order and direction, over half the levels.
///
/// - Source: M. D. Morris, Factorial sampling plans for preliminary computational experiments,
///   Technometrics 33, 1991.
struct MorrisPath {
  private let levels: Int
  /// The level of each factor before and after its step.
  private let steps: [(before: Int, after: Int)]
  /// After how many steps each factor has moved.
  private let order: [Int]

  /// - Parameter levels: how many levels the grid has; even.
  init(factors: Int, levels: Int, seed: UInt64) {
    self.levels = levels
    var steps: [(before: Int, after: Int)] = []
    for factor in 0..<factors {
      let number = Seeds.number(factor, of: seed)
      let low = Int((number >> 33) % UInt64(levels / 2))
      let high = low + levels / 2
      steps.append(number & 1 == 0 ? (low, high) : (high, low))
    }
    self.steps = steps
    let permutation = Permutation(of: factors, seed: Seeds.number(factors, of: seed))
    order = (0..<factors).map { permutation[$0] + 1 }
  }

  /// The factor that has moved between the rows `step` and `step + 1`.
  func factor(at step: Int) -> Int { order.firstIndex(of: step + 1) ?? 0 }

  /// Where a factor stands in a row of the path, from 0 to 1.
  func share(of factor: Int, at row: Int) -> Rational {
    let step = steps[factor]
    return Rational(row < order[factor] ? step.before : step.after, levels - 1)
  }

  /// How far a factor moves, in shares of its range, with its sign.
  func delta(of factor: Int) -> Rational {
    Rational(steps[factor].after - steps[factor].before, levels - 1)
  }
}
