/// Something that happened in a session. The log of all of them, in order, is the session: nothing
/// is known that they do not tell.
public enum Event: Codable, Hashable, Sendable {
  /// The session was opened; the first event, and only the first.
  case opened(Opening)
  /// Somebody came in and took a chair.
  case joined(name: String, token: String, table: Int, actor: Int)
  /// Everybody was seated anew: `seating[table][actor]` is a player, nil for an empty chair.
  case seated(game: Int, seating: [[Int?]])
  /// At every table, whoever sat in a chair moved on to the next one, the last to the first.
  case rotated
  /// A round began at every table.
  case roundStarted
  /// Chance, asked whether there is another round, said this.
  case continuationDrawn(goesOn: Bool)
  /// An actor moved.
  case moved(table: Int, actor: Int, move: Move, by: Mover)
  /// Chance moved.
  case chanceMoved(table: Int, action: Int)
  /// The talk at a table was cut off.
  case cutOff(table: Int)
  /// The round ended at every table.
  case roundClosed
  /// Somebody said something.
  case said(Message)
  /// A bot took an absent player's chair, or, without a rule, the player is back.
  case botSeated(table: Int, actor: Int, rule: BotRule?)
  /// The weight of an actor's relative gains, from the next round on.
  case weightSet(actor: Int, value: String)
  /// A parameter, from the next round on.
  case parameterSet(name: String, value: String)
  /// The round ends at this time, in milliseconds since 1970; nil for no end.
  case timerSet(deadline: Int?)
  /// The session stands still or goes on.
  case paused(Bool)
  /// The story was told.
  case storyTold
  /// The debrief was opened to everybody.
  case revealed
  /// The session is over.
  case closed
}

/// Who made a move.
public enum Mover: Codable, Hashable, Sendable {
  /// The player in the chair.
  case player(Int)
  /// A bot by its rule.
  case bot(BotRule)
  /// A bot by its rule, because time ran out.
  case clock(BotRule)
}

/// What an actor does in a game.
public enum Move: Codable, Hashable, Sendable {
  /// A strategy, an action of a tree, or a state of a conflict to turn to.
  case choose(Int)
  /// A level of each issue.
  case propose([Int])
  /// A coalition and what each member is to have, as fractions in the order of members.
  case unite(members: [Int], shares: [String])
  /// Yes or no to a proposal.
  case answer(proposal: Int, yes: Bool)
  /// Leaves the talks for good, or stays alone.
  case leave
  /// Does nothing this time.
  case pass
}

/// Something said.
public struct Message: Codable, Hashable, Sendable {
  /// The table, nil for all of them.
  public var table: Int?
  /// The actor who speaks, nil for the facilitator.
  public var speaker: Int?
  /// The actor spoken to, nil for the table.
  public var listener: Int?
  /// The words.
  public var text: String
  /// The round in which it was said, counted from 1 over all games; 0 before the first.
  public var round: Int

  /// The message of these parts.
  public init(table: Int?, speaker: Int?, listener: Int?, text: String, round: Int) {
    self.table = table
    self.speaker = speaker
    self.listener = listener
    self.text = text
    self.round = round
  }
}
