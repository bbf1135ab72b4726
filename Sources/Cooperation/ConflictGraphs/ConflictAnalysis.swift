public import GameForms

/// Which states of a conflict are stable for whom, in every sense: computed once, then asked.
///
/// The states where a sanction ends matter only by how bad the worst is, so that one search a
/// decision maker answers for all states together.
///
/// - Source: Nash 1951; general and symmetric metarationality Howard 1971; sequential and
///   simultaneous stability Fraser and Hipel 1984; for n decision makers Fang, Hipel and Kilgour
///   1993.
public struct ConflictAnalysis: Sendable {
  /// The conflict.
  public let graph: ConflictGraph
  /// `improvements[actor]`: the moves to better states.
  public let improvements: [MoveLists]
  /// `sanctions[actor]`: what the others can do to each.
  let sanctions: [Sanctions]
  private let simultaneous: SimultaneousSanctions?

  /// Analyses a conflict.
  public init(_ graph: ConflictGraph) {
    let improvements = (0..<graph.actors).map { graph.improvements(of: $0) }
    self.graph = graph
    self.improvements = improvements
    let backwards = graph.moves.map(\.reversed)
    let credibly = improvements.map(\.reversed)
    sanctions = (0..<graph.actors).map { actor in
      let others = (0..<graph.actors).filter { $0 != actor }
      func sequences(_ moves: [MoveLists]) -> LegalSequences {
        LegalSequences(
          movers: others, backwards: others.map { moves[$0] }, states: graph.states)
      }
      return Sanctions(
        against: actor, in: graph, any: sequences(backwards), credible: sequences(credibly))
    }
    simultaneous = graph.choices.map {
      SimultaneousSanctions(graph, choices: $0, improvements: improvements)
    }
  }

  /// The stabilities that this conflict has: simultaneous only where states are combinations of
  /// choices.
  public var stabilities: [ConflictStability] {
    ConflictStability.allCases.filter { $0 != .sim || simultaneous != nil }
  }

  /// Whether `state` is stable for `actor`.
  ///
  /// - Precondition: for `.sim`, states are combinations of choices.
  public func isStable(_ state: Int, for actor: Int, under stability: ConflictStability) -> Bool {
    improvements[actor][state].allSatisfy {
      isSanctioned(Int($0), from: state, of: actor, under: stability)
    }
  }

  /// Whether `state` is stable for everyone.
  public func isEquilibrium(_ state: Int, under stability: ConflictStability) -> Bool {
    (0..<graph.actors).allSatisfy { isStable(state, for: $0, under: stability) }
  }

  /// The states that are stable for everyone.
  public func equilibria(under stability: ConflictStability) -> [Int] {
    (0..<graph.states).filter { isEquilibrium($0, under: stability) }
  }

  /// Whether `state` is stable for `actor`, with what becomes of each of its improvements.
  public func verdict(
    on state: Int, for actor: Int, under stability: ConflictStability
  ) -> StabilityVerdict {
    StabilityVerdict(
      state: state, actor: actor, stability: stability,
      improvements: improvements[actor][state].map { target in
        let improvement = Int(target)
        return AnsweredImprovement(
          improvement: improvement,
          sanction: isSanctioned(improvement, from: state, of: actor, under: stability)
            ? sanction(of: improvement, from: state, of: actor, under: stability) : nil)
      })
  }

  /// Whether `state` is strongly stable for `actor`: each sanction leaves it much worse off.
  ///
  /// - Parameter stability: general, symmetric or sequential; under the others strength has no
  ///   meaning and this is ``isStable(_:for:under:)``.
  /// - Source: Hamouda, Kilgour and Hipel 2004 and 2006.
  public func isStronglyStable(
    _ state: Int, for actor: Int, under stability: ConflictStability
  ) -> Bool {
    guard let reach = sanctions[actor].reach(stability) else {
      return isStable(state, for: actor, under: stability)
    }
    let bound = graph.preferences[actor].muchWorse[state]
    return improvements[actor][state].allSatisfy { target in
      reach.least[Int(target)].map { $0 < bound } ?? false
    }
  }

  private func isSanctioned(
    _ improvement: Int, from state: Int, of actor: Int, under stability: ConflictStability
  ) -> Bool {
    if stability == .sim {
      return simultaneous?.sanction(of: improvement, from: state, of: actor) != nil
    }
    guard let least = sanctions[actor].reach(stability)?.least[improvement] else { return false }
    return least <= graph.preferences[actor].ranks[state]
  }

  private func sanction(
    of improvement: Int, from state: Int, of actor: Int, under stability: ConflictStability
  ) -> [ConflictStep]? {
    stability == .sim
      ? simultaneous?.sanction(of: improvement, from: state, of: actor)
      : sanctions[actor].reach(stability)?.path(from: improvement)
  }
}

/// What the others can do to one decision maker from each state.
struct Sanctions: Sendable {
  /// Ends in the worst state for it, by any moves.
  let general: LeastReach
  /// Ends where the best that it can still move to is worst, by any moves.
  let symmetric: LeastReach
  /// Ends in the worst state for it, each mover gaining from its move.
  let sequential: LeastReach

  init(
    against actor: Int, in graph: ConflictGraph, any: LegalSequences, credible: LegalSequences
  ) {
    let ranks = graph.preferences[actor].ranks
    let escapes = (0..<graph.states).map { state in
      graph.moves[actor][state].reduce(ranks[state]) { max($0, ranks[Int($1)]) }
    }
    general = any.least(ranks)
    symmetric = any.least(escapes)
    sequential = credible.least(ranks)
  }

  /// The sanctions that count; nil for stabilities of another kind.
  func reach(_ stability: ConflictStability) -> LeastReach? {
    switch stability {
    case .gmr: general
    case .smr: symmetric
    case .seq: sequential
    case .nash, .sim: nil
    }
  }
}
