public import GameForms

/// Which states withstand not only single decision makers but groups that move together.
///
/// A group improves if legal sequences of its members' moves lead to a state that all of them like
/// better. Its improvement is answered if the rest can lead on to a state that one of the group
/// likes no better than where it began. Credible answers are sequences of improvements of groups
/// within the rest, none moving twice in a row.
///
/// - Source: Kilgour, Hipel, Fang and Peng 2001; Inohara and Hipel 2008.
public struct CoalitionStability: Sendable {
  /// The states.
  public let states: Int
  /// Every coalition of at least one member, in binary order.
  public let coalitions: [Coalition]
  /// `improvements[coalition's place]`: where each can improve to.
  private let improvements: [MoveLists]
  /// `stable[stability][coalition's place][state]`.
  private let stable: [[[Bool]]]

  /// The stabilities that coalitions have.
  public static let stabilities: [ConflictStability] = [.nash, .gmr, .smr, .seq]
  /// Most decision makers.
  public static let mostActors = 5

  /// Analyses a conflict.
  ///
  /// - Precondition: at most ``mostActors``.
  /// - Complexity: O(2^actors * states * moves).
  public init(_ graph: ConflictGraph) {
    precondition(graph.actors <= Self.mostActors, "few enough coalitions")
    let coalitions = (1..<(1 << graph.actors)).map { Coalition(rawValue: $0) }
    let improvements = coalitions.map { Self.improvements(of: $0, in: graph) }
    let backwards = graph.moves.map(\.reversed)
    let credibly = improvements.map(\.reversed)
    var stable = Self.stabilities.map { _ in [[Bool]]() }
    for (place, coalition) in coalitions.enumerated() {
      let rest = coalition.complement(of: graph.actors)
      let any = LegalSequences(
        movers: rest.members, backwards: rest.members.map { backwards[$0] }, states: graph.states)
      let groups = coalitions.indices.filter { rest.isSuperset(of: coalitions[$0]) }
      let credible = LegalSequences(
        movers: groups, backwards: groups.map { credibly[$0] }, states: graph.states)
      let own = LegalSequences(
        movers: coalition.members, backwards: coalition.members.map { backwards[$0] },
        states: graph.states)
      let improving = improvements[place]
      stable[0].append((0..<graph.states).map { improving[$0].isEmpty })
      stable[1].append(Self.answered(improving, by: any, coalition, graph))
      stable[2].append(
        (0..<graph.states).map {
          Self.isHeld($0, improving, by: any, own, coalition, graph)
        })
      stable[3].append(Self.answered(improving, by: credible, coalition, graph))
    }
    states = graph.states
    self.coalitions = coalitions
    self.improvements = improvements
    self.stable = stable
  }

  /// The states that are stable for every coalition.
  public func equilibria(under stability: ConflictStability) -> [Int] {
    (0..<states).filter { breaker(of: $0, under: stability) == nil }
  }

  /// The first coalition for which `state` is not stable, and one of its improvements; nil if there
  /// is none.
  ///
  /// - Precondition: the stability is one of ``stabilities``.
  public func breaker(
    of state: Int, under stability: ConflictStability
  ) -> (coalition: Coalition, improvement: Int)? {
    guard let row = Self.stabilities.firstIndex(of: stability) else {
      preconditionFailure("coalitions have no such stability")
    }
    for place in coalitions.indices where !stable[row][place][state] {
      if let target = improvements[place][state].first {
        return (coalitions[place], Int(target))
      }
    }
    return nil
  }

  private static func improvements(of coalition: Coalition, in graph: ConflictGraph) -> MoveLists {
    let members = coalition.members
    let moves = members.map { graph.moves[$0] }
    return MoveLists(
      (0..<graph.states).map { state in
        ForwardReach(from: state, movers: members, moves: moves).states
          .filter { target in
            members.allSatisfy { graph.preferences[$0].prefers(target, to: state) }
          }.sorted()
      })
  }

  /// Where each improvement of the coalition is answered at some member's cost.
  private static func answered(
    _ improving: MoveLists, by sequences: LegalSequences, _ coalition: Coalition,
    _ graph: ConflictGraph
  ) -> [Bool] {
    let reaches = coalition.members.map { member in
      (graph.preferences[member].ranks, sequences.least(graph.preferences[member].ranks).least)
    }
    return (0..<graph.states).map { state in
      improving[state].allSatisfy { target in
        reaches.contains { ranks, least in least[Int(target)].map { $0 <= ranks[state] } ?? false }
      }
    }
  }

  /// Whether each improvement is answered by a state from which the coalition cannot escape.
  private static func isHeld(
    _ state: Int, _ improving: MoveLists, by sequences: LegalSequences, _ own: LegalSequences,
    _ coalition: Coalition, _ graph: ConflictGraph
  ) -> Bool {
    guard !improving[state].isEmpty else { return true }
    let orders = coalition.members.map { graph.preferences[$0] }
    let better = (0..<graph.states).map { other in
      orders.allSatisfy { $0.prefers(other, to: state) }
    }
    let escape = own.least(better.map { $0 ? 0 : 1 }).least
    let held = better.indices.map { better[$0] || escape[$0] == 0 ? 1 : 0 }
    let answers = sequences.least(held).least
    return improving[state].allSatisfy { answers[Int($0)] == 0 }
  }
}
