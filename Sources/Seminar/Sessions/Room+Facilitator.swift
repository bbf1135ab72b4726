import Arithmetic
import Scenarios

/// What a facilitator can ask for.
public enum Direction: Hashable, Sendable {
  /// Begins the next round of the same game.
  case nextRound
  /// Goes on to another game of the session.
  case play(game: Int)
  /// At every table everybody moves on to the next chair.
  case rotate
  /// Ends the round; tables that are not through have no agreement or no result.
  case closeRound
  /// Stops everything, or goes on.
  case pause(Bool)
  /// Lets the round end in so many seconds; nil for no end.
  case timer(seconds: Int?)
  /// Says something to a table, or to all.
  case say(String, table: Int?)
  /// Puts a bot into a chair; nil gives it back to the player.
  case seatBot(table: Int, actor: Int, rule: BotRule?)
  /// Sets the weight of an actor's relative gains.
  case setWeight(actor: Int, value: String)
  /// Sets a parameter.
  case setParameter(name: String, value: String)
  /// Tells the story.
  case tellStory
  /// Opens the debrief to everybody.
  case reveal
  /// Ends the session.
  case close
}

extension Room {
  /// Longest time that a round may be given, in seconds.
  public static let longestTimer = 86_400

  /// Does what the facilitator asks for.
  public func direct(_ direction: Direction) async throws(Refusal) {
    guard state.phase != .closed || direction == .reveal else { throw .closed }
    try await commit(try events(of: direction))
  }

  private func events(of direction: Direction) throws(Refusal) -> [Event] {
    switch direction {
    case .nextRound: return try nextRound()
    case .play(let game): return try play(game)
    case .rotate:
      guard state.phase != .playing else { throw .stillPlaying }
      return [.rotated]
    case .closeRound:
      guard state.phase == .playing else { throw .notPlaying }
      return closing
    case .pause(let isPaused):
      return isPaused == state.isPaused ? [] : [.paused(isPaused)]
    case .timer(let seconds):
      guard state.phase == .playing else { throw .notPlaying }
      guard seconds.map({ (1...Self.longestTimer).contains($0) }) ?? true else {
        throw .badValue("1 to \(Self.longestTimer) seconds")
      }
      return [.timerSet(deadline: seconds.map { now + $0 * 1000 })]
    case .say(let text, let table):
      guard table.map(state.tables.indices.contains) ?? true else { throw .unknown }
      return [
        .said(
          Message(
            table: table, speaker: nil, listener: nil, text: try Self.message(text),
            round: state.round))
      ]
    case .seatBot(let table, let actor, let rule):
      guard state.tables.indices.contains(table),
        state.tables[table].chairs.indices.contains(actor)
      else { throw .unknown }
      return [.botSeated(table: table, actor: actor, rule: rule)]
    case .setWeight(let actor, let value):
      var game = state.current
      do throws(InputError) { try game.setWeight(value, of: actor) } catch {
        throw .badValue(error.message)
      }
      return [.weightSet(actor: actor, value: value)]
    case .setParameter(let name, let value):
      var game = state.current
      do throws(InputError) { try game.setParameter(name, to: value) } catch {
        throw .badValue(error.message)
      }
      return [.parameterSet(name: name, value: value)]
    case .tellStory: return state.isStoryTold ? [] : [.storyTold]
    case .reveal: return state.isRevealed ? [] : [.revealed]
    case .close: return (state.phase == .playing ? closing : []) + [.closed]
    }
  }

  /// What ends the round.
  private var closing: [Event] {
    state.tables.indices.filter { state.tables[$0].play.map { $0.result == nil } ?? false }
      .map { .cutOff(table: $0) } + [.roundClosed]
  }

  private func nextRound() throws(Refusal) -> [Event] {
    guard !state.tables.isEmpty else { throw .unknown }
    guard state.phase != .playing else { throw .stillPlaying }
    guard state.records.last?.game == state.game else { return [.roundStarted] }
    let start: [Event] =
      state.opening.rotates == true ? [.rotated, .roundStarted] : [.roundStarted]
    guard let continuation = state.opening.continuation else { return start }
    let goesOn = Double.random(in: 0..<1) < continuation
    return [.continuationDrawn(goesOn: goesOn)] + (goesOn ? start : [])
  }

  private func play(_ game: Int) throws(Refusal) -> [Event] {
    guard state.games.indices.contains(game) else { throw .unknown }
    let width = state.games[game].scenario.actors.count
    let players = Array(state.players.indices)
    // Where roles rotate, nobody begins the next game in the chair of the last one.
    let shift = state.opening.rotates == true ? state.seatings + 1 : 0
    let seating = stride(from: 0, to: max(players.count, 1), by: width).map { start in
      (0..<width).map { chair -> Int? in
        let place = start + (chair + shift * (width - 1)) % width
        return players.indices.contains(place) ? players[place] : nil
      }
    }
    return (state.phase == .playing ? closing : []) + [.seated(game: game, seating: seating)]
  }

  /// Ends rounds whose time is over; to be called about once a second.
  public func tick() async throws(Refusal) {
    guard state.phase == .playing, !state.isPaused, let deadline = state.deadline,
      now >= deadline
    else { return }
    var generator = SystemRandomNumberGenerator()
    var trial = state
    var events: [Event] = [.timerSet(deadline: nil)]
    for table in trial.tables.indices {
      while let event = trial.nextLateEvent(at: table, using: &generator) {
        events.append(event)
        trial.apply(event, at: now)
        // A game that nothing can end would else go on for ever.
        if case .cutOff = event { break }
      }
    }
    if !trial.isRoundOver { events.append(.roundClosed) }
    try await commit(events)
  }
}
