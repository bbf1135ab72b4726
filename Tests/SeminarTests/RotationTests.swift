import Testing

@testable import Seminar
@testable import tumen_seminar

@Suite struct `Roles` {
  private func page(_ state: RoomState, _ player: Int) -> String {
    SeatPage(words: .english, state: state, player: player).html.text
  }

  private func play(_ room: Room, _ moves: [Int]) async throws {
    for (player, move) in moves.enumerated() {
      try await room.move(.choose(move), by: player, round: room.state.round, step: 0)
    }
  }

  @Test func `change before each further round, and briefs with them`() async throws {
    let store = MemoryStore()
    let opening = Opening(
      games: [.init(name: "test.yaml", format: .yaml, text: Rooms.quarrel)], rotates: true)
    let room = try await Room(opening, store: store, clock: { 0 })
    try await room.join("Ada", "Ben", "Cy")
    try await room.direct(.nextRound)
    try await room.say("for B alone", by: 0, to: 1)
    #expect(page(await room.state, 0).contains("the secret of A"))
    try await play(room, [0, 1, 0])
    try await room.direct(.nextRound)
    let state = await room.state
    #expect(state.players.map { $0.place?.actor } == [1, 0, 1])
    #expect(state.players.map { $0.place?.table } == [0, 0, 1])
    #expect(page(state, 0).contains("the secret of B"))
    #expect(!page(state, 0).contains("the secret of A"))
    // What came of the round before is told as it was then.
    #expect(page(state, 0).contains("Your gain: 3"))
    #expect(page(state, 1).contains("Your gain: 1"))
    #expect(page(state, 0).contains("for B alone") && page(state, 1).contains("for B alone"))
    try await play(room, [0, 0, 0])
    #expect(
      state.records.map(\.seats).first == [.player("Ada"), .player("Ben")])
    #expect(
      await room.state.records.last { $0.table == 0 }?.seats == [.player("Ben"), .player("Ada")])
    let again = try RoomState(replaying: await store.events())
    for player in 0..<3 { #expect(page(again, player) == page(await room.state, player)) }
  }

  @Test func `take private words along, so that who sits down later reads none`() async throws {
    let room = try await Rooms.room(Rooms.quarrel)
    try await room.join("Ada", "Ben", "Cy", "Di")
    try await room.say("between Ada and Ben", by: 0, to: 1)
    try await room.say("at the first table", by: 0, to: nil)
    try await room.direct(.rotate)
    let state = await room.state
    #expect(state.players.map { $0.place?.actor } == [1, 0, 1, 0])
    #expect(page(state, 0).contains("between Ada and Ben"))
    #expect(page(state, 1).contains("between Ada and Ben"))
    #expect(!page(state, 2).contains("between Ada and Ben"))
    #expect(!page(state, 3).contains("at the first table"))
    let late = try await Rooms.room(Rooms.quarrel)
    try await late.join("Ada")
    try await late.say("is anybody there?", by: 0, to: nil)
    try await late.say("in private", by: 0, to: 1)
    try await late.join("Ben")
    let seen = page(await late.state, 1)
    #expect(seen.contains("is anybody there?") && !seen.contains("in private"))
  }

  @Test func `do not change while a round is played`() async throws {
    let room = try await Rooms.room(Rooms.quarrel)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    await #expect(throws: Refusal.stillPlaying) { try await room.direct(.rotate) }
  }

  @Test func `come round to everybody over rounds and games`() async throws {
    let opening = Opening(
      games: [Rooms.quarrel, Rooms.pie].map { .init(name: "t.yaml", format: .yaml, text: $0) },
      rotates: true)
    let room = try await Room(opening, store: MemoryStore(), clock: { 0 })
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    try await room.direct(.closeRound)
    try await room.direct(.play(game: 1))
    #expect(await room.state.players.map { $0.place?.actor } == [1, 0])
    try await room.direct(.nextRound)
    #expect(await room.state.players.map { $0.place?.actor } == [1, 0])
    try await room.direct(.closeRound)
    try await room.direct(.nextRound)
    #expect(await room.state.players.map { $0.place?.actor } == [0, 1])
  }
}
