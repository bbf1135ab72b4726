/// Why a list of nodes is no extensive game.
public enum ExtensiveGameError: Error, Hashable, Sendable {
  /// Nobody plays.
  case noActors
  /// The actor of an information set is not one of the game's.
  case unknownActor(set: Int)
  /// An information set without an action.
  case noActions(set: Int)
  /// A node in an information set that does not exist.
  case unknownSet(node: Int)
  /// An information set without a node.
  case emptySet(set: Int)
  /// Chance with a negative probability, or with probabilities that do not add up to exactly 1.
  case probabilities(node: Int)
  /// An end without exactly one payoff an actor.
  case payoffs(node: Int)
  /// The list ends before every action of this node leads to a node; nil for an empty list.
  case unfinished(node: Int?)
  /// The tree is whole before this node.
  case surplus(node: Int)
}
