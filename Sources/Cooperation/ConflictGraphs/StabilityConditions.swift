import GameForms

/// What a decision maker's order of the states must be like for a state to be stable for it: the
/// inverse of stability analysis.
///
/// The conditions are necessary and sufficient: the state is stable if and only if each is met.
///
/// - Source: Kinsara, Kilgour and Hipel 2015.
public struct StabilityConditions: Sendable {
  /// The state to be stable.
  public let state: Int
  /// For whom.
  public let actor: Int
  /// In what sense.
  public let stability: ConflictStability
  /// One for each move of the decision maker that some orders would make an improvement without
  /// an answer.
  public let conditions: [Condition]

  /// What takes the attraction from one move: any of the alternatives.
  public struct Condition: Hashable, Sendable {
    /// Where the move leads.
    public let move: Int
    /// `alternatives[choice]`: states none of which may be better than the one to be stable.
    public let alternatives: [[Int]]
    /// Whether the present order meets it.
    public let isMet: Bool
  }

  /// Whether the present order meets every condition.
  public var areMet: Bool { conditions.allSatisfy(\.isMet) }

  /// The conditions under which `state` is stable for `actor`.
  ///
  /// - Parameters:
  ///   - analysis: the conflict; sequential stability takes the others' orders from it as they are.
  ///   - stability: Nash, general, symmetric or sequential.
  /// - Precondition: not simultaneous.
  public init(
    _ analysis: ConflictAnalysis, state: Int, actor: Int, stability: ConflictStability
  ) {
    precondition(stability != .sim, "conditions are those of moves in turn")
    let graph = analysis.graph
    let order = graph.preferences[actor]
    let others = (0..<graph.actors).filter { $0 != actor }
    let moves = others.map { (stability == .seq ? analysis.improvements : graph.moves)[$0] }
    self.state = state
    self.actor = actor
    self.stability = stability
    conditions = graph.moves[actor][state].compactMap { target in
      let move = Int(target)
      var alternatives = [[move]]
      if stability != .nash {
        for answer in ForwardReach(from: move, movers: others, moves: moves).states {
          let escapes = stability == .smr ? graph.moves[actor][answer].map { Int($0) } : []
          let bound = ([answer] + escapes).filter { $0 != state }
          // Back where it began: no order makes the move worth while.
          if bound.isEmpty { return nil }
          if !bound.contains(move) { alternatives.append(bound) }
        }
      }
      return Condition(
        move: move, alternatives: alternatives,
        isMet: alternatives.contains { $0.allSatisfy { !order.prefers($0, to: state) } })
    }
  }
}
