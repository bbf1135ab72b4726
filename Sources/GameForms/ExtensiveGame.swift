import Arithmetic

/// A game in extensive form: who moves when, and what is known then.
///
/// Numbers only: actors, information sets and actions are counted from 0, names live in a scenario.
/// Nodes are listed depth first, so that the nodes below a node follow it without a gap.
///
/// - Source: Kuhn 1953.
public struct ExtensiveGame: Hashable, Sendable {
  /// What happens at a node.
  public enum Kind: Hashable, Sendable {
    /// The actor of this information set moves.
    case decision(set: Int)
    /// Chance moves; one probability an action, none negative, 1 together.
    case chance(probabilities: [Rational])
    /// The game is over; one payoff an actor.
    case end(payoffs: [Rational])
  }

  /// A node with its place in the tree.
  public struct Node: Hashable, Sendable {
    /// What happens here.
    public let kind: Kind
    /// The node before; nil at the root.
    public let parent: Int?
    /// The action of the parent that leads here; 0 at the root.
    public let action: Int
    /// The nodes that the actions lead to, one an action.
    public fileprivate(set) var children: [Int] = []
    /// One past the last node below: the subtree is `node..<below`.
    public fileprivate(set) var below: Int
  }

  /// Who moves at an information set, and how many actions there are.
  public struct Choice: Hashable, Sendable {
    /// Who moves.
    public let actor: Int
    /// How many actions there are, at least 1.
    public let actions: Int

    /// The choice of `actor` among so many actions.
    public init(actor: Int, actions: Int) {
      self.actor = actor
      self.actions = actions
    }
  }

  /// How many actors play.
  public let actors: Int
  /// Every node, depth first; the root is 0.
  public let nodes: [Node]
  /// Who moves at each information set.
  public let sets: [Choice]
  /// The nodes of each information set, in ascending order.
  public let members: [[Int]]

  /// The game whose nodes, depth first, are `kinds`: each says how many nodes follow from it, so
  /// that the list alone makes the tree.
  ///
  /// - Throws: ``ExtensiveGameError`` where the list is no tree or a number is out of place.
  public init(
    actors: Int, sets: [Choice], nodes kinds: [Kind]
  ) throws(ExtensiveGameError) {
    guard actors > 0 else { throw .noActors }
    for (index, set) in sets.enumerated() {
      guard (0..<actors).contains(set.actor) else { throw .unknownActor(set: index) }
      guard set.actions > 0 else { throw .noActions(set: index) }
    }
    var nodes: [Node] = []
    var members = Array(repeating: [Int](), count: sets.count)
    var open: [(node: Int, missing: Int)] = []
    for (index, kind) in kinds.enumerated() {
      guard index == 0 || !open.isEmpty else { throw .surplus(node: index) }
      let parent = open.last?.node
      nodes.append(
        Node(
          kind: kind, parent: parent, action: parent.map { nodes[$0].children.count } ?? 0,
          below: index + 1))
      if let parent {
        nodes[parent].children.append(index)
        open[open.count - 1].missing -= 1
      }
      let actions = try Self.actions(of: kind, at: index, actors: actors, sets: sets)
      if case .decision(let set) = kind { members[set].append(index) }
      if actions > 0 { open.append((index, actions)) }
      while let last = open.last, last.missing == 0 {
        nodes[last.node].below = index + 1
        open.removeLast()
      }
    }
    guard !nodes.isEmpty, open.isEmpty else { throw .unfinished(node: open.last?.node) }
    if let empty = members.firstIndex(where: \.isEmpty) { throw .emptySet(set: empty) }
    self.actors = actors
    self.nodes = nodes
    self.sets = sets
    self.members = members
  }

  private static func actions(
    of kind: Kind, at node: Int, actors: Int, sets: [Choice]
  ) throws(ExtensiveGameError) -> Int {
    switch kind {
    case .decision(let set):
      guard sets.indices.contains(set) else { throw .unknownSet(node: node) }
      return sets[set].actions
    case .chance(let probabilities):
      guard probabilities.allSatisfy({ $0.signum >= 0 }),
        probabilities.reduce(.zero, +) == .one
      else { throw .probabilities(node: node) }
      return probabilities.count
    case .end(let payoffs):
      guard payoffs.count == actors else { throw .payoffs(node: node) }
      return 0
    }
  }

  /// The information set of a node, nil where no actor moves.
  public func set(of node: Int) -> Int? {
    if case .decision(let set) = nodes[node].kind { set } else { nil }
  }

  /// The information sets of an actor, in ascending order.
  public func sets(of actor: Int) -> [Int] { sets.indices.filter { sets[$0].actor == actor } }

  /// The nodes at which the game is over.
  public var ends: [Int] { nodes.indices.filter { nodes[$0].children.isEmpty } }

  /// Whether every information set has one node and all of the past is known.
  public var hasPerfectInformation: Bool { members.allSatisfy { $0.count == 1 } }

  /// The moves that lead to a node, first one first.
  public func path(to node: Int) -> [(node: Int, action: Int)] {
    var path: [(node: Int, action: Int)] = []
    var here = nodes[node]
    while let parent = here.parent {
      path.append((parent, here.action))
      here = nodes[parent]
    }
    return path.reversed()
  }
}
