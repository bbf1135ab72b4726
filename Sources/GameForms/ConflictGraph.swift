/// A conflict: states, who can move it from which state to which, and how each orders the states.
///
/// Numbers only: decision makers and states are counted from 0, names live in a scenario.
///
/// - Source: the graph model for conflict resolution, Kilgour, Hipel and Fang 1987; Fang, Hipel and
///   Kilgour 1993.
public struct ConflictGraph: Sendable {
  /// `moves[actor]`: what each decision maker can do alone.
  public let moves: [MoveLists]
  /// `preferences[actor]`.
  public let preferences: [PreferenceOrder]
  /// What each decision maker chooses in each state; nil where states are no combinations of
  /// choices.
  public let choices: Choices?

  /// States as combinations of choices, one of each decision maker.
  public struct Choices: Hashable, Sendable {
    /// How many choices each decision maker has.
    public let shape: [Int]
    /// `codes[state]`: the combination as a number, the last decision maker's choice fastest.
    public let codes: [Int]
    /// What one step of each decision maker's choice adds to a code.
    public let strides: [Int]

    /// The combinations with these codes.
    ///
    /// - Precondition: codes are distinct and below the product of the shape.
    public init(shape: [Int], codes: [Int]) {
      self.shape = shape
      self.codes = codes
      var strides = shape
      var stride = 1
      for actor in shape.indices.reversed() {
        strides[actor] = stride
        stride *= shape[actor]
      }
      self.strides = strides
      precondition(codes.allSatisfy { 0..<stride ~= $0 }, "a code counts a combination")
    }

    /// How many combinations there are, feasible or not.
    public var combinations: Int { shape.reduce(1, *) }

    /// What `actor` chooses in `state`.
    @inlinable public func choice(of actor: Int, in state: Int) -> Int {
      codes[state] / strides[actor] % shape[actor]
    }

    /// `states[code]`, -1 for a combination that is no state.
    public var states: [Int32] {
      var states = [Int32](repeating: -1, count: combinations)
      for (state, code) in codes.enumerated() { states[code] = Int32(state) }
      return states
    }
  }

  /// A conflict over states of any kind.
  ///
  /// - Precondition: as many orders as lists of moves, all over the same states; no move leads to
  ///   where it starts.
  public init(moves: [MoveLists], preferences: [PreferenceOrder]) {
    self.init(moves: moves, preferences: preferences, choices: nil)
  }

  /// A conflict over combinations of choices: each decision maker moves by choosing otherwise.
  ///
  /// - Parameters:
  ///   - choices: the states.
  ///   - preferences: one a decision maker.
  ///   - allowed: whether this decision maker may turn from one of its choices to another.
  public init(
    choices: Choices, preferences: [PreferenceOrder],
    allowed: (_ actor: Int, _ from: Int, _ to: Int) -> Bool = { _, _, _ in true }
  ) {
    let moves = choices.shape.indices.map { actor in
      Self.moves(of: actor, in: choices) { allowed(actor, $0, $1) }
    }
    self.init(moves: moves, preferences: preferences, choices: choices)
  }

  private init(moves: [MoveLists], preferences: [PreferenceOrder], choices: Choices?) {
    precondition(!moves.isEmpty && moves.count == preferences.count, "each actor needs an order")
    precondition(
      zip(moves, preferences).allSatisfy { $0.states == $1.ranks.count },
      "moves and orders need the same states")
    self.moves = moves
    self.preferences = preferences
    self.choices = choices
  }

  /// The conflict of a game of strategies: every profile a state, every deviation a move.
  public init(_ game: StrategicGame) {
    self.init(
      choices: Choices(shape: game.shape, codes: Array(0..<game.profiles)),
      preferences: (0..<game.actors).map { actor in
        PreferenceOrder(values: (0..<game.profiles).map { game.payoff(at: $0, of: actor) })
      })
  }

  /// How many decision makers there are.
  public var actors: Int { moves.count }

  /// How many states there are.
  public var states: Int { moves[0].states }

  /// The moves of `actor` to states that it likes better.
  public func improvements(of actor: Int) -> MoveLists {
    let order = preferences[actor]
    return moves[actor].filter { order.prefers($1, to: $0) }
  }

  /// How many moves a conflict of these choices has, before any is forbidden.
  public static func moveCount(of choices: Choices) -> Int {
    var count = 0
    for actor in choices.shape.indices {
      for group in groups(of: actor, in: choices) { count += group.count * (group.count - 1) }
    }
    return count
  }

  private static func moves(
    of actor: Int, in choices: Choices, allowed: (Int, Int) -> Bool
  ) -> MoveLists {
    var lists = [[Int]](repeating: [], count: choices.codes.count)
    for group in groups(of: actor, in: choices) {
      let own = group.map { choices.choice(of: actor, in: $0) }
      for (from, state) in group.enumerated() {
        for to in group.indices where to != from && allowed(own[from], own[to]) {
          lists[state].append(group[to])
        }
      }
    }
    return MoveLists(lists)
  }

  /// The states in groups that differ in the choice of `actor` alone.
  private static func groups(of actor: Int, in choices: Choices) -> [[Int]] {
    let others = choices.codes.indices.map { state in
      choices.codes[state] - choices.choice(of: actor, in: state) * choices.strides[actor]
    }
    var groups: [[Int]] = []
    for state in choices.codes.indices.sorted(by: { (others[$0], $0) < (others[$1], $1) }) {
      if let last = groups.last?.last, others[last] == others[state] {
        groups[groups.count - 1].append(state)
      } else {
        groups.append([state])
      }
    }
    return groups
  }
}
