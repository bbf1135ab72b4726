/// A game in extensive form whose gains and probabilities are expressions over the parameters.
public struct ExtensiveForm: Sendable {
  /// Every node, depth first; the root is 0.
  public let nodes: [Node]
  /// The information sets.
  public let sets: [InformationSet]
  /// The ends, each once, however many nodes lead to it.
  public let cells: [Cell]
  /// The name of each end, nil where it has none of its own.
  public let cellNames: [String?]
  /// Every probability, chance node by chance node.
  public let numbers: [Expression]

  /// The parent of each node and the action that leads from there; nil at the root.
  let steps: [(parent: Int, action: Int)?]
  /// The nodes that follow from each node, one an action.
  public let children: [[Int]]
  /// The first node that leads to each end.
  private let firstNodes: [Int]

  /// A node.
  public struct Node: Sendable {
    /// What happens here.
    public var kind: Kind
    /// Where it stands.
    public var position: Position?

    /// The node of this kind.
    public init(_ kind: Kind, position: Position? = nil) {
      self.kind = kind
      self.position = position
    }
  }

  /// What happens at a node.
  public enum Kind: Sendable {
    /// The actor of this set moves.
    case decision(set: Int)
    /// Chance moves: what may happen, and how likely each is.
    case chance([(key: String, probability: Expression)])
    /// The game is over, with this cell.
    case end(cell: Int)
  }

  /// What an actor knows when it moves, and what it can do.
  public struct InformationSet: Hashable, Sendable {
    /// The name: the file's own, or the moves that lead there.
    public var key: String
    /// Whether the file gives the name.
    public var isNamed: Bool
    /// Who moves.
    public var actor: Int
    /// The actions.
    public var actions: [String]
    /// What the actor knows and does not know, nil where nothing is said.
    public var meaning: String?

    /// The set of these parts.
    public init(
      key: String, isNamed: Bool = true, actor: Int, actions: [String], meaning: String? = nil
    ) {
      self.key = key
      self.isNamed = isNamed
      self.actor = actor
      self.actions = actions
      self.meaning = meaning
    }
  }

  /// The form of these parts.
  ///
  /// - Precondition: the nodes, depth first, make one tree, and each cell is some node's.
  public init(
    nodes: [Node], sets: [InformationSet], cells: [Cell], cellNames: [String?]
  ) {
    precondition(cells.count == cellNames.count, "one name or none a cell")
    self.nodes = nodes
    self.sets = sets
    self.cells = cells
    self.cellNames = cellNames
    var steps: [(parent: Int, action: Int)?] = []
    var open: [(node: Int, action: Int, actions: Int)] = []
    var firstNodes = Array(repeating: 0, count: cells.count)
    var numbers: [Expression] = []
    var children = nodes.map { _ in [Int]() }
    for (index, node) in nodes.enumerated() {
      while let last = open.last, last.action == last.actions { open.removeLast() }
      steps.append(open.last.map { ($0.node, $0.action) })
      if let last = open.last {
        children[last.node].append(index)
        open[open.count - 1].action += 1
      }
      switch node.kind {
      case .decision(let set): open.append((index, 0, sets[set].actions.count))
      case .chance(let moves):
        open.append((index, 0, moves.count))
        numbers += moves.map(\.probability)
      case .end(let cell): if firstNodes[cell] == 0 { firstNodes[cell] = index }
      }
    }
    self.steps = steps
    self.children = children
    self.firstNodes = firstNodes
    self.numbers = numbers
  }

  /// The actions at a node, none at an end.
  public func actions(at node: Int) -> [String] {
    switch nodes[node].kind {
    case .decision(let set): sets[set].actions
    case .chance(let moves): moves.map(\.key)
    case .end: []
    }
  }

  /// The actions that lead to a node, as indices, first one first.
  public func path(to node: Int) -> [Int] {
    var path: [Int] = []
    var here = node
    while let step = steps[here] {
      path.append(step.action)
      here = step.parent
    }
    return path.reversed()
  }

  /// The node that a path of actions leads to, nil where it leads out of the tree.
  public func node(at path: [Int]) -> Int? {
    var here = 0
    for action in path {
      guard children[here].indices.contains(action) else { return nil }
      here = children[here][action]
    }
    return here
  }

  /// The names of the actions on a path.
  public func keys(of path: [Int]) -> [String] {
    var here = 0
    var keys: [String] = []
    for action in path where children[here].indices.contains(action) {
      keys.append(actions(at: here)[action])
      here = children[here][action]
    }
    return keys
  }

  /// The first node that leads to an end.
  func firstNode(of cell: Int) -> Int { firstNodes[cell] }
}
