import Arithmetic
import Testing

@testable import Seminar

@Suite struct `Divisions at a table` {
  private let estate = """
    format: 1
    id: estate
    title: An estate
    family: textbook
    actors: {a: {name: A}, b: {name: B}}
    form: division
    parcels:
      house: {divisible: false, gains: {a: 6, b: 4}, because: x, source: assumed}
      field: {gains: {a: 4, b: 6}, because: x, source: assumed}
    disagreement: {gains: {a: 1, b: 2}, because: x, source: assumed}
    """

  private func room() async throws -> Room {
    let room = try await Rooms.room(estate)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    return room
  }

  @Test func `end with the division that all say yes to`() async throws {
    let room = try await room()
    let outlook = try #require(await room.state.tables[0].play).outlook(of: 1)
    // What cannot be cut goes to one of them.
    #expect(outlook.issues[0].levels.map(\.label) == ["A", "B"])
    let third = try #require(
      outlook.issues[1].levels.first { $0.label == "A 1/3 + B 2/3" }?.value)
    #expect(outlook.prospects.map(\.gain) == ["4", "6", "2"])
    try await room.move(.propose([0, third]), by: 0, round: 1, step: 0)
    await #expect(throws: Refusal.alreadyMoved) {
      try await room.move(.propose([0, third]), by: 1, round: 1, step: 0)
    }
    let seen = try #require(await room.state.tables[0].play).outlook(of: 1).proposals
    #expect(seen.map(\.text) == ["house: A, field: A 1/3 + B 2/3"])
    #expect(seen.map(\.gain) == ["4"])
    try await room.move(.answer(proposal: 0, yes: true), by: 1, round: 1, step: 0)
    let result = try #require(await room.state.records.first?.result)
    #expect(result.gains == [Rational(22, 3), 4])
    #expect(result.outcome == [1, 0, 1, 3, 6, 9])
    // B would rather have the house and a third of the field, which are worth 6.
    #expect(result.note == .envy(["B"]))
    // The field may pass from hand to hand, but what one gains of it the other loses.
    #expect(Debrief(await room.state).games.first?.lines.map(\.isEfficient) == [true])
  }

  @Test func `are not efficient where an exchange helps both`() async throws {
    let room = try await room()
    // The house to B, the field to A: each has what the other likes better.
    try await room.move(.propose([1, 0]), by: 0, round: 1, step: 0)
    try await room.move(.answer(proposal: 0, yes: true), by: 1, round: 1, step: 0)
    #expect(await room.state.records.first?.result?.gains == [4, 4])
    #expect(Debrief(await room.state).games.first?.lines.map(\.isEfficient) == [false])
  }

  @Test(arguments: [[2, 0], [0, 99], [0], [0, 0, 0], [-1, 0]])
  func `refuse shares that there are not`(_ levels: [Int]) async throws {
    let room = try await room()
    await #expect(throws: Refusal.unknown) {
      try await room.move(.propose(levels), by: 0, round: 1, step: 0)
    }
  }

  @Test(arguments: [true, false]) func `give each what there is without agreement`(
    _ leaves: Bool
  ) async throws {
    let room = try await room()
    try await room.move(.propose([0, 0]), by: 0, round: 1, step: 0)
    try await room.move(.answer(proposal: 0, yes: false), by: 1, round: 1, step: 0)
    if leaves {
      try await room.move(.leave, by: 1, round: 1, step: 0)
    } else {
      try await room.direct(.closeRound)
    }
    let result = try #require(await room.state.records.first?.result)
    #expect(result.words == .disagreement)
    #expect(result.gains == [1, 2])
    let game = try #require(Debrief(await room.state).games.first)
    #expect(game.lines.map(\.isRecorded) == [false])
    // Either could take what it likes best: 6 for each.
    #expect(game.lines.map(\.isEfficient) == [false])
    #expect(game.theory.map(\.concept.name) == ["adjusted-winner", "envy-free", "cut-and-choose"])
    #expect(game.theory.allSatisfy { $0.trouble == nil })
  }

  @Test func `among three share in equal parts, and bots take what brings them more`() async throws
  {
    let room = try await Rooms.room(
      """
      format: 1
      id: lake
      title: A lake
      family: textbook
      actors: {a: {name: A}, b: {name: B}, c: {name: C}}
      form: division
      parcels:
        lake: {gains: {a: 6, b: 6, c: 6}, because: x, source: assumed}
      """)
    try await room.join("Ada")
    try await room.direct(.nextRound)
    let levels = try #require(await room.state.tables[0].play).outlook(of: 0).issues[0].levels
    #expect(
      levels.map(\.label) == [
        "A", "B", "C", "A 1/2 + B 1/2", "A 1/2 + C 1/2", "B 1/2 + C 1/2", "A 1/3 + B 1/3 + C 1/3",
      ])
    try await room.move(.propose([3]), by: 0, round: 1, step: 0)
    #expect(await room.state.phase == .playing)
    try await room.move(.propose([6]), by: 0, round: 1, step: 0)
    let result = try #require(await room.state.records.first?.result)
    #expect(result.gains == [2, 2, 2])
    #expect(result.note == .envy([]))
  }
}
