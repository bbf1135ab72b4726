import Foundation
import Scenarios
import Testing

@testable import Seminar
@testable import tumen_seminar

@Suite struct `The log of a session` {
  /// Plays two rounds with messages, a bot, a weight and a reveal.
  private func play(_ room: Room) async throws {
    try await room.join("Ada", "Ben", "<script>alert(1)</script>")
    try await room.direct(.nextRound)
    try await room.say("shall we share?", by: 0, to: nil)
    try await room.say("only for you", by: 1, to: 0)
    try await room.move(.choose(1), by: 0, round: 1, step: 0)
    try await room.move(.choose(1), by: 1, round: 1, step: 0)
    try await room.direct(.seatBot(table: 1, actor: 0, rule: .random))
    try await room.direct(.setWeight(actor: 0, value: "1/2"))
    try await room.direct(.nextRound)
    try await room.move(.choose(0), by: 0, round: 2, step: 0)
    try await room.move(.choose(1), by: 1, round: 2, step: 0)
    try await room.direct(.reveal)
  }

  private func debrief(_ state: RoomState) -> String {
    DebriefPage(words: .english, debrief: Debrief(state), back: "/").html.text
  }

  @Test func `gives the same pages when it is replayed`() async throws {
    let path = Rooms.freshPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let pages: [String]
    do {
      let store = try SQLiteStore(path: path, isNew: true)
      let room = try await Rooms.room(Rooms.quarrel, store: store)
      try await play(room)
      let state = await room.state
      pages = [
        debrief(state), CSVExport(state: state).text,
        SeatPage(words: .english, state: state, player: 0).html.text,
      ]
    }
    let again = try RoomState(
      replaying: try await SQLiteStore(path: path, isNew: false).events())
    #expect(debrief(again) == pages[0])
    #expect(CSVExport(state: again).text == pages[1])
    #expect(SeatPage(words: .english, state: again, player: 0).html.text == pages[2])
    #expect(again.records.count == 4)
  }

  @Test func `lets a session go on in mid-round`() async throws {
    let store = MemoryStore()
    let first = try await Rooms.room(Rooms.quarrel, store: store)
    try await first.join("Ada", "Ben")
    try await first.direct(.nextRound)
    try await first.move(.choose(0), by: 0, round: 1, step: 0)
    let token = await first.state.players[1].token
    let second = try await Room(resuming: store, clock: { 0 })
    #expect(await second.viewer(token) == .player(1))
    try await second.move(.choose(1), by: 1, round: 1, step: 0)
    #expect(await second.state.records.map { $0.result?.outcome } == [[0, 1]])
  }

  @Test func `only grows, is not shared, and is told from other files`() async throws {
    let path = Rooms.freshPath()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let store = try SQLiteStore(path: path, isNew: true)
    _ = try await Rooms.room(Rooms.quarrel, store: store)
    #expect(throws: InputError.self) { try SQLiteStore(path: path, isNew: true) }
    #expect(throws: InputError.self) { try SQLiteStore(path: path, isNew: false) }
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    let other = Rooms.freshPath()
    defer { try? FileManager.default.removeItem(atPath: other) }
    try Data("no database at all, but long enough to be looked at".utf8)
      .write(to: URL(fileURLWithPath: other))
    #expect(throws: InputError.self) { try SQLiteStore(path: other, isNew: false) }
    #expect(throws: InputError.self) { try SQLiteStore(path: other + ".none", isNew: false) }
  }
}
