import Testing

@testable import Seminar
@testable import tumen_seminar

@Suite struct `Pages of a seminar` {
  @Test func `hold nothing that is another's`() async throws {
    let room = try await Rooms.room(Rooms.quarrel)
    try await room.join("Ada", "Ben", "Cy", "Di")
    try await room.direct(.nextRound)
    let untouched = await room.read { SeatPage(words: .english, state: $0, player: 1).html.text }
    try await room.say("between us", by: 0, to: 1)
    try await room.say("at the other table", by: 2, to: nil)
    let state = await room.state
    let pages = state.players.indices.map {
      SeatPage(words: .english, state: state, player: $0).html.text
    }
    #expect(pages[0].contains("the secret of A"))
    #expect(!pages[0].contains("the secret of B"))
    #expect(!pages[1].contains("the secret of A"))
    #expect(pages[1].contains("between us"))
    #expect(!pages[2].contains("between us"))
    #expect(!pages[0].contains("at the other table"))
    #expect(!untouched.contains("between us"))
    for (player, page) in pages.enumerated() {
      for (other, entry) in state.players.enumerated() {
        #expect(page.contains(entry.token) == (player == other))
      }
      #expect(!page.contains(state.opening.facilitator))
      #expect(!page.contains(state.opening.code))
    }
  }

  @Test func `say the same of a sealed move whatever it was`() async throws {
    var pages: [String] = []
    for choice in [0, 1] {
      let room = try await Rooms.room(Rooms.quarrel)
      try await room.join("Ada", "Ben")
      try await room.direct(.nextRound)
      try await room.move(.choose(choice), by: 0, round: 1, step: 0)
      let page = await room.read { state in
        SeatPage(words: .english, state: state, player: 1).html.text
          .split(separator: state.players[1].token).joined(separator: "TOKEN")
      }
      pages.append(page)
    }
    #expect(pages[0] == pages[1])
  }

  @Test func `escape every text`() async throws {
    let room = try await Rooms.room(Rooms.quarrel)
    try await room.join("<img src=x onerror=alert(1)>", "\"><script>alert(2)</script>")
    try await room.say("</main><script>alert(3)</script>", by: 0, to: nil)
    let state = await room.state
    let seat = SeatPage(words: .english, state: state, player: 1).html.text
    let lead = FacilitatorPage(words: .english, state: state, present: [], address: "x").html.text
    for page in [seat, lead] {
      #expect(!page.contains("<img"))
      #expect(!page.contains("<script>"))
      #expect(!page.contains("<b>Bertland"))
      #expect(page.contains("&lt;script&gt;alert(3)"))
    }
  }

  @Test(arguments: ["a=1&b=%3Cb%3E+c", "a=1&b=%3cb%3e%20c"]) func `read forms`(_ text: String)
    throws
  {
    let form = try #require(FormData(Array(text.utf8)))
    #expect(form.number("a") == 1)
    #expect(form["b"] == "<b> c")
    #expect(form["c"] == nil)
  }

  @Test(arguments: ["a=%", "a=%G0", "a=%FF", String(repeating: "a=1&", count: 101)])
  func `refuse what is no form`(_ text: String) {
    #expect(FormData(Array(text.utf8)) == nil)
  }

  @Test func `put parts into sentences of any language`() {
    #expect(
      Words.english(.present, "1", "2", "3", "4")
        == "1 of 2 players are here, 3 of 4 chairs have moved.")
    #expect(Words.english(.join) == "Join the seminar")
    #expect(Words.english.sentence(for: .late) == "The game has moved on: look again.")
    #expect(Words.english.sentence(for: .full(limit: 7)) == "The room is full: it holds 7.")
  }
}
