import Arithmetic
import GameForms
import LinearPrograms

/// Whether mixed strategies of one actor that use given strategies are undominated, with the proof
/// either way.
///
/// A mixed strategy is undominated iff it is a best reply to some belief that rules nothing out:
/// this depends on the strategies it uses alone.
///
/// - Source: Pearce 1984, lemma 4; Gale and Sherman 1950 for games of two.
public enum UndominatedSupport: Hashable, Sendable {
  /// A belief about what the others do, every profile of theirs possible, to which all the
  /// strategies used are best replies.
  case undominated(belief: [Rational])
  /// What to do otherwise: a change of probabilities that sums to 0, takes only from strategies
  /// used, never does worse and sometimes better.
  case dominated(change: [Rational])

  /// Decides it.
  ///
  /// - Parameters:
  ///   - support: the strategies used.
  ///   - table: the actor's payoffs, a row for each of its strategies and a column for each profile
  ///     of the others.
  public init(of support: [Int], in table: [[Rational]]) {
    let width = table[0].count
    // The belief is t_o + e, all of it at most 1: the largest e is positive iff there is one.
    var ways: [(from: Int, to: Int)] = []
    var rows: [[Rational]] = []
    for used in support {
      for other in table.indices where other != used {
        let gains = zip(table[other], table[used]).map { $0 - $1 }
        ways.append((used, other))
        rows.append(gains + [gains.reduce(.zero, +)])
      }
    }
    let whole = Array(repeating: Rational.one, count: width) + [Rational(width)]
    let program = LinearProgram(
      maximise: Array(repeating: .zero, count: width) + [.one], rows: rows + [whole],
      limits: rows.map { _ in .zero } + [.one])
    guard let optimum = program.solve() else {
      preconditionFailure("the least probability of a belief is at most 1")
    }
    if optimum.value.signum > 0 {
      self = .undominated(belief: optimum.point.dropLast().map { $0 + optimum.value })
    } else {
      var change = table.map { _ in Rational.zero }
      for (way, price) in zip(ways, optimum.prices) {
        change[way.from] -= price
        change[way.to] += price
      }
      self = .dominated(change: change)
    }
  }

  /// Whether the strategies are undominated.
  public var isUndominated: Bool { if case .undominated = self { true } else { false } }

  /// Whether the proof holds for these strategies and payoffs.
  public func isProof(of support: [Int], in table: [[Rational]]) -> Bool {
    switch self {
    case .undominated(let belief):
      let values = table.map { $0.dot(belief) }
      let best = values.max()
      return belief.isDistribution && belief.allSatisfy { $0.signum > 0 }
        && support.allSatisfy { values[$0] == best }
    case .dominated(let change):
      let gains = table[0].indices.map { column in change.dot(table.map { $0[column] }) }
      return change.reduce(.zero, +).isZero
        && change.indices.allSatisfy { change[$0].signum >= 0 || support.contains($0) }
        && IteratedDominance.Kind.weak.holds(gains)
    }
  }

  /// The mixture that dominates `mixture`, as far along the change as its probabilities allow; nil
  /// where nothing does.
  public func dominator(of mixture: [Rational]) -> [Rational]? {
    guard case .dominated(let change) = self else { return nil }
    let steps = zip(mixture, change).filter { $0.1.signum < 0 }.map { -$0.0 / $0.1 }
    guard let step = steps.min() else { return nil }
    return zip(mixture, change).map { $0 + step * $1 }
  }
}
