import Arithmetic
import GameForms

/// What a mixed equilibrium with given supports must satisfy, in intervals.
///
/// For each actor the first strategy of the support is compared with every other: those of the
/// support must earn the same, all others no more. Differences of payoffs are taken before the sums
/// over the other actors' mixtures, exactly, so that intervals stay narrow.
///
/// Unknowns are the probabilities of the supports but for each actor's last, which makes the sum 1.
struct SupportEquations {
  /// `supports[actor]`: the strategies played.
  let supports: [[Int]]
  /// Where each actor's strategies begin in a flat list of all played; at last, their count.
  let offsets: [Int]
  /// The unknowns: places in that list.
  let unknowns: [Int]
  /// The actor of each unknown.
  let owners: [Int]
  /// One an unknown: zero in equilibrium.
  private let equalities: [Difference]
  /// One a strategy that is not played: not positive in equilibrium.
  private let inequalities: [Difference]

  /// A strategy's payoff less that of the first played.
  private struct Difference {
    let actor: Int
    /// By the strategies that the others play, the last actor's fastest.
    let table: [Interval]
  }

  /// Probabilities of the strategies played.
  typealias Box = [Interval]

  init(_ game: StrategicGame, supports: [[Int]]) {
    self.supports = supports
    offsets = supports.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    let begin = offsets
    unknowns = supports.indices.flatMap { Array(begin[$0]..<(begin[$0 + 1] - 1)) }
    owners = supports.enumerated().flatMap {
      Array(repeating: $0.offset, count: $0.element.count - 1)
    }
    var (equal, unequal): ([Difference], [Difference]) = ([], [])
    for (actor, support) in supports.enumerated() {
      var others = [0]
      for (other, played) in supports.enumerated() where other != actor {
        others = others.flatMap { base in played.map { base + $0 * game.strides[other] } }
      }
      for strategy in 0..<game.shape[actor] where strategy != support[0] {
        let difference = Difference(
          actor: actor,
          table: others.map { place in
            Self.enclosure(
              game.payoff(at: place + strategy * game.strides[actor], of: actor)
                - game.payoff(at: place + support[0] * game.strides[actor], of: actor))
          })
        if support.contains(strategy) {
          equal.append(difference)
        } else {
          unequal.append(difference)
        }
      }
    }
    (equalities, inequalities) = (equal, unequal)
  }

  private static func enclosure(_ number: Rational) -> Interval {
    let near = number.double
    return Rational(near) == number ? Interval(near) : Interval(near.nextDown, near.nextUp)
  }

  /// All probabilities from those of the unknowns: the last of each actor is what is left.
  func completed(_ free: [Interval]) -> Box {
    var box: Box = []
    var index = 0
    for support in supports {
      var rest = Interval.one
      for _ in 1..<max(support.count, 1) {
        box.append(free[index])
        rest = rest - free[index]
        index += 1
      }
      box.append(rest)
    }
    return box
  }

  /// The values of all equations on a box.
  func residuals(_ box: Box) -> [Interval] { equalities.map { range($0, box) } }

  /// Whether some equation or inequality fails all over a box.
  func isExcluded(_ box: Box) -> Bool {
    equalities.contains {
      let range = range($0, box)
      return range.low > 0 || range.high < 0
    } || inequalities.contains { range($0, box).low > 0 }
  }

  /// Whether all inequalities hold strictly all over a box.
  func isStrict(_ box: Box) -> Bool { inequalities.allSatisfy { range($0, box).high < 0 } }

  /// `derivatives[equation][unknown]` on a box.
  func derivatives(_ box: Box) -> [[Interval]] {
    equalities.map { difference in
      unknowns.indices.map { unknown in
        let owner = owners[unknown]
        guard owner != difference.actor else { return .zero }
        return slope(difference, of: unknowns[unknown] - offsets[owner], owner, box)
      }
    }
  }

  /// The range of a difference on a box: one actor after another, the last first.
  private func range(_ difference: Difference, _ box: Box) -> Interval {
    var table = difference.table
    for other in supports.indices.reversed() where other != difference.actor {
      table = contracted(table, other, box)
    }
    return table[0]
  }

  /// The range of a derivative: the entries of a strategy less those of its owner's last.
  private func slope(
    _ difference: Difference, of strategy: Int, _ owner: Int, _ box: Box
  ) -> Interval {
    let count = supports[owner].count
    let inner = supports.indices.reduce(1) {
      $1 > owner && $1 != difference.actor ? $0 * supports[$1].count : $0
    }
    var table: [Interval] = []
    for block in stride(from: 0, to: difference.table.count, by: count * inner) {
      for k in 0..<inner {
        table.append(
          difference.table[block + strategy * inner + k]
            - difference.table[block + (count - 1) * inner + k])
      }
    }
    for other in supports.indices.reversed() where other != difference.actor && other != owner {
      table = contracted(table, other, box)
    }
    return table[0]
  }

  /// Sums the last axis over with the probabilities of its actor.
  private func contracted(_ table: [Interval], _ actor: Int, _ box: Box) -> [Interval] {
    let count = supports[actor].count
    guard count > 1 else { return table }
    let base = offsets[actor]
    return stride(from: 0, to: table.count, by: count).map { line in
      let low = least(count, box, base) { table[line + $0].low }
      let high = least(count, box, base) { -table[line + $0].high }
      return Interval(low, -high)
    }
  }

  /// A lower bound of `sum p[k] value(k)` over probabilities in the box whose sum is 1.
  ///
  /// For any level l the sum is l + sum p[k] (value(k) - l), each term of which is least at an end
  /// of its interval; the level at which the cheapest fill the sum makes this the minimum itself.
  private func least(
    _ count: Int, _ box: Box, _ base: Int, _ value: (Int) -> Double
  ) -> Double {
    var best = -Double.infinity
    for candidate in 0..<count {
      let level = value(candidate)
      var bound = level
      for k in 0..<count where k != candidate {
        let rise = Interval(value(k)) - Interval(level)
        bound = (bound + (rise * box[base + k]).low).nextDown
      }
      best = max(best, bound)
    }
    return best
  }
}
