import Arithmetic
import Testing

@testable import Seminar
@testable import tumen_seminar

@Suite struct `Games of private knowledge` {
  private let duel = """
    format: 1
    id: duel
    title: A duel
    family: textbook
    actors: {a: {name: A}, b: {name: B}}
    form: bayesian
    types: {a: [strong, weak]}
    strategies: {a: [fight, yield], b: [fight, yield]}
    prior:
      - {a: strong, probability: 1/2}
      - {a: weak, probability: 1/2}
    payoffs:
      - {types: {a: strong}, a: fight, b: fight, gains: {a: 31, b: 41}, because: x, source: assumed}
      - {types: {a: strong}, a: fight, b: yield, gains: {a: 32, b: 42}, because: x, source: assumed}
      - {types: {a: strong}, a: yield, b: fight, gains: {a: 33, b: 43}, because: x, source: assumed}
      - {types: {a: strong}, a: yield, b: yield, gains: {a: 34, b: 44}, because: x, source: assumed}
      - {types: {a: weak}, a: fight, b: fight, gains: {a: 35, b: 41}, because: x, source: assumed}
      - {types: {a: weak}, a: fight, b: yield, gains: {a: 36, b: 42}, because: x, source: assumed}
      - {types: {a: weak}, a: yield, b: fight, gains: {a: 37, b: 43}, because: x, source: assumed}
      - {types: {a: weak}, a: yield, b: yield, gains: {a: 38, b: 44}, because: x, source: assumed}
    """

  private let misread = """
    format: 1
    id: misread
    title: A misreading
    family: textbook
    actors: {a: {name: A}, b: {name: B}}
    form: hypergame
    strategies: {a: [open, arm], b: [open, arm]}
    payoffs:
      - {a: open, b: open, gains: {a: 4, b: 4}, because: x, source: assumed}
      - {a: open, b: arm, gains: {a: 1, b: 311}, because: x, source: assumed}
      - {a: arm, b: open, gains: {a: 3, b: 1}, because: x, source: assumed}
      - {a: arm, b: arm, gains: {a: 2, b: 2}, because: x, source: assumed}
    perceived:
      a:
        - {a: open, b: arm, gains: {b: -511}, because: x, source: assumed}
      b:
        - {a: arm, b: open, gains: {a: 611}, because: x, source: assumed}
    """

  /// The session whose log is this one, had chance moved otherwise; with everybody's page.
  private func pages(
    _ store: MemoryStore, type: Int, move: Int
  ) async throws -> [String] {
    let events = await store.events().map { logged in
      var logged = logged
      switch logged.event {
      case .chanceMoved(let table, _): logged.event = .chanceMoved(table: table, action: type)
      case .moved(let table, 0, _, let mover):
        logged.event = .moved(table: table, actor: 0, move: .choose(move), by: mover)
      default: break
      }
      return logged
    }
    let state = try RoomState(replaying: events)
    return state.players.indices.map { player in
      let page = SeatPage(words: .english, state: state, player: player)
      return page.html.text + page.regions.map(\.content.text).joined()
    }
  }

  @Test func `tell an actor its own type, and nobody else's`() async throws {
    let store = MemoryStore()
    let room = try await Rooms.room(duel, store: store)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    try await room.move(.choose(0), by: 0, round: 1, step: 0)
    let strong = try await pages(store, type: 0, move: 0)
    let weak = try await pages(store, type: 1, move: 0)
    let yielding = try await pages(store, type: 0, move: 1)
    #expect(strong[0].contains("which nobody else knows: strong"))
    #expect(weak[0].contains("which nobody else knows: weak"))
    #expect(strong[0].contains(">31<") && !strong[0].contains(">35<"))
    #expect(strong[1] == weak[1])
    #expect(strong[1] == yielding[1])
  }

  @Test func `keep the type until the debrief when the round is over`() async throws {
    let store = MemoryStore()
    let room = try await Rooms.room(duel, store: store)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    try await room.move(.choose(0), by: 0, round: 1, step: 0)
    try await room.move(.choose(1), by: 1, round: 1, step: 0)
    // Ben gains the same whatever Ada is.
    let strong = try await pages(store, type: 0, move: 0)
    let weak = try await pages(store, type: 1, move: 0)
    #expect(strong[1] == weak[1])
    #expect(strong[1].contains("A: fight, B: yield"))
    let state = await room.state
    let type = try #require(state.records.first?.result?.outcome.first)
    let debrief = DebriefPage(words: .english, debrief: Debrief(state), back: "/").html.text
    #expect(debrief.contains("A (\(["strong", "weak"][type])): fight, B: yield"))
    #expect(debrief.contains("bayesian-nash"))
  }

  @Test func `let a bot know its own type only`() async throws {
    let room = try await Rooms.room(duel)
    try await room.join("Ada")
    try await room.direct(.nextRound)
    try await room.move(.choose(0), by: 0, round: 1, step: 0)
    // The worst of yielding, 42, is better than the worst of fighting, 41.
    #expect(await room.state.records.first?.result?.outcome.last == 1)
  }

  @Test func `show each actor the game as it sees it, and the true one in the debrief`()
    async throws
  {
    let room = try await Rooms.room(misread)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    let state = await room.state
    let pages = state.players.indices.map {
      SeatPage(words: .english, state: state, player: $0).html.text
    }
    #expect(pages[0].contains(">-511<") && !pages[0].contains("311") && !pages[0].contains("611"))
    #expect(pages[1].contains(">611<") && pages[1].contains(">311<") && !pages[1].contains("511"))
    try await room.move(.choose(0), by: 0, round: 1, step: 0)
    try await room.move(.choose(1), by: 1, round: 1, step: 0)
    let over = await room.state
    #expect(over.records.first?.result?.gains == [1, 311])
    let game = try #require(Debrief(over).games.first)
    // In the game that A saw both may arm; in the one that B saw, A always does.
    #expect(game.lines[0].note == .surprise(["B"]))
    #expect(game.truth?.rows.map(\.isMistaken) == [false, true, true, false])
    let page = DebriefPage(words: .english, debrief: Debrief(over), back: "/").html.text
    #expect(page.contains("Surprised by what the others did: B"))
    #expect(page.contains("A 1, B -511"))
  }
}
