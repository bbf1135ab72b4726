/// One side of a match, with what it remembers beyond the moves made.
protocol Player: Sendable {
  /// What to do now.
  mutating func move(_ match: MatchView, _ chance: inout RandomStream) -> Move
  /// What was done, noise included.
  mutating func see(own: Move, other: Move)
}

extension Player {
  /// Remembers nothing: the match keeps the moves.
  mutating func see(own: Move, other: Move) {}
}

/// What one side knows of a match.
struct MatchView {
  /// Its own moves so far.
  private(set) var own: MoveRecord
  /// The other's moves so far.
  private(set) var other: MoveRecord
  /// How many rounds are played.
  let rounds: Int
  /// What a side earns: `payoffs[2 * own + other]`.
  let payoffs: [Double]

  /// Rounds played so far.
  var played: Int { own.moves.count }

  /// The view before the first round.
  init(rounds: Int, payoffs: [Double]) {
    self.rounds = rounds
    self.payoffs = payoffs
    own = MoveRecord(rounds: rounds)
    other = MoveRecord(rounds: rounds)
  }

  /// Notes what was done in a round.
  mutating func add(own: Move, other: Move) {
    self.own.add(own)
    self.other.add(other)
  }
}

/// The moves of one side, counted as they come.
struct MoveRecord: Sendable {
  /// The moves, from the first round on.
  private(set) var moves: [Move] = []
  /// How many of them are cooperation.
  private(set) var cooperations = 0

  /// How many of them are defection.
  var defections: Int { moves.count - cooperations }
  /// The last move, cooperation before there is one.
  var last: Move { moves.last ?? .cooperate }
  /// The move so many rounds ago, 1 being the last.
  func back(_ rounds: Int) -> Move { moves[moves.count - rounds] }

  init(rounds: Int) { moves.reserveCapacity(rounds) }

  mutating func add(_ move: Move) {
    moves.append(move)
    if move == .cooperate { cooperations += 1 }
  }
}
