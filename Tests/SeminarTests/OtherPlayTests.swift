import Arithmetic
import RelativeGains
import Scenarios
import Testing

@testable import Seminar

@Suite struct `Coalitions at a table` {
  private let market = """
    format: 1
    id: market
    title: Three who may unite
    family: textbook
    actors: {a: {name: A}, b: {name: B}, c: {name: C}}
    form: coalitional
    worths:
      - {coalition: [a, b], worth: 4, because: x, source: assumed}
      - {coalition: [a, b, c], worth: 6, because: x, source: assumed}
    otherwise: 0
    """

  @Test func `unite those who all say yes, and leave the others alone`() async throws {
    let room = try await Rooms.room(market)
    try await room.join("Ada", "Ben", "Cy")
    try await room.direct(.nextRound)
    await #expect(throws: Refusal.badShares(worth: "4")) {
      try await room.move(
        .unite(members: [0, 1], shares: ["3", "2"]), by: 0, round: 1, step: 0)
    }
    await #expect(throws: Refusal.unknown) {
      try await room.move(.unite(members: [1, 2], shares: ["0", "0"]), by: 0, round: 1, step: 0)
    }
    try await room.move(.unite(members: [0, 1], shares: ["1", "5/2"]), by: 0, round: 1, step: 0)
    await #expect(throws: Refusal.unknown) {
      try await room.move(.answer(proposal: 0, yes: true), by: 2, round: 1, step: 0)
    }
    try await room.move(.answer(proposal: 0, yes: true), by: 1, round: 1, step: 0)
    let result = try #require(await room.state.records.first?.result)
    // The half that was not promised to anybody is shared equally.
    #expect(result.gains == [Rational(5, 4), Rational(11, 4), 0])
    #expect(result.note == .couldHaveMore("A + B + C", by: "2"))
  }

  @Test func `ends when all stay alone`() async throws {
    let room = try await Rooms.room(market)
    try await room.join("Ada", "Ben", "Cy")
    try await room.direct(.nextRound)
    try await room.move(.leave, by: 0, round: 1, step: 0)
    try await room.move(.leave, by: 1, round: 1, step: 0)
    #expect(await room.state.records.first?.result?.gains == [0, 0, 0])
  }
}

@Suite struct `Conflicts at a table` {
  private let crisis = """
    format: 1
    id: standoff
    title: A standoff
    family: textbook
    actors: {a: {name: A}, b: {name: B}}
    form: conflict
    options: {a: {press: A presses}, b: {yield: B yields}}
    status-quo: NN
    preferences:
      a: {ranking: [NY, YY, NN, YN]}
      b: {ranking: [NN, NY, YY, YN]}
    """

  @Test func `go from state to state until all leave things as they are`() async throws {
    let room = try await Rooms.room(crisis)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    let choices = try #require(await room.state.tables[0].play).outlook(of: 0).choices
    #expect(choices.map(\.label) == ["YN"])
    await #expect(throws: Refusal.notYourTurn) {
      try await room.move(.pass, by: 1, round: 1, step: 0)
    }
    try await room.move(.choose(choices[0].value), by: 0, round: 1, step: 0)
    try await room.move(.pass, by: 1, round: 1, step: 1)
    try await room.move(.pass, by: 0, round: 1, step: 2)
    let result = try #require(await room.state.records.first?.result)
    #expect(result.words == "YN")
    #expect(result.gains == nil)
  }
}

@Suite struct `Games of a session` {
  @Test func `may be of every form`() throws {
    for form in KnownForms.all { #expect(form is any Playable.Type, "\(form.name)") }
  }

  @Test(arguments: [
    "islands", "bluff", "misread-neighbour", "axelrods-dilemma", "chicken", "beer-quiche",
    "zarubino-terms", "club-good", "crisis",
  ])
  func `of each prepared form begin and end`(_ name: String) async throws {
    let text = try InputFile.text(of: try GameLibrary().locate(name))
    let room = try await Rooms.room(text)
    try await room.join("Ada")
    try await room.direct(.nextRound)
    #expect(!(try #require(await room.state.tables[0].play)).outlook(of: 0).prospects.isEmpty)
    if await room.state.phase == .playing { try await room.direct(.closeRound) }
    #expect(await room.state.records.count == 1)
    #expect(Debrief(await room.state).games.count == 1)
  }

  @Test func `seat everybody anew, and take weights from the next round on`() async throws {
    let room = try await Rooms.room(Rooms.quarrel, Rooms.pie)
    try await room.join("Ada", "Ben", "Cy")
    try await room.direct(.nextRound)
    try await room.direct(.setWeight(actor: 0, value: "2"))
    await #expect(throws: Refusal.self) {
      try await room.direct(.setWeight(actor: 0, value: "-1"))
    }
    #expect(await room.state.tables[0].play?.setting.relativeGains.rule == RelativeGainsRule.none)
    try await room.direct(.closeRound)
    try await room.direct(.nextRound)
    #expect(await room.state.tables[0].play?.setting.relativeGains.rule == .grieco)
    try await room.direct(.play(game: 1))
    #expect(await room.state.tables.count == 2)
    #expect(await room.state.phase == .between)
    try await room.direct(.nextRound)
    #expect(await room.state.tables[1].play is BargainingPlay)
  }

  @Test func `end by chance where the continuation is 0, and never where it is 1`() async throws {
    for (continuation, rounds) in [(0.0, 1), (1.0, 3)] {
      let room = try await Room(
        Rooms.opening(Rooms.quarrel, continuation: continuation), store: MemoryStore(),
        clock: { 0 })
      try await room.join("Ada")
      for _ in 1...3 {
        try await room.direct(.nextRound)
        if await room.state.phase == .playing {
          try await room.move(.choose(0), by: 0, round: room.state.round, step: 0)
        }
      }
      #expect(await room.state.round == rounds)
      #expect(await room.state.isEndedByChance == (continuation == 0))
    }
  }
}
