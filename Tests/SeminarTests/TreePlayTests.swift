import Testing

@testable import Seminar

@Suite struct `Games in turn` {
  @Test(arguments: [0, 1]) func `show a player what its information set sees, and no more`(
    _ action: Int
  ) async throws {
    let room = try await Rooms.room(Rooms.hidden)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    await #expect(throws: Refusal.notYourTurn) {
      try await room.move(.choose(0), by: 1, round: 1, step: 0)
    }
    try await room.move(.choose(action), by: 0, round: 1, step: 0)
    let play = try #require(await room.state.tables[0].play)
    let outlook = play.outlook(of: 1)
    #expect(outlook.facts.isEmpty)
    #expect(outlook.situation == "does not know whether A is strong")
    #expect(outlook.choices.map(\.label) == ["yes", "no"])
    #expect(play.outlook(of: 0).facts.map(\.text) == [["strong", "weak"][action]])
    #expect(!play.showsAwaited)
  }

  @Test func `refuse a move made on a page that is out of date`() async throws {
    let room = try await Rooms.room(Rooms.hidden)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    try await room.move(.choose(0), by: 0, round: 1, step: 0)
    await #expect(throws: Refusal.late) {
      try await room.move(.choose(0), by: 1, round: 1, step: 0)
    }
    try await room.move(.choose(0), by: 1, round: 1, step: 1)
    #expect(await room.state.records.map { $0.result?.words } == ["strong, yes"])
  }
}
