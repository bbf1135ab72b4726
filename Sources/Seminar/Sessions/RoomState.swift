public import Laboratory
public import Scenarios

/// Everything known of a session: what its events, applied in order, add up to.
public struct RoomState: Sendable {
  /// How the session was opened.
  public let opening: Opening
  /// The games, with the changes made to them.
  public internal(set) var games: [PlayedGame]
  /// The game being played.
  public internal(set) var game = 0
  /// How many rounds have begun, over all games.
  public internal(set) var round = 0
  /// What is going on.
  public internal(set) var phase = Phase.lobby
  /// Whether everything stands still.
  public internal(set) var isPaused = false
  /// Since when, in milliseconds since 1970.
  var pausedAt: Int?
  /// When the round ends, in milliseconds since 1970; nil for no end.
  public internal(set) var deadline: Int?
  /// Whether the story was told.
  public internal(set) var isStoryTold = false
  /// Whether the debrief is open to everybody.
  public internal(set) var isRevealed = false
  /// Whether chance said that there is no other round.
  public internal(set) var isEndedByChance = false
  /// Those who came in, in order.
  public internal(set) var players: [Player] = []
  /// The tables.
  public internal(set) var tables: [Table] = []
  /// How often everybody was seated anew or changed chairs.
  var seatings = 0
  /// What was said, and to whom.
  public internal(set) var messages: [Heard] = []
  /// What came of the rounds that ended.
  public internal(set) var records: [Record] = []
  /// Every move, in order.
  public internal(set) var moves: [MoveRecord] = []

  /// What is going on.
  public enum Phase: String, Hashable, Sendable {
    /// No round has begun.
    case lobby
    /// A round is played.
    case playing
    /// A round is over.
    case between
    /// The session is over.
    case closed
  }

  /// Somebody who came in.
  public struct Player: Sendable {
    /// The name.
    public var name: String
    /// What lets the player in again.
    public var token: String
    /// Where the player sits.
    public var place: (table: Int, actor: Int)?
  }

  /// A table with a chair for every actor.
  public struct Table: Sendable {
    /// The chairs, one an actor.
    public var chairs: [Chair]
    /// What is played there, nil before the first round at this table.
    public var play: (any Play)?
    /// What came of each round there that ended, in the game being played.
    public var past: [Past] = []

    /// What came of the round before.
    public var last: PlayResult? { past.last?.result }
  }

  /// What came of a round at one table.
  public struct Past: Sendable {
    /// The round.
    public var round: Int
    /// What came of it, nil for nothing.
    public var result: PlayResult?
    /// The player in each chair then.
    public var players: [Int?]

    /// The round, its result, and who sat there.
    public init(round: Int, result: PlayResult?, players: [Int?]) {
      self.round = round
      self.result = result
      self.players = players
    }
  }

  /// A chair at a table.
  public struct Chair: Hashable, Sendable {
    /// The player whose chair it is, nil for nobody's.
    public var player: Int?
    /// The rule of the bot that sits in it, nil where the player does.
    public var rule: BotRule?
    /// The last move made from it: the round, the step before it, and the move.
    var made: Made?
  }

  /// A move, and when it was made.
  struct Made: Hashable, Sendable {
    var round: Int
    var step: Int
    var move: Move
  }

  /// What came of a round at a table.
  public struct Record: Sendable {
    /// The round, counted from 1 over all games.
    public var round: Int
    /// The game.
    public var game: Int
    /// The table.
    public var table: Int
    /// Who sat there.
    public var seats: [Sitter]
    /// The game with its numbers.
    public var setting: Setting
    /// What came of it, nil for a round cut off without a result.
    public var result: PlayResult?
  }

  /// Something said, with the game in which it was and the players who were told: those who sit
  /// down later where they sat are told nothing that was said in private.
  public struct Heard: Hashable, Sendable {
    /// What was said.
    public var message: Message
    /// The game, whose actors the message names.
    public var game: Int
    /// The players who heard it.
    public var players: [Int]
  }

  /// A move as it was made.
  public struct MoveRecord: Hashable, Sendable {
    /// When, in milliseconds since 1970.
    public var time: Int
    /// The round.
    public var round: Int
    /// The game.
    public var game: Int
    /// The table.
    public var table: Int
    /// The actor.
    public var actor: Int
    /// The move.
    public var move: Move
    /// Who made it.
    public var mover: Mover
  }

  /// A session just opened.
  ///
  /// - Throws: `InputError` for a game that cannot be played.
  public init(_ opening: Opening) throws(InputError) {
    self.opening = opening
    var games: [PlayedGame] = []
    for text in opening.games { games.append(try PlayedGame(try text.scenario())) }
    guard !games.isEmpty else { throw InputError("name a game to play") }
    self.games = games
  }

  /// The game being played.
  public var current: PlayedGame { games[game] }
  /// What an actor of a game is called.
  public func name(of actor: Int, in game: Int) -> String {
    let actors = games[game].scenario.actors
    return actors.indices.contains(actor) ? actors[actor].name : ""
  }

  /// Who acts in it.
  public var actors: [Scenario.Actor] { current.scenario.actors }

  /// Where a player sits.
  public func chair(of player: Int) -> (table: Int, actor: Int)? { players[player].place }

  /// The rule of the bot in a chair, nil where a player sits.
  public func bot(_ table: Int, _ actor: Int) -> BotRule? {
    let chair = tables[table].chairs[actor]
    return chair.rule ?? (chair.player == nil ? opening.bot : nil)
  }

  /// Who sits in a chair.
  public func sitter(_ table: Int, _ actor: Int) -> Sitter {
    if let rule = bot(table, actor) { return .bot(rule) }
    return .player(tables[table].chairs[actor].player.map { players[$0].name } ?? "")
  }

  /// What a player was told, or may still hear of what was said at the table.
  public func messages(for player: Int) -> [Heard] {
    guard let place = players[player].place else { return [] }
    // Far more than anybody reads: a session's talk is not searched for every page.
    return messages.suffix(2000).filter { heard in
      if heard.players.contains(player) { return true }
      guard heard.message.listener == nil else { return false }
      return heard.message.table == nil
        || heard.message.table == place.table && heard.game == game
    }
  }

  /// The first chair that is nobody's, at a new table if there is none.
  public var freeChair: (table: Int, actor: Int) {
    for (table, entry) in tables.enumerated() {
      if let actor = entry.chairs.firstIndex(where: { $0.player == nil }) { return (table, actor) }
    }
    return (tables.count, 0)
  }
}
