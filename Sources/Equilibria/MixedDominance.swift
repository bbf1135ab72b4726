import Arithmetic
import LinearPrograms

/// Whether some mixture of an actor's other strategies dominates one of its strategies.
///
/// A belief about the others under which the strategy is the one best reply proves that no mixture
/// does. Such a belief, or a mixture that dominates, is guessed in doubles and checked in exact
/// arithmetic; what neither guess settles goes to an exact linear program.
///
/// - Source: Pearce 1984, lemma 3: a strategy is a best reply to some belief iff it is not strictly
///   dominated.
struct MixedDominance {
  private let kind: IteratedDominance.Kind
  /// `advantages[k][o]`: how much better the k-th other strategy does than the strategy itself
  /// against the o-th profile of the others.
  private let advantages: [[Rational]]

  init(_ kind: IteratedDominance.Kind, _ advantages: [[Rational]]) {
    self.kind = kind
    self.advantages = advantages
  }

  /// The weights of a mixture that dominates, nil where none does.
  func mixture() -> [Rational]? {
    let profiles = advantages[0].indices
    if profiles.contains(where: { profile in advantages.allSatisfy { $0[profile].signum < 0 } }) {
      return nil
    }
    // Its prices are a belief, its point a mixture.
    if let guess = LinearProgram(securing: advantages).roundedOptimum() {
      if isOnlyBestReply(to: guess.prices.dropLast()) { return nil }
      if let weights = Self.simpleWeights(guess.point.dropLast()), kind.holds(combined(weights)) {
        return weights
      }
    }
    return exactMixture()
  }

  /// Whether, under a belief with weights near these, every other strategy does worse.
  private func isOnlyBestReply(to prices: ArraySlice<Double>) -> Bool {
    let weights = prices.map { max(0, ($0 * 0x1p20).rounded()) }
    guard weights.allSatisfy({ $0 < 0x1p40 }), weights.contains(where: { $0 > 0 }) else {
      return false
    }
    let belief = weights.map { Rational(Int($0)) }
    return advantages.allSatisfy { row in
      zip(row, belief).reduce(Rational.zero) { $0 + $1.0 * $1.1 }.signum < 0
    }
  }

  private func combined(_ weights: [Rational]) -> [Rational] {
    advantages[0].indices.map { profile in
      zip(weights, advantages).reduce(Rational.zero) { sum, term in
        term.0.isZero ? sum : sum + term.0 * term.1[profile]
      }
    }
  }

  /// Probabilities near these with the smallest common denominator up to a hundred.
  private static func simpleWeights(_ point: ArraySlice<Double>) -> [Rational]? {
    for denominator in 1...100 {
      let parts = point.map { ($0 * Double(denominator)).rounded() }
      let isNear = zip(point, parts).allSatisfy {
        abs($0 * Double(denominator) - $1) < 1e-9 * Double(denominator)
      }
      guard isNear, parts.reduce(0, +) == Double(denominator) else { continue }
      return parts.map { Rational(Int($0), denominator) }
    }
    return nil
  }

  /// A mixture by an exact linear program.
  ///
  /// Strict: the largest `e` with `sum_k p_k d_ko >= e` for every profile `o`. Weak: the largest sum
  /// of advantages with none below zero. Either is positive iff some mixture dominates.
  private func exactMixture() -> [Rational]? {
    let profiles = advantages[0].indices
    let margin: [Rational] = kind == .strict ? [.one] : []
    let rows = profiles.map { profile in advantages.map { -$0[profile] } + margin }
    let total = Array(repeating: Rational.one, count: advantages.count) + margin.map { _ in .zero }
    let objective =
      kind == .strict
      ? advantages.map { _ in .zero } + margin
      : advantages.map { $0.reduce(.zero, +) }
    let program = LinearProgram(
      maximise: objective, rows: rows + [total],
      limits: profiles.map { _ in .zero } + [.one])
    guard let optimum = program.solve(), optimum.value.signum > 0 else { return nil }
    let weights = optimum.point.prefix(advantages.count)
    let sum = weights.reduce(.zero, +)
    return weights.map { $0 / sum }
  }
}
