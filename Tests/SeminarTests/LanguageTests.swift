import Foundation
import Scenarios
import Seminar
import Testing

@testable import tumen_seminar

@Suite struct `Languages of the pages` {
  /// The places in braces of a sentence.
  private func places(_ sentence: String) -> [String] {
    sentence.split(separator: "{").dropFirst().map { String($0.prefix { $0 != "}" }) }.sorted()
  }

  @Test(arguments: Words.shipped.map(\.name)) func `say every sentence, and put in what belongs`(
    _ name: String
  ) throws {
    let words = try Words(name)
    #expect(words.language == name)
    let text = try #require(Words.shipped.first { $0.name == name }?.text)
    let document = try Document.read(yaml: text, file: name)
    let keys = try document.entries("the language").map(\.key)
    #expect(keys == ["language"] + Phrase.allCases.map { "\($0)" })
    for phrase in Phrase.allCases {
      #expect(places(words(phrase)) == places(phrase.rawValue), "\(phrase)")
      // Some words are the same in many languages: a sentence is not.
      #expect(words(phrase) != phrase.rawValue || !phrase.rawValue.contains(" "), "\(phrase)")
    }
  }

  @Test(arguments: ["en"] + Words.shipped.map(\.name)) func `say what the core says, too`(
    _ name: String
  ) throws {
    let words = try Words(name)
    let wordings: [Wording] = [
      "as it is", .disagreement, .left("A"), .noOption(state: "NN"), .rank(2, of: 3), .pass,
    ]
    #expect(Set(wordings.map { words($0) }).count == wordings.count)
    #expect(words("as it is") == "as it is")
    let english = Words.english
    for rule in BotRule.allCases {
      #expect((words.rule(rule) == english.rule(rule)) == (name == "en"))
    }
    #expect(words(Sitter.player("Ada")) == "Ada")
    for note in [
      Note.nashProduct("1", best: "2", at: "x"), .couldHaveMore("A", by: "3"), .envy(["A"]),
      .envy([]), .surprise(["A"]), .surprise([]),
    ] {
      #expect(!words(note).isEmpty)
      #expect((words(note) == english(note)) == (name == "en"))
    }
  }

  @Test func `leave no English on a page but the game's own words`() async throws {
    let room = try await Rooms.room(Rooms.quarrel)
    try await room.join("Ada", "Ben")
    try await room.direct(.nextRound)
    try await room.direct(.seatBot(table: 0, actor: 1, rule: .reciprocal))
    let state = await room.state
    let words = try Words("de")
    let pages = [
      SeatPage(words: words, state: state, player: 0).html.text,
      FacilitatorPage(words: words, state: state, present: [], address: "x").html.text,
    ]
    for page in pages {
      #expect(page.contains("<html lang=\"de\">"))
      for phrase in Phrase.allCases where phrase.rawValue.prefix(while: { $0 != "{" }).count > 12 {
        #expect(!page.contains(phrase.rawValue.prefix { $0 != "{" }), "\(phrase)")
      }
    }
  }

  @Test func `are refused where a name is unknown or a file is none`() throws {
    #expect(throws: InputError.self) {
      try Words(try Document.read(yaml: "language: fr\njion: x\n", file: "fr.yaml"))
    }
    #expect(throws: InputError.self) { try Words("no-such-file.yaml") }
    let template = try Document.read(yaml: Words.template, file: "en.yaml")
    #expect(try Words(template)(.join) == Phrase.join.rawValue)
  }
}
