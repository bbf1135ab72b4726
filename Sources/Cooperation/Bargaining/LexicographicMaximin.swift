import Arithmetic
import LinearPrograms

/// The agreement that makes the least gain as large as possible, then the second least, and so on.
///
/// - Source: Sen 1970; Imai 1983 for gains measured against what each could have at best.
public enum LexicographicMaximin {
  /// The solution; its value is the least gain, in units of `scale`.
  ///
  /// - Parameter scale: what counts as one unit of gain for each actor, positive; 1 where nil. An
  ///   actor whose entry is nil is not counted.
  /// - Throws: ``BargainingError/noAgreement``.
  public static func solve(
    _ set: AgreementSet, scale: [Rational?]? = nil
  ) throws(BargainingError) -> BargainingSolution {
    guard !set.isEmpty else { throw .noAgreement }
    let units = scale ?? set.disagreement.map { _ in .one }
    let counted = units.indices.filter { units[$0] != nil }
    let heights = set.agreements.map { agreement in
      let gains = set.gains(agreement)
      return counted.map { gains[$0] / (units[$0] ?? .one) }
    }
    guard set.space == .lotteries, !counted.isEmpty else {
      let ranked = heights.map { $0.sorted() }
      let best = ranked.reduce(ranked[0]) { $0.lexicographicallyPrecedes($1) ? $1 : $0 }
      let chosen = zip(set.agreements, ranked).filter { $0.1 == best }.map(\.0)
      return BargainingSolution(
        space: set.space, agreements: set.space == .lotteries ? [chosen[0]] : chosen,
        value: best.first ?? .zero)
    }
    var programs = MixturePrograms(heights: heights)
    let shares = programs.raiseAll()
    let agreement = Agreement.mix(set.agreements, shares)
    let gains = set.gains(agreement)
    let least = counted.map { gains[$0] / (units[$0] ?? .one) }.reduce(nil) { least, gain in
      min(least ?? gain, gain)
    }
    return BargainingSolution(
      space: set.space, agreements: [agreement], value: least ?? .zero)
  }
}

/// Linear programs over the mixtures of points, solved exactly.
///
/// Variables are the shares and one level. A constraint `sum_v share_v h_v >= c` is written
/// `sum_v share_v (h_v - c) >= 0`, which says the same once the shares add up to 1 and holds at the
/// origin; heights are lifted so that an optimum always uses up all shares.
struct MixturePrograms {
  /// `heights[point][actor]`.
  private let heights: [[Rational]]
  /// The level at which an actor's height is settled.
  private var settled: [Rational?]
  /// What is added to heights so that each is at least 1.
  private let lift: Rational

  init(heights: [[Rational]]) {
    self.heights = heights
    settled = heights[0].map { _ in nil }
    lift = .one - heights.reduce(heights[0][0]) { least, row in row.reduce(least, min) }
  }

  /// Raises the least height, settles those who cannot rise further, and goes on with the others.
  mutating func raiseAll() -> [Rational] {
    var shares = heights.map { _ in Rational.zero }
    while settled.contains(nil) {
      guard let level = optimum(raising: nil, above: nil) else { return shares }
      let free = settled.indices.filter { settled[$0] == nil }
      shares = level.shares
      var stuck: [Int] = []
      for actor in free {
        if let best = optimum(raising: actor, above: level.value), best.value > level.value {
          continue
        }
        stuck.append(actor)
      }
      // One at least is stuck, or the level would not be the highest.
      for actor in stuck.isEmpty ? free : stuck { settled[actor] = level.value }
    }
    return shares
  }

  /// The highest level of one actor, or of the lowest of all not settled, and the shares that reach
  /// it, all others not settled staying at `floor` or above.
  private func optimum(
    raising actor: Int?, above floor: Rational?
  ) -> (value: Rational, shares: [Rational])? {
    let count = heights.count
    var rows = [Array(repeating: Rational.one, count: count) + [.zero]]
    for index in settled.indices {
      if let least = settled[index] ?? (index == actor ? nil : floor) {
        rows.append(heights.map { least - $0[index] } + [.zero])
      } else {
        rows.append(heights.map { -($0[index] + lift) } + [.one])
      }
    }
    let program = LinearProgram(
      maximise: Array(repeating: .zero, count: count) + [.one], rows: rows,
      limits: [.one] + Array(repeating: .zero, count: rows.count - 1))
    guard let optimum = program.solve() else { return nil }
    return (optimum.value - lift, Array(optimum.point.prefix(count)))
  }
}
