extension RoomState {
  /// Takes in what happened at `time`, in milliseconds since 1970.
  ///
  /// An event that does not fit what came before it changes nothing.
  mutating func apply(_ event: Event, at time: Int) {
    switch event {
    case .opened: break
    case .joined(let name, let token, let table, let actor):
      join(name: name, token: token, table: table, actor: actor)
    case .seated(let game, let seating): seat(game: game, seating)
    case .rotated: rotate()
    case .roundStarted: startRound()
    case .continuationDrawn(let goesOn): isEndedByChance = !goesOn
    case .moved(let table, let actor, let move, let mover):
      guard has(table, actor), let step = tables[table].play?.step else { return }
      tables[table].play?.make(move, by: actor)
      tables[table].chairs[actor].made = Made(round: round, step: step, move: move)
      moves.append(
        MoveRecord(
          time: time, round: round, game: game, table: table, actor: actor, move: move,
          mover: mover))
    case .chanceMoved(let table, let action):
      if tables.indices.contains(table) { tables[table].play?.draw(action) }
    case .cutOff(let table):
      if tables.indices.contains(table) { tables[table].play?.cutOff() }
    case .roundClosed: closeRound()
    case .said(let message):
      messages.append(Heard(message: message, game: game, players: hearers(of: message)))
    case .botSeated(let table, let actor, let rule):
      if has(table, actor) { tables[table].chairs[actor].rule = rule }
    case .weightSet(let actor, let value): try? games[game].setWeight(value, of: actor)
    case .parameterSet(let name, let value): try? games[game].setParameter(name, to: value)
    case .timerSet(let deadline): self.deadline = deadline
    case .paused(let isPaused): pause(isPaused, at: time)
    case .storyTold: isStoryTold = true
    case .revealed: isRevealed = true
    case .closed:
      if phase == .playing { closeRound() }
      phase = .closed
    }
  }

  private func has(_ table: Int, _ actor: Int) -> Bool {
    tables.indices.contains(table) && tables[table].chairs.indices.contains(actor)
  }

  private mutating func join(name: String, token: String, table: Int, actor: Int) {
    if table == tables.count {
      tables.append(Table(chairs: actors.map { _ in Chair() }))
    }
    guard has(table, actor) else { return }
    tables[table].chairs[actor] = Chair(player: players.count)
    players.append(Player(name: name, token: token, place: (table, actor)))
  }

  /// The players at the table, or those two between whom it is; nobody by name for all tables.
  private func hearers(of message: Message) -> [Int] {
    guard let table = message.table, tables.indices.contains(table) else { return [] }
    let chairs = tables[table].chairs
    guard let listener = message.listener else { return chairs.compactMap(\.player) }
    return [listener, message.speaker].compactMap { actor in
      actor.flatMap { chairs.indices.contains($0) ? chairs[$0].player : nil }
    }
  }

  /// Everybody moves on by one chair.
  private mutating func rotate() {
    guard phase == .lobby || phase == .between else { return }
    seatings += 1
    for table in tables.indices {
      var chairs = tables[table].chairs
      if let last = chairs.popLast() { chairs.insert(last, at: 0) }
      for actor in chairs.indices {
        chairs[actor].made = nil
        if let player = chairs[actor].player, players.indices.contains(player) {
          players[player].place = (table, actor)
        }
      }
      tables[table].chairs = chairs
      tables[table].play = nil
    }
  }

  private mutating func seat(game: Int, _ seating: [[Int?]]) {
    guard games.indices.contains(game) else { return }
    self.game = game
    seatings += 1
    isEndedByChance = false
    tables = seating.map { table in Table(chairs: table.map { Chair(player: $0) }) }
    for player in players.indices { players[player].place = nil }
    for (table, chairs) in seating.enumerated() {
      for (actor, player) in chairs.enumerated() {
        if let player, players.indices.contains(player) { players[player].place = (table, actor) }
      }
    }
    phase = .between
  }

  private mutating func startRound() {
    round += 1
    phase = .playing
    deadline = nil
    let play = current.play()
    for table in tables.indices { tables[table].play = play }
  }

  private mutating func closeRound() {
    guard phase == .playing else { return }
    phase = .between
    deadline = nil
    for (index, table) in tables.enumerated() {
      guard let play = table.play else { continue }
      records.append(
        Record(
          round: round, game: game, table: index,
          seats: table.chairs.indices.map { sitter(index, $0) }, setting: play.setting,
          result: play.result))
      tables[index].past.append(
        Past(round: round, result: play.result, players: table.chairs.map(\.player)))
    }
  }

  /// A timer stands still with the rest: its end moves by the length of the pause.
  private mutating func pause(_ isPaused: Bool, at time: Int) {
    if isPaused, !self.isPaused {
      pausedAt = time
    } else if !isPaused, let begun = pausedAt {
      deadline = deadline.map { $0 + time - begun }
      pausedAt = nil
    }
    self.isPaused = isPaused
  }
}
