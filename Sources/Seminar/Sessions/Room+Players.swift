import Laboratory

extension Room {
  /// Most players of a session.
  public static let mostPlayers = 1000
  /// Most letters of a name.
  public static let longestName = 40
  /// Most letters of a message.
  public static let longestMessage = 1000
  /// Most messages of one player in a minute.
  public static let mostMessages = 20

  /// Lets somebody in who knows the code.
  ///
  /// - Returns: the token of the seat.
  public func join(name: String, code: String) async throws(Refusal) -> String {
    guard code.uppercased().filter({ !$0.isWhitespace }) == state.opening.code else {
      throw .wrongCode
    }
    guard state.phase != .closed else { throw .closed }
    let name = Self.clean(name)
    guard !name.isEmpty, name.count <= Self.longestName else {
      throw .badName(limit: Self.longestName)
    }
    guard !state.players.contains(where: { $0.name.lowercased() == name.lowercased() }) else {
      throw .nameTaken
    }
    guard state.players.count < Self.mostPlayers else { throw .full(limit: Self.mostPlayers) }
    let token = Token.fresh()
    let (table, actor) = state.freeChair
    try await commit([.joined(name: name, token: token, table: table, actor: actor)])
    return token
  }

  /// Makes a player's move in `round` at `step`; returns when it is kept.
  ///
  /// The same move sent again, as after a lost answer, is kept once and taken twice.
  public func move(
    _ move: Move, by player: Int, round: Int, step: Int
  ) async throws(Refusal) {
    guard let (table, actor) = state.chair(of: player) else { throw .unknown }
    let made = RoomState.Made(round: round, step: step, move: move)
    if state.tables[table].chairs[actor].made == made, move.isKeptOnce { return }
    try checkOpen()
    guard round == state.round else { throw .late }
    guard state.phase == .playing, let play = state.tables[table].play else {
      throw .notPlaying
    }
    guard state.bot(table, actor) == nil else { throw .replaced }
    if move.isKeptOnce, step != play.step { throw .late }
    try play.check(move, by: actor)
    try await commit([.moved(table: table, actor: actor, move: move, by: .player(player))])
  }

  /// Says something to the table, or to one actor at it.
  public func say(_ text: String, by player: Int, to listener: Int?) async throws(Refusal) {
    try checkOpen()
    guard let (table, actor) = state.chair(of: player) else { throw .unknown }
    if let listener {
      guard state.tables[table].chairs.indices.contains(listener), listener != actor else {
        throw .unknown
      }
    }
    let text = try Self.message(text)
    let recent = (said[player] ?? []).filter { $0 > now - 60_000 }
    guard recent.count < Self.mostMessages else {
      throw .tooManyMessages(limit: Self.mostMessages)
    }
    said[player] = recent + [now]
    try await commit([
      .said(
        Message(
          table: table, speaker: actor, listener: listener, text: text, round: state.round))
    ])
  }

  private func checkOpen() throws(Refusal) {
    guard state.phase != .closed else { throw .closed }
    guard !state.isPaused else { throw .paused }
  }

  /// A message that can be kept.
  static func message(_ text: String) throws(Refusal) -> String {
    let text = clean(text)
    guard !text.isEmpty, text.count <= longestMessage else {
      throw .badMessage(limit: longestMessage)
    }
    return text
  }

  /// The text on one line, without signs that cannot be seen and could turn others about.
  static func clean(_ text: String) -> String {
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
        kept.append(" ")
      default: kept.append(scalar)
      }
    }
    return String(kept).split(separator: " ").joined(separator: " ")
  }
}

extension Move {
  /// Whether it belongs to one step of the play: made on a later one it comes too late.
  var isKeptOnce: Bool {
    switch self {
    case .choose, .pass: true
    case .propose, .unite, .answer, .leave: false
    }
  }
}
