import Arithmetic
import Scenarios

extension RoomState {
  /// The state that a log adds up to.
  ///
  /// - Throws: `InputError` for a log that does not begin with an opening, or whose games cannot
  ///   be read.
  public init(replaying events: [LoggedEvent]) throws(InputError) {
    guard let first = events.first, case .opened(let opening) = first.event else {
      throw InputError("the log does not begin with the opening of a session")
    }
    try self.init(opening)
    for logged in events.dropFirst() { apply(logged.event, at: logged.time) }
  }

  /// What chance or a bot does next at a table, nil where people are awaited.
  func nextOwnEvent(at table: Int, using generator: inout some RandomNumberGenerator) -> Event? {
    guard phase == .playing, let play = tables[table].play, play.result == nil else { return nil }
    if let chance = play.chance {
      return .chanceMoved(table: table, action: Self.draw(chance, using: &generator))
    }
    for actor in play.awaited {
      guard let rule = bot(table, actor),
        let move = play.move(of: actor, by: rule, last: tables[table].last, using: &generator)
      else { continue }
      return .moved(table: table, actor: actor, move: move, by: .bot(rule))
    }
    // Bots propose nothing: among themselves they would talk for ever.
    let isAmongBots = play.awaited.allSatisfy { bot(table, $0) != nil }
    return play is any Talk && isAmongBots ? .cutOff(table: table) : nil
  }

  /// What is done when time runs out at a table, nil when nothing more is needed: the session's
  /// rule moves for those who are late, and a talk is cut off.
  func nextLateEvent(at table: Int, using generator: inout some RandomNumberGenerator) -> Event? {
    if let event = nextOwnEvent(at: table, using: &generator) { return event }
    guard let play = tables[table].play, play.result == nil else { return nil }
    guard !(play is any Talk), let actor = play.awaited.first,
      let move = play.move(of: actor, by: opening.bot, last: tables[table].last, using: &generator)
    else { return .cutOff(table: table) }
    return .moved(table: table, actor: actor, move: move, by: .clock(opening.bot))
  }

  /// Whether every table has a result.
  public var isRoundOver: Bool {
    phase == .playing && tables.allSatisfy { $0.play == nil || $0.play?.result != nil }
  }

  private static func draw(
    _ chance: [Rational], using generator: inout some RandomNumberGenerator
  ) -> Int {
    var rest = Double.random(in: 0..<1, using: &generator)
    for (action, probability) in chance.enumerated() {
      rest -= probability.double
      if rest < 0 { return action }
    }
    return chance.lastIndex { !$0.isZero } ?? 0
  }
}

/// A play in which proposals go to and fro: when time runs out it is cut off.
protocol Talk: Play {}
