import Testing

@testable import Seminar

@Suite struct `Sealed moves` {
  @Test func `are known to nobody else before all have moved`() async throws {
    let room = try await Rooms.room(Rooms.quarrel)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    let before = try #require(await room.state.tables[0].play).outlook(of: 1)
    try await room.move(.choose(0), by: 0, round: 1, step: 0)
    let after = try #require(await room.state.tables[0].play).outlook(of: 1)
    #expect(before == after)
    try await room.move(.choose(1), by: 1, round: 1, step: 0)
    let past = await room.state.tables[0].past
    #expect(past.count == 1)
    #expect(past[0].result?.outcome == [0, 1])
    #expect(past[0].result?.gains == [3, 1])
    #expect(await room.state.phase == .between)
  }

  @Test func `are not taken back, and count once when sent twice`() async throws {
    let room = try await Rooms.room(Rooms.quarrel)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    try await room.move(.choose(0), by: 0, round: 1, step: 0)
    try await room.move(.choose(0), by: 0, round: 1, step: 0)
    #expect(await room.state.moves.count == 1)
    await #expect(throws: Refusal.alreadyMoved) {
      try await room.move(.choose(1), by: 0, round: 1, step: 0)
    }
    await #expect(throws: Refusal.unknown) {
      try await room.move(.choose(7), by: 1, round: 1, step: 0)
    }
    await #expect(throws: Refusal.late) {
      try await room.move(.choose(1), by: 1, round: 2, step: 0)
    }
  }

  @Test func `of empty chairs are a bot's, and of the late the clock's`() async throws {
    let clock = TestClock()
    let room = try await Rooms.room(Rooms.quarrel, clock: clock)
    try await room.join("Ada", "Ben", "Cy")
    try await room.direct(.nextRound)
    #expect(await room.state.moves.map(\.mover) == [.bot(.careful)])
    try await room.direct(.timer(seconds: 30))
    try await room.tick()
    #expect(await room.state.moves.count == 1)
    clock.pass(seconds: 31)
    try await room.tick()
    #expect(await room.state.moves.filter { $0.mover == .clock(.careful) }.count == 3)
    #expect(await room.state.records.count == 2)
    #expect(await room.state.phase == .between)
  }

  @Test func `wait while the session stands still, and so does the timer`() async throws {
    let clock = TestClock()
    let room = try await Rooms.room(Rooms.quarrel, clock: clock)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    try await room.direct(.timer(seconds: 30))
    try await room.direct(.pause(true))
    await #expect(throws: Refusal.paused) {
      try await room.move(.choose(0), by: 0, round: 1, step: 0)
    }
    clock.pass(seconds: 100)
    try await room.tick()
    #expect(await room.state.phase == .playing)
    try await room.direct(.pause(false))
    try await room.tick()
    #expect(await room.state.phase == .playing)
    clock.pass(seconds: 31)
    try await room.tick()
    #expect(await room.state.phase == .between)
  }
}
