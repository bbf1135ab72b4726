import Arithmetic
import GameForms
import LinearPrograms

/// Iterated elimination of dominated strategies, for any number of actors.
///
/// In each round every strategy dominated in the game that is left goes, of all actors at once.
/// What strict dominance leaves does not depend on the order; what weak dominance leaves does, and
/// this is the usual convention.
///
/// - Source: Luce and Raiffa 1957; Pearce 1984 for mixed dominance by linear programming.
public struct IteratedDominance: Hashable, Sendable {
  /// What it takes to dominate.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Better against everything the others may do.
    case strict
    /// Never worse, and better against something.
    case weak

    /// Whether these advantages, one against each profile of the others, make for dominance.
    func holds(_ advantages: [Rational]) -> Bool {
      switch self {
      case .strict: advantages.allSatisfy { $0.signum > 0 }
      case .weak: advantages.allSatisfy { $0.signum >= 0 } && advantages.contains { $0.signum > 0 }
      }
    }
  }

  /// What may dominate.
  public enum Dominator: String, CaseIterable, Hashable, Sendable {
    /// A pure strategy.
    case pure
    /// A mixed strategy.
    case mixed
  }

  /// One strategy that goes.
  public struct Step: Hashable, Sendable {
    /// Counted from 1.
    public let round: Int
    /// Whose strategy.
    public let actor: Int
    /// The strategy that goes, numbered as in the whole game.
    public let strategy: Int
    /// What dominates it: a probability for each strategy of the whole game.
    public let dominator: [Rational]
  }

  /// What is left, and how it came to it.
  public struct Result: Hashable, Sendable {
    /// The strategies that went, in order.
    public let steps: [Step]
    /// The strategies that remain, per actor, numbered as in the whole game.
    public let remaining: [[Int]]
    /// Whether nothing that is left is dominated, or time ran out first.
    public let completeness: Completeness

    /// How many rounds took something away.
    public var rounds: Int { steps.last?.round ?? 0 }
  }

  /// What it takes.
  public var kind: Kind
  /// What may dominate.
  public var by: Dominator
  /// Seconds of work after which to stop with what is found; nil for no limit.
  public var seconds: Double?

  /// The elimination by this kind of dominance, stopped after this many seconds if any are given.
  public init(_ kind: Kind, by dominator: Dominator, seconds: Double? = nil) {
    self.kind = kind
    by = dominator
    self.seconds = seconds
  }

  /// Eliminates until nothing is dominated.
  public func solve(_ game: StrategicGame) -> Result {
    var remaining = game.shape.map { Array(0..<$0) }
    var steps: [Step] = []
    var round = 1
    let deadline = Deadline(seconds: seconds)
    while true {
      let left = game.restricted(to: remaining)
      var gone: [Step] = []
      for actor in 0..<game.actors {
        let table = left.table(of: actor)
        for (position, strategy) in remaining[actor].enumerated() {
          if deadline.isOver {
            return Result(
              steps: steps, remaining: remaining,
              completeness: .limit(deadline.limit))
          }
          guard let mix = dominator(of: position, in: table) else { continue }
          var spread = Array(repeating: Rational.zero, count: game.shape[actor])
          for (index, weight) in mix.enumerated() { spread[remaining[actor][index]] = weight }
          gone.append(Step(round: round, actor: actor, strategy: strategy, dominator: spread))
        }
      }
      guard !gone.isEmpty else {
        return Result(steps: steps, remaining: remaining, completeness: .complete)
      }
      for step in gone { remaining[step.actor].removeAll { $0 == step.strategy } }
      steps += gone
      round += 1
    }
  }

  /// A strategy that dominates this one, as probabilities over the rows of the actor's table.
  private func dominator(of strategy: Int, in table: [[Rational]]) -> [Rational]? {
    let others = table.indices.filter { $0 != strategy }
    let advantages = others.map { other in zip(table[other], table[strategy]).map { $0 - $1 } }
    if let best = others.indices.first(where: { kind.holds(advantages[$0]) }) {
      return table.indices.map { $0 == others[best] ? .one : .zero }
    }
    guard by == .mixed, others.count > 1,
      let weights = MixedDominance(kind, advantages).mixture()
    else { return nil }
    var spread = Array(repeating: Rational.zero, count: table.count)
    for (other, weight) in zip(others, weights) { spread[other] = weight }
    return spread
  }
}
