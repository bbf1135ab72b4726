import Testing

@testable import Seminar

@Suite struct `Bargaining at a table` {
  private func room() async throws -> Room {
    let room = try await Rooms.room(Rooms.pie)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    return room
  }

  @Test func `ends with what all say yes to and those at home consent to`() async throws {
    let room = try await room()
    try await room.move(.propose([0]), by: 0, round: 1, step: 0)
    try await room.move(.answer(proposal: 0, yes: true), by: 1, round: 1, step: 0)
    let standing = try #require(await room.state.tables[0].play).outlook(of: 0).proposals
    #expect(standing.map(\.stands) == [false])
    #expect(standing[0].blockedBy == "The house")
    try await room.move(.propose([1]), by: 1, round: 1, step: 0)
    try await room.move(.answer(proposal: 1, yes: true), by: 0, round: 1, step: 0)
    let result = try #require(await room.state.records.first?.result)
    #expect(result.gains == [2, 2])
    #expect(result.note == .nashProduct("4", best: "4", at: "size: half"))
  }

  @Test func `lets a new proposal take the place of the old one`() async throws {
    let room = try await room()
    try await room.move(.propose([0]), by: 0, round: 1, step: 0)
    try await room.move(.propose([1]), by: 0, round: 1, step: 0)
    await #expect(throws: Refusal.late) {
      try await room.move(.answer(proposal: 0, yes: true), by: 1, round: 1, step: 0)
    }
    await #expect(throws: Refusal.unknown) {
      try await room.move(.answer(proposal: 9, yes: true), by: 1, round: 1, step: 0)
    }
    await #expect(throws: Refusal.unknown) {
      try await room.move(.propose([5]), by: 1, round: 1, step: 0)
    }
  }

  @Test func `ends without agreement when somebody leaves or time runs out`() async throws {
    let first = try await room()
    try await first.move(.leave, by: 1, round: 1, step: 0)
    #expect(await first.state.records.first?.result?.words == .disagreement)
    let second = try await room()
    try await second.direct(.closeRound)
    #expect(await second.state.records.first?.result?.gains == [0, 0])
  }
}
